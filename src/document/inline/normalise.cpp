// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/normalise.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/emphasis.h"
#include "document/language/structure_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

namespace {

bool is_control(char32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
}

bool is_invisible(char32_t code_point) {
    return code_point == 0x00AD || code_point == 0x034F || code_point == 0x180E || code_point == 0x200B ||
           code_point == 0x200E || code_point == 0x200F || (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x2069) || code_point == 0xFEFF;
}

/// Whether the character at the end of the text is a letter of a script in which joiners mean nothing: Latin,
/// Greek, Cyrillic.
bool ends_with_plain_letter(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    std::size_t position = text.size() - 1;
    while (position > 0 && (static_cast<unsigned char>(text[position]) & 0xC0U) == 0x80U) {
        --position;
    }
    const char32_t last = next_code_point(text, position);
    return last < 0x0530;
}

bool is_joiner(char32_t code_point) {
    return code_point == 0x200C || code_point == 0x200D;
}

/// Letters that older type set as one piece.
std::string_view ligature(char32_t code_point) {
    constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return code_point >= 0xFB00 && code_point <= 0xFB06 ? letters.at(code_point - 0xFB00)
                                                        : std::string_view();
}

/// Whether the text is plain ASCII with single spaces: most paragraphs, which need no work at all.
bool is_normalised_ascii(std::string_view text) {
    bool after_space = true;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 || value >= 0x7F || (byte == ' ' && after_space)) {
            return false;
        }
        after_space = byte == ' ';
    }
    return !after_space;
}

/// "3", "12", "a", "note 4", "citation needed", "Pg 12".
bool is_mark(std::string_view inside, bool after_word) {
    constexpr std::size_t max_length = 40;
    if (inside.empty() || inside.size() > max_length) {
        return false;
    }
    if (inside.front() == '^') {
        return true; // of a footnote in Markdown
    }
    const bool short_number = is_digits(inside) && inside.size() <= 3;
    const bool letter = inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z';
    if (after_word && (short_number || letter || inside == "*" || inside == "\u2020")) {
        return true;
    }
    const std::string folded = fold_case(inside);
    for (const std::string_view prefix : {"note ", "nb ", "n ", "pg ", "p. ", "pg. ", "page "}) {
        if (std::string_view(folded).starts_with(prefix) &&
            folded.find_first_not_of("0123456789ivxlc", prefix.size()) == std::string::npos) {
            return true;
        }
    }
    return StructureWords::known().marks.contains(folded);
}

/// Letters of the phonetic alphabet and its marks, which no running text has.
bool has_phonetics(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if ((c >= 0x250 && c <= 0x2AF) || c == 0x2C8 || c == 0x2CC || c == 0x2D0 || c == 0x2D1) {
            return true;
        }
    }
    return false;
}

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

/// Whether one part of a parenthesis only repeats a name in another form. `before` is before it.
bool is_gloss(std::string_view part, std::string_view before) {
    const StructureWords& words = StructureWords::known();
    std::string folded = fold_case(part);
    if (const auto colon = folded.find(':'); colon != std::string::npos) {
        const std::string label(trimmed(std::string_view(folded).substr(0, colon), " "));
        if (words.languages.contains(label) || words.glosses.contains(label)) {
            return true;
        }
    }
    const std::string_view first = std::string_view(folded).substr(0, folded.find_first_of(" :"));
    const bool phonetic = part.starts_with('/') || part.starts_with('[') || has_phonetics(part);
    return (phonetic && has_phonetics(part)) || words.glosses.contains(first) || changes_script(part, before);
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
    for (const std::string_view part : parts_of(inside)) {
        std::string_view rest = part;
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

/// The byte after the bracket that closes the one at `open`; npos if there is none within the usual length of
/// a parenthesis, so that unclosed brackets do not cause searches to the end of the text.
std::size_t closing(std::string_view text, std::size_t open, char left, char right) {
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

/// Removes the space before the removed part.
void drop_space(std::string& text, std::string_view following) {
    if (text.ends_with(' ') && (following.empty() || following.front() == ' ' || following.front() == ',' ||
                                following.front() == '.' || following.front() == ';')) {
        text.pop_back();
    }
}

} // namespace

std::string normalise_text(std::string_view text, Controls controls) {
    if (is_normalised_ascii(text)) {
        return std::string(text);
    }
    std::string normalised;
    normalised.reserve(text.size());
    bool space = false;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        const char32_t code_point = next_code_point(text, position);
        if (code_point == ' ' || (code_point != 0x85 && is_space(code_point))) {
            space = !normalised.empty();
            continue;
        }
        if (is_invisible(code_point) || (is_joiner(code_point) && ends_with_plain_letter(normalised)) ||
            (controls == Controls::drop && is_control(code_point))) {
            continue;
        }
        if (space) {
            normalised += ' ';
            space = false;
        }
        const std::string_view letters = ligature(code_point);
        normalised += letters.empty() ? text.substr(start, position - start) : letters;
    }
    return normalise_nfc(normalised);
}

namespace {

/// The position after a "{123}", with which some transcribers mark the start of a page; otherwise `position`.
std::size_t page_mark_end(std::string_view text, std::size_t position) {
    constexpr std::size_t max_length = 6;
    const auto close = text.substr(0, position + max_length).find('}', position);
    const bool mark = text[position] == '{' && close != std::string_view::npos &&
                      is_digits(text.substr(position + 1, close - position - 1));
    return mark ? close + 1 : position;
}

/// Drops marks and glosses; blanks at the ends stay.
std::string drop_marks(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (const std::size_t end = page_mark_end(text, i); end != i) {
            drop_space(result, text.substr(end));
            i = end;
            continue;
        }
        if (text[i] == '[') {
            const std::size_t end = closing(text, i, '[', ']');
            const bool after_word = !result.empty() && result.back() != ' ';
            if (end != std::string_view::npos &&
                is_mark(without_emphasis_marks(text.substr(i + 1, end - i - 2)), after_word)) {
                drop_space(result, text.substr(end));
                i = end;
                continue;
            }
        } else if (text[i] == '(') {
            const std::size_t end = closing(text, i, '(', ')');
            if (end != std::string_view::npos) {
                const std::string_view written = text.substr(i + 1, end - i - 2);
                const std::string unmarked = without_emphasis_marks(written);
                const auto parts = parts_of(unmarked);
                const std::string_view before = text.substr(0, i);
                const bool glossed = std::any_of(parts.begin(), parts.end(), [before](std::string_view part) {
                    return is_gloss(part, before);
                });
                const std::string kept = glossed ? without_glosses(unmarked, before) : std::string(written);
                if (kept.empty() && glossed) {
                    drop_space(result, text.substr(end));
                } else {
                    // Other brackets may be inside.
                    result += '(' + drop_marks(kept) + ')';
                }
                i = end;
                continue;
            }
        }
        result += text[i++];
    }
    return result;
}

} // namespace

std::string without_marks(std::string_view text) {
    return text.find_first_of("[({") == std::string_view::npos ? std::string(text)
                                                               : std::string(trimmed(drop_marks(text), " "));
}

} // namespace recital
