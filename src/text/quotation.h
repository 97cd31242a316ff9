// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// Tells, sentence by sentence of one paragraph, which are quoted: those that stand inside quotation marks
/// from their first to their last letter, also where the marks enclose several sentences. A sentence that
/// quotes a part only (a title, a few words, a speech with "she said") is the narrator's own.
class QuotationReader {
public:
    /// Whether the next sentence, as written, is quoted.
    [[nodiscard]] bool read(std::string_view sentence);

private:
    char32_t closer_ = 0; ///< the mark that will close the quotation now open; 0 where none is
};

} // namespace recital
