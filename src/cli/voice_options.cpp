// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/voice_options.h"

#include "base/error.h"
#include "base/resources.h"
#include "base/strings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace recital {

namespace {

constexpr double slowest_speed = 0.5;
constexpr double fastest_speed = 3;

/// Throws a `usage` error for a factor that is not possible.
double checked_speed(double factor) {
    if (!(factor >= slowest_speed && factor <= fastest_speed)) {
        throw Error(ErrorKind::usage,
                    fmt::format("--speed {} is not possible: it multiplies the voice's own rate, from {} to "
                                "{}; for words a minute use --wpm",
                                factor, slowest_speed, fastest_speed));
    }
    return factor;
}

Voice paced_voice(const Voice& voice, const DeliveryArguments& delivery) {
    double factor = delivery.speed ? checked_speed(*delivery.speed) : 1;
    if (delivery.words_per_minute) {
        factor = *delivery.words_per_minute / voice.engine.words_per_minute;
    }
    Voice paced = at_speed(voice, factor);
    const double rate = paced.engine.words_per_minute;
    if (!(rate >= slowest_words_per_minute && rate <= fastest_words_per_minute)) {
        throw Error(ErrorKind::usage, fmt::format("{:.0f} words a minute are not possible: choose {} to {}",
                                                  rate, slowest_words_per_minute, fastest_words_per_minute));
    }
    return paced;
}

/// Which announcements a list such as "opening,closing" asks for; "none" for none of them.
Announcements parse_announcements(std::string_view list) {
    Announcements asked{false, false, false};
    for (std::string_view rest = list == "none" ? "" : list; !rest.empty();) {
        const std::string_view name = cut_front(rest, ',');
        if (name == "opening") {
            asked.opening = true;
        } else if (name == "titles") {
            asked.chapter_titles = true;
        } else if (name == "closing") {
            asked.closing = true;
        } else {
            throw Error(ErrorKind::usage,
                        fmt::format("--announce {} is not possible: give none, or some of opening, "
                                    "titles and closing with commas between them",
                                    list));
        }
    }
    return asked;
}

} // namespace

void add_voice_options(CLI::App& command, VoiceArguments& arguments) {
    command
        .add_option("-v,--voice", arguments.voice,
                    "A voice of `recital voices`, or a profile of your own (.toml) [narrator]")
        ->type_name("VOICE");
    add_repeatable_option(command, "--lexicon", arguments.lexicons,
                          "How names are pronounced: a table, or a W3C lexicon (.pls)", "FILE");
}

void add_delivery_options(CLI::App& command, DeliveryArguments& arguments) {
    auto* speed =
        command.add_option("--speed", arguments.speed, "Speak that many times as fast, pauses too: 0.5 to 3")
            ->type_name("X");
    command.add_option("--wpm", arguments.words_per_minute, "Speak at that rate: 80 to 450 words a minute")
        ->excludes(speed)
        ->type_name("N");
    command
        .add_option("--announce", arguments.announce,
                    "What is said beside the text: none, or some of opening,titles,closing [all]")
        ->type_name("LIST");
}

Voice named_voice(const VoiceArguments& arguments) {
    return load_voice(resource_folder() / "voices", arguments.voice);
}

Voice delivering_voice(const VoiceArguments& arguments, const DeliveryArguments& delivery) {
    Voice voice = paced_voice(named_voice(arguments), delivery);
    if (delivery.announce) {
        voice.announcements = parse_announcements(*delivery.announce);
    }
    return voice;
}

std::vector<std::filesystem::path> lexicon_files(const VoiceArguments& arguments) {
    return {arguments.lexicons.begin(), arguments.lexicons.end()};
}

} // namespace recital
