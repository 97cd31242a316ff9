// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/file_names.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/person_name.h"
#include "document/subject/title_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

namespace recital {

namespace {

std::string capitalised(std::string_view word) {
    if (word.empty() || StructureWords::known().particles.contains(word)) {
        return std::string(word);
    }
    std::size_t position = 0;
    std::string result;
    const char32_t first = next_code_point(word, position);
    append_utf8(result, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first))));
    if (first == U'o' && word.substr(position).starts_with('\'') && position + 1 < word.size()) {
        result += '\''; // "o'connor"
        ++position;
        append_utf8(result,
                    static_cast<char32_t>(u_totitle(static_cast<UChar32>(next_code_point(word, position)))));
    }
    result += word.substr(position);
    return result;
}

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char lower = static_cast<char>(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// "%C3%A9" as the bytes that it represents (RFC 3986, section 2.1); unchanged if they are not UTF-8.
std::string without_escapes(const std::string& text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_escape = text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
                               hex_value(text[at + 2]) >= 0;
        if (is_escape) {
            decoded += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return is_utf8(decoded) ? decoded : text;
}

/// "MaraBell" as "Mara Bell"; "McCartney" and "deadMau5" have one name only.
std::string without_camel_case(const std::string& word) {
    constexpr std::size_t min_part = 3; // "Mac", "Mc", "De" begin surnames
    std::string spaced;
    std::size_t begin = 0;
    for (std::size_t at = 1; at < word.size(); ++at) {
        const bool is_border = is_ascii_lower(word[at - 1]) && is_ascii_upper(word[at]) &&
                               is_ascii_upper(word.front()) && at - begin >= min_part &&
                               word.substr(begin, at - begin) != "Mac";
        if (is_border) {
            spaced += word.substr(begin, at - begin) + ' ';
            begin = at;
        }
    }
    return spaced + word.substr(begin);
}

/// The words of a name that underscores or blanks separate, or, if it has none, hyphens and full stops.
std::vector<std::string> words_of_stem(const std::string& stem) {
    const bool has_blanks = stem.find_first_of(" _+") != std::string::npos;
    const std::string_view between = has_blanks ? " _+" : " -_.";
    std::vector<std::string> words;
    for (std::size_t position = 0; position < stem.size();) {
        const std::size_t end = std::min(stem.find_first_of(between, position), stem.size());
        if (end > position) {
            std::string word = stem.substr(position, end - position);
            const bool is_initial = word.size() == 1 && end < stem.size() && stem[end] == '.';
            words.push_back(is_initial ? word + '.' : word);
        }
        position = end + 1;
    }
    if (words.size() == 1) {
        const std::string spaced = without_camel_case(words.front());
        words.clear();
        for (const std::string_view word : split(spaced, ' ')) {
            words.emplace_back(word);
        }
    }
    return words;
}

/// Hyphens that join words in a name with blanks: "01 - mara-bell".
void split_hyphens(std::vector<std::string>& words) {
    const bool is_lower = std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return std::any_of(word.begin(), word.end(), is_ascii_upper);
    });
    std::vector<std::string> parts;
    for (const std::string& word : words) {
        if (!is_lower || word.find('-') == std::string::npos) {
            parts.push_back(word);
            continue;
        }
        for (const std::string_view part : split(word, '-')) {
            if (!part.empty()) {
                parts.emplace_back(part);
            }
        }
    }
    words = std::move(parts);
}

/// "(2)": the number of a copy.
bool is_number_of_copy(std::string_view word) {
    constexpr std::size_t max_length = 4; // with its brackets
    return word.size() >= 3 && word.size() <= max_length && word.starts_with('(') && word.ends_with(')') &&
           is_digits(word.substr(1, word.size() - 2));
}

/// Without the "(2)" that follows it directly.
std::string without_number_of_copy(std::string stem) {
    const auto bracket = stem.rfind('(');
    if (bracket != std::string::npos && bracket > 0 &&
        is_number_of_copy(std::string_view(stem).substr(bracket))) {
        stem.resize(bracket);
    }
    return std::string(trimmed(stem, " "));
}

/// "2024-05-03", "20240503".
bool is_date(std::string_view word) {
    constexpr std::size_t digits_of_date = 8;
    const auto digits = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_ascii_digit));
    return digits == digits_of_date && (word.starts_with("19") || word.starts_with("20")) &&
           word.find_first_not_of("0123456789-.") == std::string_view::npos;
}

/// "final", "draft3", "v2", "V1.1".
bool names_version(std::string_view word) {
    const std::string folded = fold_case(trimmed(word, "()[]"));
    const std::string_view letters = std::string_view(folded).substr(0, folded.find_first_of("0123456789"));
    const std::string_view number = std::string_view(folded).substr(letters.size());
    const bool has_number =
        !number.empty() && number.find_first_not_of("0123456789.") == std::string_view::npos;
    return (number.empty() || has_number) &&
           (NamingWords::known().file_tails.contains(letters) || (has_number && letters == "v"));
}

/// Removes what says which version of a file it is: "mara_bell_final_v2", "Mara Bell - Copy (3)".
void drop_version(std::vector<std::string>& words) {
    constexpr std::size_t parts_of_date = 3;
    const std::size_t count = words.size();
    if (count > parts_of_date &&
        is_date(words[count - 3] + "-" + words[count - 2] + "-" + words[count - 1])) {
        words.resize(count - parts_of_date);
    }
    while (words.size() > 1) {
        const bool is_numbered =
            words.size() > 2 && is_digits(words.back()) && names_version(words[words.size() - 2]);
        const bool is_version = names_version(words.back()) || is_number_of_copy(words.back()) ||
                                is_date(words.back()) || words.back() == "-";
        if (!is_numbered && !is_version) {
            break;
        }
        words.resize(words.size() - (is_numbered ? 2 : 1));
    }
}

std::string title_from_stem(const std::string& stem) {
    std::vector<std::string> words =
        words_of_stem(without_number_of_copy(normalise_nfc(without_escapes(stem))));
    split_hyphens(words);
    std::erase(words, "-");
    drop_version(words);
    // A number at the front gives the order of the files of a folder.
    if (words.size() > 1 && is_digits(trimmed(words.front(), ".)"))) {
        words.erase(words.begin());
    }
    std::string title;
    for (const std::string& word : words) {
        title += (title.empty() ? "" : " ") + capitalised(word);
    }
    title = in_spoken_order(without_tail(without_distinction(person_in_title(title))));
    return title.empty() ? stem : title;
}

/// Whether the extension is that of a kind of file, not the rest of a name: "J. S. Bach", "clara.schumann".
bool is_extension(std::string_view extension) {
    constexpr std::size_t max_length = 9; // ".markdown"
    return extension.size() <= max_length && extension.find(' ') == std::string_view::npos;
}

} // namespace

std::string title_from_file_name(const std::string& name) {
    const std::filesystem::path path = std::filesystem::path(name).filename();
    const std::string file = path.string();
    return title_from_stem(is_extension(path.extension().string()) ? path.stem().string() : file);
}

std::string title_from_folder_name(const std::string& name) {
    return title_from_stem(std::filesystem::path(name).filename().string());
}

} // namespace recital
