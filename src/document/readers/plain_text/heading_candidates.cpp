// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/heading_candidates.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/readers/plain_text/headings.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <array>
#include <string>

namespace recital {

namespace {

constexpr std::size_t min_prose = 80;         ///< bytes of the paragraph below a heading
constexpr std::size_t min_single_prose = 150; ///< below a heading that is the only one of its kind
constexpr std::size_t max_single_words = 6;

/// Whether the line is emphasised as a whole, and what is inside.
std::string_view unmarked(std::string_view line) {
    for (const std::string_view mark : {"**", "__", "*", "_"}) {
        if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark)) {
            return line.substr(mark.size(), line.size() - 2 * mark.size());
        }
    }
    return line;
}

bool is_centred(const LineGroup& group) {
    constexpr std::size_t min_indent = 8;
    constexpr std::size_t tolerance = 10; // columns, of both sides together
    const Line& line = group.lines.front();
    const std::size_t width = 2 * line.indent + count_code_points(line.text);
    return line.indent >= min_indent && width + tolerance >= group.margin &&
           width <= group.margin + tolerance;
}

std::size_t word_count(std::string_view line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

/// Whether the parts of a numbered line say that it is a heading and no item of a list of signs.
bool is_numbered(std::string_view line) {
    const HeadingParts parts = parts_of_heading(line);
    return !parts.numeral.empty() && !parts.title.empty() && has_shape_of_heading(parts.title);
}

/// "She wrote to her sister:", "The programme was:": the line introduces what follows.
bool introduces(std::string_view line) {
    line = trimmed(line, ": ");
    return StructureWords::known().sayings.contains_folded(line.substr(line.find_last_of(' ') + 1));
}

/// Decides which candidates of a text are headings.
class Promoter {
public:
    Promoter(std::vector<Block>& blocks, const std::vector<HeadingCandidate>& candidates)
        : blocks_(blocks), candidates_(candidates), is_possible_(candidates.size()) {}

    void run() {
        drop_impossible();
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (is_possible_[i] && is_confirmed(i)) {
                Block& block = blocks_[candidates_[i].block];
                block.kind = Block::Kind::heading;
                block.level = minor_level;
                block.text = std::string(trimmed(block.text, ": "));
                block.emphases.clear();
            }
        }
    }

private:
    /// Also a line above a line counts as its text if both are headings: "1919", "January".
    void drop_impossible() {
        bool previous_possible = false;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const std::size_t at = candidates_[i].block;
            const bool after_candidate = previous_possible && i > 0 && candidates_[i - 1].block + 1 == at;
            is_possible_[i] = has_prose_below(i) && (after_candidate || follows_sentence(at));
            previous_possible = is_possible_[i];
            // The first line of a text is its title rather than one of its headings, unless it is a date.
            const bool counts = is_possible_[i] && (at > 0 || candidates_[i].sign == HeadingSign::date);
            counts_.at(static_cast<std::size_t>(candidates_[i].sign)) += static_cast<std::size_t>(counts);
        }
    }

    [[nodiscard]] bool has_prose_below(std::size_t i) const {
        const std::size_t next = candidates_[i].block + 1;
        if (next >= blocks_.size() || blocks_[next].kind != Block::Kind::paragraph) {
            return false;
        }
        if (candidates_[i].sign == HeadingSign::date) {
            return i + 1 == candidates_.size() || candidates_[i + 1].block != next;
        }
        return blocks_[next].text.size() >= min_prose && ends_sentence(blocks_[next].text);
    }

    [[nodiscard]] bool follows_sentence(std::size_t at) const {
        return at == 0 || blocks_[at - 1].kind == Block::Kind::heading ||
               ends_sentence(blocks_[at - 1].text) || is_title_line(at - 1);
    }

    /// The first line of a text needs no full stop.
    [[nodiscard]] bool is_title_line(std::size_t at) const {
        return at == 0 && blocks_[at].text.find(' ') != std::string::npos &&
               has_shape_of_heading(blocks_[at].text);
    }

    [[nodiscard]] std::size_t count(HeadingSign sign) const {
        return counts_.at(static_cast<std::size_t>(sign));
    }

    [[nodiscard]] bool is_confirmed(std::size_t i) const {
        const std::size_t at = candidates_[i].block;
        switch (candidates_[i].sign) {
        case HeadingSign::date:
            return count(HeadingSign::date) >= 2;
        case HeadingSign::number:
            return counts_up(i) || (is_good_alone(at) && parts_of_heading(blocks_[at].text).number == 1);
        case HeadingSign::colon:
            return at > 0 && !introduces(blocks_[at].text) &&
                   (count(HeadingSign::colon) >= 2 || is_good_alone(at));
        case HeadingSign::marked:
            return at > 0;
        case HeadingSign::question:
            return at > 0 && count(HeadingSign::question) + count(HeadingSign::shape) >= 2;
        case HeadingSign::shape:
            return at > 0 && (count(HeadingSign::shape) >= 2 || is_good_alone(at));
        case HeadingSign::indented:
            return at > 0 && count(HeadingSign::indented) >= 2;
        }
        return false;
    }

    [[nodiscard]] bool is_good_alone(std::size_t at) const {
        return word_count(blocks_[at].text) <= max_single_words &&
               blocks_[at + 1].text.size() >= min_single_prose && !begins_with_pronoun(blocks_[at].text);
    }

    /// Whether the number before or after this one is that of another possible candidate.
    [[nodiscard]] bool counts_up(std::size_t i) const {
        const int number = parts_of_heading(blocks_[candidates_[i].block].text).number;
        return has_number(i, -1, number - 1) || has_number(i, 1, number + 1);
    }

    /// Whether the nearest numbered candidate in the direction has the number.
    [[nodiscard]] bool has_number(std::size_t from, int direction, int number) const {
        for (auto i = static_cast<std::ptrdiff_t>(from) + direction;
             i >= 0 && i < static_cast<std::ptrdiff_t>(candidates_.size()); i += direction) {
            const auto index = static_cast<std::size_t>(i);
            if (is_possible_[index] && candidates_[index].sign == HeadingSign::number) {
                return parts_of_heading(blocks_[candidates_[index].block].text).number == number;
            }
        }
        return false;
    }

    std::vector<Block>& blocks_;
    const std::vector<HeadingCandidate>& candidates_;
    std::vector<bool> is_possible_;
    std::array<std::size_t, 7> counts_{}; ///< of possible candidates, by sign
};

} // namespace

