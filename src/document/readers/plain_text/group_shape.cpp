// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/group_shape.h"

#include "base/unicode.h"
#include "document/inline/signs.h"
#include "document/language/structure_words.h"
#include "document/structure/heading.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace recital {

std::size_t widest_line(const LineGroup& group) {
    std::size_t widest = 0;
    for (const Line& line : group.lines) {
        widest = std::max(widest, line.indent + count_code_points(line.text));
    }
    return widest;
}

namespace {

constexpr std::size_t widest_short = 45; ///< lines that all end before are not wrapped

bool begins_like_verse(std::string_view line) {
    for (std::size_t position = 0; position < line.size();) {
        const char32_t c = next_code_point(line, position);
        if (is_letter(c)) {
            return is_upper(c);
        }
        if (is_digit(c)) {
            return false;
        }
    }
    return false;
}

/// Wrapped prose fills its lines: the first word of a line would not have fitted in the one before.
std::size_t lines_with_room(const LineGroup& group, std::size_t widest) {
    std::size_t with_room = 0;
    for (std::size_t i = 0; i + 1 < group.lines.size(); ++i) {
        const Line& line = group.lines[i];
        const std::string_view next = group.lines[i + 1].text;
        const std::size_t word = std::min(next.find(' '), next.size());
        with_room += static_cast<std::size_t>(line.indent + line.text.size() + 1 + word <= widest);
    }
    return with_room;
}

/// Lines that all end long before any page does were not wrapped, unless it was into a narrow column: then
/// they are full, and sentences go on in them.
bool are_short_lines(const LineGroup& group) {
    constexpr std::size_t narrowest_column = 25;
    const std::size_t count = group.lines.size();
    const std::size_t widest = widest_line(group);
    if (count < 2 || widest > widest_short) {
        return false;
    }
    std::size_t going_on = 0;
    for (std::size_t i = 1; i < count; ++i) {
        const std::string_view before = group.lines[i - 1].text;
        if (before.ends_with('-') || closing_punctuation(group.lines[i].text) > 0) {
            return false;
        }
        going_on += static_cast<std::size_t>(starts_lower(group.lines[i].text));
    }
    // One sentence with line breaks: it continues in small letters and ends with a full stop.
    if (going_on > 0 &&
        std::string_view(".!?").find(group.lines.back().text.back()) != std::string_view::npos) {
        return false;
    }
    const bool column = count >= 3 && widest >= narrowest_column && going_on * 2 >= count - 1 &&
                        lines_with_room(group, widest) == 0;
    return !column;
}

bool has_room_for(const Line& before, const Line& line, std::size_t width) {
    const std::size_t word = std::min(line.text.find(' '), line.text.size());
    return before.indent + count_code_points(before.text) + 1 + word <= width;
}

/// Whether the line ends where its text does: without a stop, and not inside a phrase as wrapped lines may.
bool ends_with_its_line(std::string_view line) {
    const std::string_view last = line.substr(line.find_last_of(' ') + 1);
    return std::string_view(".,;:!?-&/").find(line.back()) == std::string_view::npos &&
           !line.ends_with("\u2014") && !StructureWords::known().weak.contains_folded(last);
}

/// Whether the line begins like the rest of a wrapped one. In scripts without case nothing shows that.
bool continues_note(std::string_view line) {
    std::size_t position = 0;
    const char32_t first = next_code_point(line, position);
    return (is_letter(first) && !is_upper(first)) || closing_punctuation(line) > 0;
}

/// "Born: 3 February 1809", "First prize : Leeds, 1951".
bool begins_with_label(std::string_view line) {
    constexpr std::size_t max_length = 30;
    constexpr std::ptrdiff_t max_blanks = 4;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > max_length || colon + 2 >= line.size() ||
        line[colon + 1] != ' ') {
        return false;
    }
    const std::string_view label = line.substr(0, colon);
    return std::count(label.begin(), label.end(), ' ') <= max_blanks && begins_like_verse(label);
}

/// Lines with labels, of which at least one has no stop where the next begins.
bool are_labelled_lines(const LineGroup& group) {
    bool is_open = false;
    for (const Line& line : group.lines) {
        const bool is_last = &line == &group.lines.back();
        if (goes_on_above(line, group.lines.front().indent)) {
            continue;
        }
        if (!begins_with_label(line.text)) {
            return false;
        }
        is_open = is_open || (!is_last && ends_with_its_line(line.text));
    }
    return is_open;
}

/// Lines of notes, such as names of prizes, are not wrapped: no sentence ends or goes on in them, and they
/// have room.
bool are_notes(const LineGroup& group) {
    const std::size_t count = group.lines.size();
    if (count < 2) {
        return false;
    }
    if (are_labelled_lines(group)) {
        return true;
    }
    const bool all_end = std::all_of(group.lines.begin(), group.lines.end(),
                                     [](const Line& line) { return ends_with_its_line(line.text); });
    const bool goes_on = std::any_of(std::next(group.lines.begin()), group.lines.end(),
                                     [](const Line& line) { return continues_note(line.text); });
    if (!all_end || goes_on) {
        return false;
    }
    if (count == 2) {
        return has_room_for(group.lines.front(), group.lines.back(), group.margin);
    }
    return lines_with_room(group, widest_line(group)) + 2 >= count; // after the widest there is none
}

