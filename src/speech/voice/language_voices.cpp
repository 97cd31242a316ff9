// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice/language_voices.h"

#include "base/data_table.h"
#include "base/language_tag.h"

#include <algorithm>
#include <utility>

namespace recital {

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
    voice.heading.engine.reset(); // the voices of roles read their own language
    voice.quotation.engine.reset();
    return voice;
}

std::string LanguageVoices::name_of(std::string_view language) const {
    const LanguageVoice* found = find(language);
    return found == nullptr ? std::string(language) : found->name;
}

} // namespace recital
