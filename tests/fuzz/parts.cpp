// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/parts.h"

#include <algorithm>

namespace recital::fuzz {

std::vector<std::string> lines_of(std::string_view input) {
    std::vector<std::string> lines;
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        lines.emplace_back(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return lines;
}

std::vector<std::pair<std::string, std::string>> parts_of(std::string_view input) {
    constexpr std::string_view begin = "==> ";
    constexpr std::string_view end = " <==";
    std::vector<std::pair<std::string, std::string>> parts;
    for (const std::string& line : lines_of(input)) {
        if (line.size() >= begin.size() + end.size() && line.starts_with(begin) && line.ends_with(end)) {
            parts.emplace_back(line.substr(begin.size(), line.size() - begin.size() - end.size()), "");
        } else if (!parts.empty()) {
            parts.back().second += line + '\n';
        }
    }
    return parts;
}

} // namespace recital::fuzz
