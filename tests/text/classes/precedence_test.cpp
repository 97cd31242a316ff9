// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/precedence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

namespace recital {
namespace {

/// The name of the last row for the kind of lexeme.
std::string_view last_of(LexemeKind kind) {
    const auto rows = precedence();
    const auto last = std::find_if(rows.rbegin(), rows.rend(), [kind](const Recogniser& row) {
        return (row.kinds & kind_bit(kind)) != 0;
    });
    return last == rows.rend() ? std::string_view{} : last->name;
}

TEST(Precedence, EndsForEachKindOfLexemeWithWhatRecognisesAllOfIt) {
    EXPECT_EQ(last_of(LexemeKind::number), "cardinal");
    EXPECT_EQ(last_of(LexemeKind::word), "word");
    EXPECT_EQ(last_of(LexemeKind::possessive), "possessive");
    EXPECT_EQ(last_of(LexemeKind::mark), "unread mark");
}

TEST(Precedence, NamesEachRecogniserOnceForAKindOfLexeme) {
    std::set<std::pair<std::string_view, unsigned>> seen;
    for (const Recogniser& row : precedence()) {
        EXPECT_TRUE(seen.emplace(row.name, row.kinds).second) << row.name;
    }
}

TEST(Precedence, TriesTheRecognisersOfAKindInTheOrderOfTheTable) {
    std::size_t position = 0;
    const auto numbers = recognisers_of(LexemeKind::number);
    for (const Recogniser& row : precedence()) {
        if ((row.kinds & kind_bit(LexemeKind::number)) != 0) {
            ASSERT_LT(position, numbers.size());
            EXPECT_EQ(numbers[position++], row.recognise) << row.name;
        }
    }
    EXPECT_EQ(position, numbers.size());
}

} // namespace
} // namespace recital
