// SPDX-License-Identifier: GPL-3.0-or-later
// What of heading.h concerns the shape of a line.
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/language/word_list.h"
#include "document/language/word_set.h"
#include "document/structure/heading.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// Names of months and days of the week, folded.
class DateNames {
public:
    DateNames() {
        for (const char* language :
             {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sv", "da"}) {
            UErrorCode status = U_ZERO_ERROR;
            const icu::DateFormatSymbols symbols(icu::Locale(language), status);
            if (U_FAILURE(status) != 0) {
                continue;
            }
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count);
            add(names, count, months_);
            names = symbols.getShortMonths(count);
            add(names, count, months_);
            names = symbols.getWeekdays(count);
            add(names, count, weekdays_);
            names = symbols.getShortWeekdays(count);
            add(names, count, weekdays_);
            if (std::string_view(language) == "en") {
                english_months_ = months_;
            }
        }
    }

    [[nodiscard]] bool contain(std::string_view word) const {
        return months_.contains_folded(word) || weekdays_.contains_folded(word);
    }
    [[nodiscard]] bool has_month(std::string_view word) const { return months_.contains_folded(word); }
    [[nodiscard]] bool has_english_month(std::string_view word) const {
        return english_months_.contains_folded(word);
    }

private:
    static void add(const icu::UnicodeString* names, std::int32_t count, WordSet& to) {
        constexpr std::size_t min_length = 3;
        for (std::int32_t i = 0; i < count; ++i) {
            std::string name;
            names[i].toUTF8String(name);
            const std::string folded = fold_case(trimmed(name, ". "));
            if (folded.size() >= min_length) {
                to.insert(folded);
            }
        }
    }

    WordSet months_;
    WordSet weekdays_;
    WordSet english_months_;
};

const DateNames& date_names() {
    static const DateNames names;
    return names;
}

/// A day, a year or an ordinal of a day.
bool is_number_of_date(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "\u00BA"}) {
        if (word.size() > ending.size() && word.ends_with(ending) &&
            is_digits(word.substr(0, word.size() - ending.size()))) {
            word.remove_suffix(ending.size());
            break;
        }
    }
    return is_digits(word) && (word.size() <= 2 || word.size() == 4);
}

bool is_date_in_digits(std::string_view line) {
    const auto mark = line.find_first_of("-/.");
    if (mark == std::string_view::npos) {
        return false;
    }
    const auto numbers = split(line, line[mark]);
    return numbers.size() == 3 && std::all_of(numbers.begin(), numbers.end(), is_number_of_date);
}

/// Whether a sentence ends inside the line: a full stop after a word of small letters, before another word.
bool has_inner_stop(std::string_view line) {
    static constexpr ByteSet stops(".!?");
    for (std::size_t at = stops.find_in(line); at != npos; at = stops.find_in(line, at + 1)) {
        constexpr std::size_t min_letters = 3;
        const bool inside = at + 2 < line.size() && line[at + 1] == ' ';
        const auto word = line.substr(0, at);
        const auto start = word.find_last_of(" ") + 1;
        const bool is_word =
            at - start >= min_letters && word.find_first_of("0123456789.", start) == std::string_view::npos;
        if (inside && is_word) {
            return true;
        }
    }
    return false;
}

/// "Touring with R.E.M.": a few words before two initials or more, which may be a title although it ends with
/// a full stop.
bool ends_with_initials(std::string_view line) {
    constexpr std::size_t min_length = 4; // bytes of "U.S."
    constexpr std::ptrdiff_t max_words = 6;
    const auto blank = line.find_last_of(' ');
    const std::string_view last = line.substr(blank + 1);
    if (blank == std::string_view::npos || last.size() < min_length || last.size() % 2 != 0 ||
        std::count(line.begin(), line.end(), ' ') >= max_words || begins_with_pronoun(line)) {
        return false;
    }
    for (std::size_t at = 0; at < last.size(); at += 2) {
        if (last[at] < 'A' || last[at] > 'Z' || last[at + 1] != '.') {
            return false;
        }
    }
    return true;
}

bool ends_like_text(std::string_view line) {
    constexpr std::array<std::string_view, 18> endings = {
        ".", ",",   ";",   "!",       "-",       "\u2026",  "\u2014",  "\u2013", ")",
        "]", "?\"", "!\"", "?\u201D", "!\u201D", ".\u201D", ",\u201D", "?'",     "\u3002"};
    return std::any_of(endings.begin(), endings.end(),
                       [line](std::string_view ending) { return line.ends_with(ending); });
}

/// "The Mill (1958\u20131961)": the bracket at the end has years.
bool ends_with_years(std::string_view line) {
    const auto bracket = line.rfind('(');
    return line.ends_with(')') && bracket != std::string_view::npos && bracket > 0 &&
           bracket + 1 < line.size() && is_digit(static_cast<unsigned char>(line[bracket + 1])) &&
           line.size() - bracket > 5;
}

bool begins_like_heading(std::string_view line) {
    std::size_t position = 0;
    char32_t first = next_code_point(line, position);
    if (std::u32string_view(U"\"\u201C\u201E\u00AB'\u2018\u00BF").find(first) != std::u32string_view::npos &&
        position < line.size()) {
        first = next_code_point(line, position);
    }
    return is_upper(first) || is_digit(first);
}

/// Verbs such as "was", which a heading seldom has. Those of other languages that are English words ("war")
/// are none.
bool is_copula(std::string_view word) {
    constexpr std::size_t min_length = 2;
    static const StructureWords::Set copulas = [] {
        const StructureWords& known = StructureWords::known();
        StructureWords::Set set = known.copulas("en");
        for (const std::string& language : known.copula_languages()) {
            for (const std::string& copula : known.copulas(language)) {
                if (copula.size() >= min_length && !is_english_word(copula)) {
                    set.insert(copula);
                }
            }
        }
        return set;
    }();
    return starts_lower(word) && copulas.contains(word);
}

