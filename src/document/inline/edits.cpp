// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/edits.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace recital {

namespace {

/// Maps positions in a text to positions after edits.
class Moves {
public:
    /// `edit` comes after all that were added before.
    void add(const Edit& edit) {
        entries_.push_back({edit.range, removed_, added_});
        removed_ += edit.range.end - edit.range.begin;
        added_ += edit.text.size();
    }

    /// The position of what was at `position`; a position inside a replaced span becomes that of its start.
    [[nodiscard]] std::size_t moved(std::size_t position) const {
        const auto next =
            std::partition_point(entries_.begin(), entries_.end(),
                                 [position](const auto& entry) { return entry.range.end <= position; });
        if (next == entries_.end()) {
            return position - removed_ + added_;
        }
        return std::min(position, next->range.begin) - next->removed + next->added;
    }

private:
    struct Entry {
        TextRange range;
        std::size_t removed = 0; ///< bytes removed before it
        std::size_t added = 0;   ///< bytes added before it
    };
    std::vector<Entry> entries_;
    std::size_t removed_ = 0;
    std::size_t added_ = 0;
};

bool is_blank(char byte) {
    return byte == ' ' || byte == '\n';
}

} // namespace

void apply_edits(std::string& text, const std::vector<Edit>& edits, std::vector<TextRange>& emphases) {
    std::string edited;
    Moves moves;
    std::size_t from = 0;
    for (Edit edit : edits) {
        edit.range.begin = std::max(edit.range.begin, from);
        edited.append(text, from, edit.range.begin - from);
        edited += edit.text;
        const bool after_blank = edited.empty() || is_blank(edited.back());
        if (edit.text.empty() && after_blank && edit.range.end < text.size() && text[edit.range.end] == ' ') {
            ++edit.range.end; // two removed parts next to each other leave one blank
        }
        from = edit.range.end;
        moves.add(edit);
    }
    edited.append(text, from);
    for (TextRange& emphasis : emphases) {
        emphasis = {moves.moved(emphasis.begin), moves.moved(emphasis.end)};
    }
    std::erase_if(emphases, [](const TextRange& emphasis) { return emphasis.begin >= emphasis.end; });
    text = std::move(edited);
}

TextRange with_blank(std::string_view text, TextRange range) {
    const bool after_blank = range.begin == 0 || is_blank(text[range.begin - 1]);
    const bool before_blank = range.end == text.size() || is_blank(text[range.end]);
    const bool before_mark =
        !before_blank && std::string_view(".,;:!?").find(text[range.end]) != std::string_view::npos;
    if (after_blank && before_blank && range.end < text.size()) {
        ++range.end;
    } else if (after_blank && (before_blank || before_mark) && range.begin > 0) {
        --range.begin;
    }
    return range;
}

} // namespace recital
