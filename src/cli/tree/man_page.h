// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/command.h"

#include <string>
#include <string_view>

namespace recital {

/// The manual page of a command in roff, with the macros of man(7); commands below it have sections in it.
/// `version` is that of the program, as in "recital 1.0.0".
[[nodiscard]] std::string man_page(const Command& command, std::string_view version);

} // namespace recital
