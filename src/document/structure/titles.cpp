// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/titles.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t max_phrase_length = 8; ///< words of a phrase that a comma ends
constexpr std::size_t cut_words = 6;         ///< words of an opening that nothing ends
constexpr std::size_t max_title_length = 70; ///< code points

struct Word {
    std::string_view bare;    ///< without the punctuation after it
    std::size_t end = 0;      ///< byte after the bare word in the paragraph
    bool ends_phrase = false; ///< a comma, colon, dash or the end of the sentence follows
};

/// Punctuation that may follow a word and separates it from the next one.
std::size_t trailing_punctuation(std::string_view word) {
    constexpr std::array<std::string_view, 17> marks = {
        ",",      ";",      ":",      "!",      "?",      ")",      "\"",     ".",     "\u201D",
        "\u2026", "\u00BB", "\u060C", "\u061B", "\u061F", "\u06D4", "\u0964", "\u0965"};
    std::size_t length = 0;
    for (bool found = true; found && length < word.size();) {
        found = false;
        for (const std::string_view mark : marks) {
            if (word.substr(0, word.size() - length).ends_with(mark)) {
                length += mark.size();
                found = true;
                break;
            }
        }
    }
    return length;
}

/// A full stop after an initial or a short capitalised word ("J.", "Dr.", "St.") belongs to it.
bool is_abbreviation(std::string_view bare) {
    std::size_t position = 0;
    return is_upper(next_code_point(bare, position)) && count_code_points(bare) <= 3;
}

bool is_dash(std::string_view word) {
    return word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
}

/// The paragraph's first words, as many as a title can need.
std::vector<Word> first_words(std::string_view paragraph) {
    std::vector<Word> words;
    std::size_t position = 0;
    while (position < paragraph.size() && words.size() < 24) {
        const std::size_t end = std::min(paragraph.find(' ', position), paragraph.size());
        const std::string_view word = paragraph.substr(position, end - position);
        if (is_dash(word)) {
            if (!words.empty()) {
                words.back().ends_phrase = true;
            }
        } else {
            const std::size_t marks = trailing_punctuation(word);
            const std::string_view bare = word.substr(0, word.size() - marks);
            const bool stop_of_abbreviation =
                word.substr(bare.size()) == "." && is_abbreviation(bare) && end < paragraph.size();
            words.push_back(stop_of_abbreviation ? Word{word, end, false}
                                                 : Word{bare, end - marks, marks > 0});
        }
        position = end + 1;
    }
    return words;
}

/// A pair of quotation marks.
struct Quotes {
    std::string_view opening;
    std::string_view closing;
};
constexpr std::array<Quotes, 5> quotes = {Quotes{"\"", "\""}, Quotes{"\u201C", "\u201D"},
                                          Quotes{"\u2018", "\u2019"}, Quotes{"\u00AB", "\u00BB"},
                                          Quotes{"\u201E", "\u201C"}};

/// The position after the mark that closes a quotation whose content begins at `from`; npos if there is none.
std::size_t quotation_end(std::string_view text, std::size_t from, const Quotes& marks) {
    for (auto at = text.find(marks.closing, from); at != std::string_view::npos;
         at = text.find(marks.closing, at + 1)) {
        const std::size_t end = at + marks.closing.size();
        std::size_t after = end;
        const bool inside_word =
            end < text.size() && is_letter(next_code_point(text, after)); // an apostrophe
        if (!inside_word) {
            return end;
        }
    }
    return std::string_view::npos;
}

/// A quotation that begins inside a text.
struct Quotation {
    std::size_t begin = std::string_view::npos; ///< npos if there is none
    std::size_t end = std::string_view::npos;   ///< npos if it is not closed
};

/// The quotation of `text` that is open at `position`.
Quotation quotation_at(std::string_view text, std::size_t position) {
    for (std::size_t at = 0; at < position;) {
        const auto* const marks = std::find_if(quotes.begin(), quotes.end(), [text, at](const Quotes& pair) {
            return text.substr(at).starts_with(pair.opening) &&
                   (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1])));
        });
        if (marks == quotes.end()) {
            ++at;
            continue;
        }
        const std::size_t end = quotation_end(text, at + marks->opening.size(), *marks);
        if (end == std::string_view::npos || end > position) {
            return {at, end};
        }
        at = end;
    }
    return {};
}

/// A comma before a year ("On 3 May, 1920, ...") or after a single word ("However, ...") ends no phrase worth
/// a title.
std::size_t phrase_length(std::string_view paragraph, const std::vector<Word>& words, std::size_t min) {
    for (std::size_t i = 0; i < words.size() && i < max_phrase_length; ++i) {
        const bool year_follows =
            i + 1 < words.size() && words[i + 1].bare.size() == 4 && is_digits(words[i + 1].bare);
        const std::size_t quotation = quotation_at(paragraph, words[i].end).begin;
        const bool is_quoted = quotation != std::string_view::npos && quotation > 0;
        if (words[i].ends_phrase && i + 1 >= min && !year_follows && !is_quoted) {
            return i + 1;
        }
    }
    return 0;
}

