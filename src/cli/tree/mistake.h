// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/given_arguments.h"

#include <optional>
#include <string>

namespace recital {

/// What is wrong with a command line, and what to do.
struct Mistake {
    std::string problem;
    std::string remedy;

    /// "PROBLEM: REMEDY"
    [[nodiscard]] std::string to_string() const { return problem + ": " + remedy; }
};

/// The first mistake in which commands, options and arguments are given, apart from the values of options:
/// unknown ones, missing ones, too many, those that exclude each other. A suggestion never removes or
/// replaces anything that the command line as given would not.
[[nodiscard]] std::optional<Mistake> find_mistake(const GivenArguments& given);

} // namespace recital
