// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/near_word.h"

#include "base/unicode.h"

#include <algorithm>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t min_letters = 3;
constexpr std::size_t max_letters = 64; // longer words are not mistyped ones

std::size_t max_edits(std::size_t letters) {
    constexpr std::size_t short_word = 4;
    constexpr std::size_t usual_word = 8;
    return letters < min_letters ? 0 : letters <= short_word ? 1 : letters <= usual_word ? 2 : 3;
}

bool begins_with_other(std::string_view one, std::string_view other) {
    const std::string_view shorter = one.size() < other.size() ? one : other;
    const std::string_view longer = one.size() < other.size() ? other : one;
    return shorter.size() >= min_letters && longer.starts_with(shorter);
}

} // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
    const std::size_t columns = other.size() + 1;
    std::vector<std::size_t> before_last(columns);
    std::vector<std::size_t> last(columns);
    std::vector<std::size_t> row(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        last[column] = column;
    }
    for (std::size_t n = 1; n <= one.size(); ++n) {
        row[0] = n;
        for (std::size_t k = 1; k < columns; ++k) {
            const bool is_same = one[n - 1] == other[k - 1];
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, last[k - 1] + (is_same ? 0U : 1U)});
            const bool is_exchanged =
                n > 1 && k > 1 && one[n - 1] == other[k - 2] && one[n - 2] == other[k - 1];
            if (is_exchanged) {
                row[k] = std::min(row[k], before_last[k - 2] + 1);
            }
        }
        before_last.swap(last);
        last.swap(row);
    }
    return last.back();
}

std::string nearest_word(std::string_view word, std::span<const std::string> candidates) {
    if (word.size() > max_letters) {
        return {};
    }
    const std::string folded = fold_case(word);
    std::string nearest;
    std::size_t fewest = max_letters;
    for (const std::string& candidate : candidates) {
        const std::string other = fold_case(candidate);
        const std::size_t edits = edit_distance(folded, other);
        const bool is_near = edits <= max_edits(std::min(folded.size(), other.size()));
        if ((is_near || begins_with_other(folded, other)) && edits < fewest) {
            nearest = candidate;
            fewest = edits;
        }
    }
    return nearest;
}

} // namespace recital
