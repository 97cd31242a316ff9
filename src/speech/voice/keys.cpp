// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice/keys.h"

#include "base/hash.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// A key of a profile: where it stands, where it goes, what it may be.
struct NumberKey {
    std::string_view section;
    std::string_view name;
    double& (*field)(Voice&);
    double min;
    double max;
};

struct TextKey {
    std::string_view section; ///< empty at the top level
    std::string_view name;
    std::string& (*field)(Voice&);
    bool required;
    std::vector<std::string_view> choices; ///< empty where anything goes
};

struct SwitchKey {
    std::string_view section;
    std::string_view name;
    bool& (*field)(Voice&);
};

// The parameter names a member: it cannot stand in parentheses. NOLINTBEGIN(bugprone-macro-parentheses)
#define RECITAL_FIELD(member) [](Voice& voice) -> auto& { return voice.member; }
// NOLINTEND(bugprone-macro-parentheses)

const std::array number_keys = {
    NumberKey{"engine", "words_per_minute", RECITAL_FIELD(engine.words_per_minute), slowest_words_per_minute,
              fastest_words_per_minute},
    NumberKey{"engine", "evenness", RECITAL_FIELD(engine.evenness), 0, 1},
    NumberKey{"engine", "pitch", RECITAL_FIELD(engine.pitch), 0, 99},
    NumberKey{"engine", "pitch_range", RECITAL_FIELD(engine.pitch_range), 0, 99},
    NumberKey{"engine", "amplitude", RECITAL_FIELD(engine.amplitude), 1, 60},
    NumberKey{"heading", "rate", RECITAL_FIELD(heading.rate), 0.5, 2},
    NumberKey{"heading", "pitch", RECITAL_FIELD(heading.pitch), -50, 50},
    NumberKey{"quotation", "rate", RECITAL_FIELD(quotation.rate), 0.5, 2},
    NumberKey{"quotation", "pitch", RECITAL_FIELD(quotation.pitch), -50, 50},
    NumberKey{"emphasis", "rate", RECITAL_FIELD(emphasis.rate), 0.5, 2},
    NumberKey{"emphasis", "pitch", RECITAL_FIELD(emphasis.pitch), -50, 50},
    NumberKey{"foreign_name", "rate", RECITAL_FIELD(foreign_name.rate), 0.5, 2},
    NumberKey{"foreign_name", "pitch", RECITAL_FIELD(foreign_name.pitch), -50, 50},
    NumberKey{"pauses", "head", RECITAL_FIELD(pauses.head), 0, 30},
    NumberKey{"pauses", "comma", RECITAL_FIELD(pauses.comma), 0, 30},
    NumberKey{"pauses", "dash", RECITAL_FIELD(pauses.dash), 0, 30},
    NumberKey{"pauses", "semicolon", RECITAL_FIELD(pauses.semicolon), 0, 30},
    NumberKey{"pauses", "sentence", RECITAL_FIELD(pauses.sentence), 0, 30},
    NumberKey{"pauses", "long_sentence", RECITAL_FIELD(pauses.long_sentence), 0, 30},
    NumberKey{"pauses", "long_sentence_words", RECITAL_FIELD(pauses.long_sentence_words), 1, 1000},
    NumberKey{"pauses", "paragraph", RECITAL_FIELD(pauses.paragraph), 0, 30},
    NumberKey{"pauses", "title", RECITAL_FIELD(pauses.title), 0, 30},
    NumberKey{"pauses", "chapter", RECITAL_FIELD(pauses.chapter), 0, 30},
    NumberKey{"pauses", "tail", RECITAL_FIELD(pauses.tail), 0, 30},
    NumberKey{"loudness", "integrated", RECITAL_FIELD(loudness.integrated), -40, -10},
    NumberKey{"loudness", "rms", RECITAL_FIELD(loudness.rms), -40, -10},
    NumberKey{"loudness", "true_peak", RECITAL_FIELD(loudness.true_peak), -20, 0},
    NumberKey{"measured", "word_error_rate", RECITAL_FIELD(measured.word_error_rate), 0, 100},
    NumberKey{"measured", "pitch", RECITAL_FIELD(measured.pitch), 0, 1000},
    NumberKey{"measured", "pitch_spread", RECITAL_FIELD(measured.pitch_spread), 0, 48},
    NumberKey{"sound", "high_pass", RECITAL_FIELD(sound.high_pass), 20, 200},
    NumberKey{"sound", "shelf_frequency", RECITAL_FIELD(sound.shelf_frequency), 1000, 10000},
    NumberKey{"sound", "shelf_gain", RECITAL_FIELD(sound.shelf_gain), -12, 0},
    NumberKey{"sound", "room_tone", RECITAL_FIELD(sound.room_tone), -120, -60},
};

