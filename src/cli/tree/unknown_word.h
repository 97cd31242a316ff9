// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/mistake.h"

namespace recital {

/// What to say of a word in the place of a command that is not one.
[[nodiscard]] Mistake unknown_command(const GivenArguments& given, const GivenArgument& word);

/// What to say of an option that its command does not have.
[[nodiscard]] Mistake unknown_option(const GivenArguments& given, const GivenOption& option);

} // namespace recital
