// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/marks/attached_forms.h"
#include "document/marks/candidate.h"
#include "document/marks/glosses.h"
#include "document/marks/mark_pages.h"
#include "document/marks/number_words.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace recital {

namespace {

constexpr std::string_view range_signs = "-\u2013\u2014,;"; // bytes of the signs between numbers

/// A bracket and what it touches.
struct Bracket {
    std::string_view text;   ///< of the block
    std::string_view inside; ///< between the brackets, without blanks at its ends
    TextRange range;
    char32_t before = 0; ///< the code point before it; 0 at the start
    char32_t after = 0;
    char32_t before_blank = 0;    ///< the code point before the blank before it
    bool counts_in_roman = false; ///< the text also has "[ii]"
    bool is_padded = false;       ///< "[ 2 ]"

    [[nodiscard]] bool touches_letter() const { return is_letter(before); }
    [[nodiscard]] bool is_apart() const { return before == ' ' || before == '\n' || before == 0; }
};

/// "3", "2, 5", "3–6": the first and the last number.
std::optional<std::pair<int, int>> numbers_in(std::string_view inside) {
    constexpr std::size_t max_digits = 3;
    std::optional<std::pair<int, int>> numbers;
    for (std::size_t at = 0; at < inside.size();) {
        const std::size_t digits = digits_at(inside, at);
        if (digits == 0 || digits > max_digits) {
            return std::nullopt;
        }
        const int value = std::stoi(std::string(inside.substr(at, digits)));
        numbers = numbers ? std::pair(numbers->first, value) : std::pair(value, value);
        const std::size_t sign = at + digits;
        at = inside.find_first_of("0123456789", sign);
        const std::string_view between = inside.substr(sign, at == npos ? npos : at - sign);
        if ((at == npos && !between.empty()) ||
            (at != npos && !consists_of(between, std::string(range_signs) + " "))) {
            return std::nullopt;
        }
    }
    return numbers;
}

/// The value of "i" to "xxxix" in lower case; 0 for anything else.
int small_roman(std::string_view text) {
    constexpr std::array<std::string_view, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
    const auto tens = std::min(text.find_first_not_of('x'), text.size());
    if (tens > 3) {
        return 0;
    }
    const auto* const one = std::find(ones.begin(), ones.end(), text.substr(tens));
    return one == ones.end() ? 0 : static_cast<int>(tens * 10) + static_cast<int>(one - ones.begin());
}

/// Whether a number after a blank is where a sentence cannot go on with it.
bool is_at_border(const Bracket& bracket) {
    const bool page = after_pages(bracket.text, bracket.range.end) != bracket.range.end;
    const bool before_mark = bracket.after == 0 || bracket.after == '[' || is_closing(bracket.after);
    return is_closing(bracket.before_blank) || is_digit(bracket.before_blank) || before_mark || page;
}

/// "19[52]", "[19]12", "1[7]91": digits that somebody added to a number.
bool completes_number(const Bracket& bracket) {
    constexpr std::size_t year_digits = 4;
    const std::size_t before = digits_before(bracket.text, bracket.range.begin).size();
    const std::size_t after = digits_at(bracket.text, bracket.range.end);
    const std::size_t all = before + bracket.inside.size() + after;
    return (before > 0 || after > 0) && before < year_digits && (after > 0 || all == year_digits) &&
           bracket.inside.size() < year_digits;
}

/// "x[1]", "y[i]": whether the word before the bracket is one small letter, as of a variable; not
/// "Bell's[1]".
bool follows_variable(const Bracket& bracket) {
    const std::size_t begin = bracket.range.begin;
    const std::string_view word = word_before(bracket.text, begin);
    const char32_t before = code_point_before(bracket.text, begin - word.size());
    return count_code_points(word) == 1 && is_lower(bracket.before) && before != '\'' && before != U'\u2019';
}

MarkCandidate number_candidate(const Bracket& bracket, const std::pair<int, int>& numbers) {
    MarkCandidate mark{bracket.range, MarkSeries::bracketed_number, numbers.first, numbers.second};
    if (follows_variable(bracket)) {
        mark.evidence = MarkEvidence::doubtful;
    } else if (completes_number(bracket)) {
        mark.evidence = bracket.inside.starts_with('0') || is_digit(bracket.after) ? MarkEvidence::none
                                                                                   : MarkEvidence::weak;
        mark.editorial = true;
    } else if (bracket.before == 0) {
        mark.evidence = MarkEvidence::none;
    } else if (bracket.is_apart()) {
        const bool is_list = numbers.first != numbers.second;
        mark.evidence = is_list || is_at_border(bracket) ? MarkEvidence::likely : MarkEvidence::weak;
    }
    return mark;
}

/// "[c]" and "[C]"; "[T]he" and "Bell[e]" are letters of editors.
MarkCandidate letter_candidate(const Bracket& bracket) {
    const char letter = bracket.inside[0];
    const bool small = letter >= 'a' && letter <= 'z';
    MarkCandidate mark{bracket.range, small ? MarkSeries::bracketed_letter : MarkSeries::bracketed_capital,
                       letter - (small ? 'a' : 'A') + 1};
    mark.last = mark.value;
    if (bracket.counts_in_roman && small_roman(bracket.inside) > 0) {
        mark.series = MarkSeries::bracketed_roman;
        mark.value = mark.last = small_roman(bracket.inside);
    }
    constexpr std::string_view variable = "xyz";
    constexpr std::string_view index = "ijk";
    if (is_letter(bracket.after)) {
        mark.evidence = MarkEvidence::none;
        mark.editorial = true;
    } else if (follows_variable(bracket) &&
               (variable.find(static_cast<char>(bracket.before)) != npos || index.find(letter) != npos)) {
        mark.evidence = MarkEvidence::none;
    } else if (bracket.touches_letter()) {
        mark.evidence = mark.value == 1 && small ? MarkEvidence::likely : MarkEvidence::weak;
        mark.editorial = true;
    } else if (bracket.before == 0) {
        mark.evidence = MarkEvidence::none;
    } else if (bracket.is_apart()) {
        mark.evidence = is_digit(bracket.before_blank) ? MarkEvidence::likely : MarkEvidence::weak;
    }
    return mark;
}

/// "note 4", "nb 2", "lower-alpha 1", "Anm. 3", "Pg 12".
bool is_numbered_note(std::string_view folded) {
    const auto blank = folded.rfind(' ');
    if (blank == npos || blank + 1 == folded.size() ||
        folded.find_first_not_of("0123456789ivxlc", blank + 1) != npos) {
        return false;
    }
    const std::string_view word = folded.substr(0, blank);
    return NumberWords::known().notes.contains(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
}

/// "citation needed", "dubious – discuss", "when?": what editors of a wiki ask for; not "Vey?".
bool is_request(std::string_view inside, std::string_view folded) {
    constexpr std::size_t max_words = 5;
    const auto dash = std::min({folded.find(" \u2013 "), folded.find(" - "), folded.size()});
    const std::string request(folded.substr(0, dash));
    const auto words = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
    return StructureWords::known().marks.contains(request) ||
           (words <= max_words && request.ends_with(" needed")) ||
           (words < max_words && request.ends_with('?') && inside.front() >= 'a' && inside.front() <= 'z');
}

bool is_sign(std::string_view inside) {
    return inside == "*" || inside == "**" || inside == "\u2020" || inside == "\u2021" || inside == "\u00A7";
}

bool is_letters(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        if (!is_letter(next_code_point(text, position))) {
            return false;
        }
    }
    return !text.empty();
}

/// "[the programme][2]", "[the programme][prog]": the label of a link; its target is left out.
bool is_link_label(const Bracket& bracket) {
    constexpr std::size_t max_target = 30;
    if (bracket.after != '[' || bracket.inside.size() < 2) {
        return false;
    }
    const std::size_t open = bracket.range.end;
    const auto close = bracket.text.substr(0, open + max_target).find(']', open);
    return close != npos && close > open + 1 &&
           bracket.text.substr(open + 1, close - open - 1).find_first_of(" [(") == npos;
}

/// "[Musical notation.]", "[Illustration: The house]" between sentences: what a transcriber put in place of a
/// picture.
bool is_placeholder(const Bracket& bracket) {
    const bool between = bracket.before == 0 || is_closing(bracket.before_blank);
    std::size_t next = bracket.range.end;
    next += bracket.after == ' ' ? 1 : 0;
    const bool sentence_follows = next >= bracket.text.size() || is_upper(code_point_at(bracket.text, next));
    if (!between || !sentence_follows) {
        return false;
    }
    const std::string folded = fold_case(bracket.inside.substr(0, 30));
    const StructureWords::Set& figures = StructureWords::known().figures;
    for (auto end = folded.find_first_of(" .:,"); end != npos; end = folded.find_first_of(" .:,", end + 1)) {
        if (figures.contains(folded.substr(0, end))) {
            return true;
        }
    }
    return figures.contains(folded);
}

/// "Graye[?]", "1931[?]", "190[?]", where the editor doubts what is before it; not "18[??]" and "K[?]then".
std::optional<MarkCandidate> doubt_candidate(const Bracket& bracket) {
    if (bracket.inside != "?" || is_letter(bracket.after) || is_digit(bracket.after)) {
        return std::nullopt;
    }
    MarkCandidate mark{bracket.range};
    const std::string year = std::string(digits_before(bracket.text, bracket.range.begin)) + "0";
    if (is_year(year)) {
        mark.evidence = MarkEvidence::none;
        mark.is_digit = true;
    }
    return mark;
}

std::optional<MarkCandidate> worded_candidate(const Bracket& bracket) {
    constexpr std::size_t max_letters = 12;
    constexpr std::size_t max_mark = 60;
    const std::string folded = fold_case(bracket.inside.substr(0, max_mark));
    const MarkCandidate mark{bracket.range};
    if (bracket.inside.size() <= max_mark &&
        (is_request(bracket.inside, folded) || is_placeholder(bracket) || is_numbered_note(folded) ||
         (bracket.inside.starts_with('^') && folded.size() > 1) ||
         (is_sign(bracket.inside) && !bracket.is_apart()))) {
        return mark;
    }
    MarkCandidate text = mark;
    text.evidence = MarkEvidence::none;
    text.editorial = true;
    if (bracket.touches_letter() && folded == "sic") {
        return mark;
    }
    const bool new_word = bracket.inside.find(' ') != npos || is_upper(code_point_at(bracket.inside, 0));
    if (bracket.touches_letter() && !is_letter(bracket.after) && new_word && !is_link_label(bracket)) {
        text.editorial = false;
        text.joined = true;
        return text;
    }
    const bool in_word = !bracket.is_padded && (bracket.touches_letter() || is_letter(bracket.after));
    if (is_link_label(bracket) ||
        (in_word && is_letters(bracket.inside) && bracket.inside.size() <= max_letters)) {
        return text;
    }
    return std::nullopt;
}

/// The text with raised digits as digits: "[\u00B2]" counts as "[2]".
std::string with_plain_digits(std::string_view text) {
    std::string plain;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        const int digit = superscript_digit(c);
        append_utf8(plain, digit < 0 ? c : static_cast<char32_t>('0' + digit));
    }
    return plain;
}

