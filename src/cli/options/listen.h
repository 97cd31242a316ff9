// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"
#include "cli/options/reading.h"
#include "cli/options/voice.h"

#include <cstddef>
#include <string>
#include <vector>

namespace recital {

class Command;

/// The values of `recital say` as they were given.
struct SayArguments {
    std::vector<std::string> words;
    std::string language;
    VoiceArguments voice;
    DeliveryArguments delivery;
    std::string output;
    bool overwrite = false;
};

/// The values of `recital preview` as they were given.
struct PreviewArguments {
    std::string input;
    std::size_t chapter = 0;
    std::string find;
    double seconds = Excerpt().seconds;
    VoiceArguments voice;
    DeliveryArguments delivery;
    ReadingArguments reading;
    RecordArguments records;
    std::string output;
    bool overwrite = false;
};

// The arguments have to outlive the command.
void add_say_command(Command& root, SayArguments& arguments);
void add_preview_command(Command& root, PreviewArguments& arguments);

// Throw `usage` and `voice` errors.
[[nodiscard]] ListenOptions make_say_options(const SayArguments& arguments);
[[nodiscard]] ListenOptions make_preview_options(const PreviewArguments& arguments);

} // namespace recital
