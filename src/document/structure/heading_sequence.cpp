// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/heading_sequence.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/acronyms.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t min_prose = 80; ///< bytes of a paragraph below a title

bool is_prose(const Block& block) {
    return block.kind == Block::Kind::paragraph && block.text.size() >= min_prose;
}

/// Whether the heading before `next` is that of a part with several headings of the level of `next`.
bool has_several_below(const std::vector<Block>& blocks, std::size_t next, int level) {
    if (blocks[next].level <= level) {
        return false;
    }
    for (std::size_t i = next + 1; i < blocks.size(); ++i) {
        if (is_heading(blocks[i]) && blocks[i].level <= level) {
            return false;
        }
        if (is_heading(blocks[i]) && blocks[i].level == blocks[next].level) {
            return true;
        }
    }
    return false;
}

/// Whether the block is the title of the bare heading before it, set as a paragraph.
bool is_title_paragraph(const std::vector<Block>& blocks, std::size_t i) {
    return blocks[i].kind != Block::Kind::heading && has_shape_of_heading(blocks[i].text) &&
           i + 1 < blocks.size() && is_prose(blocks[i + 1]);
}

void join_headings(std::vector<Block>& blocks) {
    std::vector<Block> joined;
    joined.reserve(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (!joined.empty() && is_heading(joined.back())) {
            Block& above = joined.back();
            const bool bare = parts_of_heading(above.text).is_bare();
            if (is_heading(block) ? !has_several_below(blocks, i, above.level)
                                  : bare && is_title_paragraph(blocks, i)) {
                if (auto text = joined_headings(above.text, block.text)) {
                    above.text = std::move(*text);
                    above.level = is_heading(block) ? std::min(above.level, block.level) : above.level;
                    continue;
                }
            }
        }
        joined.push_back(std::move(block));
    }
    blocks = std::move(joined);
}

/// Whether neither text nor a heading below it follows the heading.
bool is_empty_heading(const std::vector<Block>& blocks, std::size_t i) {
    return is_heading(blocks[i]) &&
           (i + 1 == blocks.size() || (is_heading(blocks[i + 1]) && blocks[i + 1].level <= blocks[i].level));
}

