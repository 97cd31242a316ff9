// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/printed_ipa.h"

#include "base/data_table.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view primary_stress = "ˈ";

/// Of "ˈdvɔːrʒɑːk, -ʒæk" what precedes the comma.
std::string_view first_variant(std::string_view printed) {
    printed = printed.substr(0, printed.find_first_of(",;~|"));
    printed = printed.substr(0, printed.find(" or "));
    return trimmed(printed, "/[] ");
}

/// Leaves out what may be left out, "d(ə)ˈvɔːr", but for an r, which the voice's accent decides on.
std::string without_optional(std::string_view ipa) {
    std::string plain;
    for (std::size_t position = 0; position < ipa.size();) {
        const std::size_t close = ipa[position] == '(' ? ipa.find(')', position) : npos;
        if (close == npos) {
            plain += ipa[position++];
            continue;
        }
        const std::string_view optional = ipa.substr(position + 1, close - position - 1);
        plain += optional == "r" ? optional : "";
        position = close + 1;
    }
    return plain;
}

/// A word with its stress before a vowel, if it has no mark and at least two syllables.
std::string with_stress(std::string word, std::string_view language, const SpellingMatch& spelling) {
    const std::vector<std::size_t> vowels = spelling.vowels(word);
    if (vowels.size() < 2 || word.find(primary_stress) != std::string::npos) {
        return word;
    }
    const bool on_last = language == "fr" && !word.ends_with("ə");
    word.insert(vowels[vowels.size() - (on_last ? 1 : 2)], primary_stress);
    return word;
}

} // namespace

PrintedIpa::PrintedIpa(const std::filesystem::path& table) {
    for (const DataRow& row : read_data_table(table, 2, 1)) {
        const std::string sign = normalise_nfc(row.cells[0]);
        std::size_t position = 0;
        replacements_[next_code_point(sign, position)] = row.cells[1] == "_" ? " " : row.cells[1];
    }
}

std::vector<std::string> PrintedIpa::words(std::string_view printed, std::string_view language,
                                           const SpellingMatch& spelling) const {
    const std::string ipa = normalise_nfc(without_optional(first_variant(printed)));
    std::string known;
    for (std::size_t position = 0; position < ipa.size();) {
        const std::size_t begin = position;
        const auto row = replacements_.find(next_code_point(ipa, position));
        known += row == replacements_.end() ? std::string_view(ipa).substr(begin, position - begin)
                                            : std::string_view(row->second);
    }
    std::vector<std::string> words;
    for (const std::string_view word : split(known, ' ')) {
        if (!spelling.vowels(word).empty()) {
            words.push_back(with_stress(std::string(word), language, spelling));
        } else if (!words.empty()) {
            words.back() += word; // a word without a vowel, "v": it is said with its neighbour
        }
    }
    return words;
}

} // namespace recital
