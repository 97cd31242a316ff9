// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/language_voices.h"

#include "base/data_table.h"
#include "base/file.h"
#include "base/language_tag.h"
#include "speech/engine.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

/// The lines of a voice file that give it its sound in whatever language it speaks.
std::string timbre_of(std::string_view content) {
    constexpr std::array<std::string_view, 10> keywords{"gender",  "pitch",     "formant",    "echo",
                                                        "flutter", "roughness", "consonants", "voicing",
                                                        "breath",  "tone"};
    std::string lines;
    while (!content.empty()) {
        const auto end = content.find('\n');
        const std::string_view line = content.substr(0, end);
        if (std::ranges::any_of(keywords,
                                [&](std::string_view keyword) { return line.starts_with(keyword); })) {
            lines += std::string(line) + '\n';
        }
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    }
    return lines;
}

} // namespace

LanguageVoices::LanguageVoices(const std::filesystem::path& folder) {
    constexpr std::size_t columns = 3;
    for (DataRow& row : read_data_table(folder / "languages.tsv", columns, columns)) {
        voices_.push_back({std::move(row.cells[0]), std::move(row.cells[1]), std::move(row.cells[2])});
    }
}

const LanguageVoice* LanguageVoices::find(std::string_view language) const {
    while (true) {
        const auto found =
            std::ranges::find_if(voices_, [&](const LanguageVoice& voice) { return voice.tag == language; });
        if (found != voices_.end()) {
            return &*found;
        }
        const auto end = language.rfind('-');
        if (end == std::string_view::npos) {
            return nullptr;
        }
        language = language.substr(0, end);
    }
}

Voice LanguageVoices::reading(Voice voice, std::string_view language) const {
    const LanguageVoice* found = find(language);
    if (primary_subtag(language) == primary_subtag(voice.language) || found == nullptr) {
        return voice;
    }
    voice.language = language;
    voice.engine.voice = found->engine_voice;
    if (!voice.engine.voice_file.empty()) {
        const auto file = std::filesystem::path(engine_info().data_folder) / "lang" / found->engine_voice;
        voice.engine.voice_content = read_file(file) + '\n' + timbre_of(voice.engine.voice_content);
    }
    return voice;
}

std::string LanguageVoices::name_of(std::string_view language) const {
    const LanguageVoice* found = find(language);
    return found == nullptr ? std::string(language) : found->name;
}

} // namespace recital
