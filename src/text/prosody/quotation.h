// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <string_view>
#include <vector>

namespace recital {

/// The quoted parts of one sentence.
struct QuotedSpeech {
    bool whole = false; ///< from its first to its last letter
    std::vector<TextRange>
        parts; ///< if it is not quoted as a whole: bytes of the sentence, between the marks
};

/// Finds quoted speech in the sentences of one paragraph, also if the marks enclose several sentences. Only
/// parts of at least four words that are not all capitalised count: anything else is a title or a term, which
/// a narrator does not say in another voice.
class QuotationReader {
public:
    /// The quoted parts of the next sentence, as written.
    [[nodiscard]] QuotedSpeech read(std::string_view sentence);

private:
    char32_t closer_ = 0; ///< the mark that closes the quotation now open; 0 if none is open
};

} // namespace recital
