// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/speakers.h"

#include "base/strings.h"
#include "document/structure/acronyms.h"
#include "document/structure/heading_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// The name in capitals before a colon or full stop with which a paragraph begins; empty if there is none.
std::string_view speaker_of(const Block& block) {
    constexpr std::size_t max_length = 40;
    constexpr std::ptrdiff_t max_blanks = 2;
    if (block.kind == Block::Kind::heading) {
        return {};
    }
    const std::string_view text = block.text;
    static constexpr ByteSet marks(":.,;!?");
    const auto mark = marks.find_in(text.substr(0, max_length));
    if (mark == std::string_view::npos || (text[mark] != ':' && text[mark] != '.') ||
        text.substr(mark + 1, 1) != " ") {
        return {};
    }
    const std::string_view name = text.substr(0, mark);
    const bool is_name = is_all_capitals(name) && std::count(name.begin(), name.end(), ' ') <= max_blanks &&
                         name.find_first_of("0123456789()[]") == std::string_view::npos &&
                         !is_all_capitals(text.substr(mark));
    return is_name ? name : std::string_view();
}

/// Whether there is a conversation: few names, which recur, before the mark. Entries of a catalogue have
/// many.
bool is_conversation(const std::vector<Block>& blocks, char mark) {
    constexpr std::size_t min_paragraphs = 3;
    std::set<std::string_view> names;
    std::size_t paragraphs = 0;
    for (const Block& block : blocks) {
        const std::string_view name = speaker_of(block);
        if (!name.empty() && block.text[name.size()] == mark) {
            names.insert(name);
            ++paragraphs;
        }
    }
    const bool few = mark == ':' ? names.size() * 3 <= paragraphs * 2 : names.size() * 2 <= paragraphs;
    return paragraphs >= min_paragraphs && few;
}

/// What a block says, without the name of its speaker.
std::string_view without_speaker(const Block& block) {
    return std::string_view(block.text).substr(speaker_of(block).size());
}

} // namespace

void set_speaker_case(std::vector<Block>& blocks) {
    const bool before_colons = is_conversation(blocks, ':');
    const bool before_stops = is_conversation(blocks, '.');
    if (!before_colons && !before_stops) {
        return;
    }
    Acronyms possible;
    for (const Block& block : blocks) {
        possible.merge(possible_acronyms(speaker_of(block)));
    }
    const Acronyms acronyms = acronyms_of(possible, blocks, without_speaker);
    for (Block& block : blocks) {
        const std::string name(speaker_of(block));
        const bool speaks = !name.empty() && (block.text[name.size()] == ':' ? before_colons : before_stops);
        const std::string title = !speaks ? std::string() : in_title_case(name, acronyms);
        if (speaks && title.size() == name.size()) { // spans of emphasis stay where they are
            block.text.replace(0, name.size(), title);
        }
    }
}

} // namespace recital