/// The lines of what is not read of an outline and had words: tables, share lines. In order.
std::vector<std::size_t> lines_left_out(const Outline& outline) {
    std::vector<std::size_t> lines;
    for (const Diagnostic& diagnostic : outline.diagnostics) {
        lines.push_back(diagnostic.place.line);
    }
    for (const Omission& omission : outline.omissions) {
        lines.push_back(omission.line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Whether one of the lines is between the heading and the next block.
bool is_any_below(const std::vector<std::size_t>& lines, const std::vector<Block>& blocks,
                  std::size_t heading) {
    const auto first = std::lower_bound(lines.begin(), lines.end(), blocks[heading].line);
    return first != lines.end() && (heading + 1 == blocks.size() || *first < blocks[heading + 1].line);
}

constexpr const char* no_text = "headings without text";

bool has_line_in_capitals(std::string_view text) {
    const auto lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), is_all_capitals);
}

/// Whether all of the text is emphasised.
bool is_emphasised(const Block& block) {
    return block.emphases.size() == 1 && block.emphases.front().begin == 0 &&
           block.emphases.front().end == block.text.size();
}

/// "-- The Sea --": what is between two equal signs; empty if there are none. Dialogue may be between dashes:
/// it has commas.
std::string_view framed_title(std::string_view line) {
    constexpr std::array<std::string_view, 10> dashes = {"--", "\u2013", "\u2014", "-",      "~",
                                                         "**", "*",      "...",    "\u2026", "\u2022"};
    for (const std::string_view sign : dashes) {
        if (line.size() > 2 * sign.size() + 2 && line.starts_with(sign) && line.ends_with(sign) &&
            line[sign.size()] == ' ' && line[line.size() - sign.size() - 1] == ' ') {
            const std::string_view inside = trimmed(line.substr(sign.size(), line.size() - 2 * sign.size()));
            return inside.find(',') == std::string_view::npos ? inside : std::string_view();
        }
    }
    return {};
}

/// The title that a paragraph would be because it is set apart: in bold type or italics, centred, or between
/// signs. Empty if it is none.
std::string title_set_apart(const Block& block) {
    if (block.kind != Block::Kind::paragraph) {
        return {};
    }
    const std::string_view framed = framed_title(block.text);
    const std::string_view title = framed.empty() ? trimmed(block.text, ": ") : framed;
    const bool apart = !framed.empty() || block.is_centred || is_emphasised(block);
    return apart && has_shape_of_heading(title) ? std::string(title) : std::string();
}

/// Whether prose follows, or the title of a centred number and then prose. In a page that is centred as a
/// whole being centred says nothing.
bool is_above_prose(const std::vector<Block>& blocks, std::size_t i) {
    const std::size_t next = i + 1;
    if (next < blocks.size() && blocks[i].is_centred && blocks[next].is_centred) {
        return parts_of_heading(blocks[i].text).is_bare() && !title_set_apart(blocks[next]).empty() &&
               next + 1 < blocks.size() && is_prose(blocks[next + 1]) && !blocks[next + 1].is_centred;
    }
    return next < blocks.size() && is_prose(blocks[next]);
}

/// Whether the block before ends a sentence. A first block may be the title of the text, unless it is a
/// number.
bool is_after_text(const std::vector<Block>& blocks, std::size_t i) {
    if (i == 0) {
        return blocks[i].is_centred &&
               (parts_of_heading(blocks[i].text).is_bare() || names_division(blocks[i].text));
    }
    const Block& before = blocks[i - 1];
    return is_heading(before) || ends_sentence(before.text) ||
           (before.is_centred && parts_of_heading(before.text).is_bare());
}

/// Paragraphs that are set apart and recur above prose are headings, below those that are marked as such.
void promote_set_apart(std::vector<Block>& blocks) {
    std::vector<std::pair<std::size_t, std::string>> found;
    int deepest = 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        deepest = is_heading(blocks[i]) ? std::max(deepest, blocks[i].level) : deepest;
        std::string title = title_set_apart(blocks[i]);
        if (!title.empty() && is_after_text(blocks, i) && is_above_prose(blocks, i)) {
            found.emplace_back(i, std::move(title));
        }
    }
    constexpr std::size_t min_recurrence = 2;
    constexpr int max_level = 6;
    for (std::size_t n = 0; found.size() >= min_recurrence && n < found.size(); ++n) {
        Block& block = blocks[found[n].first];
        block = {Block::Kind::heading, std::min(deepest + 1, max_level), std::move(found[n].second),
                 block.line};
    }
}

/// "2 / A Harp in the Kitchen" has its number and its title in one line.
void separate_number(Block& block) {
    const HeadingParts parts = parts_of_heading(block.text);
    const std::string_view rest =
        std::string_view(block.text).substr(std::min(parts.numeral.size(), block.text.size()));
    if (parts.division.empty() && !parts.title.empty() && block.text.starts_with(parts.numeral) &&
        (rest.starts_with(" / ") || rest.starts_with(" | ") || rest.starts_with(".: "))) {
        block.text = parts.numeral + "\n" + parts.title;
    }
}

/// "The Kitchen\nand the Mill" is one title in two lines.
void join_broken_title(Block& block) {
    for (auto end = block.text.find('\n'); end != std::string::npos; end = block.text.find('\n', end + 1)) {
        std::size_t position = end + 1;
        if (position < block.text.size() && is_lower(next_code_point(block.text, position)) &&
            !parts_of_heading(std::string_view(block.text).substr(0, end)).is_bare()) {
            block.text[end] = ' ';
        }
    }
}