std::optional<MarkCandidate> candidate_of(const Bracket& bracket) {
    if (const auto numbers = numbers_in(with_plain_digits(bracket.inside))) {
        return number_candidate(bracket, *numbers);
    }
    if (const auto doubt = doubt_candidate(bracket)) {
        return doubt;
    }
    const char first = bracket.inside[0];
    if (bracket.inside.size() == 1 && ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) {
        return letter_candidate(bracket);
    }
    if (const int value = small_roman(bracket.inside); value > 0 && !bracket.is_apart()) {
        return MarkCandidate{bracket.range, MarkSeries::bracketed_roman, value, value, MarkEvidence::likely};
    }
    return worded_candidate(bracket);
}

/// "{3}" of a note, "{123}" of a page of the transcribed book.
std::optional<MarkCandidate> braced_candidate(std::string_view text, std::size_t open) {
    constexpr std::size_t max_length = 6;
    const auto close = text.substr(0, open + max_length).find('}', open);
    if (close == npos || !is_digits(text.substr(open + 1, close - open - 1))) {
        return std::nullopt;
    }
    const int value = std::stoi(std::string(text.substr(open + 1, close - open - 1)));
    const bool attached = open > 0 && text[open - 1] != ' ';
    return MarkCandidate{{open, close + 1},
                         MarkSeries::braced_number,
                         value,
                         value,
                         attached ? MarkEvidence::weak : MarkEvidence::doubtful};
}

