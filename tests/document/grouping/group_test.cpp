// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/group.h"
#include "document/grouping/merge.h"
#include "document/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;

Identity document(const std::string& source, const std::string& text) {
    return identity_of(read_document(text, source));
}

/// The groups in short: "Name (distinction): indexes".
std::vector<std::string> groups_of(const std::vector<Identity>& identities,
                                   std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> groups;
    for (const BookGroup& group : group_documents(identities, diagnostics)) {
        std::string text =
            group.musician + (group.distinction.empty() ? "" : " (" + group.distinction + ")") + ":";
        for (const std::size_t index : group.documents) {
            text += " " + std::to_string(index);
        }
        groups.push_back(text);
    }
    return groups;
}

class GroupDocuments : public testing::Test {
protected:
    std::vector<std::string> group(const std::vector<Identity>& identities) {
        diagnostics_.clear();
        return groups_of(identities, diagnostics_);
    }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    std::vector<Diagnostic> diagnostics_;
};

TEST_F(GroupDocuments, KeepsPeopleWithOneFirstNameApart) {
    EXPECT_THAT(group({document("a.txt", "Bekzat Petrenko was a pianist."),
                       document("b.txt", "Bekzat Sánchez Pérez was a musician."),
                       document("c.txt", "Clara Schumann was a pianist."),
                       document("d.txt", "Robert Schumann was a composer.")}),
                ElementsAre("Bekzat Petrenko: 0", "Bekzat Sánchez Pérez: 1", "Clara Schumann: 2",
                            "Robert Schumann: 3"));
    EXPECT_TRUE(diagnostics().empty());
}

TEST_F(GroupDocuments, OneFullNameIsOneBookInTheOrderOfItsParts) {
    EXPECT_THAT(
        group(
            {document("10-late.txt", "Clara Schumann was a pianist. She taught in Frankfurt."),
             document("2-early.txt", "Clara Schumann (1819 – 1896) was a pianist. She was born in Leipzig."),
             document("x.md", "---\npart: 1\n---\nClara Schumann was a pianist of renown, and more.")}),
        ElementsAre("Clara Schumann: 2 1 0"));
}

TEST_F(GroupDocuments, DistinguishesNamesakes) {
    EXPECT_THAT(group({document("a.txt", "John Williams (born 1932) is an American composer."),
                       document("b.txt", "John Williams (born 1941) is an Australian guitarist.")}),
                ElementsAre("John Williams (composer): 0", "John Williams (guitarist): 1"));
    ASSERT_EQ(diagnostics().size(), 1U);
    EXPECT_EQ(diagnostics()[0].to_string(), "b.txt: John Williams is taken for another person than that of "
                                            "a.txt: they were born in 1932 and 1941");
    EXPECT_THAT(group({document("a.md", "---\nmusician: John Williams\nid: 1\n---\nOne."),
                       document("b.md", "---\nmusician: John Williams\nid: 2\n---\nTwo.")}),
                ElementsAre("John Williams (1): 0", "John Williams (2): 1"));
}

TEST_F(GroupDocuments, DoesNotTreatUncertainYearsAsContradictions) {
    EXPECT_THAT(group({document("a.txt", "Jean Mouton (c. 1459 – 1522) was a composer."),
                       document("b.txt", "Jean Mouton (1460 – 1522) was a French composer of motets.")}),
                ElementsAre("Jean Mouton: 0 1"));
}

TEST_F(GroupDocuments, OneIdIsOnePersonUnderAnyName) {
    EXPECT_THAT(group({document("a.md", "---\nmusician: Prince\nid: p\n---\nOne."),
                       document("b.md", "---\nmusician: Prince Rogers Nelson\nid: p\n---\nTwo.")}),
                ElementsAre("Prince: 0 1"));
}