/// What follows a quotation begins with a dash or is in brackets: "\u2013 The Herald", "(The Herald)".
bool begins_source(std::string_view text) {
    return text.starts_with("- ") || text.starts_with("-- ") || text.starts_with("\u2013") ||
           text.starts_with("\u2014") || (text.starts_with('(') && text.ends_with(')'));
}

} // namespace

bool has_shape_of_heading(std::string_view line) {
    constexpr std::size_t max_length = 70;
    constexpr std::ptrdiff_t max_words = 10;
    constexpr std::size_t max_bytes = 4; // of a character
    static constexpr ByteSet signs("@<>{}_*=|");
    if (line.empty() || line.size() > max_bytes * max_length || count_code_points(line) > max_length ||
        std::count(line.begin(), line.end(), ' ') >= max_words || signs.is_in(line) ||
        line.find("://") != std::string_view::npos || line.find("www.") != std::string_view::npos) {
        return false;
    }
    const std::string_view last = line.substr(line.find_last_of(' ') + 1);
    const std::string folded = fold_case(trimmed(last, "\"':\u201D"));
    return begins_like_heading(line) &&
           (!ends_like_text(line) || ends_with_initials(line) || ends_with_years(line)) &&
           !has_inner_stop(line) &&
           !(line.find(' ') != std::string_view::npos && starts_lower(last) &&
             StructureWords::known().weak.contains(folded));
}

bool is_whole_sentence(std::string_view line) {
    const std::vector<std::string_view> words = split(line, ' ');
    if (words.size() < 2) {
        return false;
    }
    if (begins_with_pronoun(line) && starts_lower(words[1])) {
        return true;
    }
    const StructureWords::Set& subordinates = StructureWords::known().subordinates;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (i > 0 && is_copula(words[i])) {
            return true;
        }
        if (subordinates.contains_folded(trimmed(words[i], ",:"))) {
            return false;
        }
    }
    return false;
}

bool is_quotation(std::string_view line) {
    constexpr std::size_t max_words_of_work = 6;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
        {{"\"", "\""}, {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u00AB", "\u00BB"}}};
    for (const auto& [opening, closing] : marks) {
        const auto end = line.starts_with(opening) ? line.find(closing, opening.size()) : npos;
        if (end == npos) {
            continue;
        }
        const std::string_view after = trimmed(line.substr(end + closing.size()), ", ");
        const std::vector<std::string_view> words =
            split(line.substr(opening.size(), end - opening.size()), ' ');
        const auto small = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), starts_lower));
        return after.empty() ? words.size() > max_words_of_work && small * 2 > words.size()
                             : begins_source(after);
    }
    return false;
}

bool begins_with_pronoun(std::string_view line) {
    const std::string first = fold_case(line.substr(0, line.find(' ')));
    const StructureWords::Life& life = StructureWords::known().life("en");
    return life.he.contains(first) || life.she.contains(first) || first == "they" || first == "it" ||
           first == "we" || first == "i";
}

bool is_dateline(std::string_view line) {
    constexpr std::size_t max_length = 60;
    constexpr std::ptrdiff_t max_words = 4; // of the place
    const auto comma = line.find(',');
    if (line.size() > max_length || comma == std::string_view::npos || !line.ends_with('.')) {
        return false;
    }
    const std::string_view place = line.substr(0, comma);
    const auto words = split(line.substr(comma + 1), ' ');
    return begins_like_heading(place) && std::count(place.begin(), place.end(), ' ') < max_words &&
           place.find('.') == std::string_view::npos &&
           std::any_of(
               words.begin(), words.end(),
               [](std::string_view part) {
                   const std::string_view word = trimmed(part, ",.");
                   return date_names().contain(word) || (word.size() == 4 && is_digits(word));
               });
}

bool begins_with_day(std::string_view line) {
    constexpr std::size_t max_digits = 2;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > max_digits || !line.substr(digits).starts_with(". ")) {
        return false;
    }
    const std::string_view rest = line.substr(digits + 2);
    const std::string_view word = rest.substr(0, rest.find_first_of(" ,"));
    const std::string_view month = trimmed(word, ".");
    if (!date_names().has_month(month)) {
        return false;
    }
    const std::string_view after = trimmed(rest.substr(word.size()), ", ");
    const std::string_view year = after.substr(0, 4);
    const bool has_year = year.size() == 4 && is_digits(year);
    return has_year || !date_names().has_english_month(month); // "1. May" may be a name in a list
}

bool is_date(std::string_view line) {
    constexpr std::size_t max_length = 40;
    static constexpr ByteSet digits("0123456789");
    if (line.empty() || line.size() > max_length || (!digits.is_in(line) && line.find(' ') != npos)) {
        return false;
    }
    if (is_date_in_digits(line)) {
        return true;
    }
    constexpr std::size_t min_length_alone = 5; // "May" and "Jan" are also names of people
    bool named = false;
    for (const std::string_view part : split(line, ' ')) {
        const std::string_view word = trimmed(part, ",.");
        if (word.empty()) {
            continue;
        }
        const bool name = date_names().contain(word);
        named = named || name;
        if (!name && !is_number_of_date(word) && word != "de" && word != "the" && word != "of") {
            return false;
        }
    }
    return named && (line.find(' ') != std::string_view::npos || line.size() >= min_length_alone);
}

} // namespace recital
