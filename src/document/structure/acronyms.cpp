// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/acronyms.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

namespace recital {

namespace {

constexpr ByteSet between_words(" .,;:!?()[]\"'");

/// Calls `take` for each word of the text.
template <typename Take>
void for_each_word(std::string_view text, Take take) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = between_words.find_other_in(text, at);
        if (start == std::string_view::npos) {
            return;
        }
        at = std::min(between_words.find_in(text, start), text.size());
        take(text.substr(start, at - start));
    }
}

} // namespace

Acronyms acronyms_of(const std::vector<Block>& blocks) {
    constexpr std::size_t max_length = 6;
    Acronyms acronyms;
    const auto is_running = [](const Block& block) {
        return block.kind != Block::Kind::heading && !is_all_capitals(block.text);
    };
    for (const Block& block : blocks) {
        if (is_running(block)) {
            std::string_view candidate; // if the word after it is not in capitals
            bool after_capitals = false;
            const auto take = [&](std::string_view word) {
                const bool capitals = is_all_capitals(word);
                if (!capitals && !candidate.empty()) {
                    acronyms.emplace(candidate);
                }
                candidate =
                    capitals && !after_capitals && word.size() <= max_length ? word : std::string_view();
                after_capitals = capitals;
            };
            for_each_word(block.text, take);
            take("end");
        }
    }
    std::set<std::string, std::less<>> folded;
    std::string initials; // in both cases
    for (const std::string& acronym : acronyms) {
        const std::string& small = *folded.insert(fold_case(acronym)).first;
        initials += {acronym.front(), small.front()};
    }
    const ByteSet may_begin(initials);
    for (const Block& block : blocks) {
        for_each_word(acronyms.empty() ? std::string_view() : std::string_view(block.text),
                      [&](std::string_view word) {
                          if (word.size() <= max_length && may_begin.contains(word.front()) &&
                              !is_all_capitals(word) && folded.contains(fold_case(word))) {
                              std::erase_if(acronyms, [word](const std::string& acronym) {
                                  return fold_case(acronym) == fold_case(word);
                              });
                          }
                      });
    }
    return acronyms;
}

} // namespace recital
