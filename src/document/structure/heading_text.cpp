// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/heading_text.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/normalise.h"
#include "document/language/structure_words.h"
#include "document/language/word_set.h"
#include "document/structure/heading.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

bool is_number_word(std::string_view word) {
    const StructureWords::Set& numbers = StructureWords::known().numbers;
    const auto hyphen = word.find('-');
    return numbers.contains_folded(word) ||
           (hyphen != std::string_view::npos && numbers.contains_folded(word.substr(0, hyphen)) &&
            numbers.contains_folded(word.substr(hyphen + 1)));
}

bool is_division(std::string_view word) {
    return StructureWords::known().divisions.contains_folded(word);
}

namespace {

constexpr std::size_t max_heading_length = 80; ///< bytes of a line that may be one

bool is_roman(std::string_view word) {
    return consists_of(word, "IVXLCDM") || consists_of(word, "ivxlcdm");
}

bool is_number(std::string_view word) {
    word = trimmed(word, ".:");
    return is_digits(word) || is_roman(word) || is_number_word(word);
}

/// A line split into "chapter", "IX." and the rest.
struct Division {
    bool found = false;
    std::string_view number;
    std::string_view rest;
};

Division division_of(std::string_view line) {
    const std::string_view first = line.substr(0, line.find_first_of(" .:"));
    const std::string_view after = trimmed(line.substr(first.size()), " ");
    std::string_view second = after.substr(0, after.find(' '));
    if (is_division(first) && !is_number(second) && second.size() < after.size()) { // "Chapter the First"
        const std::string_view two = after.substr(0, after.find(' ', second.size() + 1));
        second = is_number_word(trimmed(two, ".:,")) ? two : second;
    }
    const std::string_view rest = trimmed(after.substr(second.size()), " ");
    if (is_division(first)) {
        return {is_number(second), second, rest};
    }
    // "Zweites Kapitel", "Première partie"
    return {is_number_word(first) && is_division(trimmed(second, ".:")), second, rest};
}

std::string capitalised(std::string_view word) {
    std::string result;
    bool done = false;
    for (std::size_t position = 0; position < word.size();) {
        const char32_t c = next_code_point(word, position);
        append_utf8(result,
                    done || !is_letter(c) ? c : static_cast<char32_t>(u_totitle(static_cast<UChar32>(c))));
        // "O'CONNOR" and "JEAN-PIERRE" have two capitals each, "DICKENS'S" one.
        const bool names_part =
            (c == '-' || (c == '\'' && result.size() == 2) || (c == U'\u2019' && result.size() == 4)) &&
            word.size() - position > 1;
        done = (done || is_letter(c)) && !names_part;
    }
    return result;
}

std::string lower(std::string_view word) {
    std::string result;
    for (std::size_t position = 0; position < word.size();) {
        append_utf8(result,
                    static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(word, position)))));
    }
    return result;
}

/// A numeral after "Chapter", or one that is not also a word ("VII"): "MIX" and "DIM" are words.
bool keeps_capitals(std::string_view word, bool after_division) {
    const std::string_view bare = trimmed(word, ".,:;()");
    const bool initial = bare.size() == 1 || (bare.size() == 3 && bare[1] == '.');
    return (is_roman(bare) && (after_division || consists_of(bare, "IVX"))) ||
           (initial && word.find('.') != std::string::npos);
}

bool has_any_of(std::string_view word, std::string_view letters) {
    return word.find_first_of(letters) != std::string_view::npos;
}

/// "U2", "UB40"; not "1ST" or "1920S".
bool mixes_digits(std::string_view word) {
    const auto digits = word.find_first_of("0123456789");
    if (digits == std::string_view::npos || !has_any_of(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
        return false;
    }
    const auto ending = word.find_first_not_of("0123456789");
    constexpr std::array<std::string_view, 5> endings = {"ST", "ND", "RD", "TH", "S"};
    return ending == 0 ||
           std::none_of(endings.begin(), endings.end(), [word, ending](std::string_view of_number) {
               return word.substr(ending) == of_number;
           });
}

/// "R.E.M.", "J.C.H."
bool is_row_of_initials(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); at += 2, ++letters) {
        if (word[at] < 'A' || word[at] > 'Z' || (at + 1 < word.size() && word[at + 1] != '.')) {
            return false;
        }
    }
    return letters >= 2;
}

