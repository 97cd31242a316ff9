// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "studio/job/job.h"

#include <string>
#include <vector>

namespace recital {

/// What `recital render` was told of the text that follows the voice.
struct TextArguments {
    bool lyrics = true;
    std::vector<std::string> subtitles; ///< kinds, each value one or several with commas between them
};

/// The options of these arguments, which have to outlive the command.
void add_text_options(CLI::App& command, TextArguments& arguments);

/// Throws a `usage` error for kinds that cannot be written.
void apply_text_options(const TextArguments& arguments, Job& job);

} // namespace recital
