// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice/voice.h"

#include "base/file.h"
#include "base/folder_reader.h"
#include "base/nesting.h"
#include "document/language/detection.h"
#include "speech/voice/keys.h"
#include "speech/voice/variant.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <iterator>

namespace recital {

namespace {

/// Reads the variant of ours that the profile names, if it names one.
void read_variant(const std::filesystem::path& profile, EngineSettings& engine) {
    if (engine.variant_file.empty()) {
        return;
    }
    if (!engine.variant.empty()) {
        throw Error(ErrorKind::voice,
                    "the profile has both 'engine.variant' and 'engine.variant_file': keep one",
                    {profile.string(), 0});
    }
    const auto path = profile.parent_path() / engine.variant_file;
    try {
        engine.variant_content = read_file(path);
    } catch (const Error& error) {
        throw Error(ErrorKind::voice, fmt::format("its variant {} {}", path.string(), error.what()),
                    {profile.string(), 0});
    }
    check_variant(engine.variant_content, path);
}

toml::table parse_table(const std::filesystem::path& path) {
    try {
        const std::string content = read_file(path);
        if (const auto line = line_of_deep_toml(content)) {
            throw Error(ErrorKind::voice, fmt::format("nests more than {} levels deep", max_nesting),
                        {path.string(), *line});
        }
        return toml::parse(content, path.string());
    } catch (const Error& error) {
        throw Error(ErrorKind::voice, error.what(), {path.string(), error.place().line});
    } catch (const toml::parse_error& error) {
        throw Error(ErrorKind::voice, fmt::format("is not valid TOML: {}", error.description()),
                    {path.string(), error.source().begin.line});
    }
}

std::vector<std::filesystem::path> profile_paths(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (FolderReader files(folder); files.next();) {
        if (files.path().extension() == ".toml") {
            paths.push_back(files.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The file of that name among them; the error lists what there is.
std::filesystem::path find_profile(const std::vector<std::filesystem::path>& paths, const std::string& name,
                                   std::string_view what, std::string_view hint, const SourcePlace& place) {
    const auto found = std::find_if(paths.begin(), paths.end(),
                                    [&](const std::filesystem::path& path) { return path.stem() == name; });
    if (found != paths.end()) {
        return *found;
    }
    std::vector<std::string> names;
    std::transform(paths.begin(), paths.end(), std::back_inserter(names),
                   [](const std::filesystem::path& path) { return path.stem().string(); });
    throw Error(ErrorKind::voice,
                fmt::format("unknown {} '{}': choose one of {}{}", what, name, fmt::join(names, ", "), hint),
                place);
}

/// Sets what the target that the profile names asks for.
void read_target(const toml::table& table, const std::filesystem::path& path,
                 const std::filesystem::path& folder, Voice& voice) {
    const auto* node = table.get("target");
    const auto name = node == nullptr ? std::nullopt : node->value<std::string>();
    if (!name) {
        return; // a value that is no text is found with the other keys
    }
    const auto target = find_profile(profile_paths(folder / "targets"), *name, "target", "",
                                     {path.string(), node->source().begin.line});
    read_keys(parse_table(target), target, voice);
}

/// The profile without the voices of its roles. `folder` is where targets are.
Voice parse_profile(const std::filesystem::path& path, const std::filesystem::path& folder) {
    Voice voice;
    voice.name = path.stem().string();
    const toml::table table = parse_table(path);
    read_target(table, path, folder, voice);
    read_keys(table, path, voice);
    check_required_keys(path, voice);
    if (language_tag(voice.language).empty()) {
        throw Error(
            ErrorKind::voice,
            fmt::format("'language' is '{}', which is not a language: give a tag such as en-GB or pt-BR",
                        voice.language),
            {path.string(), 0});
    }
    read_variant(path, voice.engine);
    return voice;
}

/// Loads the engine of the profile that speaks in a role, where there is one.
void read_role_voice(const std::filesystem::path& path, const std::filesystem::path& folder,
                     RoleSettings& role) {
    if (role.voice.empty()) {
        return;
    }
    const auto other = find_profile(profile_paths(folder), role.voice, "voice", "", {path.string(), 0});
    const Voice voice = parse_profile(other, folder);
    if (!voice.heading.voice.empty() || !voice.quotation.voice.empty()) {
        throw Error(ErrorKind::voice,
                    fmt::format("the voice '{}' cannot be used for a role: its own roles use other voices",
                                role.voice),
                    {path.string(), 0});
    }
    role.engine = voice.engine;
}

/// `folder` is where the targets and the voices of roles are.
Voice parse_voice(const std::filesystem::path& path, const std::filesystem::path& folder) {
    Voice voice = parse_profile(path, folder);
    read_role_voice(path, folder, voice.heading);
    read_role_voice(path, folder, voice.quotation);
    return voice;
}

} // namespace

Voice load_voice(const std::filesystem::path& folder, const std::string& name) {
    if (name.ends_with(".toml")) {
        return parse_voice(name, folder);
    }
    const auto path = find_profile(profile_paths(folder), name, "voice",
                                   ", or give a profile of your own as a path that ends in .toml", {});
    return parse_voice(path, folder);
}

std::vector<Voice> load_voices(const std::filesystem::path& folder) {
    std::vector<Voice> voices;
    for (const auto& path : profile_paths(folder)) {
        voices.push_back(parse_voice(path, folder));
    }
    return voices;
}

Voice at_speed(Voice voice, double factor) {
    voice.engine.words_per_minute *= factor;
    for (RoleSettings* role : {&voice.heading, &voice.quotation}) {
        if (role->engine) {
            role->engine->words_per_minute *= factor;
        }
    }
    PauseSettings& pauses = voice.pauses;
    for (double* pause :
         {&pauses.head, &pauses.comma, &pauses.dash, &pauses.semicolon, &pauses.sentence,
          &pauses.long_sentence, &pauses.paragraph, &pauses.title, &pauses.chapter, &pauses.tail}) {
        *pause /= factor;
    }
    return voice;
}

} // namespace recital