void settle_lines(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (!is_heading(block)) {
            continue;
        }
        if (const std::string title(framed_title(block.text)); !title.empty()) {
            block.text = title;
        }
        join_broken_title(block);
        if (block.text.find_first_of("/|") != std::string::npos ||
            block.text.find(".: ") != std::string::npos) {
            separate_number(block);
        }
    }
}

} // namespace

void settle_headings(std::vector<Block>& blocks) {
    promote_set_apart(blocks);
    settle_lines(blocks);
    join_headings(blocks);
}

void set_title_case(std::vector<Block>& blocks) {
    const auto in_capitals = [](const Block& block) {
        return is_heading(block) && has_line_in_capitals(block.text);
    };
    Acronyms possible;
    for (const Block& block : blocks) {
        if (in_capitals(block)) {
            for (const std::string_view line : split(block.text, '\n')) {
                possible.merge(possible_acronyms(line));
            }
        }
    }
    const Acronyms acronyms =
        acronyms_of(possible, blocks, [](const Block& block) { return std::string_view(block.text); });
    for (Block& block : blocks) {
        if (in_capitals(block)) {
            std::string text;
            for (const std::string_view line : split(block.text, '\n')) {
                text += text.empty() ? "" : "\n";
                text += is_all_capitals(line) ? title_of_capitals(line, acronyms) : std::string(line);
            }
            block.text = std::move(text);
        }
    }
}

EmptyHeadings::EmptyHeadings(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_empty_heading(blocks, i)) {
            headings_.emplace(blocks[i].line, blocks[i].text);
        }
    }
}

void EmptyHeadings::keep_as_text(Outline& outline) const {
    std::vector<Block>& blocks = outline.blocks;
    std::vector<Block> kept;
    kept.reserve(blocks.size());
    const std::vector<std::size_t> left_out = lines_left_out(outline);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        const bool is_empty = is_empty_heading(blocks, i) && !parts_of_heading(block.text).is_bare();
        const bool was_empty = headings_.contains({block.line, block.text});
        const bool lost_content = is_empty && has_shape_of_heading(block.text) &&
                                  (block.is_before_picture || is_any_below(left_out, blocks, i));
        if (lost_content) {
            outline.omissions.push_back({no_text, block.text, block.line});
            continue;
        }
        if (is_empty && was_empty) {
            if (fold_case(block.text) == fold_case(outline.title)) {
                continue;
            }
            block = {Block::Kind::paragraph, 0, heading_title(block.text), block.line};
        }
        kept.push_back(std::move(block));
    }
    blocks = std::move(kept);
    leave_out_parents(outline);
}

/// A heading that had headings below it, all of which were left out, is left out as well.
void EmptyHeadings::leave_out_parents(Outline& outline) const {
    std::set<std::size_t> left_out; // lines
    for (const Omission& omission : outline.omissions) {
        if (omission.kind == no_text) {
            left_out.insert(omission.line);
        }
    }
    std::vector<Block> kept; // from the last to the first
    for (std::size_t i = left_out.empty() ? 0 : outline.blocks.size(); i-- > 0;) {
        Block& block = outline.blocks[i];
        const bool is_empty = is_heading(block) && !parts_of_heading(block.text).is_bare() &&
                              (kept.empty() || (is_heading(kept.back()) && kept.back().level <= block.level));
        const auto below = left_out.lower_bound(block.line);
        const bool lost_headings = is_empty && !headings_.contains({block.line, block.text}) &&
                                   below != left_out.end() && (kept.empty() || *below < kept.back().line);
        if (lost_headings) {
            outline.omissions.push_back({no_text, block.text, block.line});
            left_out.insert(block.line);
        } else {
            kept.push_back(std::move(block));
        }
    }
    if (!left_out.empty()) {
        std::reverse(kept.begin(), kept.end());
        outline.blocks = std::move(kept);
    }
}

} // namespace recital
