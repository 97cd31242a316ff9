// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "studio/job/job.h"

#include <string>
#include <vector>

namespace recital {

/// What `recital render` was told about the text that goes with the audio: subtitles and lyrics.
struct SubtitleArguments {
    bool lyrics = true;
    std::vector<std::string> subtitles; ///< kinds, each value one or several with commas between them
};

/// The options of these arguments, which have to outlive the command.
void add_subtitle_options(Command& command, SubtitleArguments& arguments);

/// Throws a `usage` error for kinds that cannot be written.
void apply_subtitle_options(const SubtitleArguments& arguments, Job& job);

} // namespace recital
