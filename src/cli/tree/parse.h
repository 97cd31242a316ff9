// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/given_arguments.h"
#include "cli/tree/mistake.h"

#include <optional>

namespace recital {

/// Sets the variables of the tree's options to what was given. Returns the first mistake of the command line,
/// whose wording does not depend on the release of the library; then the variables are not to be used.
[[nodiscard]] std::optional<Mistake> parse_arguments(Command& root, const GivenArguments& given);

} // namespace recital
