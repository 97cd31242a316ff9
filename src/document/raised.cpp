// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/raised.h"

#include "base/data_table.h"
#include "base/resources.h"

#include <algorithm>
#include <array>
#include <set>

namespace recital {

namespace {

using Bases = std::set<std::string, std::less<>>;

const Bases& known_bases() {
    static const Bases bases = [] {
        Bases read;
        for (DataRow& row : read_data_table(resource_folder() / "data" / "document" / "bases.tsv", 1, 1)) {
            read.insert(std::move(row.cells[0]));
        }
        return read;
    }();
    return bases;
}

bool is_digit_byte(char byte) {
    return byte >= '0' && byte <= '9';
}

/// The letters and digits that the text ends with.
std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    const auto is_word = [](char byte) {
        return is_digit_byte(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
               static_cast<unsigned char>(byte) >= 0x80;
    };
    while (begin > 0 && is_word(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin);
}

} // namespace

std::string read_raised(std::string_view before, std::string_view raised) {
    constexpr std::array<std::string_view, 10> powers = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    const bool bracketed = raised.size() > 2 && raised.front() == '[' && raised.back() == ']';
    const std::string_view digits = bracketed ? raised.substr(1, raised.size() - 2) : raised;
    if (digits.empty() || digits.size() > 4 || !std::all_of(digits.begin(), digits.end(), is_digit_byte)) {
        return std::string(raised);
    }
    std::string power;
    if (!bracketed && known_bases().contains(last_word(before))) {
        for (const char digit : digits) {
            power += powers.at(static_cast<std::size_t>(digit - '0'));
        }
    }
    return power;
}

std::string with_raised(std::string_view text) {
    constexpr std::size_t longest = 8;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close =
            text[i] == '^' ? text.substr(0, i + longest).find('^', i + 1) : std::string_view::npos;
        const std::string_view inside =
            close == std::string_view::npos ? std::string_view() : text.substr(i + 1, close - i - 1);
        const bool behind_text = !result.empty() && result.back() != ' ' && result.back() != '[';
        if (inside.empty() || !behind_text || inside.find(' ') != std::string_view::npos) {
            result += text[i];
            continue;
        }
        result += read_raised(result, inside);
        i = close;
    }
    return result;
}

} // namespace recital