bool ends_with_punctuation(std::string_view line) {
    return std::string_view(".,;:!?-'\"").find(line.back()) != std::string_view::npos ||
           line.ends_with("\u2014") || line.ends_with("\u2019") || line.ends_with("\u201D");
}

/// Whether a sentence ends inside the line and the next begins.
bool holds_stop(std::string_view line) {
    for (auto at = line.find(". "); at != std::string_view::npos; at = line.find(". ", at + 1)) {
        std::size_t after = at + 2;
        const bool initial = at < 2 || line[at - 2] == ' ' || line[at - 2] == '.';
        if (!initial && after < line.size() && is_upper(next_code_point(line, after))) {
            return true;
        }
    }
    return false;
}

/// Whether the capital at the start of the line is evidence for its kind: "I" is always a capital.
bool begins_with_written_capital(std::string_view line) {
    return begins_like_verse(line) &&
           !(line.starts_with("I") && (line.size() == 1 || line.find_first_of(" ',") == 1));
}

/// Lines of verse are indented, begin with capitals and are not filled, or end where their clauses do.
/// Wrapped prose does not, and fills its width even if its lines happen to begin with capitals.
bool is_verse(const LineGroup& group) {
    constexpr std::size_t widest_verse = 75;
    const std::size_t base = group.lines.front().indent;
    std::size_t count = 0;
    std::size_t capitals = 0;
    std::size_t by_chance = 0; // whose first word always has the same case
    std::size_t clauses = 0;   // that end with their lines, but for the last
    bool stops = false;        // inside a line
    for (const Line& line : group.lines) {
        if (line.text.size() > widest_verse) {
            return false;
        }
        if (!goes_on_above(line, base)) {
            ++count;
            capitals += static_cast<std::size_t>(begins_like_verse(line.text));
            by_chance += static_cast<std::size_t>(&line != group.lines.data() &&
                                                  !begins_with_written_capital(line.text));
            clauses +=
                static_cast<std::size_t>(&line != &group.lines.back() && ends_with_punctuation(line.text));
            stops = stops || holds_stop(line.text);
        }
    }
    if (count < 2 || base < 2 || capitals * 4 < count * 3 || (stops && capitals < count)) {
        return false;
    }
    const std::size_t borders = count - 1;
    const bool has_room = lines_with_room(group, group.margin - std::min(group.margin, base)) * 3 >= borders;
    const bool fills_itself = lines_with_room(group, widest_line(group)) * 2 <= borders;
    const bool in_clauses = clauses * 2 >= borders;
    const bool looks_wrapped = fills_itself && !in_clauses && by_chance > 0;
    return (has_room && !looks_wrapped) || (capitals == count && in_clauses);
}

constexpr std::size_t widest_wrap = 160; ///< lines that are longer were not wrapped by hand
constexpr std::size_t widest_title = 60;

/// Whether a sentence ends with the line, quotation marks and brackets aside.
bool ends_sentence(std::string_view line) {
    constexpr std::string_view closing = "\"')]";
    while (line.ends_with("\u201D") || line.ends_with("\u2019")) {
        line.remove_suffix(std::string_view("\u201D").size());
    }
    line = line.substr(0, line.find_last_not_of(closing) + 1);
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

/// How the lines of a group before the last end.
struct LineBreaks {
    std::size_t after_sentence = 0;
    std::size_t after_title = 0;     ///< a short line without a stop
    std::size_t inside_sentence = 0; ///< as where prose was wrapped
};

LineBreaks breaks_of(const LineGroup& group) {
    LineBreaks breaks;
    for (std::size_t i = 0; i + 1 < group.lines.size(); ++i) {
        const std::string_view line = group.lines[i].text;
        const std::string_view next = group.lines[i + 1].text;
        if (starts_lower(next) || closing_punctuation(next) > 0) {
            ++breaks.inside_sentence;
        } else if (ends_sentence(line)) {
            ++breaks.after_sentence;
        } else if (count_code_points(line) <= widest_title && ends_with_its_line(line)) {
            ++breaks.after_title;
        } else {
            ++breaks.inside_sentence;
        }
    }
    return breaks;
}

/// Whether some lines are too long to have been wrapped by hand, and those between them are titles, notes or
/// short paragraphs: hardly any goes on in the next, and there is more than one paragraph.
bool has_long_paragraphs(const LineGroup& group) {
    const LineBreaks breaks = breaks_of(group);
    return widest_line(group) > widest_wrap && breaks.after_sentence > 0 &&
           breaks.inside_sentence * 4 < group.lines.size();
}

/// Whether each line is a paragraph, or a title, although none is too long to have been wrapped: no sentence
/// goes on in the next line, and lines have room for the word that follows.
bool are_short_paragraphs(const LineGroup& group) {
    constexpr std::size_t min_lines = 3;
    const std::size_t count = group.lines.size();
    const std::size_t widest = widest_line(group);
    if (count < min_lines || widest < widest_title) {
        return false;
    }
    const LineBreaks breaks = breaks_of(group);
    return breaks.inside_sentence == 0 && breaks.after_sentence >= 2 &&
           lines_with_room(group, widest) * 2 >= count - 1;
}

} // namespace

