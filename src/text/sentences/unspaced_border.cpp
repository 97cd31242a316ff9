// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/unspaced_border.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "base/visible_text.h"
#include "text/language/character.h"
#include "text/language/language.h"
#include "text/sentences/abbreviation.h"

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

} // namespace

bool is_glued_border(std::string_view text, std::size_t start, const Terminator& terminator,
                     const Language& language) {
    constexpr std::size_t max_run_length = 3;
    const auto first = terminator.first;
    const auto end = terminator.end;
    if (!starts_upper(text.substr(end)) || end - first > max_run_length) {
        return false;
    }
    const auto word = letters_at(text, end);
    const bool title_case = word.size() > 1 && starts_lower(word.substr(character_at(word, 0).end));
    const bool opener =
        language.lists("one-letter openers", word) && text.substr(end + word.size()).starts_with(' ');
    if (!title_case && !opener && !is_elided_article(text, end, language)) {
        return false;
    }
    const auto after = end + word.size();
    const auto chunk = chunk_before(text, start, first);
    if (chunk.size() < 2 || chunk.find('.') != npos || !language.abbreviations(chunk).empty()) {
        return false;
    }
    constexpr std::size_t max_address_length = 64;
    const auto rest = text.substr(end, max_address_length);
    const bool mail = rest.substr(0, rest.find(' ')).find('@') != npos;
    const bool address =
        mail || (after + 1 < text.size() && text[after] == '.' && starts_lower(text.substr(after + 1))) ||
        (first > chunk.size() && std::string_view("@/").find(text[first - chunk.size() - 1]) != npos);
    const auto last = chunk.substr(previous_start(chunk, chunk.size()));
    const bool number = std::all_of(chunk.begin(), chunk.end(), is_ascii_digit); // "DR4" names a thing
    return !address && (starts_lower(last) || number);
}

} // namespace recital
