// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "studio/job/job.h"

#include <string>

namespace recital {

/// How documents are read, as it was given.
struct ReadingArguments {
    std::string encoding;
    std::string language;
    std::string musician;
    std::string chapters_from = "auto";
    double min_chapter = ChapterPlan().min_seconds;
    bool no_repair = false;
    bool captions = false;
};

/// The options of these arguments, which have to outlive the command.
void add_reading_options(CLI::App& command, ReadingArguments& arguments);

/// Which fields records have; the value is as it was given and has to outlive the command.
void add_fields_option(CLI::App& command, std::string& fields);

/// Throws a `usage` error for what is not possible.
[[nodiscard]] ReadOptions make_read_options(const ReadingArguments& arguments);

} // namespace recital
