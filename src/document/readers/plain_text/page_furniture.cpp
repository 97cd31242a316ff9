// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/page_furniture.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/line_end.h"
#include "document/language/structure_words.h"
#include "document/readers/plain_text/foot_notes.h"
#include "document/readers/plain_text/page_line.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <map>
#include <optional>

namespace recital {

namespace {

std::string_view without_blanks(std::string_view line) {
    static constexpr ByteSet around(" \t\r\f\v\u00A0");
    return trimmed(line, around);
}

/// Whether the line ends where a sentence does, perhaps with a reference mark after its full stop
/// ("slept.1").
bool ends_with_stop(std::string_view line) {
    constexpr std::string_view closing = ".!?:;\"')]*_";
    const std::string_view bare = trimmed(line, "0123456789");
    return line.empty() || closing.find(line.back()) != npos || line.ends_with("\u201D") ||
           line.ends_with("\u2019") || line.ends_with("\u2026") || line.ends_with("\u00BB") ||
           (!bare.empty() && std::string_view(".!?\"").find(bare.back()) != npos);
}

class PageFurniture {
public:
    PageFurniture(std::string_view text, std::vector<Omission>& omissions)
        : lines_(split(text, '\n')), title_(title_of(lines_)), removed_(lines_.size(), false),
          line_ends_(text), omissions_(omissions) {}

    std::string read() {
        drop_notes();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            inspect(i);
        }
        decide();
        return written();
    }

private:
    /// Lines between two pages; a longer gap is not looked over, so that rows of numbers take linear time.
    static constexpr std::size_t max_gap = 40;

    void inspect(std::size_t index) {
        if (removed_[index]) {
            return;
        }
        const std::string_view line = without_blanks(lines_[index]);
        auto found = page_line(line);
        if (!found && is_title(line) && has_shape_of_heading(line) && text_before(index)) {
            found = PageLine{0, 0, title_}; // also if it is not in capitals
        }
        if (found) {
            found->line = index;
            candidates_.push_back(*found);
        }
    }

    /// Notes at the foot of a page; a doubtful one only if a sentence goes on after it.
    void drop_notes() {
        for (const FootNotes& notes : find_foot_notes(lines_)) {
            const auto before = text_before(notes.begin);
            const auto after = text_after(notes.end - 1);
            const bool interrupts = before && after && !ends_with_stop(without_blanks(lines_[before->line]));
            if (notes.certain || interrupts) {
                std::fill(removed_.begin() + static_cast<std::ptrdiff_t>(notes.begin),
                          removed_.begin() + static_cast<std::ptrdiff_t>(notes.end), true);
                omissions_.push_back(
                    {"notes", std::string(without_blanks(lines_[notes.begin])), notes.begin + 1});
            }
        }
    }

    [[nodiscard]] bool is_gap(std::size_t line) const {
        return removed_[line] || without_blanks(lines_[line]).empty();
    }

    /// The last line of text before a line of a page.
    struct TextBefore {
        std::size_t line = 0;      ///< index
        bool is_paragraph = false; ///< its paragraph is longer than a heading
    };

    [[nodiscard]] std::optional<TextBefore> text_before(std::size_t line) const {
        constexpr std::size_t min_paragraph = 60; // bytes
        const std::size_t last = line - std::min(line, max_gap);
        while (line > last && is_gap(line - 1)) {
            --line;
        }
        if (line == last) {
            return std::nullopt;
        }
        std::size_t bytes = 0;
        for (std::size_t i = line; i > 0 && !is_gap(i - 1) && bytes < min_paragraph; --i) {
            bytes += lines_[i - 1].size();
        }
        return TextBefore{line - 1, bytes >= min_paragraph};
    }

    [[nodiscard]] std::optional<std::size_t> text_after(std::size_t line) const {
        const std::size_t last = std::min(lines_.size(), line + max_gap);
        for (++line; line < last; ++line) {
            if (!is_gap(line)) {
                return line;
            }
        }
        return std::nullopt;
    }

    /// Whether a sentence goes on after the line. The text of a last page may be as short as a heading: what
    /// follows has to continue it.
    [[nodiscard]] bool interrupts(std::size_t line) const {
        const auto before = text_before(line);
        const auto after = text_after(line);
        if (!before || !after) {
            return false;
        }
        const std::string_view text = without_blanks(lines_[before->line]);
        return !ends_with_stop(text) &&
               (before->is_paragraph ||
                (!is_all_capitals(text) && continues_sentence(text, without_blanks(lines_[*after]))));
    }