/// "BBC", "MTV": without a vowel, but not "MR".
bool is_row_of_consonants(std::string_view word) {
    constexpr std::size_t max_length = 4;
    constexpr std::array<std::string_view, 10> titles = {"MR", "MRS", "DR", "ST",  "JR",
                                                         "SR", "MT",  "LT", "SGT", "NR"};
    return word.size() >= 2 && word.size() <= max_length && consists_of(word, "BCDFGHJKLMNPQRSTVXZ") &&
           std::find(titles.begin(), titles.end(), word) == titles.end();
}

/// "AC/DC": two short halves.
bool is_divided_by_slash(std::string_view word) {
    constexpr std::size_t max_half = 3;
    const auto slash = word.find('/');
    return slash != std::string_view::npos && slash > 0 && slash <= max_half &&
           word.size() - slash - 1 <= max_half;
}

/// "THE FARM." without its full stop, which belongs to initials in "WITH R.E.M.".
std::string_view without_last_stop(std::string_view line) {
    const std::string_view last = line.substr(line.find_last_of(' ') + 1);
    const bool initials = last.ends_with('.') && last.find('.') + 1 < last.size();
    return initials ? trimmed(line, ": ") : trimmed(line, ".: ");
}

/// The word without punctuation and brackets around it.
std::string_view bare_word(std::string_view word) {
    constexpr std::string_view marks = "()[]\"',;:!?";
    word = trimmed(word, marks);
    for (const std::string_view mark : {"\u201C", "\u201D", "\u2018", "\u2019"}) {
        word.remove_prefix(word.starts_with(mark) ? mark.size() : 0);
        word.remove_suffix(word.ends_with(mark) ? mark.size() : 0);
    }
    return word;
}

/// The length of "'S" at the end.
std::size_t possessive_length(std::string_view word) {
    for (const std::string_view ending : {"'S", "\u2019S"}) {
        if (word.ends_with(ending)) {
            return ending.size();
        }
    }
    return 0;
}

/// Whether the word is an acronym in any text.
bool is_evident_acronym(std::string_view word) {
    const std::string_view bare = trimmed(word, ".");
    return StructureWords::known().acronyms.contains_folded(bare) || mixes_digits(bare) ||
           (word.ends_with('.') && is_row_of_initials(word)) || is_row_of_consonants(word) ||
           is_divided_by_slash(word);
}

bool is_acronym(std::string_view word, const Acronyms& acronyms) {
    return acronyms.contains(trimmed(word, ".")) || acronyms.contains(word) || is_evident_acronym(word);
}

/// The word with its capitals if it is an acronym, with or without "'s"; otherwise empty.
std::string acronym_of(std::string_view word, const Acronyms& acronyms) {
    const std::string_view bare = bare_word(word);
    const std::size_t possessive = possessive_length(bare);
    if (!is_acronym(bare.substr(0, bare.size() - possessive), acronyms)) {
        return {};
    }
    std::string kept(word);
    if (possessive > 0) {
        const auto end = static_cast<std::size_t>(bare.data() + bare.size() - word.data());
        kept[end - 1] = 's';
    }
    return kept;
}

/// "praise for" of "praise for *": with these the headings begin whose text is not read.
const WordSet& unread_openings() {
    static const WordSet openings = [] {
        constexpr std::string_view rest = " *";
        WordSet found;
        for (const std::string_view phrase : StructureWords::known().unread) {
            if (phrase.ends_with(rest)) {
                found.insert(std::string(phrase.substr(0, phrase.size() - rest.size())));
            }
        }
        return found;
    }();
    return openings;
}

/// The words with which the entries of `unread` begin.
const WordSet& first_words_of_unread() {
    static const WordSet words = [] {
        WordSet found;
        for (const std::string& phrase : StructureWords::known().unread) {
            found.insert(phrase.substr(0, phrase.find(' ')));
        }
        return found;
    }();
    return words;
}

} // namespace

Acronyms possible_acronyms(std::string_view line) {
    Acronyms possible;
    while (!line.empty()) {
        const std::string_view word = cut_front(line, ' ');
        const std::string_view written = bare_word(word);
        const std::string_view bare = written.substr(0, written.size() - possessive_length(written));
        if (is_evident_acronym(bare) || keeps_capitals(word, false)) {
            continue; // it keeps its capitals whatever the text says
        }
        for (const std::string_view form : {bare, trimmed(bare, ".")}) {
            if (is_all_capitals(form)) {
                possible.emplace(form);
            }
        }
    }
    return possible;
}