std::optional<HeadingSign> sign_of_heading(const LineGroup& group) {
    if (group.lines.size() != 1 || has_columns(group.lines.front().text)) {
        return std::nullopt;
    }
    const Line& line = group.lines.front();
    const bool centred = is_centred(group);
    if (line.indent > 1 && !centred) {
        const bool has_shape = has_shape_of_heading(line.text) && !is_whole_sentence(line.text) &&
                               !is_quotation(line.text) && !line.text.ends_with(':');
        return has_shape ? std::optional(HeadingSign::indented) : std::nullopt;
    }
    if (is_date(line.text)) {
        return HeadingSign::date;
    }
    if (is_numbered(line.text)) {
        return HeadingSign::number;
    }
    const std::string_view bare = unmarked(line.text);
    if (bare.ends_with(':') && has_shape_of_heading(trimmed(bare, ": "))) {
        return HeadingSign::colon;
    }
    const std::string first = fold_case(bare.substr(0, bare.find(' ')));
    if (!has_shape_of_heading(bare) || StructureWords::known().salutations.contains(first)) {
        return std::nullopt;
    }
    if (bare.size() != line.text.size() || centred) {
        return HeadingSign::marked;
    }
    if (bare.ends_with('?')) {
        return HeadingSign::question;
    }
    return is_whole_sentence(bare) || is_quotation(bare) ? std::nullopt : std::optional(HeadingSign::shape);
}

void promote_candidates(std::vector<Block>& blocks, const std::vector<HeadingCandidate>& candidates) {
    if (!candidates.empty()) {
        Promoter(blocks, candidates).run();
    }
}

} // namespace recital
