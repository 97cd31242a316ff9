// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/acronyms.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/word_set.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace recital {

namespace {

constexpr std::size_t max_acronym = 6; ///< bytes of an acronym

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

/// Those of the possible acronyms that stand in capitals between other words that do not.
void add_acronyms(std::string_view text, const Acronyms& possible, Acronyms& acronyms) {
    std::string_view candidate; // if the word after it is not in capitals
    bool after_capitals = false;
    const auto take = [&](std::string_view word) {
        const bool capitals = !is_ascii_lower(word.front()) && is_all_capitals(word);
        if (!capitals && !candidate.empty() && possible.contains(candidate)) {
            acronyms.emplace(candidate);
        }
        candidate = capitals && !after_capitals && word.size() <= max_acronym ? word : std::string_view();
        after_capitals = capitals;
    };
    for_each_word(text, take);
    take("end");
}

} // namespace

Acronyms acronyms_of(const Acronyms& possible, const std::vector<Block>& blocks,
                     std::string_view (*text_of)(const Block& block)) {
    Acronyms acronyms;
    for (const Block& block : blocks) {
        const std::string_view text = text_of(block);
        if (block.kind != Block::Kind::heading && !possible.empty() && !is_all_capitals(text)) {
            add_acronyms(text, possible, acronyms);
        }
    }
    if (acronyms.empty()) {
        return acronyms;
    }
    WordSet folded;
    for (const std::string& acronym : acronyms) {
        folded.insert(fold_case(acronym));
    }
    for (const Block& block : blocks) {
        for_each_word(text_of(block), [&](std::string_view word) {
            if (word.size() <= max_acronym && folded.contains_folded(word) && !is_all_capitals(word)) {
                std::erase_if(acronyms, [word](const std::string& acronym) {
                    return fold_case(acronym) == fold_case(word);
                });
            }
        });
    }
    return acronyms;
}

} // namespace recital
