// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/lone_numbers.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/rejoin.h"

#include <charconv>

namespace recital {

namespace {

/// Whether the number is between whole sentences, with text after it.
bool is_between_sentences(const std::vector<Block>& blocks, std::size_t number) {
    if (number + 1 >= blocks.size() || starts_lower(blocks[number + 1].text)) {
        return false;
    }
    return number == 0 || blocks[number - 1].kind != Block::Kind::paragraph ||
           ends_sentence(blocks[number - 1].text);
}

/// Two pages may both end with their paragraphs by chance; two sections have some text each.
bool number_sections(const std::vector<Block>& blocks, const std::vector<LoneNumber>& numbers) {
    constexpr std::size_t min_text = 150; // bytes of a section, on average
    if (numbers.size() < 2) {
        return false;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].value != static_cast<int>(i) + 1 || !is_between_sentences(blocks, numbers[i].block)) {
            return false;
        }
    }
    std::size_t text = 0;
    for (std::size_t block = numbers.front().block; block < blocks.size(); ++block) {
        text += blocks[block].text.size();
    }
    std::size_t before = 0; // a page has text before its number
    for (std::size_t block = 0; block < numbers.front().block; ++block) {
        before += blocks[block].kind == Block::Kind::paragraph ? blocks[block].text.size() : 0;
    }
    return text >= min_text * numbers.size() && before * numbers.size() < text;
}

/// A sentence continues after a page number.
bool is_parted_sentence(const Block& before, const Block& after) {
    return before.kind == Block::Kind::paragraph && after.kind == Block::Kind::paragraph &&
           !ends_sentence(before.text) && starts_lower(after.text);
}

} // namespace

int lone_number(std::string_view line) {
    constexpr std::string_view around = "-[]{} ";
    constexpr std::size_t max_digits = 3;
    for (const std::string_view word : {"page ", "p. ", "pg "}) {
        line.remove_prefix(fold_case(line.substr(0, word.size())) == word ? word.size() : 0);
    }
    const std::string_view digits = trimmed(line, around);
    int value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return digits.size() <= max_digits && parsed.ec == std::errc() &&
                   parsed.ptr == digits.data() + digits.size()
               ? value
               : 0;
}

void resolve_lone_numbers(std::vector<Block>& blocks, const std::vector<LoneNumber>& numbers) {
    if (numbers.empty()) {
        return;
    }
    const bool sections = number_sections(blocks, numbers);
    if (sections && numbers.front().block == 1 && blocks.front().kind == Block::Kind::heading) {
        blocks.front().level = 1; // the title is above the sections
    }
    std::vector<Block> settled;
    settled.reserve(blocks.size());
    auto number = numbers.begin();
    bool after_number = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        const bool is_number = number != numbers.end() && number->block == i;
        number += is_number ? 1 : 0;
        if (is_number && !sections) {
            after_number = true;
            continue;
        }
        if (after_number && sections && block.kind == Block::Kind::heading && !is_number) {
            settled.back().text += '\n' + block.text;
        } else if (after_number && !sections && !settled.empty() &&
                   is_parted_sentence(settled.back(), block)) {
            settled.back().text += (settled.back().text.ends_with('-') ? "" : " ") + block.text;
        } else {
            settled.push_back(std::move(block));
        }
        after_number = is_number;
    }
    blocks = std::move(settled);
}

} // namespace recital
