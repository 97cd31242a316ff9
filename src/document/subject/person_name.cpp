// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/person_name.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"
#include "document/subject/naming_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

/// Honours have at least two capitals: "Ma" and "Om" are names.
bool begins_upper_pair(std::string_view letters) {
    return std::count_if(letters.begin(), letters.end(),
                         [](char letter) { return letter >= 'A' && letter <= 'Z'; }) >= 2;
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

std::string_view without_comma(std::string_view word) {
    return word.ends_with(',') ? word.substr(0, word.size() - 1) : word;
}

/// Whether the text could be a forename or a surname: "Ludwig van", "van Beethoven", "Sánchez Pérez".
bool is_half_of_name(std::string_view text) {
    constexpr std::size_t max_words = 3;
    const std::vector<std::string_view> words = split(text, ' ');
    const auto fits = [](std::string_view word) {
        return !is_name_suffix(word) &&
               (is_name_word(word) || StructureWords::known().particles.contains(word));
    };
    return words.size() <= max_words && std::all_of(words.begin(), words.end(), fits) &&
           std::any_of(words.begin(), words.end(), is_name_word);
}

/// Without quotation marks around it, as of a nickname.
std::string_view without_quotes(std::string_view word) {
    for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u2018", "\u2019"}) {
        word.remove_prefix(word.starts_with(mark) ? mark.size() : 0);
        word.remove_suffix(word.ends_with(mark) ? mark.size() : 0);
    }
    return word;
}

} // namespace

bool is_name_word(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const char32_t code_point = next_code_point(word, position);
        if (is_letter(code_point)) {
            return is_upper(code_point) ||
                   (position < word.size() && (word[position] == '\'' || word[position] == '.'));
        }
        if (code_point != '"' && code_point != U'\u201C' && code_point != '\'' && code_point != U'\u2018') {
            return false;
        }
    }
    return false;
}

bool is_name_suffix(std::string_view word) {
    return word == "Jr." || word == "Sr." || word == "Jr" || word == "Sr" || word == "II" || word == "III" ||
           word == "IV";
}

bool is_honour(std::string_view word) {
    const std::string_view bare_word = trimmed(word, ",;");
    std::string letters(bare_word);
    std::erase(letters, '.');
    const bool is_written_so = letters.size() >= 2 && begins_upper_pair(letters);
    return is_written_so && NamingWords::known().honours.contains_folded(letters);
}

std::string LeadingName::text() const {
    std::string text;
    for (const std::string_view word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

LeadingName read_name(std::string_view sentence) {
    constexpr std::size_t max_words = 12;
    const StructureWords& words = StructureWords::known();
    LeadingName name{{}, sentence, false};
    while (!name.rest.empty() && name.words.size() < max_words) {
        const std::string_view written = first_word(name.rest);
        const std::string_view word = without_comma(written);
        if (name.comma_follows && !is_name_suffix(word)) {
            break;
        }
        const bool particle = !name.words.empty() && words.particles.contains(word);
        if (!is_name_word(word) && !particle) {
            break;
        }
        name.words.push_back(word);
        name.rest.remove_prefix(std::min(name.rest.size(), written.size() + 1));
        name.comma_follows = word.size() < written.size();
    }
    while (!name.words.empty() && words.particles.contains(name.words.back())) {
        name.words.pop_back();
    }
    return name;
}

bool is_possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("\u2019s") || word.ends_with("s'") ||
           word.ends_with("s\u2019");
}

bool names_person(std::string_view text) {
    constexpr std::size_t max_words = 6;
    const LeadingName name = read_name(text);
    return name.rest.empty() && name.words.size() >= 2 && name.words.size() <= max_words &&
           !StructureWords::known().openers("en").contains_folded(name.words.front()) &&
           !names_division(text);
}

std::string in_spoken_order(std::string_view name) {
    const std::vector<std::string_view> halves = split(name, ',');
    if (halves.size() == 2 && is_half_of_name(trimmed(halves[0])) && is_half_of_name(trimmed(halves[1]))) {
        return fmt::format("{} {}", trimmed(halves[1]), trimmed(halves[0]));
    }
    return std::string(name);
}

bool has_word_of_name(std::string_view name, std::string_view word) {
    const std::vector<std::string_view> words = split(name, ' ');
    return std::any_of(words.begin(), words.end(), [word](std::string_view part) {
        return part == word || without_quotes(part) == without_quotes(word);
    });
}

bool are_forms_of_one_name(std::string_view left, std::string_view right) {
    const std::string_view longer = left.size() < right.size() ? right : left;
    const std::vector<std::string_view> shorter = split(left.size() < right.size() ? left : right, ' ');
    return std::all_of(shorter.begin(), shorter.end(),
                       [&longer](std::string_view word) { return has_word_of_name(longer, word); });
}

bool is_slug(std::string_view name) {
    return name.find_first_of("-_") != std::string_view::npos &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

bool ends_like_group(std::string_view name) {
    const auto space = name.rfind(' ');
    std::size_t position = 0;
    return space != std::string_view::npos && is_upper(next_code_point(name, position)) &&
           matches(NamingWords::known().ensembles, fold_case(name.substr(space + 1)));
}

std::vector<std::string> aliases_of(std::string_view name) {
    std::vector<std::string> words;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view word = first_word(rest);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        const bool known = is_name_suffix(word) || StructureWords::known().honorifics.contains_folded(word);
        if (!word.empty() && !known) {
            words.emplace_back(word);
        }
    }
    std::vector<std::string> aliases;
    if (words.size() < 2) {
        return aliases;
    }
    aliases.push_back(words.back());
    aliases.push_back(words.front());
    for (const std::string& word : words) {
        const std::size_t mark =
            word.starts_with("\u201C") ? 3 : static_cast<std::size_t>(word.starts_with('"'));
        if (mark > 0 && word.size() > 2 * mark) {
            aliases.push_back(word.substr(mark, word.size() - 2 * mark));
        }
    }
    return aliases;
}

} // namespace recital
