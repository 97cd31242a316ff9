// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/blocks.h"

#include "base/strings.h"
#include "document/inline/emphasis.h"
#include "document/inline/markup.h"
#include "document/inline/normalise.h"
#include "document/inline/signs.h"
#include "document/readers/plain_text/group_shape.h"
#include "document/readers/plain_text/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t wide_gap = 6; ///< spaces between two things in one line

EmphasisedText normalised_block(std::string_view text) {
    // If signs mark emphasis, tags are only left-overs.
    static constexpr ByteSet markup("_*=`");
    const bool signs = markup.is_in(text);
    const std::string plain =
        without_inline_markup(without_rules(text), signs ? InlineEmphasis::drop : InlineEmphasis::mark);
    return normalise_block(signs ? with_emphasis_marks(with_opening_quotes(plain)) : plain);
}

} // namespace

PlainBlocks::PlainBlocks(std::string_view text, const std::string& name, Outline& outline)
    : joiner_(text), name_(name), outline_(outline) {}

void PlainBlocks::add(const LineGroup& group) {
    switch (shape_of(group)) {
    case GroupShape::rule:
        break;
    case GroupShape::table:
        outline_.diagnostics.push_back(
            {fmt::format("a table of {} lines is not read aloud", group.lines.size()),
             {name_, group.lines.front().number}});
        break;
    case GroupShape::line_a_paragraph:
        for (const Line& line : group.lines) {
            add_block(Block::Kind::paragraph, line.text, line.number);
        }
        break;
    case GroupShape::verse:
        add_joined(group, Block::Kind::line, [base = group.lines.front().indent](const Line& line) {
            return !goes_on_above(line, base);
        });
        break;
    case GroupShape::list:
        add_list(group);
        break;
    case GroupShape::indented_prose:
        add_joined(group, Block::Kind::paragraph, [](const Line& line) { return line.indent >= 2; });
        break;
    case GroupShape::prose:
        add_prose(group);
        break;
    }
}

void PlainBlocks::add_prose(const LineGroup& group) {
    const auto titles = static_cast<std::ptrdiff_t>(title_lines(group));
    const auto prose = group.lines.begin() + titles;
    std::for_each(group.lines.begin(), prose,
                  [this](const Line& line) { add_block(Block::Kind::line, line.text, line.number); });
    add_joined({{prose, group.lines.end()}, group.gap, group.margin}, Block::Kind::paragraph, is_set_right);
}

template <typename Begins>
void PlainBlocks::add_joined(const LineGroup& group, Block::Kind kind, Begins begins) {
    std::string joined;
    std::size_t number = group.lines.front().number;
    for (const Line& line : group.lines) {
        if (kind == Block::Kind::paragraph && find_gap(line.text, wide_gap) < line.text.size()) {
            add_block(kind, joined, number);
            joined.clear();
            add_columns(line);
            continue;
        }
        if (begins(line) && !joined.empty()) {
            add_block(kind, joined, number);
            joined.clear();
        }
        number = joined.empty() ? line.number : number;
        joiner_.append(joined, line.text);
    }
    add_block(kind, joined, number);
}

/// Items, and below them lines of their own.
void PlainBlocks::add_list(const LineGroup& group) {
    const std::size_t indent = group.lines.front().indent;
    const std::size_t widest = widest_line(group);
    const Line* before = nullptr;
    add_joined(group, Block::Kind::line, [&before, indent, widest](const Line& line) {
        const bool begins = begins_item(line.text) ||
                            (before != nullptr && is_line_of_its_own(*before, line, indent, widest));
        before = &line;
        return begins;
    });
}

/// "Words by Moore.               M. Kelly.": two things in one line.
void PlainBlocks::add_columns(const Line& line) {
    for (std::string_view rest = line.text; !rest.empty();) {
        const std::size_t gap = find_gap(rest, wide_gap);
        add_block(Block::Kind::line, rest.substr(0, gap), line.number);
        rest = trimmed(rest.substr(gap), " ");
    }
}

void PlainBlocks::add_block(Block::Kind kind, std::string_view text, std::size_t number) {
    bool is_item = false;
    if (kind == Block::Kind::line && begins_item(text)) {
        is_item = std::string_view("-*+").find(text.front()) != std::string_view::npos;
        text = is_item ? text.substr(2) : text;
    }
    if (EmphasisedText normalised = normalised_block(text); !normalised.text.empty()) {
        outline_.blocks.push_back(
            {kind, 0, std::move(normalised.text), number, std::move(normalised.emphases)});
        outline_.blocks.back().is_item = is_item;
    }
}

std::string normalised_line(std::string_view line) {
    return normalised_block(line).text;
}

} // namespace recital
