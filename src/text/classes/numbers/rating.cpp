// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/rating.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace recital {

bool is_rating(const Cursor& cursor, std::size_t slash) {
    const auto& language = cursor.language();
    constexpr unsigned best = 10;
    constexpr std::size_t near = 6;
    const auto mark = *cursor.small_number(slash - 1);
    const auto full = *cursor.small_number(slash + 1);
    const auto after = slash + 2;
    const bool goes_on =
        cursor.text(after) == language.phrase("of") || (cursor.is_glued(after) && cursor.is_word(after)) ||
        (cursor.text(after) != language.phrase("in") && language.unit(cursor.text(after)) != nullptr);
    if (full < 4 || full > best || mark > full || goes_on ||
        cursor.is_class(after, LexicalClass::metre_word)) {
        return false;
    }
    const auto before = slash > 1 ? cursor.word_before(slash - 1) : 0;
    if (cursor.is_class(before, LexicalClass::numbered_thing) ||
        cursor.is_class(before, LexicalClass::group_noun)) {
        return false; // Nos. 8/10, Orchestra 7/10
    }
    // "Uncut: 3/5."
    constexpr std::size_t recent = 8; // tokens
    const bool again = std::any_of(
        cursor.tokens().end() - static_cast<std::ptrdiff_t>(std::min(cursor.tokens().size(), recent)),
        cursor.tokens().end(), [&](const Token& token) {
            const auto* entry = std::get_if<Entry>(&token.token_class);
            return entry != nullptr && !entry->spoken.empty() && entry->spoken == language.phrase("out of");
        });
    bool cued = again || cursor.is_class(after, LexicalClass::rating_word) ||
                (slash > 1 && cursor.is_mark(slash - 2, ":") && !cursor.is_word(after));
    for (std::size_t back = 2; !cued && back <= near && back <= slash; ++back) {
        cued = cursor.is_class(slash - back, LexicalClass::rating_word);
    }
    return cued ||
           (full == best && mark > 1 && !cursor.state().metre_seen && !language.phrase("out of").empty());
}

bool recognise_rating(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto slash = here + 1;
    const bool glued = cursor.is_mark(slash, "/") && cursor.is_glued(slash) && cursor.is_glued(slash + 1);
    auto number = cursor.number_of(cursor.text(here));
    if (!glued || number.fraction.empty() || !cursor.small_number(slash + 1)) {
        return false;
    }
    cursor.take(std::move(number), slash);
    cursor.take(Entry{cursor.language().phrase("out of")}, slash + 1);
    return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
}

bool recognise_stars(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto* star = language.unit("★");
    std::size_t next = here;
    const auto count = [&](std::string_view sign) {
        const std::size_t first = next;
        while (cursor.is_mark(next, sign) && (next == here || cursor.is_glued(next))) {
            ++next;
        }
        return next - first;
    };
    const auto full = count("★");
    const bool half = full > 0 && cursor.is_mark(next, "½") && cursor.is_glued(next);
    next += half ? 1U : 0U;
    const auto empty = full > 0 ? count("☆") : 0;
    const auto all = full + empty + (half ? 1U : 0U);
    if (star == nullptr || full == 0 || all < 2) {
        return false;
    }
    const auto begin = cursor.lexeme(here).begin;
    const auto end = cursor.lexeme(next - 1).end();
    const auto whole = std::to_string(full);
    cursor.add(half ? TokenClass(Fraction{whole, 1, 2}) : TokenClass(Number{whole, {}, false, false}), begin,
               end);
    if (empty != 0) {
        cursor.add(Entry{language.phrase("out of")}, begin, end);
        cursor.add(Number{std::to_string(all), {}, false, false}, begin, end);
    }
    cursor.add(UnitName{star, false}, begin, end);
    return cursor.go_to(next);
}

} // namespace recital
