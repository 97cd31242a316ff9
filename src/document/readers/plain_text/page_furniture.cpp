// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/page_furniture.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/line_end.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

namespace recital {

namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view digits = "0123456789";

/// A line that may be the head or foot of a page.
struct PageLine {
    std::size_t line = 0;    ///< index
    int number = 0;          ///< of the page; 0 if it has none
    std::string key;         ///< the rest of the line, folded; empty for a page number
    bool set_apart = false;  ///< the number is set apart from the rest, or is all there is
    bool certain = false;    ///< "Page 3 of 9"
    bool interrupts = false; ///< a sentence goes on after it
};

std::string_view without_blanks(std::string_view line) {
    return trimmed(line, " \t\r\f\v\u00A0");
}

bool ends_sentence(std::string_view line) {
    constexpr std::string_view closing = ".!?:;\"')]*_";
    return line.empty() || closing.find(line.back()) != none || line.ends_with("\u201D") ||
           line.ends_with("\u2019") || line.ends_with("\u2026") || line.ends_with("\u00BB");
}

/// "3 of 9" or "3/9" after "Page".
bool is_page_of_pages(std::string_view folded) {
    for (const std::string_view word : {"page ", "seite ", "página ", "pagina ", "p. "}) {
        if (!folded.starts_with(word)) {
            continue;
        }
        const std::string_view rest = folded.substr(word.size());
        const auto end = rest.find_first_not_of(digits);
        const auto next = end == none ? none : rest.find_first_of(digits, end);
        const std::string_view between = end == none ? std::string_view() : rest.substr(end, next - end);
        return end != 0 && next != none && is_digits(rest.substr(next)) &&
               (between == " of " || between == "/" || between == " / " || between == " von " ||
                between == " de " || between == " di ");
    }
    return false;
}

/// The page number that a line consists of: "12", "- 12 -", "Page 12"; 0 if it is something else.
int page_number(std::string_view folded) {
    const std::string_view whole = folded;
    for (const std::string_view word : {"page ", "p. ", "seite "}) {
        folded.remove_prefix(folded.starts_with(word) ? word.size() : 0);
    }
    const std::string_view number = trimmed(folded, " -[]{}|~\u2013\u2014");
    const std::size_t max_digits = number.size() == whole.size() ? 3 : 4; // a bare one of four is a year
    return is_digits(number) && number.size() <= max_digits ? std::atoi(std::string(number).c_str()) : 0;
}

/// Splits "12  MARA BELL" and "MARA BELL | 12" into the number and the rest.
std::optional<PageLine> head_with_number(std::string_view text) {
    constexpr std::size_t max_digits = 4;
    const auto first = text.find_first_not_of(digits);
    const auto last = text.find_last_not_of(digits);
    PageLine head;
    std::string_view rest;
    if (first != none && first > 0 && first <= max_digits) {
        head.number = std::atoi(std::string(text.substr(0, first)).c_str());
        rest = text.substr(first);
    } else if (last != none && last + 1 < text.size() && text.size() - last - 1 <= max_digits) {
        head.number = std::atoi(std::string(text.substr(last + 1)).c_str());
        rest = text.substr(0, last + 1);
    } else {
        return std::nullopt;
    }
    constexpr std::string_view around = " \t|-\u2013\u2014\u2022\u00B7";
    const std::string_view name = trimmed(rest, around);
    const std::string_view gap =
        rest.front() == name.front()
            ? rest.substr(static_cast<std::size_t>(name.data() - rest.data()) + name.size())
            : rest.substr(0, static_cast<std::size_t>(name.data() - rest.data()));
    const bool blank = gap.find_first_of(" \t") != none;
    if (name.empty() || !blank || std::string_view(".,;:?").find(name.back()) != none) {
        return std::nullopt;
    }
    head.key = fold_case(name);
    head.set_apart = gap.size() > 1;
    return head;
}

class PageFurniture {
public:
    PageFurniture(std::string_view text, std::vector<Omission>& omissions)
        : lines_(split(text, '\n')), removed_(lines_.size(), false), line_ends_(text), omissions_(omissions) {
    }

    std::string read() {
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
        constexpr std::size_t max_length = 80;
        const std::string_view text = without_blanks(lines_[index]);
        if (text.empty() || text.size() > max_length) {
            return;
        }
        const std::string folded = fold_case(text);
        std::optional<PageLine> found;
        if (is_page_of_pages(folded)) {
            found = PageLine{0, 1, {}, true, true};
        } else if (const int number = page_number(folded); number > 0) {
            found = PageLine{0, number, {}, true};
        } else {
            found = head_with_number(text);
            if (!found && is_all_capitals(text)) {
                found = PageLine{0, 0, folded};
            }
        }
        if (found) {
            found->line = index;
            candidates_.push_back(*found);
        }
    }

    [[nodiscard]] bool is_gap(std::size_t line) const {
        return removed_[line] || without_blanks(lines_[line]).empty();
    }

    /// The last line before `line` that is text, if it and its paragraph are more than a heading.
    [[nodiscard]] std::optional<std::size_t> text_before(std::size_t line) const {
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
        return bytes >= min_paragraph ? std::optional(line - 1) : std::nullopt;
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

    [[nodiscard]] bool interrupts(std::size_t line) const {
        const auto before = text_before(line);
        const auto after = text_after(line);
        return before && after && !ends_sentence(without_blanks(lines_[*before]));
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
                            (numbered || (interrupting > 1 && key == title()));
        const std::string_view first = lines_[lines.front().line];
        const bool set_apart = lines.front().set_apart && (is_all_capitals(first) || first.find('|') != none);
        const bool single =
            lines.size() == 1 && interrupting == 1 && numbered && (key == title() || set_apart);
        if ((recurs || single) && !StructureWords::known().divisions.contains(key)) {
            for (const PageLine& line : lines) {
                if (line.interrupts || line.number > 0) {
                    remove(line.line);
                }
            }
        }
    }

    /// The first line, which is often the title.
    [[nodiscard]] std::string title() const {
        const auto first = std::find_if(lines_.begin(), lines_.end(),
                                        [](std::string_view line) { return !without_blanks(line).empty(); });
        return first == lines_.end() ? std::string() : fold_case(without_blanks(*first));
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
        while (!text.empty() && std::string_view(" \r\n").find(text.back()) != none) {
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