TEST_F(GroupDocuments, UsesTheFolderForTextsThatNameNobody) {
    EXPECT_THAT(group({document("Clara Schumann/1.txt", "She was born in Leipzig."),
                       document("Clara Schumann/2.txt", "Later she went to Frankfurt."),
                       document("notes/1.txt", "Here are some notes."),
                       document("notes/2.txt", "And here are more.")}),
                ElementsAre("Clara Schumann: 0 1", "1: 2", "2: 3"));
    EXPECT_THAT(group({document("clara-schumann/life.txt", "Clara Schumann was a pianist."),
                       document("clara-schumann/works.txt", "Her works are few.")}),
                ElementsAre("Clara Schumann: 0 1"));
}

TEST_F(GroupDocuments, DraftsOfOneTextAreReadOnce) {
    std::string text = "Clara Schumann was a pianist.";
    for (int i = 0; i < 60; ++i) {
        text += " In " + std::to_string(1830 + i) + " she played sonata number " + std::to_string(i) +
                " for her friends.";
    }
    EXPECT_THAT(group({document("draft.txt", text), document("final.txt", text + " She died in Frankfurt.")}),
                ElementsAre("Clara Schumann: 1"));
    ASSERT_EQ(diagnostics().size(), 1U);
    EXPECT_EQ(diagnostics()[0].to_string(),
              "draft.txt: nearly the same text as final.txt: only that one is read");
}

TEST_F(GroupDocuments, TextsUnderSeveralNamesAreOneBookUnderTheKnownOne) {
    EXPECT_THAT(
        group({document("a.txt", "Nora Alina Winter (born 1981) is a singer. She lives in Perth."),
               document("b.txt", "Ivory Lane (born Nora Alina Winter; 4 June 1981) is a singer."),
               document("c.txt", "Nora Alina Winter, known professionally as Ivory Lane, is a singer.")}),
        ElementsAre("Ivory Lane: 0 1 2"));
    // The names are only known to belong together from the last text.
    EXPECT_THAT(group({document("a.txt", "Nora Alina Winter is a singer from the north."),
                       document("b.txt", "Ivory Lane is a singer. She made two records."),
                       document("c.txt", "Ivory Lane, born Nora Alina Winter in Perth, is a singer.")}),
                ElementsAre("Ivory Lane: 0 1 2"));
}

TEST_F(GroupDocuments, OtherNamesDoNotJoinDifferentPeople) {
    EXPECT_THAT(group({document("a.txt", "Nora Alina Winter (born 1951) is a singer."),
                       document("b.txt", "Ivory Lane (born Nora Alina Winter; 4 June 1981) is a singer.")}),
                ElementsAre("Nora Alina Winter: 0", "Ivory Lane: 1"));
    EXPECT_THAT(group({document("a.txt", "Bruno Stein (born 1949), also known as The Boss, is a singer."),
                       document("b.txt", "Rick Rossi, also known as The Boss, is a singer.")}),
                ElementsAre("Bruno Stein: 0", "Rick Rossi: 1"));
}

TEST(MergeDocuments, KeepsEveryPartAndItsSourcePlaces) {
    ReadOptions options;
    options.chapters.source = ChapterPlan::Source::paragraphs;
    std::vector<Document> parts;
    parts.push_back(
        read_document("Clara Schumann was a pianist.\n\nIn Leipzig, she played.", "1.txt", options));
    parts.push_back(read_document("She taught.\n\nIn Leipzig, she rested.", "2.txt", options));
    const Document merged = merge_documents(std::move(parts));
    std::vector<std::string> titles;
    for (const Section& section : merged.sections) {
        titles.push_back(section.title);
    }
    EXPECT_THAT(titles, ElementsAre("Introduction", "In Leipzig", "Part 2", "In Leipzig (2)"));
    EXPECT_THAT(merged.sources, ElementsAre("1.txt", "2.txt"));
    EXPECT_EQ(merged.sections[2].source, 1U);
    EXPECT_EQ(merged.sections[3].paragraphs[0].source, 1U);
    EXPECT_EQ(merged.musician, "Clara Schumann");
}

} // namespace
} // namespace recital
