// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/plain_text.h"

#include "base/unicode.h"
#include "document/structure_words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace recital {

namespace {

struct Line {
    std::string_view text; ///< without white space at its ends
    std::size_t number = 0;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\f\v";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// The lines of the text in groups that blank lines part.
class LineGroups {
public:
    explicit LineGroups(std::string_view text) : rest_(text) {}

    /// The next group, empty at the end of the text.
    std::vector<Line> next() {
        std::vector<Line> group;
        while (!rest_.empty()) {
            const auto end = rest_.find('\n');
            const std::string_view line = trimmed(rest_.substr(0, end));
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            ++number_;
            if (!line.empty()) {
                group.push_back({line, number_});
            } else if (!group.empty()) {
                break;
            }
        }
        return group;
    }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// "## Early years" as a Markdown heading of level 2.
std::optional<Block> marked_heading(const Line& line) {
    const auto level = line.text.find_first_not_of('#');
    if (level == 0 || level == std::string_view::npos || level > 6 || line.text[level] != ' ') {
        return std::nullopt;
    }
    std::string_view title = trimmed(line.text.substr(level));
    while (title.ends_with('#')) {
        title.remove_suffix(1);
    }
    std::string text = tidy_text(title);
    if (text.empty()) {
        return std::nullopt;
    }
    return Block{Block::Kind::heading, static_cast<int>(level), std::move(text), line.number};
}

/// The level that an underline of at least three signs gives to the line above it, 0 for any other line.
int underline_level(std::string_view line) {
    if (line.size() < 3 || line.find_first_not_of(line.front()) != std::string_view::npos) {
        return 0;
    }
    return line.front() == '=' ? 1 : (line.front() == '-' || line.front() == '~' ? 2 : 0);
}

bool is_number(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ':')) {
        word.remove_suffix(1);
    }
    const auto only = [word](std::string_view signs) {
        return !word.empty() && word.find_first_not_of(signs) == std::string_view::npos;
    };
    return only("0123456789") || only("IVXLCDM") || only("ivxlcdm") ||
           StructureWords::english().numbers.contains(fold_case(word));
}

/// "CHAPTER IX", "Chapter 3. The Tour", "PREFACE": a line that names a division of the text.
bool names_division(std::string_view line) {
    constexpr std::size_t longest = 80;
    if (line.size() > longest || line.ends_with(',') || line.ends_with(';')) {
        return false;
    }
    const auto first_end = std::min(line.find_first_of(" .:"), line.size());
    const std::string first = fold_case(line.substr(0, first_end));
    const StructureWords& words = StructureWords::english();
    if (words.divisions.contains(first)) {
        const std::string_view rest = trimmed(line.substr(first_end));
        const std::string_view number = rest.substr(0, rest.find_first_of(" :"));
        // Running text goes on after the number ("Part one of the tour was ..."); a heading ends or names a
        // title.
        const std::string_view after = trimmed(rest.substr(number.size()));
        const bool ends_here = after.empty() || number.ends_with('.') || number.ends_with(':') ||
                               after.starts_with(':') || after.starts_with("-") ||
                               after.starts_with("\u2013") || after.starts_with("\u2014");
        if (is_number(number) && ends_here && !after.ends_with('.')) {
            return true;
        }
    }
    std::string_view whole = line;
    while (whole.ends_with('.') || whole.ends_with(':')) {
        whole.remove_suffix(1);
    }
    return words.headings.contains(fold_case(whole));
}

/// Lines so long that no one wrapped them by hand are a paragraph each.
bool is_paragraph_a_line(const std::vector<Line>& group) {
    constexpr std::size_t widest_wrap = 160;
    std::size_t bytes = 0;
    for (const Line& line : group) {
        bytes += line.text.size();
    }
    return bytes > widest_wrap * group.size();
}

void append_paragraph(Outline& outline, std::string_view text, std::size_t line) {
    if (std::string tidy = tidy_text(text); !tidy.empty()) {
        outline.blocks.push_back({Block::Kind::paragraph, 0, std::move(tidy), line});
    }
}

/// The rest of a group after its headings: one paragraph, or one a line.
void append_running_text(Outline& outline, const std::vector<Line>& group, std::size_t from) {
    if (is_paragraph_a_line(group)) {
        for (std::size_t i = from; i < group.size(); ++i) {
            append_paragraph(outline, group[i].text, group[i].number);
        }
        return;
    }
    std::string joined;
    for (std::size_t i = from; i < group.size(); ++i) {
        joined += joined.empty() ? "" : " ";
        joined += group[i].text;
    }
    if (!joined.empty()) {
        append_paragraph(outline, joined, group[from].number);
    }
}

/// Takes the headings off the front of a group; returns the index of the first line of running text.
std::size_t take_headings(Outline& outline, const std::vector<Line>& group) {
    std::size_t at = 0;
    while (at < group.size()) {
        if (auto heading = marked_heading(group[at])) {
            outline.blocks.push_back(std::move(*heading));
            ++at;
        } else if (at + 1 < group.size() && underline_level(group[at + 1].text) > 0) {
            outline.blocks.push_back({Block::Kind::heading, underline_level(group[at + 1].text),
                                      tidy_text(group[at].text), group[at].number});
            at += 2;
        } else if (at == 0 && group.size() == 1 && names_division(group[at].text)) {
            outline.blocks.push_back({Block::Kind::heading, 2, tidy_text(group[at].text), group[at].number});
            ++at;
        } else {
            break;
        }
    }
    return at;
}

bool is_control(char32_t code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F);
}

bool is_invisible(char32_t code_point) {
    return code_point == 0x00AD || code_point == 0x200B || code_point == 0x2060 || code_point == 0xFEFF;
}

/// Whether the text is plain ASCII with single spaces: most paragraphs, which need no work at all.
bool is_tidy_ascii(std::string_view text) {
    bool after_space = true;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 || value >= 0x7F || (byte == ' ' && after_space)) {
            return false;
        }
        after_space = byte == ' ';
    }
    return !after_space;
}

} // namespace

std::string tidy_text(std::string_view text, Controls controls) {
    if (is_tidy_ascii(text)) {
        return std::string(text);
    }
    std::string tidy;
    tidy.reserve(text.size());
    bool space = false;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        const char32_t code_point = next_code_point(text, position);
        if (code_point == ' ' || (code_point != 0x85 && is_space(code_point))) {
            space = !tidy.empty();
            continue;
        }
        if (is_invisible(code_point) || (controls == Controls::drop && is_control(code_point))) {
            continue;
        }
        if (space) {
            tidy += ' ';
            space = false;
        }
        tidy += text.substr(start, position - start);
    }
    return normalise_nfc(tidy);
}

Outline read_plain_text(std::string_view text, const std::string& /*name*/) {
    Outline outline;
    LineGroups groups(text);
    for (auto group = groups.next(); !group.empty(); group = groups.next()) {
        append_running_text(outline, group, take_headings(outline, group));
    }
    return outline;
}

} // namespace recital
