// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/contents_list.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

using Titles = std::set<std::string, std::less<>>;

/// A title without the number before it and the page after it: "2. Fame ..... 14" gives "fame".
std::string title_key(std::string_view title) {
    constexpr std::string_view around = " .:0123456789-*[]()\t";
    return fold_case(trimmed(trimmed(title, "\n"), around));
}

Titles titles_of(const Outline& outline) {
    Titles titles;
    for (const Block& block : outline.blocks) {
        if (block.kind == Block::Kind::heading) {
            titles.insert(title_key(block.text));
        }
    }
    titles.erase("");
    return titles;
}

/// How many blocks from `begin` on are items of a list.
std::size_t length_of_list(const std::vector<Block>& blocks, std::size_t begin) {
    const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto end = std::find_if(first, blocks.end(), [kind = first->kind](const Block& block) {
        return block.kind != Block::Kind::line || block.kind != kind;
    });
    return static_cast<std::size_t>(end - first);
}

/// Whether all items but one in five are headings of the text, each once.
bool is_contents(const std::vector<Block>& blocks, std::size_t begin, std::size_t count,
                 const Titles& titles) {
    constexpr std::size_t min_items = 2;
    constexpr std::size_t tolerance = 5;
    Titles found;
    for (std::size_t n = begin; n < begin + count; ++n) {
        std::string key = title_key(blocks[n].text);
        if (titles.contains(key)) {
            found.insert(std::move(key));
        }
    }
    return found.size() >= min_items && count - found.size() <= count / tolerance;
}

/// "Biography | 4 An Interview | 9 Works | 12 Letters | 20": the lines of contents with their pages, as one
/// paragraph.
bool is_paragraph_of_contents(const Block& block) {
    constexpr std::size_t min_items = 4;
    constexpr std::size_t max_digits = 4;
    if (block.text.find('|') == std::string::npos) {
        return false;
    }
    const std::vector<std::string_view> parts = split(block.text, '|');
    if (is_heading(block) || parts.size() <= min_items || !is_digits(trimmed(parts.back()))) {
        return false;
    }
    int page = 0;
    return std::all_of(std::next(parts.begin()), parts.end(), [&page](std::string_view part) {
        const std::string_view text = trimmed(part);
        const std::string_view number = text.substr(0, text.find(' '));
        if (!is_digits(number) || number.size() > max_digits) {
            return false;
        }
        const int next = std::stoi(std::string(number));
        return std::exchange(page, next) <= next;
    });
}

} // namespace

void drop_contents_lists(Outline& outline) {
    std::vector<Block>& blocks = outline.blocks;
    std::erase_if(blocks, [&outline](Block& block) {
        const bool is_contents = is_paragraph_of_contents(block);
        if (is_contents) {
            outline.omissions.push_back({"lists of contents", block.text, block.line});
        }
        return is_contents;
    });
    const Titles titles = titles_of(outline);
    for (std::size_t at = 0; at < blocks.size() && titles.size() > 1;) {
        const std::size_t count = std::max<std::size_t>(1, length_of_list(blocks, at));
        if (!is_contents(blocks, at, count, titles)) {
            at += count;
            continue;
        }
        const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = first + static_cast<std::ptrdiff_t>(count);
        std::for_each(first, end, [&outline](Block& block) {
            outline.omissions.push_back({"lists of contents", std::move(block.text), block.line});
        });
        blocks.erase(first, end);
    }
}

} // namespace recital
