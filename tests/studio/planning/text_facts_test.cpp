// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/text_facts.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

namespace recital {
namespace {

TextFacts some_facts(std::size_t number) {
    TextFacts facts;
    facts.musician = "Musician " + std::to_string(number);
    facts.id = std::string(number % 300, 'i'); // longer than a length of one byte
    facts.born = "1819";
    facts.died = number % 2 == 0 ? "" : "1896";
    facts.occupation = number % 5 == 0 ? "" : "pianist";
    facts.date = "2020-01-02";
    facts.author = "Jos\u00E9";
    facts.language = "pt-BR";
    facts.evidence = number % 3 == 0 ? "the title" : "the subject of the first sentence";
    facts.seconds = static_cast<double>(number) / 10;
    facts.content = digest_of(facts.musician);
    return facts;
}

Identity some_identity(std::size_t number) {
    Identity identity;
    identity.certain = number % 2 == 0;
    identity.part = static_cast<int>(number);
    identity.length = number * 1000;
    if (number % 4 == 0) {
        identity.other_names = {"Clara Wieck", "Name " + std::to_string(number)};
    }
    identity.fingerprint.assign(number % 3 == 0 ? 0 : 64, static_cast<std::uint8_t>(number));
    return identity;
}

TEST(TextFactsStoreTest, KeepsTheFactsOfManyTexts) {
    TextFactsStore store;
    constexpr std::size_t count = 5000; // some blocks
    for (std::size_t number = 0; number < count; ++number) {
        store.add(some_facts(number), some_identity(number));
    }
    ASSERT_EQ(store.size(), count);
    for (std::size_t number = 0; number < count; ++number) {
        EXPECT_EQ(store.facts(number), some_facts(number)) << number;
    }
}

TEST(TextFactsStoreTest, KeepsWhatGroupingComparesUntilItIsForgotten) {
    TextFactsStore store;
    constexpr std::size_t count = 5000;
    for (std::size_t number = 0; number < count; ++number) {
        store.add(some_facts(number), some_identity(number));
    }
    for (std::size_t number = 0; number < count; ++number) {
        const Identity expected = some_identity(number);
        const Identity identity = store.identity(number);
        EXPECT_EQ(identity.musician, some_facts(number).musician);
        EXPECT_EQ(identity.id, some_facts(number).id);
        EXPECT_EQ(identity.other_names, expected.other_names);
        EXPECT_EQ(identity.born, some_facts(number).born);
        EXPECT_EQ(identity.died, some_facts(number).died);
        EXPECT_EQ(identity.date, some_facts(number).date);
        EXPECT_EQ(identity.certain, expected.certain);
        EXPECT_EQ(identity.occupation, some_facts(number).occupation);
        EXPECT_EQ(identity.part, expected.part);
        EXPECT_EQ(identity.length, expected.length);
        EXPECT_EQ(identity.fingerprint, expected.fingerprint);
    }
    store.forget_identities();
    EXPECT_EQ(store.facts(count - 1), some_facts(count - 1));
}

TEST(TextFactsStoreTest, KeepsExtremes) {
    TextFacts facts;
    facts.musician = std::string(1000000, 'm'); // longer than a block
    facts.id = std::string("\0\x80\xFF", 3);
    Identity identity;
    identity.part = std::numeric_limits<int>::min();
    identity.length = std::numeric_limits<std::size_t>::max();
    TextFactsStore store;
    store.add(facts, identity);
    store.add({}, {});
    EXPECT_EQ(store.facts(0), facts);
    EXPECT_EQ(store.facts(1), TextFacts{});
    EXPECT_EQ(store.identity(0).part, identity.part);
    EXPECT_EQ(store.identity(0).length, identity.length);
    EXPECT_TRUE(store.identity(1).fingerprint.empty());
}

} // namespace
} // namespace recital
