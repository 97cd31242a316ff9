// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/running_lists.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/line_end.h"
#include "document/structure/joined_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

namespace {

using Blocks = std::vector<Block>;
using Items = std::pair<Blocks::iterator, Blocks::iterator>;

/// The length of "..." or "\u2026" at the start; 0 if there is none.
std::size_t ellipsis_before(std::string_view text) {
    for (const std::string_view ellipsis : {"...", "\u2026"}) {
        if (text.starts_with(ellipsis) && text.size() > ellipsis.size()) {
            const auto word = text.find_first_not_of(" .", ellipsis.size());
            return word == npos ? 0 : word;
        }
    }
    return 0;
}

bool begins_with_ellipsis(const Block& item) {
    return ellipsis_before(item.text) > 0;
}

bool begins_small(const Block& item) {
    return starts_lower(item.text);
}

bool ends_with_conjunction(std::string_view text) {
    const auto blank = text.find_last_of(' ');
    return blank != npos && is_conjunction(text.substr(blank + 1));
}

bool ends_running(const Block& item) {
    return item.text.ends_with(',') || item.text.ends_with(';') || ends_with_conjunction(item.text);
}

bool is_item_that_runs_on(const Block& block) {
    return block.is_item && ends_running(block);
}

bool ends_with_stop(const Block& item) {
    return item.text.ends_with('.') || item.text.ends_with('!') || item.text.ends_with('?');
}

/// Whether the items are parts of one sentence.
bool is_running(const Items& items) {
    const auto& [first, end] = items;
    if (std::all_of(first, end, begins_with_ellipsis)) {
        return true;
    }
    if (end - first < 2) {
        return false;
    }
    const auto last = std::prev(end);
    const bool are_small = std::all_of(first, end, begins_small);
    const bool run_on = std::all_of(first, last, ends_running);
    const bool only_stop = ends_with_stop(*last) && std::none_of(first, last, ends_with_stop);
    return (run_on && (are_small || ends_with_conjunction(std::prev(last)->text))) ||
           (are_small && only_stop);
}

/// Whether a sentence that the block begins may go on in a list.
bool may_go_on(const Block& block) {
    return !is_heading(block) && !block.is_item && (!ends_with_stop(block) || block.text.ends_with("..."));
}

void drop_last_ellipsis(Block& block) {
    for (const std::string_view ellipsis : {"...", "\u2026"}) {
        if (block.text.ends_with(ellipsis)) {
            block.text =
                trimmed(std::string_view(block.text).substr(0, block.text.size() - ellipsis.size()), " ");
            for (TextRange& range : block.emphases) {
                range.end = std::min(range.end, block.text.size());
            }
        }
    }
}

/// Appends an item to the sentence, after a comma unless it is the first one or a mark or "and" is there.
void append_item(Block& sentence, Block& item, bool is_first) {
    const auto begin = ellipsis_before(item.text);
    item.text.erase(0, begin);
    move_emphases(item.emphases, -static_cast<std::ptrdiff_t>(begin));
    const bool is_open = !is_first && !ends_running(sentence) && !sentence.text.ends_with(':');
    sentence.text += is_open ? ", " : " ";
    move_emphases(item.emphases, static_cast<std::ptrdiff_t>(sentence.text.size()));
    sentence.text += item.text;
    sentence.emphases.insert(sentence.emphases.end(), item.emphases.begin(), item.emphases.end());
}

/// Appends the items as one sentence, which the last block may begin if they are the first of their list.
void join_items(Blocks& joined, Items items, bool is_start) {
    auto& [item, end] = items;
    bool is_first = is_start && !joined.empty() && may_go_on(joined.back());
    if (is_first) {
        drop_last_ellipsis(joined.back());
    } else {
        joined.push_back(std::move(*item++));
        const auto begin = ellipsis_before(joined.back().text);
        joined.back().text.erase(0, begin);
        move_emphases(joined.back().emphases, -static_cast<std::ptrdiff_t>(begin));
    }
    for (; item != end; ++item, is_first = false) {
        append_item(joined.back(), *item, is_first);
    }
}

} // namespace

void join_running_lists(Blocks& blocks) {
    Blocks joined;
    joined.reserve(blocks.size());
    const auto is_item = [](const Block& block) { return block.is_item; };
    bool is_start = true; // of a list
    for (auto block = blocks.begin(); block != blocks.end();) {
        if (!block->is_item) {
            joined.push_back(std::move(*block++));
            is_start = true;
            continue;
        }
        const auto end = is_start ? std::find_if_not(block, blocks.end(), is_item) : block;
        const bool runs = is_start && is_running({block, end});
        const auto last = runs ? std::prev(end) : std::find_if_not(block, blocks.end(), is_item_that_runs_on);
        const auto after = last == blocks.end() ? last : std::next(last);
        const bool is_part = last != blocks.end() && last->is_item && last != block &&
                             ends_with_conjunction(std::prev(last)->text);
        const auto next = last == blocks.end() || last->is_item ? after : last;
        if (runs || is_part) {
            join_items(joined, {block, next}, is_start);
        } else {
            std::move(block, next, std::back_inserter(joined));
        }
        block = next;
        is_start = false;
    }
    blocks = std::move(joined);
}

} // namespace recital
