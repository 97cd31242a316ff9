// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/furniture.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/furniture/byline.h"
#include "document/furniture/labels.h"
#include "document/furniture/phrases.h"
#include "document/furniture/scraped_script.h"
#include "document/furniture/scraped_style.h"
#include "document/inline/edits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t max_furniture = 300; ///< bytes; longer paragraphs are text

/// Whether the phrase ends where a word does.
bool begins_with(std::string_view text, std::string_view phrase) {
    if (!text.starts_with(phrase)) {
        return false;
    }
    const char32_t last = phrase.back() == '#' ? U'0' : U'a';
    std::size_t at = phrase.size();
    const bool open = std::string_view(":\"").find(phrase.back()) != npos || phrase.ends_with("http") ||
                      static_cast<unsigned char>(phrase.back()) >= 0x80;
    return open || at == text.size() || (last == U'0' && text[at] != '.') ||
           !is_letter(next_code_point(text, at));
}

/// The beginning of a text whose folded form has at least this many bytes, with all digits of its last
/// number.
std::string_view unfolded_beginning(std::string_view text, std::size_t folded_size) {
    std::size_t end = 0;
    while (end < text.size() && folded_line(text.substr(0, end)).size() < folded_size) {
        static_cast<void>(next_code_point(text, end));
    }
    const auto is_number = [text](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    while (end > 0 && is_number(end - 1) && is_number(end)) {
        ++end;
    }
    return text.substr(0, end);
}

bool begins_lower(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) {
        return false;
    }
    const char32_t first = next_code_point(text, at);
    return is_letter(first) && !is_upper(first);
}

/// Whether a sentence begins with the words of a phrase: "Photographs by the river show her with her sister."
bool is_prose_after(std::string_view phrase, std::string_view kind, std::string_view line) {
    constexpr std::array<std::string_view, 4> kinds = {"credits and rights", "read-more links",
                                                       "sources and generators", "navigation"};
    constexpr std::size_t min_words = 6;
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end() || !line.ends_with('.')) {
        return false;
    }
    std::string_view rest = line.substr(unfolded_beginning(line, phrase.size()).size());
    const bool has_comma = rest.starts_with(',');
    rest = trimmed(rest.substr(has_comma ? 1 : 0), " ");
    const bool goes_on = rest.starts_with("by ") || rest.starts_with("the ");
    if (phrase.ends_with("\u00A9")) {
        return begins_lower(rest) && !goes_on;
    }
    const bool is_credit = kind == "credits and rights";
    const bool may_go_on = has_comma ||
                           (is_credit && (phrase.ends_with(" by") || phrase.ends_with("reserved") ||
                                          (phrase.ends_with('#') && !goes_on))) ||
                           (!is_credit && phrase.ends_with(':'));
    return may_go_on && begins_lower(rest) && split(line, ' ').size() >= min_words;
}

/// Whether a sentence ends in the text and another one begins.
bool has_further_sentence(std::string_view text) {
    for (auto at = text.find(". "); at != npos; at = text.find(". ", at + 1)) {
        std::size_t next = at + 2;
        const bool is_initial =
            at > 0 && (at == 1 || text[at - 2] == ' ') && is_upper(static_cast<unsigned char>(text[at - 1]));
        if (!is_initial && next < text.size() && is_upper(next_code_point(text, next))) {
            return true;
        }
    }
    return false;
}

/// The kind of a line by the phrase that it holds before the end of its first sentence.
std::string_view kind_of_held(std::string_view line, std::string_view folded) {
    const BytePairs pairs(folded);
    for (const auto& [phrase, kind] : FurniturePhrases::known().holds.entries()) {
        const auto at = pairs.may_hold(phrase) ? folded.find(phrase) : npos;
        if (at != npos && !has_further_sentence(unfolded_beginning(line, at + phrase.size()))) {
            return kind;
        }
    }
    return {};
}

/// Where the phrase of a line may begin: after signs, and inside of brackets. Folding changes none of these.
struct Beginnings {
    std::string_view line;
    std::string_view inside;
};

Beginnings bare_beginnings(std::string_view text) {
    static constexpr ByteSet signs(" *_|>-\"");
    static constexpr ByteSet brackets("([");
    const std::string_view line = trimmed(text, signs);
    return {line, line.substr(std::min(brackets.find_other_in(line), line.size()))};
}

