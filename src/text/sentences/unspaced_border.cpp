// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/unspaced_border.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/visible_text.h"
#include "text/language/character.h"
#include "text/language/language.h"
#include "text/sentences/abbreviation.h"
#include "text/sentences/bracket_matching.h"

#include <algorithm>
#include <string>

namespace recital {

bool is_script_border(std::string_view text, std::size_t start, const Terminator& terminator) {
    // A sentence without a letter so far may be long, and have a mark at each sign.
    constexpr std::size_t max_letterless_bytes = 1024;
    const auto opening = text.substr(start, std::min(terminator.first - start, max_letterless_bytes));
    if (terminator.end >= text.size() || !has_letter_or_digit(opening)) {
        return false;
    }
    const auto last = character_at(text, previous_start(text, terminator.run_end));
    const auto next = character_at(text, terminator.end);
    const auto before = character_at(text, previous_start(text, terminator.first));
    if (!ends_sentence_by_itself(last.code_point)) {
        return is_wide(before.code_point) && is_wide(next.code_point) && next.kind == CharacterKind::letter;
    }
    // Of "３．５" the point is a number's.
    if (before.kind == CharacterKind::digit && next.kind == CharacterKind::digit &&
        last.code_point == U'．') {
        return false;
    }
    if (next.kind == CharacterKind::other && is_closing_mark(next.code_point)) {
        return false;
    }
    // 「...。」と彼は語った: the particle that follows a quotation leads the sentence on.
    const bool quoted = terminator.end > terminator.run_end;
    return !quoted || (next.code_point != U'と' && !text.substr(terminator.end).starts_with("って"));
}

namespace {

/// "L'année", "Dell'opera": an article with its apostrophe, and a word.
bool is_elided_article(std::string_view text, std::size_t position, const Language& language) {
    std::string article(letters_at(text, position));
    const auto rest = text.substr(position + article.size());
    const std::size_t apostrophe = rest.starts_with('\'') ? 1 : rest.starts_with("’") ? 3 : 0;
    if (article.empty() || apostrophe == 0 || letters_at(rest, apostrophe).empty()) {
        return false;
    }
    article[0] = to_ascii_lower(article[0]);
    return language.lists("elided", article);
}

/// Whether a word that opens sentences is there, and a blank after it: "He ", "The ".
bool is_spaced_starter(std::string_view text, std::size_t position, const Language& language) {
    const auto word = letters_at(text, position);
    return word.size() > 1 && language.is(word, LexicalClass::sentence_starter) && // not the band N.W.A
           text.substr(position + word.size()).starts_with(' ');
}

/// "... in 1950.“I'm tired,” he said": whether a quotation or a parenthesis opens with a capital.
bool opens_with_capital(std::string_view text, std::size_t position) {
    const auto rest = text.substr(position);
    const auto length = rest.starts_with("“") || rest.starts_with("‘") ? std::size_t{3}
                        : rest.starts_with("(")                        ? std::size_t{1}
                                                                       : std::size_t{0};
    return length != 0 && starts_upper(rest.substr(length));
}

/// Whether the word before the stop ends a sentence if a word that opens sentences is glued to it: initials,
/// "Inc.", a number, an address, a closing mark. "St." and "op." never do.
bool may_end_before_starter(std::string_view text, std::size_t start, std::size_t stop,
                            const Language& language) {
    const auto chunk = chunk_before(text, start, stop);
    if (chunk.empty()) {
        return stop > start && closing_mark(text, previous_start(text, stop)) != 0;
    }
    const auto readings = language.abbreviations(chunk);
    return std::none_of(readings.begin(), readings.end(),
                        [](const Abbreviation& reading) { return reading.stop == StopRole::inside; }) &&
           (chunk.size() > 1 || is_ascii_digit(chunk[0]));
}

/// Whether the words on both sides are parts of an address: "jane@x.Com", "a/b.Html", "file.Name.ext".
bool is_in_address(std::string_view text, std::size_t chunk_begin, std::size_t end) {
    constexpr std::size_t max_address_length = 64;
    const auto rest = text.substr(end, max_address_length);
    const bool mail = rest.substr(0, rest.find(' ')).find('@') != npos;
    const auto after = end + letters_at(text, end).size();
    return mail || (after + 1 < text.size() && text[after] == '.' && starts_lower(text.substr(after + 1))) ||
           (chunk_begin > 0 && std::string_view("@/").find(text[chunk_begin - 1]) != npos);
}

} // namespace

bool is_glued_border(std::string_view text, std::size_t start, const Terminator& terminator,
                     const Language& language) {
    constexpr std::size_t max_run_length = 3;
    const auto first = terminator.first;
    const auto end = terminator.end;
    if (terminator.run_end - first > max_run_length) {
        return false;
    }
    const auto chunk = chunk_before(text, start, first);
    const bool opens = end == terminator.run_end && opens_with_capital(text, end);
    if (!starts_upper(text.substr(end)) && !opens) {
        return false;
    }
    if (!opens && is_spaced_starter(text, end, language) && !is_in_address(text, first - chunk.size(), end) &&
        may_end_before_starter(text, start, first, language)) {
        return true;
    }
    const auto word = letters_at(text, end);
    const bool title_case = word.size() > 1 && starts_lower(word.substr(character_at(word, 0).end));
    const bool opener =
        language.lists("one-letter openers", word) && text.substr(end + word.size()).starts_with(' ');
    if (end - first > max_run_length ||
        (!opens && !title_case && !opener && !is_elided_article(text, end, language))) {
        return false;
    }
    if (chunk.size() < 2 || chunk.find('.') != npos || !language.abbreviations(chunk).empty()) {
        return false;
    }
    const auto last = chunk.substr(previous_start(chunk, chunk.size()));
    const bool number = std::all_of(chunk.begin(), chunk.end(), is_ascii_digit); // "DR4" names a thing
    return !is_in_address(text, first - chunk.size(), end) && (starts_lower(last) || number);
}

} // namespace recital