std::string in_title_case(std::string_view line, const Acronyms& acronyms) {
    const StructureWords& words = StructureWords::known();
    std::string title;
    bool starts = true;
    bool after_division = false;
    int depth = 0; // of parentheses
    for (std::string_view rest = line; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        const std::string small = lower(word);
        title += title.empty() ? "" : " ";
        depth += static_cast<int>(word.find('(') != std::string_view::npos);
        const bool set_apart =
            depth > 0 && (word.find('.') != std::string_view::npos || !is_all_capitals(trimmed(word, "()")));
        depth -= static_cast<int>(word.find(')') != std::string_view::npos);
        if (const std::string acronym = acronym_of(word, acronyms); !acronym.empty()) {
            title += acronym;
        } else if (set_apart || keeps_capitals(word, after_division)) {
            title += word;
        } else if (!starts && !rest.empty() && words.small.contains(small)) {
            title += small;
        } else {
            title += capitalised(small);
        }
        after_division = words.divisions.contains(small);
        starts =
            word.ends_with(':') || word.ends_with('.') || word == "-" || word == "\u2013" || word == "\u2014";
    }
    return title;
}

std::string title_of_capitals(std::string_view line, const Acronyms& acronyms) {
    return in_title_case(without_last_stop(line), acronyms);
}

bool is_all_capitals(std::string_view line) {
    std::size_t capitals = 0;
    int depth = 0;
    for (std::size_t position = 0; position < line.size();) {
        const char32_t c = next_code_point(line, position);
        depth += static_cast<int>(c == '(') - static_cast<int>(c == ')');
        if (depth > 0) {
            continue;
        }
        if (is_lower(c)) {
            return false;
        }
        capitals += static_cast<std::size_t>(is_upper(c));
    }
    return capitals >= 2;
}

bool names_division(std::string_view line) {
    if (line.size() > max_heading_length || line.ends_with(',') || line.ends_with(';')) {
        return false;
    }
    if (const Division division = division_of(line); division.found) {
        // Running text continues after the number ("Part one of the tour was ..."); a heading ends there or
        // has a title.
        const std::string_view after = division.rest;
        const bool parted = division.number.ends_with('.') || division.number.ends_with(':') ||
                            after.starts_with(':') || after.starts_with('-') || after.starts_with("\u2013") ||
                            after.starts_with("\u2014");
        return after.empty() || is_all_capitals(line) || (parted && !after.ends_with('.'));
    }
    return StructureWords::known().headings.contains_folded(trimmed(line, ".:")) || is_unread(line);
}

bool is_bare_division(std::string_view line) {
    const Division division = division_of(line);
    return (division.found && division.rest.empty()) ||
           (is_roman(trimmed(line, ".")) && is_all_capitals(line));
}

bool is_unread(std::string_view heading) {
    if (heading.size() > max_heading_length) {
        return false;
    }
    const std::string_view line = trimmed(heading.substr(0, heading.find('\n')), " .:");
    const std::string_view first = line.substr(0, line.find(' '));
    if (!first_words_of_unread().contains_folded(first) && line.find(": ") == npos) {
        return false;
    }
    const std::string folded = fold_case(line);
    const StructureWords::Set& unread = StructureWords::known().unread;
    if (unread.contains(folded)) {
        return true;
    }
    for (auto blank = folded.find(' '); blank != std::string::npos; blank = folded.find(' ', blank + 1)) {
        if (unread_openings().contains(std::string_view(folded).substr(0, blank))) {
            return true;
        }
    }
    const auto colon = folded.find(": "); // "Appendix: Bibliography", "Appendix B: Sources"
    return colon != std::string::npos && unread.contains(folded.substr(colon + 2)) &&
           StructureWords::known().headings.contains(folded.substr(0, std::min(colon, folded.find(' '))));
}

std::string heading_title(std::string_view lines) {
    constexpr std::size_t max_title_length = 90; // bytes
    std::string title;
    while (!lines.empty()) {
        const std::string_view line = cut_front(lines, '\n');
        const bool capitals = is_all_capitals(line);
        // "1." and a title below it
        const bool number = !lines.empty() && title.empty() && parts_of_heading(line).is_bare();
        std::string_view bare = trimmed(line, ": ");
        if (number) {
            bare = trimmed(line, ".:) ");
        } else if (capitals) {
            bare = without_last_stop(line);
        } else if (names_division(line)) {
            bare = trimmed(line, ".: ");
        }
        const std::string part = capitals ? title_of_capitals(bare) : std::string(bare);
        if (!title.empty() && title.size() + part.size() + 2 > max_title_length) {
            break;
        }
        title += title.empty() ? "" : ": ";
        title += part;
    }
    return title;
}

} // namespace recital