/// Cuts after some words and steps back over words that leave the title hanging ("... as one of", "... led
/// him").
std::size_t cut_length(const std::vector<Word>& words, std::size_t min) {
    const StructureWords& known = StructureWords::known();
    std::size_t length = std::min(words.size(), std::max(cut_words, min));
    bool verb_hangs = length < words.size() && known.objects.contains_folded(words[length].bare);
    while (length > min) {
        const std::string last = fold_case(words[length - 1].bare);
        if (!verb_hangs && !known.weak.contains(last) && !known.objects.contains(last)) {
            break;
        }
        verb_hangs = known.objects.contains(last);
        --length;
    }
    return length;
}

bool is_weak(const Word& word) {
    return StructureWords::known().weak.contains_folded(word.bare);
}

/// An adjective, by the list or by its ending.
bool is_modifier(std::string_view word) {
    const std::string folded = fold_case(word);
    constexpr std::size_t min_ending = 3;
    constexpr std::size_t max_ending = 5;
    const auto& modifiers = StructureWords::known().modifiers;
    for (std::size_t length = min_ending; length <= max_ending && length + 2 < folded.size(); ++length) {
        if (modifiers.contains("-" + folded.substr(folded.size() - length))) {
            return true;
        }
    }
    return modifiers.contains(folded);
}

bool begins_capital(std::string_view word) {
    std::size_t position = 0;
    return !word.empty() && is_upper(next_code_point(word, position));
}

/// Whether the title would be cut between the word of that index and the next, which belong together: an
/// adjective and its noun, or the parts of a name.
bool belong_together(const std::vector<Word>& words, std::size_t i) {
    if (i + 1 >= words.size() || words[i].ends_phrase || is_weak(words[i + 1])) {
        return false;
    }
    return is_modifier(words[i].bare) || (begins_capital(words[i].bare) && begins_capital(words[i + 1].bare));
}

/// Extends a cut title to the end of its last phrase, or shortens it to the end of the one before if that is
/// too long.
std::size_t whole_phrase_length(const std::vector<Word>& words, std::size_t length, std::size_t min) {
    constexpr std::size_t max_words = 10;
    std::size_t longer = length;
    while (longer < max_words && belong_together(words, longer - 1)) {
        ++longer;
    }
    if (longer == length || !belong_together(words, longer - 1)) {
        return longer;
    }
    while (length > min && (belong_together(words, length - 1) || is_weak(words[length - 1]))) {
        --length;
    }
    return length;
}

/// Whether the mark at the start of the title closes inside it.
bool closes_first_mark(std::string_view title) {
    return std::any_of(quotes.begin(), quotes.end(), [title](const Quotes& pair) {
        return title.starts_with(pair.opening) &&
               quotation_end(title, pair.opening.size(), pair) != std::string_view::npos;
    });
}

/// An opening quotation mark or bracket that is not closed within the title is left out.
std::string without_open_marks(std::string_view title) {
    if (closes_first_mark(title)) {
        return std::string(title);
    }
    for (const std::string_view mark : {"\"", "\u201C", "\u2018", "'", "(", "[", "\u00AB", "_", "*", "\u300C",
                                        "\u300E", "\u300A", "\u3008", "\u3010", "\uFF08"}) {
        if (title.starts_with(mark)) {
            return without_open_marks(title.substr(mark.size()));
        }
    }
    return std::string(title);
}

/// The text without the sign of an item before it.
std::string_view without_list_sign(std::string_view text) {
    for (const std::string_view sign : {"- ", "-- ", "* ", "\u2013 ", "\u2014 ", "\u2022 ", "\u00B7 "}) {
        if (!text.starts_with(sign)) {
            continue;
        }
        std::size_t next = sign.size();
        if (next < text.size() && is_letter(next_code_point(text, next))) {
            return text.substr(sign.size());
        }
    }
    return text;
}

/// The text up to `end`; a quotation in which that is is completed if it is short, and otherwise left out.
std::string with_whole_quotation(std::string_view paragraph, const std::vector<Word>& words,
                                 std::size_t end) {
    const Quotation quotation = quotation_at(paragraph, end);
    if (quotation.begin == std::string_view::npos || quotation.begin == 0) {
        return std::string(paragraph.substr(0, end));
    }
    if (quotation.end != std::string_view::npos &&
        count_code_points(paragraph.substr(0, quotation.end)) <= max_title_length) {
        std::string title(paragraph.substr(0, quotation.end));
        const auto marks = title.find_last_not_of("\"\u201D\u2019\u00BB\u201C");
        if (marks != std::string::npos && (title[marks] == ',' || title[marks] == '.')) {
            title.erase(marks, 1); // "Hymn," is quoted as "Hymn"
        }
        return title;
    }
    std::size_t length = 0;
    while (length < words.size() && words[length].end <= quotation.begin) {
        ++length;
    }
    while (length > 1 && is_weak(words[length - 1])) {
        --length;
    }
    constexpr std::size_t min_length = 2;
    if (length >= min_length) {
        return std::string(paragraph.substr(0, words[length - 1].end));
    }
    std::string title(paragraph.substr(0, end));
    std::size_t mark = quotation.begin;
    (void)next_code_point(paragraph, mark);
    return title.erase(quotation.begin, mark - quotation.begin);
}

