// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/text_range.h"
#include "text/script/packed_spans.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// How a span of a spoken form is pronounced, instead of by the voice's own rules.
struct Pronunciation {
    std::size_t begin = 0; ///< bytes in the spoken form
    std::size_t end = 0;
    std::string phonemes; ///< the engine's mnemonics, one space between words
    SourcePlace entry;    ///< the lexicon entry, or the evidence for the language
    bool foreign = false; ///< a name that is spoken as in its language
    bool stated = false;  ///< as the text says that the name is pronounced
};

/// The input of the voice for one sentence.
struct SpokenForm {
    std::string text;
    std::vector<Pronunciation> pronunciations = {};
    bool quoted = false;                    ///< whether all of it is a quotation
    std::vector<TextRange> stresses = {};   ///< words of the text that are stressed, in order
    std::vector<TextRange> quotations = {}; ///< quoted parts of the text, in order
    std::vector<std::size_t> dashes = {};   ///< bytes of commas that represent a dash or a parenthesis
};

/// One sentence as written and as spoken.
struct Sentence {
    std::string source;   ///< as written, repaired
    std::string spoken;   ///< words for the voice: no digits, no symbols that it would misread
    std::size_t line = 0; ///< of its paragraph in the source
    std::vector<Pronunciation> pronunciations = {}; ///< in order, without overlaps; see pronounce
    bool quoted = false;                            ///< whether it is inside a quotation
    std::vector<TextRange> stresses = {};           ///< of `spoken`, in order; see stressed_words
    std::vector<TextRange> quotations = {};         ///< of `spoken`, in order; see quoted_parts
    std::vector<std::size_t> dashes = {};           ///< of `spoken`; see dash_places
    PackedSpans spans = {};                         ///< in the order of both forms; see spoken_spans
    std::vector<TextRange> emphases = {};           ///< of `source`: what the document sets apart, in order
};

} // namespace recital
