// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/rejoin.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/line_end.h"
#include "document/language/structure_words.h"
#include "document/language/word_list.h"
#include "document/structure/joined_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

std::size_t start_of_last_character(std::string_view text) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    return start;
}

/// Whether the text ends with "the", "of" or the like, which a name may follow; not with "that" or "and",
/// which a quotation may.
bool ends_inside_phrase(std::string_view text) {
    constexpr std::array<std::string_view, 6> conjunctions = {"and", "but", "or", "nor", "as", "than"};
    constexpr std::array<std::string_view, 3> possessives = {"his", "its",
                                                             "their"}; // "her" may end a sentence
    const std::string_view last = text.substr(text.find_last_of(' ') + 1);
    const auto is_one_of = [last](const auto& words) {
        return std::find(words.begin(), words.end(), last) != words.end();
    };
    return (StructureWords::known().small.contains(last) && !is_one_of(conjunctions)) ||
           is_one_of(possessives);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t position = 0; position < text.size(); end = position) {
        if (!is_letter(next_code_point(text, position))) {
            break;
        }
    }
    return text.substr(0, end);
}

bool is_one_letter_word(std::string_view letter) {
    return letter == "A" || letter == "I" || letter == "O";
}

/// Removes the blank after the first letter of an English paragraph that begins a section.
void join_initial(Block& block) {
    const std::string_view text = block.text;
    std::size_t end = 0;
    if (text.size() < 4 || !is_upper(next_code_point(text, end)) || text[end] != ' ') {
        return;
    }
    const std::string_view letter = text.substr(0, end);
    const std::string_view rest = first_word(text.substr(end + 1));
    std::size_t position = 0;
    const bool capitals = rest.size() >= 2 && fold_case(rest) != rest &&
                          is_upper(next_code_point(rest, position)) &&
                          is_upper(next_code_point(rest, position));
    const bool known = is_english_word(fold_case(std::string(letter) + std::string(rest)));
    const bool is_word = is_english_word(fold_case(rest));
    const bool apart = !rest.empty() && (capitals || starts_lower(rest)) && !is_word &&
                       (known || (!is_one_letter_word(letter) && rest.size() >= 2));
    if (apart || (!is_one_letter_word(letter) && capitals && known)) {
        block.text.erase(end, 1);
        move_emphases(block.emphases, -1);
    }
}

/// Whether the last block is a paragraph that `next` could continue. A short one may be a line of verse,
/// unless it is a single one: after prose, and before what ends a sentence.
bool may_be_cut(const std::vector<Block>& blocks, const Block& next) {
    constexpr std::size_t min_length = 60;
    constexpr std::size_t min_short = 12;
    if (blocks.empty() || blocks.back().kind != Block::Kind::paragraph) {
        return false;
    }
    if (blocks.back().text.size() >= min_length) {
        return true;
    }
    const Block* const before = blocks.size() > 1 ? &blocks[blocks.size() - 2] : nullptr;
    const bool after_prose = before == nullptr || is_heading(*before) ||
                             (before->text.size() >= min_length && ends_sentence(before->text));
    return blocks.back().text.size() >= min_short && after_prose && ends_sentence(next.text);
}

} // namespace

bool ends_sentence(std::string_view text) {
    constexpr std::u32string_view closing =
        U".!?:\u2026\"')]\u2019\u201D\u00BB\u3002\uFF01\uFF1F\u300D\u0964\u06D4";
    const auto last = text.find_last_not_of(' ');
    if (last == std::string_view::npos) {
        return true;
    }
    std::size_t start = start_of_last_character(text.substr(0, last + 1));
    return closing.find(next_code_point(text, start)) != std::u32string_view::npos;
}

bool continues_sentence(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty() || ends_sentence(before)) {
        return false;
    }
    return starts_lower(after) || (dividing_hyphen(before) > 0) || ends_inside_phrase(before);
}

void join_cut_paragraphs(std::vector<Block>& blocks) {
    LineEnds line_ends({});
    std::vector<Block> joined;
    joined.reserve(blocks.size());
    for (Block& block : blocks) {
        if (block.kind == Block::Kind::paragraph && may_be_cut(joined, block) &&
            continues_sentence(joined.back().text, block.text)) {
            append_text({joined.back().text, joined.back().emphases}, {block.text, block.emphases},
                        line_ends);
        } else {
            joined.push_back(std::move(block));
        }
    }
    blocks = std::move(joined);
}

std::string_view drop_capital(std::string_view text) {
    for (const std::string_view quote : {"\"", "\u201C", "\u2018", "'", "\u00AB", "\u201E"}) {
        if (text.starts_with(quote) && text.size() > quote.size()) {
            return drop_capital(text.substr(quote.size()));
        }
    }
    std::size_t position = 0;
    const bool single = !text.empty() && is_upper(next_code_point(text, position)) && position == text.size();
    return single ? text : std::string_view();
}

std::string_view pictured_letter(std::string_view description) {
    constexpr std::array<std::string_view, 8> words = {"capital", "letter",      "initial",    "drop",
                                                       "dropcap", "illuminated", "decorative", "ornamental"};
    description = trimmed(description, " .");
    const std::string_view first = first_word(description);
    const bool is_phrase = std::find(words.begin(), words.end(), fold_case(first)) != words.end();
    const auto last = description.find_last_of(' ');
    return drop_capital(is_phrase && last != std::string_view::npos ? description.substr(last + 1)
                                                                    : description);
}

std::string_view after_drop_capital(std::string_view letter, std::string_view text) {
    const std::string_view rest = first_word(text);
    const std::string folded = fold_case(rest);
    if (rest.size() < 2) {
        return rest.empty() ? " " : "";
    }
    const bool joined_is_word = is_english_word(fold_case(letter) + folded);
    if (letter == "A") {
        return is_english_word(folded) ? " " : "";
    }
    if (is_one_letter_word(letter)) {
        return is_english_word(folded) || !joined_is_word ? " " : "";
    }
    return is_english_word(folded) && !joined_is_word ? " " : "";
}

bool is_drop_capital(const std::vector<Block>& blocks, std::size_t index) {
    return index + 1 < blocks.size() && !is_heading(blocks[index]) && !is_heading(blocks[index + 1]) &&
           !drop_capital(blocks[index].text).empty() && starts_lower(blocks[index + 1].text);
}

void join_drop_capitals(std::vector<Block>& blocks, std::string_view language) {
    for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
        if (is_drop_capital(blocks, i)) {
            Block& next = blocks[i + 1];
            const std::string_view between = after_drop_capital(drop_capital(blocks[i].text), next.text);
            const std::string before = blocks[i].text + std::string(between);
            next.text.insert(0, before);
            move_emphases(next.emphases, static_cast<std::ptrdiff_t>(before.size()));
            blocks[i].text.clear();
        }
    }
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
    if (!language.starts_with("en")) {
        return;
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind == Block::Kind::paragraph && (i == 0 || is_heading(blocks[i - 1]))) {
            join_initial(blocks[i]);
        }
    }
}

} // namespace recital