/// The position of a bracket that is opened and not closed; npos if there is none or it is at the start.
std::size_t unclosed_bracket(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(' || text[i] == '[') {
            open.push_back(i);
        } else if ((text[i] == ')' || text[i] == ']') && !open.empty()) {
            open.pop_back();
        }
    }
    std::erase(open, 0);
    return open.empty() ? std::string_view::npos : open.front();
}

/// Whether the text is written without blanks between its words, as its first letter shows: Chinese,
/// Japanese, Thai (Unicode Standard Annex 14).
bool has_no_blanks(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const char32_t character = next_code_point(text, position);
        if (is_letter(character)) {
            const auto breaking = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_LINE_BREAK);
            return breaking == U_LB_IDEOGRAPHIC || breaking == U_LB_CONDITIONAL_JAPANESE_STARTER ||
                   breaking == U_LB_COMPLEX_CONTEXT;
        }
    }
    return false;
}

/// The last border of words in the text, by Unicode's dictionaries; its end if there is none.
std::size_t last_word_border(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> borders(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) {
        return text.size();
    }
    const auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    borders->setText(wide);
    const auto border = borders->preceding(wide.length());
    if (border <= 0) {
        return text.size();
    }
    std::string before;
    wide.tempSubString(0, border).toUTF8String(before);
    return before.size();
}

/// The requested number of clauses, or as much of them as fits, up to the end of a word.
std::string_view phrase_without_blanks(std::string_view text, std::size_t clauses) {
    constexpr std::size_t columns_of_one = 40;
    constexpr std::size_t min_length = 4;         // columns
    std::size_t bracket = std::string_view::npos; // that is not closed yet, and not at the front
    std::size_t seen = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t character = next_code_point(text, position);
        const auto before = text.substr(0, begin);
        if (columns_of(before) > columns_of_one * clauses) {
            const auto whole = before.substr(0, last_word_border(before));
            return whole.substr(0, bracket);
        }
        if (character == U'(' || character == U'（') {
            bracket = begin == 0 ? bracket : begin;
        } else if (character == U')' || character == U'）') {
            bracket = std::string_view::npos;
        }
        if (mark_of(character) != '\0' && bracket == std::string_view::npos &&
            columns_of(before) >= min_length && ++seen == clauses) {
            return before;
        }
    }
    return text;
}

} // namespace

std::string opening_phrase(std::string_view paragraph, std::size_t words) {
    paragraph = without_list_sign(paragraph);
    if (has_no_blanks(paragraph)) {
        return without_open_marks(phrase_without_blanks(paragraph, std::max<std::size_t>(words, 2) - 1));
    }
    const std::vector<Word> first = first_words(paragraph);
    if (first.empty()) {
        return std::string(paragraph);
    }
    std::size_t length = phrase_length(paragraph, first, words);
    if (length == 0) {
        length = whole_phrase_length(first, cut_length(first, words), words);
    }
    while (length > 1 && count_code_points(paragraph.substr(0, first[length - 1].end)) > max_title_length) {
        --length;
    }
    length = std::max<std::size_t>(length, 1);
    // The content of brackets is shown completely or not at all.
    std::size_t end = first[length - 1].end;
    std::size_t bracket = unclosed_bracket(paragraph.substr(0, end));
    if (bracket < end && end < paragraph.size() && (paragraph[end] == ')' || paragraph[end] == ']')) {
        ++end;
        bracket = unclosed_bracket(paragraph.substr(0, end));
    }
    while (length > 1 && end > bracket) {
        end = first[--length - 1].end;
    }
    const std::string title(trimmed(without_open_marks(with_whole_quotation(paragraph, first, end)), " "));
    return title.empty() ? std::string(paragraph.substr(0, paragraph.find(' '))) : title;
}

std::string UniqueTitles::claim(const std::string& title) {
    const auto [first, is_new] = taken_.try_emplace(fold_case(title), 2);
    if (is_new) {
        return title;
    }
    std::string unique;
    do {
        unique = fmt::format("{} ({})", title, first->second++);
    } while (!taken_.try_emplace(fold_case(unique), 2).second);
    return unique;
}

bool UniqueTitles::is_taken(std::string_view title) const {
    return taken_.contains(fold_case(title));
}

} // namespace recital
