// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/glosses.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/language/word_list.h"
#include "document/marks/surroundings.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <string>
#include <utility>

namespace recital {

namespace {

/// Whether letters of a script other than Latin make up most of the text.
bool is_foreign_script(std::string_view text) {
    std::size_t latin = 0;
    std::size_t foreign = 0;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (is_letter(c)) {
            UErrorCode status = U_ZERO_ERROR;
            const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
            ++(script == USCRIPT_LATIN || script == USCRIPT_COMMON ? latin : foreign);
        }
    }
    return foreign > latin;
}

/// Whether the text is in another script than the text before it. In a text in Cyrillic, Cyrillic is not
/// foreign.
bool changes_script(std::string_view text, std::string_view before) {
    constexpr std::size_t enough = 200; // bytes
    return is_foreign_script(text) &&
           !is_foreign_script(before.substr(before.size() - std::min(before.size(), enough)));
}

/// "German pronunciation", "Danish", "Finland Swedish", "pronounced": what precedes another form of a name.
bool is_label(std::string_view folded) {
    const StructureWords& words = StructureWords::known();
    const std::string_view label = trimmed(folded, " ");
    const std::string_view last = label.substr(label.find_last_of(' ') + 1);
    return words.languages.contains(label) || words.languages.contains(last) ||
           words.glosses.contains(label) || words.glosses.contains(last);
}

/// The end of a word of a respelling that begins at byte `begin`: letters, hyphens, and parentheses with
/// sounds that may be left out.
std::size_t end_of_respelled_word(std::string_view text, std::size_t begin) {
    int depth = 0;
    std::size_t position = begin;
    while (position < text.size()) {
        std::size_t next = position;
        const char32_t c = next_code_point(text, next);
        constexpr char32_t word_joiner = 0x2060;
        depth += static_cast<int>(c == '(') - static_cast<int>(c == ')');
        const bool belongs = is_letter(c) || c == '-' || c == word_joiner || c == '(' || c == ')';
        if (depth < 0 || !belongs) {
            break;
        }
        position = next;
    }
    return position;
}

/// The position after the respelling between IPA, which ends at `position`, and the next sign: " GREEG",
/// " \u24D8 bee-ON-say". `position` if there is none.
std::size_t after_respelling(std::string_view text, std::size_t position) {
    constexpr std::string_view player = "\u24D8";
    std::size_t end = position;
    bool stressed = false;
    while (end < text.size() && text[end] == ' ') {
        const std::size_t begin = end + 1;
        end = text.substr(begin).starts_with(player) ? begin + player.size()
                                                     : end_of_respelled_word(text, begin);
        const std::string_view word = text.substr(begin, end - begin);
        if (end == begin || (starts_lower(word) && is_english_word(word))) {
            return position; // "/ˈoʊdi/ NATO used"
        }
        stressed = stressed || has_capitals(word);
    }
    const bool ends = end < text.size() && std::string_view(",;)").find(text[end]) != npos;
    return stressed && ends ? end : position;
}

/// Whether one part of a parenthesis only repeats a name in another form, or was a link of a page. `before`
/// is before it.
bool is_gloss(std::string_view part, std::string_view before) {
    const StructureWords& words = StructureWords::known();
    std::string folded = fold_case(part);
    if (const auto colon = folded.find(':');
        colon != std::string::npos && is_label(std::string_view(folded).substr(0, colon))) {
        return true;
    }
    const std::string_view first = std::string_view(folded).substr(0, folded.find_first_of(" :,"));
    return words.asides.contains(folded) || has_phonetics(part) || is_respelling(part) ||
           words.glosses.contains(first) || changes_script(part, before);
}

std::vector<std::string_view> parts_of(std::string_view inside) {
    std::vector<std::string_view> parts = split(inside, ';');
    std::transform(parts.begin(), parts.end(), parts.begin(),
                   [](std::string_view part) { return trimmed(part, " "); });
    return parts;
}

/// What remains of the content of a parenthesis; the same view if nothing is removed.
std::string without_glosses(std::string_view inside, std::string_view before) {
    std::string kept;
    const std::vector<std::string_view> parts = parts_of(inside);
    for (const std::string_view part : parts) {
        std::string_view rest = part;
        if (parts.size() > 1 && is_stressed_syllables(part)) { // alone it may be "(BBC-led)"
            continue;
        }
        // "Пётр Чайковский, 7 May 1840 – 1893": the dates stay.
        if (is_gloss(part, before)) {
            const auto comma = part.find(", ");
            const std::string_view tail =
                comma == std::string_view::npos ? std::string_view() : part.substr(comma + 2);
            const bool dates =
                tail.find_first_of("0123456789") != std::string_view::npos && !is_gloss(tail, before);
            rest = dates ? tail : std::string_view();
        }
        if (!rest.empty()) {
            kept += kept.empty() ? "" : "; ";
            kept += rest;
        }
    }
    return kept;
}

/// The edit of the parenthesis from `open` to `end`, if a part of it is a gloss.
void add_parenthesis(std::string_view text, const TextRange& range, std::vector<Edit>& edits) {
    const std::string_view written = text.substr(range.begin + 1, range.end - range.begin - 2);
    const std::string_view before = text.substr(0, range.begin);
    const auto parts = parts_of(written);
    const bool emptied = parts.size() > 1 || range.begin == 0 || text[range.begin - 1] == ' ';
    if (std::none_of(parts.begin(), parts.end(), [before, emptied](std::string_view part) {
            return part.empty() ? emptied
                                : is_gloss(part, before) || (emptied && is_stressed_syllables(part));
        })) {
        return;
    }
    const std::string kept = without_glosses(written, before);
    if (kept.empty()) {
        edits.push_back({with_blank(text, range)});
    } else {
        edits.push_back({range, '(' + kept + ')'});
    }
}

/// The position after "/ˈbeɪ/" or, for several accents, "//ˈbeɪ//", which begins at `open`; `open` if it is
/// no pronunciation.
std::size_t after_slashes(std::string_view text, std::size_t open) {
    constexpr std::size_t max_length = 80;
    const bool apart = open == 0 || text[open - 1] == ' ' || text[open - 1] == '(';
    const bool twice = text.substr(open).starts_with("//");
    const auto close = apart ? text.substr(0, open + max_length).find('/', open + (twice ? 2U : 1U)) : npos;
    if (close == npos || !has_phonetics(text.substr(open, close - open))) {
        return open;
    }
    return close + (twice && text.substr(close).starts_with("//") ? 2U : 1U);
}

/// Whether the name of a language and a colon precede byte `open`: "French: [odi]".
bool follows_label(std::string_view text, std::size_t open) {
    constexpr std::size_t max_label = 80;
    const std::size_t begin = open - std::min(open, max_label);
    const std::string_view before = trimmed(text.substr(begin, open - begin), " ");
    if (!before.ends_with(':')) {
        return false;
    }
    const auto sign = before.find_last_of("(,;");
    const std::string_view label = sign == npos ? before : before.substr(sign + 1);
    return is_label(fold_case(trimmed(label, " :")));
}

/// The position after "[ˈbeɪ]", which begins at `open`; `open` if it is no pronunciation.
std::size_t after_phonetic_bracket(std::string_view text, std::size_t open) {
    constexpr std::size_t max_length = 200;
    const std::size_t end = after_closing(text.substr(0, open + max_length), open, '[', ']');
    const bool is_phonetic =
        end != npos && (has_phonetics(text.substr(open, end - open)) || follows_label(text, open));
    return is_phonetic ? end : open;
}

/// A pronunciation in a list with commas inside a parenthesis, with its label and one of the commas:
/// "pronounced [ˈbeɪ], " of "(pronounced [ˈbeɪ], 1901)". Otherwise the pronunciation with the blank before
/// it. `from`: where the last one ended.
TextRange with_label_and_comma(std::string_view text, const TextRange& phonetics, std::size_t from) {
    const auto sign = text.substr(0, phonetics.begin).find_last_of("(,;)");
    const std::size_t begin = sign == std::string_view::npos || sign < from ? from : sign + 1;
    const bool listed = begin > 0 && (begin == from || text[begin - 1] == '(' || text[begin - 1] == ',');
    const std::string label =
        fold_case(trimmed(text.substr(begin, std::max(begin, phonetics.begin) - begin), " :"));
    const bool inside = text.substr(0, begin).rfind('(') != std::string_view::npos &&
                        text.find(')', phonetics.end) != std::string_view::npos;
    const bool labelled = is_label(label) || StructureWords::known().accents.contains(label);
    const std::string_view next = text.substr(phonetics.end);
    const bool opens = begin > 0 && text[begin - 1] == '(' && (label.empty() || labelled);
    if (inside && next.starts_with("; ") && (opens || (begin == from && labelled))) {
        return {begin, phonetics.end + 2};
    }
    if (!listed || !inside || label.empty() || !labelled) {
        return with_blank(text, phonetics);
    }
    const bool comma_before = begin != from && text[begin - 1] == ',';
    if (comma_before && (next.starts_with(',') || next.starts_with(')') || next.starts_with(';'))) {
        return {begin - 1, phonetics.end};
    }
    if (!comma_before && next.starts_with(", ")) {
        return {begin, phonetics.end + 2};
    }
    if (!comma_before && next.starts_with(')')) {
        return {begin, phonetics.end}; // the last one of a list, or alone
    }
    return with_blank(text, phonetics);
}

} // namespace

