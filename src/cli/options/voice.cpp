// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/voice.h"

#include "base/error.h"
#include "base/resources.h"
#include "base/strings.h"
#include "cli/tree/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace recital {

namespace {

constexpr double slowest_speed = 0.5;
constexpr double fastest_speed = 3;

/// Throws a `usage` error for a factor that the options or the engine do not go to with this voice.
double checked_speed(double factor, const Voice& voice) {
    const double rate = voice.engine.words_per_minute;
    const double slowest = std::max(slowest_speed, slowest_words_per_minute / rate);
    const double fastest = std::min(fastest_speed, fastest_words_per_minute / rate);
    if (!(factor >= slowest && factor <= fastest)) {
        constexpr double shown = 100; // two digits behind the point, on the side that is possible
        throw Error(ErrorKind::usage,
                    fmt::format("--speed {} is not possible: it multiplies the rate of the voice; for '{}' "
                                "choose {} to {}; to set words a minute use --wpm",
                                factor, voice.name, std::ceil(slowest * shown) / shown,
                                std::floor(fastest * shown) / shown));
    }
    return factor;
}

/// Throws a `usage` error for a rate that the engine does not have.
double checked_rate(double words_per_minute) {
    if (!(words_per_minute >= slowest_words_per_minute && words_per_minute <= fastest_words_per_minute)) {
        throw Error(ErrorKind::usage,
                    fmt::format("--wpm {} is not possible: choose {} to {} words a minute", words_per_minute,
                                slowest_words_per_minute, fastest_words_per_minute));
    }
    return words_per_minute;
}

Voice paced_voice(const Voice& voice, const DeliveryArguments& delivery) {
    if (delivery.words_per_minute) {
        return at_speed(voice, checked_rate(*delivery.words_per_minute) / voice.engine.words_per_minute);
    }
    return delivery.speed ? at_speed(voice, checked_speed(*delivery.speed, voice)) : voice;
}

/// The profiles that are installed.
std::vector<std::string> voice_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(resource_folder() / "voices")) {
        if (entry.path().extension() == ".toml") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
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
            throw Error(ErrorKind::usage, fmt::format("--announce {} is not possible: give none, or a list "
                                                      "of opening, titles and closing, separated by commas",
                                                      list));
        }
    }
    return asked;
}

} // namespace

void add_voice_options(Command& command, VoiceArguments& arguments) {
    begin_option_group(command, voice_group);
    ValueGuide voice{ValueKind::word, "VOICE", "british"};
    voice.words = voice_names;
    voice.alternative = "or give a profile of your own as a path that ends in .toml";
    voice.alternative_suffix = ".toml";
    command.add_value("-v,--voice", arguments.voice,
                      "Name of a voice (see `recital voices`), or a profile of your own (.toml) [narrator]",
                      voice);
    command.add_repeatable("--lexicon", arguments.lexicons,
                           "Pronunciations of names: a table or a W3C lexicon (.pls)",
                           file_path("FILE", "names.tsv"));
}

void add_rate_options(Command& command, DeliveryArguments& arguments) {
    ValueGuide factor = any_number("X", "1.2");
    factor.units = {{"x", 1}};
    auto* const speed = command.add_value(
        "--speed", arguments.speed,
        fmt::format("Multiply the rate of speech and pauses: {} to {}, if the "
                    "result is {} to {} words a minute",
                    slowest_speed, fastest_speed, slowest_words_per_minute, fastest_words_per_minute),
        factor);
    ValueGuide rate = any_number("N", "175");
    rate.unit = "words a minute";
    rate.units = {{"wpm", 1}};
    command
        .add_value("--wpm", arguments.words_per_minute,
                   fmt::format("Set the rate of speech instead: {} to {} words a minute",
                               slowest_words_per_minute, fastest_words_per_minute),
                   rate)
        ->excludes(speed);
}

void add_delivery_options(Command& command, DeliveryArguments& arguments) {
    add_rate_options(command, arguments);
    command.add_value("--announce", arguments.announce,
                      "Announcements, separated by commas: opening,titles,closing; or none [all]",
                      list_of("LIST", {"opening", "titles", "closing", "none"}, "opening,titles"));
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
