// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

/// How marks count; the marks of one way form sequences of their own.
enum class MarkSeries : std::uint8_t {
    bracketed_number,   ///< "[3]"
    bracketed_letter,   ///< "[c]"
    bracketed_capital,  ///< "[C]"
    bracketed_roman,    ///< "[iii]"
    braced_number,      ///< "{3}", also of pages
    round_number,       ///< "word.(3)"
    attached_number,    ///< "word.3"
    superscript_number, ///< "word³"
    uncounted,          ///< signs and words: "[citation needed]", "word*"
};

/// What its place says about a candidate; the sequence decides the rest.
enum class MarkEvidence : std::uint8_t {
    certain,  ///< a mark whatever the others are
    likely,   ///< a mark unless the sequence contradicts
    weak,     ///< a mark if it continues a sequence or is continued
    doubtful, ///< a mark if stronger ones surround it in a sequence of at least three; a number in curly
              ///< braces in any such sequence
    none,     ///< not a mark
};

/// What may be a reference mark.
struct MarkCandidate {
    TextRange range; ///< in bytes of its block, with pages ("[5]:88")
    MarkSeries series = MarkSeries::uncounted;
    int value = 0; ///< of a mark that counts, from 1; the last of "3,4" is `last`
    int last = 0;
    MarkEvidence evidence = MarkEvidence::certain;
    bool editorial = false; ///< if it is not a mark, its brackets are left out and its letters are read
    bool joined = false;    ///< words of an editor without a blank before them: "Bell[the elder]"
    bool is_digit = false;  ///< it takes the place of the last digit of a year: "190[?]"
    std::size_t block = 0;  ///< index of the block it is in
};

/// For each candidate, in the order of the text, whether it is a mark.
[[nodiscard]] std::vector<bool> decide_marks(const std::vector<MarkCandidate>& candidates);

/// The candidates in square brackets, in order, and brackets of editors inside words ("[T]he"); other
/// brackets are text.
[[nodiscard]] std::vector<MarkCandidate> bracketed_marks(std::string_view text);

/// The candidates among numbers and signs that are attached to the end of a word or sentence, in order.
[[nodiscard]] std::vector<MarkCandidate> attached_marks(std::string_view text);

/// The citations that language models leave in their texts ("【4†source】", "[cite: 2]"), in order.
[[nodiscard]] std::vector<MarkCandidate> program_marks(std::string_view text);

} // namespace recital
