// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/byline.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/furniture/phrases.h"
#include "document/furniture/prose.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// What a part of such a line is.
enum class Part { other, author, dated, date, role };

struct ReadPart {
    Part part = Part::other;
    std::string_view author = {};
};

/// The parts of "By Tom Reed | March 3, 2019 · 5 min read".
std::vector<std::string_view> parts_of(std::string_view line) {
    constexpr std::array<std::string_view, 6> separators = {" | ",      " \u00B7 ", " \u2022 ",
                                                            " \u2013 ", " \u2014 ", " - "};
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t end = line.size();
        std::size_t size = 0;
        for (const std::string_view separator : separators) {
            if (const auto at = line.find(separator); at < end) {
                end = at;
                size = separator.size();
            }
        }
        if (const std::string_view part = trimmed(line.substr(0, end), " *_,"); !part.empty()) {
            parts.push_back(part);
        }
        if (size == 0) {
            return parts;
        }
        line.remove_prefix(end + size);
    }
}

bool begins_upper(std::string_view word) {
    std::size_t position = 0;
    return !word.empty() && is_upper(next_code_point(word, position));
}

/// "March 3, 2019", "3 March 2019", "3. März 2019", "2019-03-03": a year, and a day and a month at most.
bool is_date(std::string_view text) {
    constexpr std::size_t max_words = 5; // "3 de marzo de 2019"
    constexpr std::size_t max_number = 10;
    std::size_t names = 0;
    bool has_year = false;
    const std::vector<std::string_view> words = split(text, ' ');
    for (const std::string_view written : words) {
        const std::string_view word = trimmed(written, ",.");
        const bool is_number = !word.empty() && word.front() >= '0' && word.front() <= '9';
        const bool is_plain_number = word.find_first_not_of("0123456789-/.") == npos ||
                                     word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") ||
                                     word.ends_with("rd");
        if (is_number && (!is_plain_number || word.size() > max_number)) {
            return false;
        }
        has_year = has_year ||
                   (is_number && word.size() >= 4 && (word.find("19") != npos || word.find("20") != npos));
        names += is_number || word == "de" ? 0U : 1U;
    }
    const bool has_month = names == 1 || (names == 0 && words.size() == 1);
    return has_year && has_month && words.size() <= max_words;
}

/// What follows the longest phrase of the list that the folded text begins with; npos if there is none.
std::size_t after_phrase(std::string_view folded, const FurniturePhrases::Set& phrases) {
    std::size_t length = 0;
    for (const std::string& phrase : phrases) {
        const bool begins =
            folded.starts_with(phrase) &&
            (folded.size() == phrase.size() || folded[phrase.size()] == ' ' || folded[phrase.size()] == ':');
        length = begins ? std::max(length, phrase.size()) : length;
    }
    return length == 0 ? npos : length;
}

/// "Tom Reed", "Tom Reed and Ann Orr": the length of the names at the start of the text; 0 if there is no
/// full name.
std::size_t length_of_names(std::string_view text) {
    constexpr std::size_t max_words = 9;
    std::size_t end = 0;
    std::size_t at = 0;
    std::size_t in_row = 0;
    std::size_t full_names = 0;
    for (std::size_t n = 0; n < max_words && at < text.size(); ++n) {
        const std::size_t blank = std::min(text.find(' ', at), text.size());
        const std::string_view written = text.substr(at, blank - at);
        const std::string_view word = trimmed(written, ",");
        const bool joins = word == "and" || word == "&" || word == "und" || word == "et" || word == "y";
        if (!joins && !begins_upper(word)) {
            break;
        }
        in_row = joins ? 0 : in_row + 1;
        full_names += in_row == 2 ? 1 : 0;
        end = joins ? end : at + word.size();
        at = blank + 1;
        if (word.size() < written.size()) { // a comma
            break;
        }
    }
    return full_names > 0 ? end : 0;
}

/// The rest of a line after the names: nothing, a role, a date.
bool may_follow_names(std::string_view rest) {
    constexpr std::size_t max_words = 6;
    rest = trimmed(rest, " ,");
    if (rest.empty()) {
        return true;
    }
    const bool is_on_date = rest.starts_with("on ") && is_date(rest.substr(3));
    const std::string_view first = rest.substr(0, rest.find(' '));
    return is_on_date || is_date(rest) ||
           (begins_upper(first) && split(rest, ' ').size() <= max_words &&
            rest.find_first_of(".!?;") == npos);
}

/// "5 min read", "5 minute read", "Reading time: 5 minutes".
bool is_reading_time(std::string_view folded) {
    const bool has_minutes = folded.find(" min") != npos;
    const bool has_number = folded.find_first_of("0123456789") != npos;
    return has_minutes && has_number && (folded.ends_with(" read") || folded.starts_with("reading time"));
}

ReadPart read_part(std::string_view part) {
    const FurniturePhrases& phrases = FurniturePhrases::known();
    const std::string folded = fold_case(part);
    if (const auto length = after_phrase(folded, phrases.by); length != npos) {
        const std::string_view rest = trimmed(part.substr(std::min(part.size(), length)), " :");
        const std::size_t names = length_of_names(rest);
        return names > 0 && may_follow_names(rest.substr(names))
                   ? ReadPart{Part::author, rest.substr(0, names)}
                   : ReadPart{};
    }
    if (is_reading_time(folded)) {
        return {Part::dated};
    }
    if (const auto length = after_phrase(folded, phrases.dated); length != npos) {
        std::string_view rest = trimmed(part.substr(std::min(part.size(), length)), " :");
        rest = rest.starts_with("on ") ? rest.substr(3) : rest;
        return {is_date(rest) ? Part::dated : Part::other};
    }
    return {is_date(part) ? Part::date : Part::other};
}

/// What a line is as a whole.
ReadPart read_line(std::string_view line) {
    constexpr std::size_t max_length = 120; // bytes
    ReadPart whole;
    if (line.size() > max_length) {
        return whole;
    }
    for (const std::string_view part : parts_of(line)) {
        const ReadPart read = read_part(part);
        if (read.part == Part::other) {
            return {};
        }
        const bool says_more =
            whole.part == Part::other || whole.part == Part::date || read.part == Part::author;
        whole = says_more && !(whole.part == Part::author) ? read : whole;
    }
    return whole;
}

} // namespace

void drop_bylines(Outline& outline) {
    constexpr std::size_t max_lines = 8;
    std::vector<Block>& blocks = outline.blocks;
    std::vector<std::size_t> lines;
    bool is_evident = false;
    for (std::size_t n = 0; n < std::min(blocks.size(), max_lines) && !is_prose(blocks[n]); ++n) {
        const ReadPart read = blocks[n].kind == Block::Kind::heading ? ReadPart{} : read_line(blocks[n].text);
        if (read.part == Part::other) {
            continue;
        }
        lines.push_back(n);
        is_evident = is_evident || read.part != Part::date;
        if (read.part == Part::author && outline.author.empty()) {
            outline.author = read.author;
        }
    }
    if (!is_evident || lines.size() == blocks.size()) {
        return;
    }
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto block = blocks.begin() + static_cast<std::ptrdiff_t>(*line);
        outline.omissions.push_back({"authors and dates of the text", std::move(block->text), block->line});
        blocks.erase(block);
    }
}

} // namespace recital
