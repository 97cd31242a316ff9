// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <string_view>
#include <vector>

namespace recital {

/// What of one sentence is quoted.
struct QuotedSpeech {
    bool whole = false;           ///< from its first to its last letter
    std::vector<TextRange> parts; ///< of one that is not whole: bytes of it, between the marks
};

/// Tells, sentence by sentence of one paragraph, what is quoted, also where the marks enclose several
/// sentences. A part counts from four words on that are not all capitalised: less is a title or a term, which
/// a narrator says in the voice of the sentence.
class QuotationReader {
public:
    /// Of the next sentence, as written.
    [[nodiscard]] QuotedSpeech read(std::string_view sentence);

private:
    char32_t closer_ = 0; ///< the mark that will close the quotation now open; 0 if none is
};

} // namespace recital