std::size_t title_lines(const LineGroup& group) {
    constexpr std::size_t narrowest_prose = 60;
    std::size_t prose = 0; // the width of what is below
    std::size_t titles = 0;
    for (std::size_t i = group.lines.size(); i-- > 0;) {
        const std::string_view text = group.lines[i].text;
        const std::size_t width = count_code_points(text);
        const bool ends_open =
            !text.empty() && (std::string_view(".,;:!?-").find(text.back()) == std::string_view::npos ||
                              (text.ends_with('.') && has_shape_of_heading(text)));
        const bool title = prose >= narrowest_prose && width * 3 <= prose * 2 && ends_open &&
                           !starts_lower(group.lines[i + 1].text) && !text.ends_with("\u2014");
        titles = title ? titles + 1 : 0;
        prose = title ? prose : std::max(prose, width);
    }
    return titles;
}

bool goes_on_above(const Line& line, std::size_t base) {
    constexpr std::size_t hanging = 2;
    return line.indent >= base + hanging && starts_lower(line.text);
}

bool is_set_right(const Line& line) {
    return line.indent >= 24;
}

bool is_line_of_its_own(const Line& before, const Line& line, std::size_t indent, std::size_t widest) {
    const bool hangs = line.indent > indent && starts_lower(line.text);
    if (hangs || closing_punctuation(line.text) > 0 || !ends_with_its_line(before.text)) {
        return false;
    }
    return widest <= widest_short || has_room_for(before, line, widest);
}

std::size_t lines_above_list(const LineGroup& group) {
    const std::vector<Line>& lines = group.lines;
    const auto first =
        std::find_if(lines.begin(), lines.end(), [](const Line& line) { return begins_item(line.text); });
    if (first == lines.begin() || first == lines.end()) {
        return 0;
    }
    const Line& above = *std::prev(first);
    if (first == std::next(lines.begin()) && above.text.ends_with(':')) {
        return 1;
    }
    const auto items = std::count_if(first, lines.end(), [](const Line& line) {
        return begins_item(line.text) && begins_bullet(line.text);
    });
    const bool is_list = begins_bullet(first->text) && items >= 2 &&
                         (above.text.ends_with(':') || has_room_for(above, *first, group.margin));
    return is_list ? static_cast<std::size_t>(first - lines.begin()) : 0;
}

std::string spaced_word(const LineGroup& group) {
    constexpr std::size_t min_lines = 3;
    constexpr std::size_t min_letters = 4;
    const bool line_a_letter = group.lines.size() >= min_lines;
    if (group.lines.empty() || (group.lines.size() > 1 && !line_a_letter)) {
        return {};
    }
    std::string words;
    std::size_t letters = 0;
    std::size_t run = 0; // letters that touch
    bool notes = true;
    for (const Line& line : group.lines) {
        std::size_t blanks = 0;
        run = 0;
        for (std::size_t position = 0; position < line.text.size();) {
            const char32_t c = next_code_point(line.text, position);
            if (c == ' ') {
                ++blanks;
                run = 0;
                continue;
            }
            if (!is_upper(c) || ++run > (line_a_letter ? 2U : 1U) || (line_a_letter && blanks > 0)) {
                return {};
            }
            words += blanks > 1 ? " " : "";
            blanks = 0;
            append_utf8(words, c);
            ++letters;
            notes = notes && c >= 'A' && c <= 'H';
        }
    }
    return letters < min_letters || notes ? std::string() : words;
}

GroupShape shape_of(const LineGroup& group) {
    const std::size_t count = group.lines.size();
    std::size_t bytes = 0;
    std::size_t columns = 0;
    std::size_t items = 0;
    std::size_t indented = 0;
    for (const Line& line : group.lines) {
        bytes += line.text.size();
        columns += static_cast<std::size_t>(has_columns(line.text));
        items += static_cast<std::size_t>(begins_item(line.text));
        indented += static_cast<std::size_t>(line.indent >= 2);
    }
    if (count == 1 && is_rule(group.lines.front().text)) {
        return GroupShape::rule;
    }
    if (columns >= 2 && columns * 5 >= count * 3) {
        return GroupShape::table;
    }
    if (count > 1 && (bytes > widest_wrap * count || has_long_paragraphs(group))) {
        return GroupShape::line_a_paragraph;
    }
    if (begins_item(group.lines.front().text) && (items > 1 || group.lines.front().text.front() != '(')) {
        return GroupShape::list;
    }
    if (is_verse(group) || are_short_lines(group) || are_notes(group) ||
        (count > 1 && is_set_right(group.lines.front()))) {
        return GroupShape::verse;
    }
    if (are_short_paragraphs(group)) {
        return GroupShape::line_a_paragraph;
    }
    const bool paragraphs = group.lines.front().indent >= 2 && indented > 1 && indented * 2 < count;
    return paragraphs ? GroupShape::indented_prose : GroupShape::prose;
}

} // namespace recital
