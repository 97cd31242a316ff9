// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/cld2_detector.h"

#include "base/data_table.h"
#include "base/resources.h"

#include <array>
#include <cstdio> // FILE, which CLD2 uses without including what declares it
#include <map>

// After <cstdio>.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace recital {

namespace {

/// CLD2's code of a language -> the tag that is used for it.
const std::map<std::string, std::string, std::less<>>& own_tags() {
    static const auto tags = [] {
        std::map<std::string, std::string, std::less<>> loaded;
        for (const DataRow& row :
             read_data_table(resource_folder() / "data" / "languages" / "cld2_languages.tsv", 2, 2)) {
            loaded.emplace(row.cells[0], row.cells[1]);
        }
        return loaded;
    }();
    return tags;
}

} // namespace

DetectedByCld2 detect_by_cld2(std::string_view text) {
    constexpr std::size_t guesses = 3;
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, guesses> languages{};
    std::array<int, guesses> percentages{};
    std::array<double, guesses> scores{};
    int letters = 0;
    int valid = 0;
    bool reliable = false;
    (void)CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                                  languages.data(), percentages.data(), scores.data(),
                                                  nullptr, &letters, &reliable, &valid);
    const std::string code = CLD2::LanguageCode(languages[0]);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE) {
        return {};
    }
    const auto own = own_tags().find(code);
    return {own == own_tags().end() ? code : own->second, reliable};
}

} // namespace recital