/// By the beginning of a line that is written as in the text; `folded_text` is its folded form.
std::string_view kind_of_beginning(std::string_view text, std::string_view folded_text) {
    constexpr std::size_t max_open = 120; // bytes
    const FurniturePhrases& phrases = FurniturePhrases::known();
    const auto [line, inside] = bare_beginnings(text);
    const auto [folded, folded_inside] = bare_beginnings(folded_text);
    const bool ends_open = !line.ends_with('.') && text.size() <= max_open;
    const auto begins = [&, line = line, inside = inside, folded = folded,
                         folded_inside = folded_inside](const PhraseList::Entry& entry) {
        // "Sources:" alone is a heading, with all that is below it.
        const auto& [phrase, kind] = entry;
        const bool is_heading = folded == phrase && phrase.ends_with(':');
        return !is_heading && ((begins_with(folded, phrase) && !is_prose_after(phrase, kind, line)) ||
                               (begins_with(folded_inside, phrase) && !is_prose_after(phrase, kind, inside)));
    };
    if (folded.empty()) {
        return {};
    }
    std::string_view kind = phrases.begins.find(folded, folded_inside, begins);
    if (kind.empty() && ends_open) {
        kind = phrases.open.find(folded, folded_inside, begins);
    }
    return kind.empty() ? kind_of_held(line, folded) : kind;
}

/// The kind of a sentence at the end of a paragraph; empty for prose. `is_last` is false if prose follows it.
std::string_view kind_of_tail(std::string_view sentence, bool is_last) {
    constexpr std::size_t max_phrase = 60;
    const FurniturePhrases& phrases = FurniturePhrases::known();
    const std::string folded = fold_case(sentence.substr(0, max_phrase));
    const auto begins = [&](const PhraseList::Entry& tail) {
        const bool is_rights = tail.phrase.ends_with("\u00A9");
        return begins_with(folded, tail.phrase) &&
               (!is_rights || (is_last && !is_prose_after(tail.phrase, tail.kind, sentence)));
    };
    const std::string_view kind = phrases.tails.find(folded, folded, begins);
    return kind.empty() && is_last ? kind_in(phrases.last, trimmed(folded, " .")) : kind;
}

/// The last blank from byte `first` to byte `last` that is at the front of the text or follows the end of a
/// sentence; npos if there is none.
std::size_t blank_after_sentence(std::string_view text, std::size_t first, std::size_t last) {
    static constexpr ByteSet ends(".!?");
    for (std::size_t at = last + 1; at-- > first;) {
        if (text[at] == ' ' && (at == 0 || ends.contains(text[at - 1]))) {
            return at;
        }
    }
    return npos;
}

/// The start of the last sentences of a paragraph that are furniture, and their kind; npos if there are none.
std::pair<std::size_t, std::string_view> furniture_tail(std::string_view text) {
    constexpr int max_sentences = 3;
    std::pair<std::size_t, std::string_view> found{npos, {}};
    const std::size_t first = text.size() > max_furniture ? text.size() - max_furniture - 1 : 0;
    std::size_t begin = text.size();
    for (int sentence = 0; sentence < max_sentences && begin > 0; ++sentence) {
        const std::size_t start = begin < 3 ? npos : blank_after_sentence(text, first, begin - 2);
        if (start == npos && first > 0) {
            break; // it begins too far from the end
        }
        const std::size_t end = begin;
        begin = start == npos || start == 0 ? 0 : start + 1;
        const bool is_last = end == text.size() || end == found.first;
        const std::string_view kind = kind_of_tail(text.substr(begin, end - begin), is_last);
        if (!kind.empty() && text.size() - begin <= max_furniture) {
            found = {begin, kind};
        }
    }
    return found;
}

/// The start of a link such as "Read More »" after the last sentence of an excerpt; npos if there is none.
std::pair<std::size_t, std::string_view> link_at_end(std::string_view text) {
    constexpr std::size_t max_link = 40;
    if (text.ends_with('.')) {
        return {npos, {}}; // a sentence
    }
    const std::size_t from = text.size() > max_link ? text.size() - max_link : 0;
    for (auto at = text.find(' ', from); at != npos; at = text.find(' ', at + 1)) {
        const std::string_view before = text.substr(0, at);
        const bool after_sentence = before.ends_with('.') || before.ends_with('!') ||
                                    before.ends_with("\u2026") || before.ends_with(']');
        const std::string_view link = text.substr(at + 1);
        const std::string_view kind =
            after_sentence ? kind_in(FurniturePhrases::known().ends, bare_label(folded_line(link)))
                           : std::string_view();
        if (!kind.empty()) {
            return {at + 1, kind};
        }
    }
    return {npos, {}};
}

