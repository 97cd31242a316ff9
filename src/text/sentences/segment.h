// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace recital {

class Language;

/// The sentences of one paragraph (one line of text) in order, as pieces of it, without the spaces between
/// them. Quotations and parentheses are not cut inside; items of a list in running text are sentences of
/// their own.
[[nodiscard]] std::vector<std::string_view> segment(std::string_view paragraph, const Language& language);

} // namespace recital
