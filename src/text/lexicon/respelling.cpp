// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/respelling.h"

#include "base/data_table.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "text/language/character.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view vowel_letters = "aeiou";

bool is_capital(std::string_view syllable) {
    return !syllable.empty() && std::all_of(syllable.begin(), syllable.end(), is_ascii_upper);
}

/// Where the vowel of a syllable begins; a y counts where no other vowel is there.
std::size_t find_vowel(std::string_view letters) {
    const auto vowel = letters.find_first_of(vowel_letters);
    return vowel == std::string_view::npos ? letters.find('y') : vowel;
}

} // namespace

RespellingTable::RespellingTable(const std::filesystem::path& path) {
    for (const DataRow& row : read_data_table(path, 4, 3)) {
        const std::string& letters = row.cells[0];
        Letters& entry = letters_[letters];
        max_length_ = std::max(max_length_, letters.size());
        const Sound sound{row.cells[2], row.cells[3].empty() ? row.cells[2] : row.cells[3]};
        if (row.cells[1] == "any") {
            entry.anywhere = sound;
        } else if (row.cells[1] == "open") {
            entry.at_end = sound;
        } else if (row.cells[1] == "onset") {
            entry.before_vowel = sound;
        } else {
            throw Error(
                ErrorKind::usage,
                fmt::format("'{}' is not a position in a syllable: write any, open or onset", row.cells[1]),
                row.place);
        }
    }
}

std::string RespellingTable::to_ipa(std::string_view respelling, const SourcePlace& place) const {
    std::string ipa;
    for (const auto part : split(respelling, ' ')) {
        if (!part.empty()) {
            ipa += ipa.empty() ? "" : " ";
            ipa += word(part, place);
        }
    }
    return ipa;
}

std::string RespellingTable::word(std::string_view respelled, const SourcePlace& place) const {
    const auto syllables = split(respelled, '-');
    const auto stressed = static_cast<std::size_t>(
        std::find_if(syllables.rbegin(), syllables.rend(), is_capital).base() - syllables.begin());
    if (stressed == 0 && syllables.size() > 1) {
        throw Error(
            ErrorKind::usage,
            fmt::format("the respelling '{}' has no stressed syllable: write it in capitals", respelled),
            place);
    }
    std::string ipa;
    for (std::size_t n = 0; n < syllables.size(); ++n) {
        const bool capital = is_capital(syllables[n]);
        if (syllables.size() > 1) {
            ipa += capital ? (n + 1 == stressed ? "ˈ" : "ˌ") : (n == 0 ? "" : ".");
        }
        ipa += syllable(syllables[n], capital || syllables.size() == 1, place);
    }
    return ipa;
}

std::string RespellingTable::syllable(std::string_view written, bool stressed,
                                      const SourcePlace& place) const {
    const std::string letters = fold_case(written);
    const std::size_t vowel = find_vowel(letters);
    std::string ipa;
    bool readable = vowel != std::string::npos && !letters_.empty();
    std::size_t vowels = 0;
    for (std::size_t position = 0; readable && position < letters.size();) {
        const Sound* sound = nullptr;
        std::size_t length = std::min(max_length_, letters.size() - position);
        for (; length > 0 && sound == nullptr; --length) {
            const auto row = letters_.find(letters.substr(position, length));
            if (row == letters_.end()) {
                continue;
            }
            const Letters& entry = row->second;
            const bool ends = position + length == letters.size();
            for (const auto* choice :
                 {ends ? &entry.at_end : nullptr, position + length <= vowel ? &entry.before_vowel : nullptr,
                  &entry.anywhere}) {
                if (sound == nullptr && choice != nullptr && !choice->stressed.empty()) {
                    sound = choice;
                }
            }
            if (sound != nullptr) {
                break;
            }
        }
        readable = sound != nullptr;
        if (readable) {
            ipa += stressed ? sound->stressed : sound->unstressed;
            vowels += position <= vowel && vowel < position + length ? 1U : 0U;
            // A second group of vowels would be a second syllable.
            readable = position <= vowel ||
                       letters.substr(position, length).find_first_of(vowel_letters) == std::string::npos;
            position += length;
        }
    }
    if (!readable || vowels != 1) {
        throw Error(
            ErrorKind::usage,
            fmt::format("'{}' cannot be read as one syllable of a respelling: write syllables such as "
                        "DVOR-zhahk, or IPA between slashes",
                        written),
            place);
    }
    return ipa;
}

} // namespace recital