const std::array text_keys = {
    TextKey{"", "description", RECITAL_FIELD(description), true, {}},
    TextKey{"", "language", RECITAL_FIELD(language), true, {}},
    TextKey{"", "target", RECITAL_FIELD(target), false, {}},
    TextKey{"loudness", "measure", RECITAL_FIELD(loudness.measure), false, {"integrated", "rms"}},
    TextKey{"heading", "voice", RECITAL_FIELD(heading.voice), false, {}},
    TextKey{"quotation", "voice", RECITAL_FIELD(quotation.voice), false, {}},
    TextKey{"engine", "voice", RECITAL_FIELD(engine.voice), true, {}},
    TextKey{"engine", "variant", RECITAL_FIELD(engine.variant), false, {}},
    TextKey{"engine", "variant_file", RECITAL_FIELD(engine.variant_file), false, {}},
    TextKey{"sound", "converter", RECITAL_FIELD(sound.converter), false, {"best", "medium", "fast"}},
};

const std::array switch_keys = {
    SwitchKey{"announcements", "opening", RECITAL_FIELD(announcements.opening)},
    SwitchKey{"announcements", "chapter_titles", RECITAL_FIELD(announcements.chapter_titles)},
    SwitchKey{"announcements", "closing", RECITAL_FIELD(announcements.closing)},
};

#undef RECITAL_FIELD

std::string full_name(std::string_view section, std::string_view name) {
    return section.empty() ? std::string(name) : fmt::format("{}.{}", section, name);
}

[[noreturn]] void reject(const std::filesystem::path& path, const toml::node& node,
                         const std::string& message) {
    throw Error(ErrorKind::voice, message, {path.string(), node.source().begin.line});
}

void read_number(const NumberKey& key, const toml::node& node, const std::filesystem::path& path,
                 Voice& voice) {
    const auto value = node.value<double>();
    if (!value || !node.is_number() || !(*value >= key.min && *value <= key.max)) {
        reject(path, node,
               fmt::format("'{}' must be a number from {} to {}", full_name(key.section, key.name), key.min,
                           key.max));
    }
    key.field(voice) = *value;
}

void read_text(const TextKey& key, const toml::node& node, const std::filesystem::path& path, Voice& voice) {
    const auto value = node.value<std::string>();
    const bool known = value && (key.choices.empty() || std::find(key.choices.begin(), key.choices.end(),
                                                                  *value) != key.choices.end());
    if (!known) {
        reject(path, node,
               fmt::format("'{}' must be {}", full_name(key.section, key.name),
                           key.choices.empty() ? "a text in quotes"
                                               : fmt::format("one of {}", fmt::join(key.choices, ", "))));
    }
    key.field(voice) = *value;
}

void read_switch(const SwitchKey& key, const toml::node& node, const std::filesystem::path& path,
                 Voice& voice) {
    const auto* value = node.as_boolean();
    if (value == nullptr) {
        reject(path, node, fmt::format("'{}' must be true or false", full_name(key.section, key.name)));
    }
    key.field(voice) = value->get();
}

void read_key(std::string_view section, std::string_view name, const toml::node& node,
              const std::filesystem::path& path, Voice& voice) {
    const auto is_it = [&](const auto& key) { return key.section == section && key.name == name; };
    if (const auto* number = std::find_if(number_keys.begin(), number_keys.end(), is_it);
        number != number_keys.end()) {
        return read_number(*number, node, path, voice);
    }
    if (const auto* text = std::find_if(text_keys.begin(), text_keys.end(), is_it); text != text_keys.end()) {
        return read_text(*text, node, path, voice);
    }
    if (const auto* key = std::find_if(switch_keys.begin(), switch_keys.end(), is_it);
        key != switch_keys.end()) {
        return read_switch(*key, node, path, voice);
    }
    reject(
        path, node,
        fmt::format("'{}' is not a key of a voice profile: see voices/README.md", full_name(section, name)));
}

