// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "speech/voice/voice.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// Who reads, and how names are pronounced, as it was given.
struct VoiceArguments {
    std::string voice = "narrator";
    std::vector<std::string> lexicons;
};

/// How a book is delivered by its voice, as it was given.
struct DeliveryArguments {
    std::optional<double> speed;            ///< times the voice's own rate
    std::optional<double> words_per_minute; ///< instead of `speed`
    std::optional<std::string> announce;    ///< what is said beside the text
};

// The arguments have to outlive the command.
/// Adds the options that tell who reads.
void add_voice_options(Command& command, VoiceArguments& arguments);
/// Adds those that tell how fast.
void add_rate_options(Command& command, DeliveryArguments& arguments);
/// Adds those that tell how fast, and what is said beside the text.
void add_delivery_options(Command& command, DeliveryArguments& arguments);

/// Throws a `voice` error.
[[nodiscard]] Voice named_voice(const VoiceArguments& arguments);

/// The named voice at the rate and with the announcements that are asked for. Throws `usage` and `voice`
/// errors.
[[nodiscard]] Voice delivering_voice(const VoiceArguments& arguments, const DeliveryArguments& delivery);

/// The lexicons that were named, in order.
[[nodiscard]] std::vector<std::filesystem::path> lexicon_files(const VoiceArguments& arguments);

} // namespace recital
