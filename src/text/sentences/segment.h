// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace recital {

class Language;

/// Splits one paragraph (one line of text) into sentences: views into it, in order, without the spaces
/// between them. Quotations and parentheses are not split; each item of a list in running text is a sentence.
[[nodiscard]] std::vector<std::string_view> segment(std::string_view paragraph, const Language& language);

} // namespace recital
