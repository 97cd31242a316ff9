// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "cli/options/render.h"

#include <string>
#include <vector>

namespace recital {

/// The values of `recital plan` as they were given.
struct PlanArguments {
    RenderArguments render; ///< what decides what the books are
    std::string plan;
    std::string shard;
    std::vector<std::string> parts;
};

/// The values of `recital merge` as they were given.
struct MergeArguments {
    std::string output;
    std::string plan;
    bool json = false;
};

/// Add `recital plan` and `recital merge`; the arguments have to outlive the commands.
void add_plan_command(Command& root, PlanArguments& arguments);
void add_merge_command(Command& root, MergeArguments& arguments);

/// Throw `usage` and `voice` errors.
[[nodiscard]] PlanOptions make_plan_options(const Command& root, const PlanArguments& arguments);
[[nodiscard]] MergeOptions make_merge_options(const MergeArguments& arguments);

/// Throws a `usage` error if an option has an empty value that is to name a plan, a shard or a folder: then a
/// variable of a script is not set, and something else would be rendered than is meant.
void refuse_empty_values(const Command& command);

/// The options of `recital render --plan`: what the books are comes from the plan, everything else from the
/// command line. Throws `usage` errors for options that belong to the plan, and an `input` error if there is
/// no plan.
[[nodiscard]] RenderOptions make_shard_options(const Command& root, const RenderArguments& arguments);

} // namespace recital
