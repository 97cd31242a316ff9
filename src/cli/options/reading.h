// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "studio/job/job.h"

#include <cstddef>
#include <string>
#include <vector>

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
    bool any_text = false;
    double max_text_mebibytes = 0.0;
};

/// The options of these arguments, which have to outlive the command.
void add_reading_options(Command& command, ReadingArguments& arguments);

/// Which rows of tables are read and which fields they have, as it was given.
struct RecordArguments {
    std::string fields;
    std::vector<std::string> ids;
};

/// The options of these arguments, which have to outlive the command.
void add_record_options(Command& command, RecordArguments& arguments);

/// Throws a `usage` error for what is not possible.
[[nodiscard]] ReadOptions make_read_options(const ReadingArguments& arguments);

} // namespace recital
