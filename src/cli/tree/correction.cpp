// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/correction.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Letters beyond ASCII are letters for a shell, too.
bool is_plain(char letter) {
    constexpr std::string_view signs = "-_./,:=+@%^";
    const auto byte = static_cast<unsigned char>(letter);
    constexpr unsigned char first_beyond_ascii = 0x80;
    return byte >= first_beyond_ascii || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || signs.find(letter) != std::string_view::npos;
}

} // namespace

std::string shell_quoted(const std::string& word) {
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) {
        return word;
    }
    std::string quoted = "'";
    for (const char letter : word) {
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return quoted + '\'';
}

std::string command_line(const std::vector<std::string>& words) {
    std::string line = "recital";
    for (const std::string& word : words) {
        line += ' ' + shell_quoted(word);
    }
    return line;
}

std::string did_you_mean(const std::vector<std::string>& words, const std::string& part) {
    constexpr std::size_t max_bytes = 120;
    const std::string line = command_line(words);
    return fmt::format("did you mean `{}`?", line.size() <= max_bytes ? line : part);
}

std::vector<std::string> with_word(std::vector<std::string> words, std::size_t place, std::string word) {
    words[place] = std::move(word);
    return words;
}

} // namespace recital
