// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/labels.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

std::string folded_line(std::string_view text) {
    static constexpr ByteSet digits("0123456789");
    std::string folded = fold_case(text);
    const std::size_t first = digits.find_in(folded);
    if (first == npos) {
        return folded;
    }
    std::size_t size = first;
    for (std::size_t at = first; at < folded.size(); ++at) {
        const bool digit = is_ascii_digit(folded[at]);
        if (!digit || size == 0 || folded[size - 1] != '#') {
            folded[size++] = digit ? '#' : folded[at];
        }
    }
    folded.resize(size);
    return folded;
}

std::string_view bare_label(std::string_view text) {
    static constexpr ByteSet around(" \t*_[]()|<>-=.,!:+^~\"'");
    constexpr std::array<std::string_view, 19> signs = {
        "\u00AB", "\u00BB", "\u2039", "\u203A", "\u2190", "\u2191", "\u2192", "\u2193", "\u00D7", "\u2022",
        "\u00B7", "\u2013", "\u2014", "\u2026", "\u25B2", "\u25BC", "\u25BA", "\u2715", "\u2716"};
    while (true) {
        text = trimmed(text, around);
        if (text.empty() || (is_ascii(text.front()) && is_ascii(text.back()))) {
            return text; // each sign is beyond ASCII
        }
        const auto* const front = std::find_if(
            signs.begin(), signs.end(), [text](std::string_view sign) { return text.starts_with(sign); });
        const auto* const back = std::find_if(signs.begin(), signs.end(),
                                              [text](std::string_view sign) { return text.ends_with(sign); });
        if (front != signs.end()) {
            text.remove_prefix(front->size());
        } else if (back != signs.end()) {
            text.remove_suffix(back->size());
        } else {
            return text;
        }
    }
}

bool is_button(std::string_view text) {
    constexpr std::u32string_view signs =
        U"\u00D7\u2715\u2716\u2573\u2630\u00BB\u00AB\u203A\u2039\u2191\u25B2\u25BC|+ \u00A0";
    for (std::size_t position = 0; position < text.size();) {
        if (signs.find(next_code_point(text, position)) == std::u32string_view::npos) {
            return false;
        }
    }
    return !text.empty();
}

std::string_view kind_in(const FurniturePhrases::Whole& set, std::string_view text) {
    const auto found = set.find(text);
    return found == set.end() ? std::string_view() : std::string_view(found->second);
}

namespace {

std::string_view kind_of_label(std::string_view folded, FurniturePlace place) {
    const FurniturePhrases& phrases = FurniturePhrases::known();
    const std::string_view label = bare_label(folded);
    std::string_view kind = kind_in(phrases.whole, label);
    if (kind.empty() && place == FurniturePlace::page) {
        kind = kind_in(phrases.labels, label);
    }
    return kind;
}

/// "Previous | Next", "Home > Musicians > Bell": several labels in one line.
std::string_view kind_of_row(std::string_view folded, FurniturePlace place) {
    static constexpr ByteSet separators("|/>");
    if (!separators.is_in(folded) && find_non_ascii(folded) == folded.size()) {
        return {}; // a single label
    }
    std::string line(folded);
    for (const std::string_view sign : {"\u00BB", "\u203A", "\u2022", "\u00B7", "/", ">"}) {
        for (auto at = line.find(sign); at != std::string::npos; at = line.find(sign, at + 1)) {
            line.replace(at, sign.size(), 1, '|');
        }
    }
    constexpr std::size_t max_label = 30; // bytes
    constexpr std::size_t min_labels = 3; // of which the first one is known
    std::vector<std::string_view> labels;
    for (const std::string_view part : split(line, '|')) {
        if (const std::string_view label = bare_label(part); !label.empty()) {
            labels.push_back(label);
        }
    }
    if (labels.size() < 2) {
        return {};
    }
    const auto is_known = [place](std::string_view label) { return !kind_of_label(label, place).empty(); };
    const auto is_short = [](std::string_view label) { return label.size() <= max_label; };
    const bool row = labels.size() >= min_labels && place == FurniturePlace::page &&
                     is_known(labels.front()) && std::all_of(labels.begin(), labels.end(), is_short);
    return row || std::all_of(labels.begin(), labels.end(), is_known) ? kind_of_label(labels.front(), place)
                                                                      : std::string_view();
}

} // namespace

std::string_view kind_of_labels(std::string_view folded, FurniturePlace place) {
    const std::string_view kind = kind_of_label(folded, place);
    return kind.empty() ? kind_of_row(folded, place) : kind;
}

} // namespace recital
