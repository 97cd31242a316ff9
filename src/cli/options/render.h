// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/book.h"
#include "cli/options/options.h"
#include "cli/options/reading.h"
#include "cli/options/subtitles.h"
#include "cli/options/voice.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

/// The values of `recital render` as they were given, before they are checked against each other.
struct RenderArguments {
    std::vector<std::string> inputs;
    std::string plan;  ///< in place of inputs
    std::string shard; ///< of the plan; empty: all of it
    std::string retry_failed;
    std::string output = "audiobooks";
    VoiceArguments voice;
    DeliveryArguments delivery;
    std::vector<std::string> formats;
    bool split_chapters = false;
    SubtitleArguments subtitles;
    int sample_rate = 0;
    int kilobits = 0;
    std::size_t workers = 0;
    unsigned timeout_seconds = 0;
    std::string on_error = "fail";
    std::string cache;
    std::string cache_size;
    bool no_cache = false;
    bool keep_speech = false;
    ReadingArguments reading;
    RecordArguments records;
    BookArguments books;
    bool overwrite = false;
    bool dry_run = false;
    bool check_content = false;
    bool json = false;
    bool quiet = false;
};

/// What decides what the books are, apart from text and voice: formats, subtitles, tags, covers, paths.
void add_format_options(Command& command, RenderArguments& arguments);

/// Adds `recital render`; the arguments have to outlive the command.
void add_render_command(Command& root, RenderArguments& arguments);

/// Throws `usage` and `voice` errors.
[[nodiscard]] RenderOptions make_render_options(const RenderArguments& arguments);

} // namespace recital