Bracket bracket_of(std::string_view text, std::size_t open, std::size_t end) {
    const std::string_view inside = text.substr(open + 1, end - open - 2);
    Bracket bracket{text, trimmed(inside, " "), {open, end}};
    bracket.is_padded = bracket.inside.size() != inside.size();
    bracket.before = code_point_before(text, open);
    bracket.after = code_point_at(text, end);
    bracket.before_blank = bracket.before == ' ' ? code_point_before(text, open - 1) : 0;
    return bracket;
}

} // namespace

std::vector<MarkCandidate> bracketed_marks(std::string_view text) {
    std::vector<MarkCandidate> marks;
    static constexpr ByteSet openers("[{");
    if (!openers.is_in(text)) {
        return marks;
    }
    const bool counts_in_roman = text.find("[ii]") != npos;
    bool follows_label = false;
    for (auto at = openers.find_in(text); at < text.size(); at = openers.find_in(text, at)) {
        if (text[at] == '{') {
            const auto braced = braced_candidate(text, at);
            if (braced) {
                marks.push_back(*braced);
            }
            at = braced ? braced->range.end : at + 1;
            continue;
        }
        const std::size_t end = after_closing(text, at, '[', ']');
        if (end == npos || end < at + 3) {
            ++at;
            continue;
        }
        Bracket bracket = bracket_of(text, at, end);
        if (bracket.inside.empty()) {
            ++at;
            continue;
        }
        bracket.counts_in_roman = counts_in_roman;
        auto candidate = candidate_of(bracket);
        if (follows_label) {
            candidate = MarkCandidate{{at, end}}; // the target of a link
        }
        follows_label = candidate && candidate->evidence == MarkEvidence::none && is_link_label(bracket);
        if (!candidate) {
            ++at; // others may be inside
            continue;
        }
        if (candidate->evidence != MarkEvidence::none || (!candidate->editorial && !candidate->is_digit)) {
            candidate->range.end = after_pages(text, end);
        }
        at = std::max(candidate->range.end, end);
        marks.push_back(*candidate);
    }
    return marks;
}

} // namespace recital
