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

/// A comma before a year ("On 3 May, 1920, ...") or after a single word ("However, ...") ends no phrase worth
/// a title.
std::size_t phrase_length(const std::vector<Word>& words, std::size_t min) {
    for (std::size_t i = 0; i < words.size() && i < max_phrase_length; ++i) {
        const bool year_follows =
            i + 1 < words.size() && words[i + 1].bare.size() == 4 && is_digits(words[i + 1].bare);
        if (words[i].ends_phrase && i + 1 >= min && !year_follows) {
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
    bool verb_hangs = length < words.size() && known.objects.contains(fold_case(words[length].bare));
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

/// An opening quotation mark or bracket that is not closed within the title is left out.
std::string without_open_marks(std::string_view title) {
    for (const std::string_view mark : {"\"", "\u201C", "\u2018", "'", "(", "[", "\u00AB", "_", "*", "\u300C",
                                        "\u300E", "\u300A", "\u3008", "\u3010", "\uFF08"}) {
        if (title.starts_with(mark)) {
            return without_open_marks(title.substr(mark.size()));
        }
    }
    return std::string(title);
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
    if (has_no_blanks(paragraph)) {
        return without_open_marks(phrase_without_blanks(paragraph, std::max<std::size_t>(words, 2) - 1));
    }
    const std::vector<Word> first = first_words(paragraph);
    if (first.empty()) {
        return std::string(paragraph);
    }
    std::size_t length = phrase_length(first, words);
    if (length == 0) {
        length = cut_length(first, words);
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
    std::string title = without_open_marks(paragraph.substr(0, end));
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
