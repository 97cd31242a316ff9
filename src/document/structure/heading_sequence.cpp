// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/heading_sequence.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t min_prose = 80; ///< bytes of a paragraph below a title

bool is_heading(const Block& block) {
    return block.kind == Block::Kind::heading;
}

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

/// Whether a diagnostic says that something between the heading and the next block is not read: a table.
bool was_left_out_below(const Outline& outline, std::size_t heading) {
    const std::size_t begin = outline.blocks[heading].line;
    const std::size_t end =
        heading + 1 < outline.blocks.size() ? outline.blocks[heading + 1].line : static_cast<std::size_t>(-1);
    return std::any_of(outline.diagnostics.begin(), outline.diagnostics.end(),
                       [begin, end](const Diagnostic& diagnostic) {
                           return diagnostic.place.line >= begin && diagnostic.place.line < end;
                       });
}

constexpr std::string_view between_words = " .,;:!?()[]\"'";

/// Calls `take` for each word of the text.
template <typename Take>
void for_each_word(std::string_view text, Take take) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(between_words, at);
        if (start == std::string_view::npos) {
            return;
        }
        at = std::min(text.find_first_of(between_words, start), text.size());
        take(text.substr(start, at - start));
    }
}

/// The short words that running text writes in capitals everywhere, but not among others in capitals.
Acronyms acronyms_of(const std::vector<Block>& blocks) {
    constexpr std::size_t max_length = 6;
    Acronyms acronyms;
    const auto is_running = [](const Block& block) {
        return !is_heading(block) && !is_all_capitals(block.text);
    };
    for (const Block& block : blocks) {
        if (is_running(block)) {
            std::string_view candidate; // if the word after it is not in capitals
            bool after_capitals = false;
            const auto take = [&](std::string_view word) {
                const bool capitals = is_all_capitals(word);
                if (!capitals && !candidate.empty()) {
                    acronyms.emplace(candidate);
                }
                candidate =
                    capitals && !after_capitals && word.size() <= max_length ? word : std::string_view();
                after_capitals = capitals;
            };
            for_each_word(block.text, take);
            take("end");
        }
    }
    std::set<std::string, std::less<>> folded;
    for (const std::string& acronym : acronyms) {
        folded.insert(fold_case(acronym));
    }
    for (const Block& block : blocks) {
        for_each_word(
            acronyms.empty() ? std::string_view() : std::string_view(block.text), [&](std::string_view word) {
                if (!is_all_capitals(word) && word.size() <= max_length && folded.contains(fold_case(word))) {
                    std::erase_if(acronyms, [word](const std::string& acronym) {
                        return fold_case(acronym) == fold_case(word);
                    });
                }
            });
    }
    return acronyms;
}

bool has_line_in_capitals(std::string_view text) {
    const auto lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), is_all_capitals);
}

/// Whether all of the text is emphasised.
bool is_emphasised(const Block& block) {
    return block.emphases.size() == 1 && block.emphases.front().begin == 0 &&
           block.emphases.front().end == block.text.size();
}

/// Paragraphs in bold type or italics that recur above prose are headings, below those that are marked as
/// such.
void promote_emphasised(std::vector<Block>& blocks) {
    std::vector<std::size_t> found;
    int deepest = 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        deepest = is_heading(blocks[i]) ? std::max(deepest, blocks[i].level) : deepest;
        const bool after_text = i > 0 && (is_heading(blocks[i - 1]) || ends_sentence(blocks[i - 1].text));
        if (blocks[i].kind == Block::Kind::paragraph && i + 1 < blocks.size() && is_prose(blocks[i + 1]) &&
            after_text && is_emphasised(blocks[i]) && has_shape_of_heading(trimmed(blocks[i].text, ": "))) {
            found.push_back(i);
        }
    }
    constexpr std::size_t min_recurrence = 2;
    constexpr int max_level = 6;
    for (std::size_t n = 0; found.size() >= min_recurrence && n < found.size(); ++n) {
        Block& block = blocks[found[n]];
        block = {Block::Kind::heading, std::min(deepest + 1, max_level),
                 std::string(trimmed(block.text, ": ")), block.line};
    }
}

/// "2 / A Harp in the Kitchen" has its number and its title in one line.
void separate_number(Block& block) {
    const HeadingParts parts = parts_of_heading(block.text);
    const std::string_view rest =
        std::string_view(block.text).substr(std::min(parts.numeral.size(), block.text.size()));
    if (parts.division.empty() && !parts.title.empty() && block.text.starts_with(parts.numeral) &&
        (rest.starts_with(" / ") || rest.starts_with(" | "))) {
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
        join_broken_title(block);
        if (block.text.find_first_of("/|") != std::string::npos) {
            separate_number(block);
        }
    }
}

} // namespace

void settle_headings(std::vector<Block>& blocks) {
    promote_emphasised(blocks);
    settle_lines(blocks);
    join_headings(blocks);
}

void set_title_case(std::vector<Block>& blocks) {
    const auto in_capitals = [](const Block& block) {
        return is_heading(block) && has_line_in_capitals(block.text);
    };
    if (std::none_of(blocks.begin(), blocks.end(), in_capitals)) {
        return;
    }
    const Acronyms acronyms = acronyms_of(blocks);
    for (Block& block : blocks) {
        if (in_capitals(block)) {
            std::string text;
            for (const std::string_view line : split(block.text, '\n')) {
                text += text.empty() ? "" : "\n";
                text += is_all_capitals(line) ? in_title_case(line, acronyms) : std::string(line);
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
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        Block& block = blocks[i];
        if (is_empty_heading(blocks, i) && headings_.contains({block.line, block.text}) &&
            !parts_of_heading(block.text).is_bare()) {
            const bool lost_content = has_shape_of_heading(block.text) && was_left_out_below(outline, i);
            if (lost_content || fold_case(block.text) == fold_case(outline.title)) {
                continue;
            }
            block = {Block::Kind::paragraph, 0, heading_title(block.text), block.line};
        }
        kept.push_back(std::move(block));
    }
    blocks = std::move(kept);
}

} // namespace recital
