// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/plain_text.h"

#include "base/strings.h"
#include "document/inline/signs.h"
#include "document/inline/wiki_markup.h"
#include "document/readers/plain_text/blocks.h"
#include "document/readers/plain_text/group_shape.h"
#include "document/readers/plain_text/heading_candidates.h"
#include "document/readers/plain_text/headings.h"
#include "document/readers/plain_text/line_groups.h"
#include "document/readers/plain_text/lone_numbers.h"
#include "document/readers/plain_text/mail.h"
#include "document/readers/plain_text/page_furniture.h"
#include "document/structure/heading_text.h"
#include "document/subject/person_name.h"
#include "document/subject/title_names.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <vector>

namespace recital {

namespace {

/// "===== Early years =====": a heading that somebody drew.
bool has_rule_around(std::string_view line, std::string_view bare) {
    constexpr std::size_t max_length = 70;
    return bare.size() <= max_length && !bare.empty() && line.size() > bare.size() &&
           line.front() != bare.front() && line.back() != bare.back();
}

/// "[3]  In his speech ...": the body of a footnote.
bool is_footnote(std::string_view line) {
    const auto end = line.find(']');
    if (!line.starts_with('[') || end == std::string_view::npos || end < 2 || end > 4) {
        return false;
    }
    const std::string_view inside = line.substr(1, end - 1);
    const bool mark =
        is_digits(inside) || inside == "*" || (inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z');
    return mark && end + 1 < line.size() && line[end + 1] == ' ';
}

/// Whether a word or sentence of the text ends with a star, as "harp.* " does.
bool has_star_mark(std::string_view text) {
    for (auto at = text.find('*', 2); at != std::string_view::npos; at = text.find('*', at + 1)) {
        const std::string_view before = text.substr(0, at);
        const auto word = before.find_last_not_of(".,;:!?\"')");
        const bool after_word =
            word != std::string_view::npos && word > 0 && before[word] >= 'a' && before[word] <= 'z';
        const bool ends = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
        const auto opening = before.rfind('*');
        const bool closes =
            opening != std::string_view::npos && before.find('\n', opening) == std::string_view::npos;
        if (after_word && ends && !closes) {
            return true;
        }
    }
    return false;
}

/// The parts of a group between rules; all of it for a table, which contains rules.
std::vector<LineGroup> parts_between_rules(LineGroup group) {
    std::vector<LineGroup> parts;
    const auto is_drawn = [](const Line& line) { return is_rule(line.text); };
    if (group.lines.empty()) {
        return parts;
    }
    if (std::none_of(group.lines.begin(), group.lines.end(), is_drawn) ||
        shape_of(group) == GroupShape::table) {
        parts.push_back(std::move(group));
        return parts;
    }
    for (auto from = group.lines.begin(); from != group.lines.end();) {
        const auto rule = std::find_if(from, group.lines.end(), is_drawn);
        if (from != rule) {
            parts.push_back({{from, rule}, group.gap, group.margin});
        }
        from = rule == group.lines.end() ? rule : std::next(rule);
    }
    return parts;
}

/// "== Early life ==": a heading of a wiki, whose level is the number of signs; 0 for any other line.
int wiki_heading_level(std::string_view line) {
    constexpr std::size_t max_level = 6;
    const std::size_t level = std::min(line.find_first_not_of('='), line.size());
    const std::size_t end = line.find_last_not_of('=');
    const bool is_heading = level >= 2 && level <= max_level && end != std::string_view::npos &&
                            end >= level && line.size() - end - 1 == level &&
                            line.substr(level, end - level).find('=') == std::string_view::npos;
    return is_heading ? static_cast<int>(level) : 0;
}

/// The group in pieces, each of which begins with at most one heading of a wiki: extracts have no blank lines
/// around them.
std::vector<LineGroup> parts_at_wiki_headings(LineGroup group) {
    std::vector<LineGroup> parts;
    for (const Line& line : group.lines) {
        const bool is_heading = wiki_heading_level(line.text) > 0;
        if (parts.empty() || is_heading) {
            parts.push_back({{}, parts.empty() ? group.gap : 1, group.margin});
        }
        parts.back().lines.push_back(line);
    }
    return parts;
}

/// The group in pieces, the first of which may be a title directly above its prose; lines that are paragraphs
/// each are pieces by themselves.
std::vector<LineGroup> parts_below_title(LineGroup group) {
    std::vector<LineGroup> parts;
    if (group.lines.size() > 1 && shape_of(group) == GroupShape::line_a_paragraph) {
        for (const Line& line : group.lines) {
            parts.push_back({{line}, parts.empty() ? group.gap : 1, group.margin});
        }
    } else if (const std::size_t above = lines_above_list(group); above > 0) {
        const auto list = group.lines.begin() + static_cast<std::ptrdiff_t>(above);
        parts.push_back({{group.lines.begin(), list}, group.gap, group.margin});
        parts.push_back({{list, group.lines.end()}, 0, group.margin});
    } else if (group.lines.size() > 1 && title_lines(group) == 1 &&
               sign_of_heading({{group.lines.front()}, group.gap, group.margin})) {
        parts.push_back({{group.lines.front()}, group.gap, group.margin});
        parts.push_back({{std::next(group.lines.begin()), group.lines.end()}, 0, group.margin});
    } else {
        parts.push_back(std::move(group));
    }
    return parts;
}

/// Reads a text group by group.
class PlainTextReader {
public:
    PlainTextReader(std::string_view text, const std::string& name)
        : groups_(text), text_(text, name, outline_), has_star_mark_(has_star_mark(text)) {}

    Outline read() {
        for (LineGroup group = groups_.next(); !group.lines.empty(); group = groups_.next()) {
            take(group);
        }
        promote_candidates(outline_.blocks, candidates_);
        take_title_line();
        resolve_lone_numbers(outline_.blocks, numbers_);
        keep_last_lines();
        return std::move(outline_);
    }

private:
    void take(LineGroup& group) {
        if (outline_.blocks.empty() && !in_mail_ && is_mail_header(group)) {
            take_mail_header(group, outline_);
            in_mail_ = true;
            return;
        }
        in_signature_ = in_signature_ || (in_mail_ && begins_signature(group));
        strip_quote_marks(group);
        if (in_signature_ || group.lines.empty()) {
            return;
        }
        if (is_footnote(group.lines.front().text) || is_star_note(group)) {
            outline_.omissions.push_back(
                {"notes", std::string(group.lines.front().text), group.lines.front().number});
            awaits_title_ = false;
            return;
        }
        for (LineGroup& part : parts_at_wiki_headings(std::move(group))) {
            take_text(part);
        }
    }

    void take_text(LineGroup& group) {
        take_marked_headings(group);
        if (group.lines.empty() || take_number(group)) {
            return;
        }
        first_stands_alone_ = outline_.blocks.empty() ? group.lines.size() == 1 : first_stands_alone_;
        for (LineGroup& part : parts_between_rules(std::move(group))) {
            join_letters(part);
            for (LineGroup& piece : parts_below_title(std::move(part))) {
                take_piece(piece);
            }
        }
    }

    /// "* Now in Leeds.": one item after a star, in a text with a star at the end of a word.
    [[nodiscard]] bool is_star_note(const LineGroup& group) const {
        const auto is_item = [](const Line& line) { return line.text.starts_with("* "); };
        return has_star_mark_ && is_item(group.lines.front()) &&
               std::count_if(group.lines.begin(), group.lines.end(), is_item) == 1;
    }

    void take_piece(const LineGroup& piece) {
        if (take_heading(piece)) {
            return;
        }
        awaits_title_ = false;
        const std::size_t block = outline_.blocks.size();
        text_.add(piece);
        if (const auto sign = sign_of_heading(piece); sign && outline_.blocks.size() == block + 1) {
            candidates_.push_back({block, *sign});
        }
    }

    /// The first line is the title if it names a person or a heading follows.
    void take_title_line() {
        std::vector<Block>& blocks = outline_.blocks;
        if (!first_stands_alone_ || blocks.size() < 2 || blocks.front().kind == Block::Kind::heading) {
            return;
        }
        constexpr std::size_t max_length = 70;
        const std::string& line = blocks.front().text;
        const bool ends_open = std::string_view(".,;:!?-\"'").find(line.back()) == std::string_view::npos;
        if (line.size() <= max_length && ends_open &&
            (blocks[1].kind == Block::Kind::heading || !person_named_by(line).empty())) {
            blocks.front().kind = Block::Kind::heading;
            blocks.front().level = 1;
        }
    }

    /// A number alone between blank lines, of a page or of a section.
    bool take_number(const LineGroup& group) {
        const int number = group.lines.size() == 1 ? lone_number(group.lines.front().text) : 0;
        if (number == 0) {
            return false;
        }
        numbers_.push_back({outline_.blocks.size(), number});
        outline_.blocks.push_back(
            {Block::Kind::heading, division_level, std::to_string(number), group.lines.front().number});
        awaits_title_ = false;
        return true;
    }

    /// Letters that were set apart, one a line or with blanks between them, as the words that they are.
    void join_letters(LineGroup& group) {
        const std::string words = spaced_word(group);
        if (!words.empty()) {
            joined_words_.push_back(words);
            group.lines = {{joined_words_.back(), 0, group.lines.front().number}};
        }
    }

    /// Lines that only look like headings are text if no text follows them.
    void keep_last_lines() {
        std::vector<Block>& blocks = outline_.blocks;
        std::size_t first = blocks.size();
        while (first > 0 && blocks[first - 1].kind == Block::Kind::heading &&
               !is_unread(blocks[first - 1].text) && blocks[first - 1].line != marked_line_) {
            --first;
        }
        const std::vector<Block> headings(blocks.begin() + static_cast<std::ptrdiff_t>(first), blocks.end());
        blocks.resize(first);
        for (const Block& heading : headings) {
            for (std::string_view rest = heading.text; !rest.empty();) {
                blocks.push_back({Block::Kind::line, 0, std::string(cut_front(rest, '\n')), heading.line});
            }
        }
    }

    /// "# Title" and underlined titles at the front of a group.
    void take_marked_headings(LineGroup& group) {
        std::vector<Line>& lines = group.lines;
        std::size_t taken = 0;
        while (taken < lines.size()) {
            const std::string_view text = lines[taken].text;
            const auto level = text.find_first_not_of('#');
            if (const int wiki_level = wiki_heading_level(text); wiki_level > 0) {
                add_heading(wiki_level, trimmed(text, "= "), lines[taken].number);
                ++taken;
                continue;
            }
            if (level != 0 && level != std::string_view::npos && level <= 6 && text[level] == ' ') {
                add_heading(static_cast<int>(level), trimmed(text.substr(level), " #"), lines[taken].number);
                ++taken;
            } else if (const std::string_view bare = without_rules(text); has_rule_around(text, bare)) {
                add_heading(division_level, bare, lines[taken].number);
                ++taken;
            } else if (taken + 1 < lines.size() && underline_level(lines[taken + 1].text) > 0) {
                add_heading(underline_level(lines[taken + 1].text), text, lines[taken].number);
                taken += 2;
            } else {
                break;
            }
        }
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(taken));
    }

    /// Headings that are only recognised as separate lines.
    bool take_heading(const LineGroup& group) {
        constexpr std::size_t max_lines = 4;
        if (group.lines.size() > max_lines) {
            return false;
        }
        if (awaits_title_ && group.gap <= 2 && continues_title(group, outline_.blocks.back().text)) {
            Block& heading = outline_.blocks.back();
            for (const Line& line : group.lines) {
                heading.text += '\n' + normalised_line(line.text);
            }
            return true;
        }
        const int level = heading_level(group);
        if (level == 0) {
            return false;
        }
        std::string text;
        for (const Line& line : group.lines) {
            // A title that was too long for its line continues in the next one; the title of a division
            // begins there.
            const bool parts = text.empty() || is_bare_division(text);
            text += text.empty() ? "" : (parts ? "\n" : " ");
            text += normalised_line(line.text);
        }
        outline_.blocks.push_back({Block::Kind::heading, level, std::move(text), group.lines.front().number});
        awaits_title_ = level == division_level;
        return true;
    }

    void add_heading(int level, std::string_view text, std::size_t number) {
        if (std::string normalised = normalised_line(text); !normalised.empty()) {
            outline_.blocks.push_back({Block::Kind::heading, level, std::move(normalised), number});
            marked_line_ = number;
            awaits_title_ = false;
        }
    }

    LineGroupReader groups_;
    std::deque<std::string> joined_words_; ///< what lines refer to that the text does not hold
    std::vector<LoneNumber> numbers_;
    std::vector<HeadingCandidate> candidates_;
    Outline outline_;
    PlainBlocks text_;                ///< what is not a heading
    std::size_t marked_line_ = 0;     ///< of the last heading that was marked as one
    bool has_star_mark_;              ///< a star refers to a note
    bool first_stands_alone_ = false; ///< the first group of text is one line
    bool in_mail_ = false;
    bool in_signature_ = false;
    bool awaits_title_ = false; ///< the last block is a division whose title may follow
};

} // namespace

Outline read_plain_text(std::string_view text, const std::string& name) {
    std::vector<Omission> omissions;
    const std::string plain = without_page_furniture(without_wiki_markup(text, omissions), omissions);
    Outline outline = PlainTextReader(plain, name).read();
    outline.omissions.insert(outline.omissions.begin(), omissions.begin(), omissions.end());
    return outline;
}

} // namespace recital
