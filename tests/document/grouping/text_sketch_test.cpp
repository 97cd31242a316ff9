// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/text_sketch.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace recital {
namespace {

std::string sketch_of(const std::vector<std::string>& paragraphs) {
    Section section;
    for (const std::string& text : paragraphs) {
        section.paragraphs.push_back({text});
    }
    return sketch_text({&section, 1});
}

double overlap(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return estimate_overlap(sketch_of(left), sketch_of(right));
}

/// Words that no other seed has.
std::string prose(int seed, int words) {
    std::string text;
    for (int n = 0; n < words; ++n) {
        text += fmt::format("{}w{}", n == 0 ? "" : " ", n * 100 + seed);
    }
    return text;
}

const std::string life = "Bekzat Petrenko was born in Moscow. He played the piano every day of his life.";

TEST(TextSketch, DependsOnTheWordsAlone) {
    EXPECT_EQ(sketch_of({life}), sketch_of({life}));
    EXPECT_EQ(sketch_of({prose(1, 50), prose(2, 50)}), sketch_of({prose(2, 50), prose(1, 50)}));
    EXPECT_EQ(sketch_of({}), "");
    EXPECT_NE(sketch_of({"Bekzat"}), "");
}

TEST(TextSketch, HasTheSizeThatItsFormatStates) {
    EXPECT_EQ(sketch_of({prose(1, 5000)}).size(), std::string("4998:").size() + 64 * 4);
    EXPECT_EQ(sketch_of({"One two"}).substr(0, 2), "1:");
}

TEST(TextSketch, RecognisesEditedTexts) {
    EXPECT_EQ(overlap({life}, {life}), 1);
    EXPECT_GE(overlap({life}, {life + " He was happy."}), 0.6);
    EXPECT_GE(
        overlap({life}, {"Bekzat Petrenko was born in Almaty. He played the piano every day of his life."}),
        0.6);
    EXPECT_GE(overlap({prose(1, 2000)}, {prose(1, 2000), prose(2, 1000)}), 0.6) << "with a new part";
    EXPECT_GE(overlap({prose(3, 300)}, {prose(1, 2000), prose(2, 1000), prose(3, 300)}), 0.6)
        << "one of its parts";
}

TEST(TextSketch, DistinguishesUnrelatedTexts) {
    EXPECT_LT(overlap({prose(1, 2000)}, {prose(2, 2000)}), 0.1);
    EXPECT_LT(
        overlap({"John Smith was born in Leeds. He sang."}, {"John Smith was born in York. He danced."}),
        0.6);
    EXPECT_LT(overlap({prose(1, 10)}, {prose(2, 5000)}), 0.3);
}

TEST(TextSketch, RecognisesTextsWithoutSpaces) {
    const std::string before = "武満徹は日本の作曲家である。東京に生まれ、独学で作曲を学んだ。";
    EXPECT_GE(overlap({before}, {before + "映画音楽も多く書いた。"}), 0.6);
    EXPECT_LT(overlap({before}, {"彼女は京都で琴を習い、のちに大学で教えていた。"}), 0.3);
}

TEST(TextSketch, FindsNoOverlapWithWhatIsNotASketch) {
    const std::string sketch = sketch_of({life});
    for (const std::string& other : {std::string(), std::string(":"), std::string("0:") + sketch.substr(3),
                                     sketch.substr(0, 40), "x" + sketch, std::string("-1:abcd")}) {
        EXPECT_EQ(estimate_overlap(sketch, other), 0) << other;
    }
}

} // namespace
} // namespace recital