bool has_phonetics(std::string_view text) {
    for (std::size_t position = find_non_ascii(text); position < text.size();) {
        const char32_t c = next_code_point(text, position);
        const bool schwa = c == 0x259; // also a letter of Azerbaijani
        if ((c >= 0x250 && c <= 0x2AF && !schwa) || c == 0x2C8 || c == 0x2CC || c == 0x2D0 || c == 0x2D1) {
            return true;
        }
    }
    return false;
}

bool has_capitals(std::string_view word) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::adjacent_find(word.begin(), word.end(), [&](char left, char right) {
               return is_capital(left) && is_capital(right);
           }) != word.end();
}

bool is_respelling(std::string_view part) {
    constexpr std::size_t max_length = 40;
    return part.size() <= max_length && part.find('-') != std::string_view::npos &&
           part.find("\u0259") != std::string_view::npos;
}

bool is_stressed_syllables(std::string_view part) {
    const auto has_only = [](std::string_view syllable, char first, char last) {
        return !syllable.empty() &&
               std::all_of(syllable.begin(), syllable.end(), [=](char c) { return c >= first && c <= last; });
    };
    const std::vector<std::string_view> words = split(part, ' ');
    return !part.empty() && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
        const std::vector<std::string_view> syllables = split(word, '-');
        const auto count = [&](const auto& is_counted) {
            return static_cast<std::size_t>(std::count_if(syllables.begin(), syllables.end(), is_counted));
        };
        const std::size_t stressed = count(
            [&](std::string_view syllable) { return syllable.size() > 1 && has_only(syllable, 'A', 'Z'); });
        const std::size_t others =
            count([&](std::string_view syllable) { return has_only(syllable, 'a', 'z'); });
        const std::size_t known = count([&](std::string_view syllable) {
            return has_only(syllable, 'a', 'z') && is_english_word(syllable);
        });
        return stressed == 1 && others > 0 && stressed + others == syllables.size() && known < others;
    });
}

