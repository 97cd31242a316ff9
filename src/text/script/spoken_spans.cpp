// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/spoken_spans.h"

#include <algorithm>

namespace recital {

std::vector<SpokenSpan> spoken_spans(std::span<const Token> tokens, std::span<const TextRange> words,
                                     const TextRange& sentence) {
    std::vector<SpokenSpan> spans;
    for (std::size_t n = 0; n < tokens.size(); ++n) {
        if (words[n].begin >= words[n].end) {
            continue;
        }
        const auto place = [&sentence](std::size_t byte) {
            return std::clamp(byte, sentence.begin, sentence.end) - sentence.begin;
        };
        const TextRange written{place(tokens[n].begin), place(tokens[n].end)};
        const bool is_empty = written.begin == written.end;
        if (!spans.empty() && (is_empty || written.begin < spans.back().written.end)) {
            TextRange& shared = spans.back().written;
            shared = {std::min(shared.begin, written.begin), std::max(shared.end, written.end)};
            spans.back().spoken.end = words[n].end;
        } else if (!is_empty) {
            spans.push_back({words[n], written});
        }
    }
    return spans;
}

} // namespace recital
