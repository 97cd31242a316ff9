// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "studio/job/job.h"

#include <string>
#include <vector>

namespace recital {

/// What is asked of finished books' covers, tags and paths, as it was given.
struct BookArguments {
    std::string cover;
    std::vector<std::string> metadata;
    std::string output_template;
};

/// Adds the options of these arguments, which have to outlive the command.
void add_book_options(Command& command, BookArguments& arguments);

/// Throws a `usage` error for what is not possible.
void apply_book_options(const BookArguments& arguments, Job& job);

} // namespace recital