std::size_t after_closing(std::string_view text, std::size_t open, char left, char right) {
    constexpr std::size_t max_length = 1000;
    text = text.substr(0, std::min(text.size(), open + max_length));
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += static_cast<int>(text[i] == left) - static_cast<int>(text[i] == right);
        if (depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

std::size_t after_phonetics(std::string_view text, std::size_t open) {
    return text[open] == '/' ? after_slashes(text, open) : after_phonetic_bracket(text, open);
}

std::vector<Edit> phonetic_edits(std::string_view text) {
    std::vector<Edit> edits;
    static constexpr ByteSet openers("[/");
    for (auto at = openers.find_in(text); at < text.size(); at = openers.find_in(text, at)) {
        std::size_t end = after_phonetics(text, at);
        if (end != at) {
            end = after_respelling(text, end);
            edits.push_back(
                {with_label_and_comma(text, {at, end}, edits.empty() ? 0 : edits.back().range.end)});
        }
        at = std::max(end, at + 1);
    }
    return edits;
}

std::vector<Edit> gloss_edits(std::string_view text) {
    std::vector<Edit> edits;
    for (auto at = text.find('('); at < text.size(); at = text.find('(', at)) {
        const std::size_t end = after_closing(text, at, '(', ')');
        const std::size_t count = edits.size();
        if (end != std::string_view::npos && !is_letter(code_point_at(text, end))) {
            add_parenthesis(text, {at, end}, edits);
        }
        at = edits.size() > count ? end : at + 1; // others may be inside
    }
    return edits;
}

} // namespace recital
