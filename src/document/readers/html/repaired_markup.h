// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The page with what libxml2 reads differently from browsers (HTML Living Standard, section 13.2.5) put
/// right: malformed comments ("<! --x-->", "<!x>") and code ("<?php ... ?>") are blank, character references
/// without a semicolon
/// ("&nbsp ",
/// "&copy 2011") have one, and those to the control characters 128 to 159 are the characters of windows-1252
/// that they stand for ("&#151;"). Lines keep their numbers.
[[nodiscard]] std::string repaired_markup(std::string_view page);

} // namespace recital
