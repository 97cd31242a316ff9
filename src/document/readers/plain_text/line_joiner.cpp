// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/line_joiner.h"

#include "document/inline/signs.h"

#include <algorithm>

namespace recital {

void LineJoiner::append(std::string& joined, std::string_view line) {
    if (joined.empty()) {
        joined = line;
        return;
    }
    const bool dash = joined.ends_with("--") || joined.ends_with("\u2014") || line.starts_with("--") ||
                      line.starts_with("\u2014");
    const bool hyphen = !dash && joined.ends_with('-') && joined.size() > 1 &&
                        joined[joined.size() - 2] != ' ' && !line.empty() && line.front() >= 'a' &&
                        line.front() <= 'z';
    if (hyphen) {
        constexpr std::size_t max_word_length = 64;
        const std::string_view tail =
            std::string_view(joined).substr(joined.size() - std::min(joined.size(), max_word_length));
        const std::string first(tail.substr(tail.find_last_of(' ') + 1));
        const std::string_view second = line.substr(0, line.find_first_of(" .,;:!?)\"'"));
        if (is_word_of_text(first.substr(0, first.size() - 1) + std::string(second))) {
            joined.pop_back();
        }
    } else if (!dash && closing_punctuation(line) == 0) {
        joined += ' ';
    }
    joined += line;
}

bool LineJoiner::is_word_of_text(const std::string& word) {
    if (words_.empty()) {
        constexpr std::string_view between = " \n\t.,;:!?()[]\"'_*";
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t start = text_.find_first_not_of(between, at);
            if (start == std::string_view::npos) {
                break;
            }
            at = std::min(text_.find_first_of(between, start), text_.size());
            words_.insert(text_.substr(start, at - start));
        }
    }
    return words_.contains(word);
}

} // namespace recital