bool is_section(std::string_view name) {
    const auto is_its = [&](const auto& key) { return key.section == name; };
    return std::any_of(number_keys.begin(), number_keys.end(), is_its) ||
           std::any_of(switch_keys.begin(), switch_keys.end(), is_its);
}

} // namespace

void read_keys(const toml::table& table, const std::filesystem::path& path, Voice& voice) {
    for (const auto& [name, node] : table) {
        const auto* section = node.as_table();
        if (section == nullptr || !is_section(name.str())) {
            read_key("", name.str(), node, path, voice);
            continue;
        }
        for (const auto& [key, value] : *section) {
            read_key(name.str(), key.str(), value, path, voice);
        }
    }
}

void check_required_keys(const std::filesystem::path& path, Voice& voice) {
    for (const TextKey& key : text_keys) {
        if (key.required && key.field(voice).empty()) {
            throw Error(ErrorKind::voice,
                        fmt::format("the profile lacks '{}'", full_name(key.section, key.name)),
                        {path.string(), 0});
        }
    }
}

namespace {

// The pauses at the borders of takes are part of each take's own request.
constexpr std::array<std::string_view, 5> border_pauses = {"head", "paragraph", "title", "chapter", "tail"};

/// True for the keys that every take depends on, in one way or another.
bool shapes_sound(std::string_view section, std::string_view name) {
    const bool at_border = section == "pauses" &&
                           std::find(border_pauses.begin(), border_pauses.end(), name) != border_pauses.end();
    return !at_border && !section.empty() && section != "measured" && section != "emphasis" &&
           section != "foreign_name";
}

/// True for the keys that decide what the engine itself says.
bool shapes_speech(std::string_view section, std::string_view /*name*/) {
    return section == "engine" || section == "heading" || section == "quotation";
}

/// The keys for which `is_wanted` is true, of the engines of roles first.
std::string describe(const Voice& voice, bool (*is_wanted)(std::string_view, std::string_view)) {
    Voice copy = voice;
    copy.engine.variant_file =
        voice.engine.variant_file.empty() ? "" : hash_hex(voice.engine.variant_content);
    std::string text;
    for (const RoleSettings* role : {&voice.heading, &voice.quotation}) {
        if (role->engine) {
            Voice other;
            other.engine = *role->engine;
            text += describe(other, is_wanted);
        }
    }
    const auto add = [&](const auto& key) {
        if (is_wanted(key.section, key.name)) {
            text += fmt::format("{}={}\n", full_name(key.section, key.name), key.field(copy));
        }
    };
    std::for_each(text_keys.begin(), text_keys.end(), add);
    std::for_each(number_keys.begin(), number_keys.end(), add);
    return text;
}

} // namespace

std::string describe_sound(const Voice& voice) {
    return describe(voice, shapes_sound);
}

std::string describe_speech(const Voice& voice) {
    return describe(voice, shapes_speech);
}

std::string describe_profile(const Voice& voice) {
    const auto shapes_book = [](std::string_view section, std::string_view name) {
        return section != "measured" && name != "description";
    };
    Voice copy = voice;
    std::string text = fmt::format("name={}\n{}", voice.name, describe(voice, shapes_book));
    for (const SwitchKey& key : switch_keys) {
        text += fmt::format("{}={}\n", full_name(key.section, key.name), key.field(copy));
    }
    return text;
}

std::string describe_inflections(const Voice& voice) {
    return fmt::format("emphasis.rate={}\nemphasis.pitch={}\nforeign_name.rate={}\nforeign_name.pitch={}\n",
                       voice.emphasis.rate, voice.emphasis.pitch, voice.foreign_name.rate,
                       voice.foreign_name.pitch);
}

} // namespace recital