    void decide() {
        for (PageLine& candidate : candidates_) {
            // A head may be beside a page number.
            candidate.interrupts = interrupts(candidate.line);
            if (candidate.certain || (candidate.key.empty() && candidate.interrupts)) {
                remove(candidate.line);
            }
        }
        std::map<std::string, std::vector<PageLine>> heads;
        for (const PageLine& candidate : candidates_) {
            if (!candidate.key.empty()) {
                heads[candidate.key].push_back(candidate);
                heads[candidate.key].back().interrupts = interrupts(candidate.line);
            }
        }
        for (const auto& [key, lines] : heads) {
            decide(key, lines);
        }
    }

    /// A line that recurs, with an increasing number, and interrupts sentences is a head; a single one if its
    /// number is set apart and the rest is the title or in capitals.
    void decide(const std::string& key, const std::vector<PageLine>& lines) {
        const auto interrupting = static_cast<std::size_t>(
            std::count_if(lines.begin(), lines.end(), [](const PageLine& line) { return line.interrupts; }));
        const bool increasing =
            std::adjacent_find(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
                return left.number >= right.number;
            }) == lines.end();
        const bool numbered = lines.front().number > 0 && increasing;
        constexpr std::size_t many = 3;
        const bool often = interrupting * 2 >= lines.size() || lines.size() >= many;
        const bool recurs = lines.size() > 1 && interrupting > 0 && often &&
                            (numbered || (interrupting > 1 && key == title_));
        const std::string_view first = lines_[lines.front().line];
        const bool set_apart = lines.front().set_apart && (is_all_capitals(first) || first.find('|') != npos);
        const bool single =
            lines.size() == 1 && interrupting == 1 && numbered && (key == title_ || set_apart);
        if ((recurs || single) && !StructureWords::known().divisions.contains(key)) {
            for (const PageLine& line : lines) {
                if (line.interrupts || line.number > 0) {
                    remove(line.line);
                }
            }
        }
    }

    /// The first line, which is often the title, folded.
    [[nodiscard]] static std::string title_of(const std::vector<std::string_view>& lines) {
        const auto first = std::find_if(lines.begin(), lines.end(),
                                        [](std::string_view line) { return !without_blanks(line).empty(); });
        return first == lines.end() ? std::string() : fold_case(without_blanks(*first));
    }

    [[nodiscard]] bool is_title(std::string_view line) const {
        const bool differs = line.size() != title_.size() && find_non_ascii(line) == line.size();
        return !differs && fold_case(line) == title_;
    }

    void remove(std::size_t line) {
        removed_[line] = true;
        omissions_.push_back(
            {"running heads and page numbers", std::string(without_blanks(lines_[line])), line + 1});
    }

    [[nodiscard]] std::string written() {
        std::string text;
        std::size_t owed = 0; // line ends of a join, given back at the end of its paragraph
        for (std::size_t i = 0; i < lines_.size();) {
            std::size_t end = i;
            bool removes = false;
            while (end < lines_.size() && is_gap(end)) {
                removes = removes || removed_[end];
                ++end;
            }
            if (removes && i > 0 && interrupts(end - 1)) {
                join(text, lines_[end]);
                owed += end - i + 1;
            } else {
                text.append(end > i ? owed : 0, '\n');
                owed = end > i ? 0 : owed;
                text.append(end - i, '\n');
            }
            if (end < lines_.size()) {
                text += lines_[end];
                text += end + 1 < lines_.size() ? "\n" : "";
            }
            i = end + 1;
        }
        return text;
    }

    /// Prepares `text` for the line that goes on with its last sentence or its last word.
    void join(std::string& text, std::string_view next) {
        while (!text.empty() && std::string_view(" \r\n").find(text.back()) != npos) {
            text.pop_back();
        }
        const LineBorder border = line_ends_.border(text, next);
        if (border == LineBorder::rejoined) {
            text.resize(text.size() - dividing_hyphen(text));
        } else if (border == LineBorder::blank) {
            text += ' ';
        }
    }

    std::vector<std::string_view> lines_;
    std::string title_;
    std::vector<bool> removed_;
    std::vector<PageLine> candidates_;
    LineEnds line_ends_;
    std::vector<Omission>& omissions_;
};

} // namespace

std::string without_page_furniture(std::string_view text, std::vector<Omission>& omissions) {
    return PageFurniture(text, omissions).read();
}

} // namespace recital
