// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/broken_lines.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/structure/heading.h"
#include "document/structure/joined_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace recital {

namespace {

bool begins_capital_or_digit(std::string_view text) {
    std::size_t position = 0;
    const char32_t first = text.empty() ? U' ' : next_code_point(text, position);
    return is_upper(first) || is_digit(first);
}

/// Lines of a block that are separated by breaks.
using Lines = std::vector<EmphasisedText>;

constexpr std::size_t widest_verse = 60; ///< code points

/// How many lines but the last end with punctuation.
std::size_t clauses_of(const Lines& lines) {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end() - 1, [](const EmphasisedText& line) {
            return std::string_view(",;.!?:").find(line.text.back()) != std::string_view::npos;
        }));
}

/// Whether the lines are those of running sentences in a narrow column: most begin with a small letter, and
/// few end where a clause does.
bool are_wrapped(const Lines& lines) {
    const auto going_on = static_cast<std::size_t>(std::count_if(
        lines.begin() + 1, lines.end(), [](const EmphasisedText& line) { return starts_lower(line.text); }));
    return !starts_lower(lines.front().text) && ends_sentence(lines.back().text) &&
           going_on * 2 >= lines.size() - 1 && clauses_of(lines) * 3 <= lines.size() - 1;
}

/// Whether the lines are short and end before a page does: verse, an address, a list.
bool are_lines_by_themselves(const Lines& lines) {
    constexpr std::size_t few = 3;
    const auto are_up_to = [&lines](std::size_t width) {
        return std::all_of(lines.begin(), lines.end(), [width](const EmphasisedText& line) {
            return count_code_points(line.text) <= width;
        });
    };
    if (!are_up_to(widest_verse)) {
        return false;
    }
    constexpr std::size_t widest_of_few = 20; // "One,", "two.": verse also if there are few
    const bool in_clauses = clauses_of(lines) + 1 == lines.size();
    return lines.size() > few || (are_up_to(widest_of_few) && in_clauses) ||
           !ends_sentence(lines.back().text) || (lines.size() == few && in_clauses);
}

/// The word without quotation marks before it and punctuation after it.
std::string folded_word(std::string_view word) {
    for (const std::string_view quote : {"\"", "\u201C", "\u2018", "'", "\u00AB", "\u201E"}) {
        word.remove_prefix(word.starts_with(quote) ? quote.size() : 0);
    }
    return fold_case(trimmed(word, ".,;:!?\""));
}

/// "Vey was born": a sentence of its own, as its second word shows.
bool is_sentence_by_itself(std::string_view line) {
    const StructureWords& words = StructureWords::known();
    const std::string_view rest = line.substr(std::min(line.size(), line.find(' ') + 1));
    const std::string second = folded_word(rest.substr(0, rest.find(' ')));
    const auto languages = words.copula_languages();
    return std::any_of(languages.begin(), languages.end(),
                       [&](const std::string& language) { return words.copulas(language).contains(second); });
}

/// Whether the line has a word in small letters that is rare in titles: a clause more than a title.
bool has_small_content(std::string_view line) {
    const auto words = split(line, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        return starts_lower(word) && !StructureWords::known().small.contains(word);
    });
}

/// "The", "And", "In": no name begins so.
bool begins_with_function_word(std::string_view line) {
    const StructureWords& words = StructureWords::known();
    const std::string first = folded_word(line.substr(0, line.find(' ')));
    return words.all_openers.contains(first) || words.small.contains(first) || words.weak.contains(first);
}

/// Whether a line that begins with a capital goes on with the sentence before it: "She met Jonas", "Vey in
/// 1905". `before` is a clause that ends with a name or begins with a pronoun, or is wider than any verse.
bool continues_with_name(std::string_view before, std::string_view after) {
    const bool clause_ends = before.ends_with(',') || before.ends_with(';');
    if (ends_sentence(before) || clause_ends || is_sentence_by_itself(after) || !has_small_content(before)) {
        return false;
    }
    const std::string last(before.substr(before.find_last_of(' ') + 1));
    if (is_date(last + " " + std::string(after.substr(0, after.find(' '))))) { // "3", "May 1905"
        return true;
    }
    const bool quoted = !begins_capital_or_digit(after);
    if (!quoted && begins_with_function_word(after)) { // a sentence, or verse
        return false;
    }
    return count_code_points(before) >= widest_verse || begins_with_pronoun(before) ||
           (!quoted && begins_capital_or_digit(last));
}

/// Joins lines between which a word is divided; verse has no such lines either.
Lines with_whole_words(Lines lines, LineEnds& line_ends) {
    Lines joined;
    for (EmphasisedText& line : lines) {
        if (!joined.empty() && dividing_hyphen(joined.back().text) > 0 && starts_lower(line.text)) {
            append_text({joined.back().text, joined.back().emphases}, {line.text, line.emphases}, line_ends);
        } else {
            joined.push_back(std::move(line));
        }
    }
    return joined;
}

} // namespace

std::vector<EmphasisedText> joined_lines(std::vector<EmphasisedText> lines, LineEnds& line_ends) {
    lines = with_whole_words(std::move(lines), line_ends);
    const bool wrapped = lines.size() > 1 && are_wrapped(lines);
    if (lines.size() < 2 || (!wrapped && are_lines_by_themselves(lines))) {
        return lines;
    }
    const bool ends = ends_sentence(lines.back().text); // lists do not
    Lines joined;
    for (EmphasisedText& line : lines) {
        const bool goes_on =
            !joined.empty() && (continues_sentence(joined.back().text, line.text) ||
                                (wrapped ? !ends_sentence(joined.back().text)
                                         : ends && continues_with_name(joined.back().text, line.text)));
        if (goes_on) {
            append_text({joined.back().text, joined.back().emphases}, {line.text, line.emphases}, line_ends);
        } else {
            joined.push_back(std::move(line));
        }
    }
    return joined;
}

} // namespace recital
