// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/voice/variant.h"

#include "base/error.h"
#include "base/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <system_error>

namespace recital {

namespace {

constexpr int max_formant = 8;
constexpr int max_number = 10000;

bool is_keyword(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    });
}

/// Nothing if the word is not a whole number, or does not fit into an `int`.
std::optional<int> number_in(std::string_view word) {
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

bool looks_like_number(std::string_view word) {
    return word.find_first_not_of("-0123456789") == std::string_view::npos;
}

/// What is wrong with a line that has neither comment nor blanks around it; empty if nothing is.
std::string fault_of(std::string_view line) {
    const std::string_view keyword = cut_front(line, ' ');
    if (!is_keyword(keyword)) {
        return fmt::format("'{}' is not a word of eSpeak NG's voice files: is this such a file?",
                           keyword.substr(0, keyword.find('\0')));
    }
    bool is_first = true;
    while (!line.empty()) {
        const std::string_view word = cut_front(line, ' ');
        if (word.empty() || !looks_like_number(word)) {
            continue;
        }
        const auto number = number_in(word);
        if (!number || *number < -max_number || *number > max_number) {
            return fmt::format("'{}' is not possible: give a number from {} to {}", word, -max_number,
                               max_number);
        }
        if (is_first && keyword == "formant" && (*number < 0 || *number > max_formant)) {
            return fmt::format("there is no formant {}: they are numbered from 0 to {}", *number,
                               max_formant);
        }
        is_first = false;
    }
    return {};
}

} // namespace

void check_variant(std::string_view content, const std::filesystem::path& path) {
    for (std::size_t number = 1; !content.empty(); ++number) {
        std::string_view line = cut_front(content, '\n');
        line = trimmed(line.substr(0, line.find("//")));
        if (line.empty()) {
            continue;
        }
        if (const std::string fault = fault_of(line); !fault.empty()) {
            throw Error(ErrorKind::voice, fault, {path.string(), number});
        }
    }
}

} // namespace recital