void drop_tail(Block& block, std::vector<Omission>& omissions) {
    const auto sentences = furniture_tail(block.text);
    const auto [begin, kind] = sentences.first == npos ? link_at_end(block.text) : sentences;
    if (begin == npos) {
        return;
    }
    omissions.push_back({std::string(kind), block.text.substr(begin), block.line});
    const TextRange range{begin == 0 ? 0 : begin - 1, block.text.size()};
    apply_edits(block.text, {{range}}, block.emphases);
}

/// Leaves no blank at either end.
void cut_out(Block& block, const std::vector<Edit>& edits) {
    if (edits.empty()) {
        return;
    }
    apply_edits(block.text, edits, block.emphases);
    const std::size_t first = std::min(block.text.find_first_not_of(' '), block.text.size());
    const std::size_t end = block.text.find_last_not_of(' ') + 1; // 0 if there is nothing else
    apply_edits(block.text, {{{0, first}}, {{std::max(first, end), block.text.size()}}}, block.emphases);
}

void drop_style(Block& block, std::vector<Omission>& omissions) {
    const std::vector<Edit> edits = style_edits(block.text);
    for (const Edit& edit : edits) {
        omissions.push_back({"rules of style (CSS)",
                             block.text.substr(edit.range.begin, edit.range.end - edit.range.begin),
                             block.line});
    }
    cut_out(block, edits);
}

void drop_script(Block& block, std::vector<Omission>& omissions) {
    const std::vector<Edit> edits = script_edits(block.text);
    for (const Edit& edit : edits) {
        omissions.push_back(
            {"scripts", block.text.substr(edit.range.begin, edit.range.end - edit.range.begin), block.line});
    }
    cut_out(block, edits);
}

/// The kind of a block that is furniture as a whole; drops its last sentences if only they are.
std::string_view kind_of_block(Block& block, std::vector<Omission>& omissions) {
    if (block.kind != Block::Kind::heading) {
        drop_tail(block, omissions);
        return furniture_kind(block.text);
    }
    // A heading may be a single word such as "Share"; a short line may have been taken for a heading.
    static constexpr ByteSet in_labels(":0123456789");
    const bool is_label = !in_labels.is_in(block.text);
    const std::string_view kind =
        is_label ? std::string_view() : kind_of_beginning(block.text, folded_line(block.text));
    if (kind.empty()) {
        drop_tail(block, omissions);
    }
    return kind;
}

/// Whether the text begins with the first letters of a phrase of the kind, which is quickly decided.
bool may_begin_with(std::string_view text, std::string_view kind) {
    constexpr std::size_t letters = 3;
    const std::string_view first = text.substr(0, letters);
    if (first.size() < letters || find_non_ascii(first) < first.size()) {
        return true;
    }
    const std::string folded = fold_case(first);
    const auto fits = [&](const PhraseList::Entry& entry) {
        return entry.kind == kind && entry.phrase.starts_with(folded);
    };
    return !FurniturePhrases::known().begins.find(folded, folded, fits).empty();
}

} // namespace

std::string_view furniture_kind(std::string_view paragraph, FurniturePlace place) {
    if (paragraph.size() > max_furniture) {
        constexpr std::string_view long_kind = "notes of transcribers";
        const std::string_view beginning = paragraph.substr(0, max_furniture);
        const auto [line, inside] = bare_beginnings(beginning);
        const bool may_be = may_begin_with(line, long_kind) || may_begin_with(inside, long_kind);
        return may_be && kind_of_beginning(beginning, folded_line(beginning)) == long_kind
                   ? long_kind
                   : std::string_view();
    }
    if (place == FurniturePlace::page && is_button(paragraph)) {
        return "buttons";
    }
    const std::string folded = folded_line(paragraph);
    const std::string_view kind = kind_of_labels(folded, place);
    return kind.empty() ? kind_of_beginning(paragraph, folded) : kind;
}

void drop_furniture(Outline& outline) {
    drop_bylines(outline);
    std::erase_if(outline.blocks, [&outline](Block& block) {
        drop_script(block, outline.omissions); // first: rules of style are less particular
        drop_style(block, outline.omissions);
        if (block.text.empty()) {
            return true;
        }
        const std::string_view kind = kind_of_block(block, outline.omissions);
        if (!kind.empty()) {
            outline.omissions.push_back({std::string(kind), block.text, block.line});
        }
        return !kind.empty() || block.text.empty(); // without its last sentences
    });
}

} // namespace recital
