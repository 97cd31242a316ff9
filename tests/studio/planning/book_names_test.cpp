// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/claim.h"
#include "base/unicode.h"
#include "document/grouping/text_sketch.h"
#include "studio/job/file_name.h"
#include "studio/planning/book_identity.h"
#include "studio/planning/book_names.h"
#include "support/books_about.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace recital {
namespace {

using namespace testing_support;
using testing::ElementsAre;

class BookNamesInAFolder : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] BookStems wanted(const std::string& name) const {
        return BookStems(all_formats().size(), path(safe_file_name(name)));
    }
    /// What the book of the musician is called.
    std::string find(const BookOrigin& origin) {
        home = names.find(wanted(origin.identity.musician), origin);
        return home.stems.front().filename().string();
    }
    /// A new run.
    void restart() { names = BookNames(formats_, true); }
    void write(const std::string& name, const BookOrigin& origin) { write_book_about(path(name), origin); }

private:
    std::vector<FormatSettings> formats_ = {FormatSettings{}};
    ScratchFolder folder_;

protected:
    BookNames names{formats_, true};
    BookHome home;
};

TEST_F(BookNamesInAFolder, GiveEveryMusicianTheirName) {
    EXPECT_EQ(find(about("Bekzat Petrenko")), "Bekzat Petrenko");
    EXPECT_TRUE(home.is_new);
    EXPECT_EQ(find(about("Bekzat Sánchez Pérez")), "Bekzat Sánchez Pérez");
}

TEST_F(BookNamesInAFolder, GiveNamesakesOfOneRunTheNextRungs) {
    EXPECT_EQ(find(about("John Williams", "1932")), "John Williams");
    EXPECT_EQ(find(about("John Williams", "1941", "2020")), "John Williams (1941–2020)");
    EXPECT_EQ(find(about("John Williams", "1941", "2020", "jw-3")), "John Williams (jw-3)");
    const BookOrigin fourth = about("John Williams", "1941", "2020");
    EXPECT_EQ(find(fourth), "John Williams (" + identity_digits(fourth.identity).substr(0, 6) + ")");
    EXPECT_EQ(find(fourth), "John Williams (" + identity_digits(fourth.identity).substr(0, 8) + ")");
    EXPECT_TRUE(home.taken.empty()) << "the run itself planned it so";
}

TEST_F(BookNamesInAFolder, ReckonWithFileSystemsThatIgnoreCase) {
    EXPECT_EQ(find(about("MIKA", "", "", "a")), "MIKA");
    EXPECT_EQ(find(about("Mika", "", "", "b")), "Mika (b)");
    EXPECT_EQ(find(about("ÉLAN", "", "", "c")), "ÉLAN");
    EXPECT_EQ(find(about("élan", "", "", "d")), "élan (d)");
}

TEST_F(BookNamesInAFolder, NeverGiveOneNameToTwo) {
    std::set<std::string> given;
    const std::string longest(300, 'x');
    int number = 0;
    for (const std::string& name :
         {std::string("A/B"), std::string("A:B"), std::string("A-B"), std::string("a-b"), longest,
          longest + "y", longest + "z", std::string(""), std::string("untitled"), std::string("...")}) {
        const std::string file = find(about(name, "", "", fmt::format("{} {}", ++number, longest)));
        EXPECT_TRUE(given.insert(fold_case(file)).second) << name;
        EXPECT_LE(file.size() + std::string(".flac.json").size(), 255U) << name;
    }
}

TEST_F(BookNamesInAFolder, FindThePersonsBookAgain) {
    write("John Williams.m4b", about("John Williams", "1932"));
    write("John Williams (1941–2020).m4b", about("John Williams", "1941", "2020"));
    EXPECT_EQ(find(about("John Williams", "1941", "2020")), "John Williams (1941–2020)");
    EXPECT_FALSE(home.is_new);
    EXPECT_EQ(find(about("John Williams", "1932")), "John Williams");
    EXPECT_FALSE(home.former);
}

// A second run used to replace the first one's book: both are called after their musicians.
TEST_F(BookNamesInAFolder, LeaveTheNameToWhomItBelongs) {
    write("John Williams.m4b", about("John Williams", "1932"));
    EXPECT_EQ(find(about("John Williams", "1941")), "John Williams (1941–)");
    EXPECT_EQ(home.taken, path("John Williams"));
}

TEST_F(BookNamesInAFolder, CountANameAsTakenWhateverTheFormat) {
    for (const AudioContainer& traits : all_formats()) {
        const std::string name = "John Williams of " + std::string(traits.name);
        write(name + "." + std::string(traits.name), about(name, "1932"));
        restart();
        EXPECT_EQ(find(about(name, "1941")), name + " (1941–)");
        EXPECT_EQ(find(about(name, "1932")), name) << "a format may be added later";
    }
}

TEST_F(BookNamesInAFolder, FindABookUnderAnyName) {
    write("My favourite.m4b", about("Bekzat Petrenko", "1901"));
    EXPECT_EQ(find(about("Bekzat Petrenko", "1901")), "My favourite");
    EXPECT_FALSE(home.former);
}

TEST_F(BookNamesInAFolder, RenameTheBookOfARenamedMusician) {
    write("Bekzat Petrenko.m4b", about("Bekzat Petrenko", "", "", "bp-01"));
    EXPECT_EQ(find(about("Bekzat Sánchez Pérez", "", "", "bp-01")), "Bekzat Sánchez Pérez");
    ASSERT_TRUE(home.former);
    EXPECT_EQ(home.former->front(), path("Bekzat Petrenko"));
    EXPECT_FALSE(home.is_new);
}

TEST_F(BookNamesInAFolder, RenameABookWhoseNameOnlyChangesCase) {
    write("bekzat petrenko.m4b", about("bekzat petrenko", "1901"));
    EXPECT_EQ(find(about("Bekzat Petrenko", "1901")), "Bekzat Petrenko");
    ASSERT_TRUE(home.former);
    EXPECT_EQ(home.former->front(), path("bekzat petrenko"));
}

TEST_F(BookNamesInAFolder, DoNotTakeAnotherPersonsNameInOtherCase) {
    write("JOHN WILLIAMS.m4b", about("JOHN WILLIAMS", "1932"));
    EXPECT_EQ(find(about("John Williams", "1941")), "John Williams (1941–)");
}

// Many tables number their rows: row 1 of one table must not replace the book of row 1 of another.
TEST_F(BookNamesInAFolder, DoNotMistakeOneTablesNumbersForAnothers) {
    write("John Williams.m4b", about("John Williams", "", "", "1"));
    EXPECT_EQ(find(about("Clara Schumann", "", "", "1")), "Clara Schumann");
    EXPECT_FALSE(home.former);
}

TEST_F(BookNamesInAFolder, AdoptABookThatDoesNotSayWhoseItIs) {
    write("Bekzat Petrenko.m4b", about("Bekzat Petrenko"));
    age_record(path("Bekzat Petrenko.m4b"));
    EXPECT_EQ(find(about("Bekzat Petrenko", "1901")), "Bekzat Petrenko");
}

TEST_F(BookNamesInAFolder, KeepFilesOfOthersForWhoeverWritesThereToJudge) {
    std::ofstream(path("Bekzat Petrenko.m4b")) << "a recording of my own";
    EXPECT_EQ(find(about("Bekzat Petrenko")), "Bekzat Petrenko");
}

TEST_F(BookNamesInAFolder, IgnoreReservationsOfKilledRuns) {
    std::ofstream(path("Bekzat Petrenko.m4b")) << reservation_text;
    EXPECT_EQ(find(about("Bekzat Petrenko")), "Bekzat Petrenko");
    EXPECT_TRUE(home.taken.empty());
}

TEST_F(BookNamesInAFolder, ReadNoFileForAnEmptyFolder) {
    for (int n = 0; n < 1000; ++n) {
        (void)find(about(fmt::format("Musician {}", n)));
    }
    EXPECT_EQ(names.files_read(), 0U);
}

// Each of 100,000 books must not be looked up among 100,000.
TEST_F(BookNamesInAFolder, ReadEveryBookOnceInARunThatFindsThemAll) {
    constexpr std::size_t books = 50;
    for (std::size_t n = 0; n < books; ++n) {
        const std::string name = fmt::format("Musician {}", n);
        write(name + ".wav", about(name, "1901"));
    }
    restart();
    for (std::size_t n = 0; n < books; ++n) {
        EXPECT_EQ(find(about(fmt::format("Musician {}", n), "1901")), fmt::format("Musician {}", n));
    }
    // The format of the job is looked for first.
    EXPECT_EQ(names.files_read(), 5 * books);
}

TEST_F(BookNamesInAFolder, ReadEveryBookOnceForAllNewcomersTogether) {
    constexpr std::size_t books = 50;
    for (std::size_t n = 0; n < books; ++n) {
        const std::string name = fmt::format("Musician {}", n);
        write(name + ".m4b", about(name, "1901"));
    }
    restart();
    for (std::size_t n = 0; n < books; ++n) {
        (void)find(about(fmt::format("Newcomer {}", n)));
    }
    EXPECT_EQ(names.files_read(), books);
}

TEST_F(BookNamesInAFolder, GoOnWhereAnotherRunTookTheName) {
    const BookOrigin origin = about("John Williams", "1941");
    ASSERT_EQ(find(origin), "John Williams");
    write("John Williams.m4b", about("John Williams", "1932"));
    write("John Williams (1941–).m4b", about("John Williams", "", "", "somebody"));
    home = names.find_next(wanted("John Williams"), origin, home);
    EXPECT_EQ(home.stems.front().filename(),
              "John Williams (" + identity_digits(origin.identity).substr(0, 6) + ")");
}

TEST(BookNamesOfATemplate, GiveAllFormatsOfABookOneSuffix) {
    const ScratchFolder folder;
    const std::vector<FormatSettings> formats = {make_format_settings("opus", 0, 0)};
    BookNames names(formats, false);
    BookStems wanted;
    for (const AudioContainer& traits : all_formats()) {
        wanted.push_back(folder.path() / traits.name / "John Williams");
    }
    write_book_about(folder.path() / "flac" / "John Williams.flac", about("John Williams", "1932"));
    const BookHome home = names.find(wanted, about("John Williams", "1941"));
    EXPECT_EQ(file_of(home.stems, Format::opus), folder.path() / "opus" / "John Williams (1941–).opus");
    EXPECT_EQ(file_of(home.stems, Format::m4b), folder.path() / "m4b" / "John Williams (1941–).m4b");
}

/// What decides whether two books are about one person.
struct Pair {
    const char* name;
    BookOrigin one;
    BookOrigin other;
    bool are_one;
};

BookOrigin with_text(BookOrigin origin, const std::string& text) {
    Section section;
    section.paragraphs.push_back({text});
    origin.identity.text = sketch_text({&section, 1});
    origin.sources = {text};
    return origin;
}

BookOrigin with_occupation(BookOrigin origin, const std::string& occupation) {
    origin.identity.occupation = occupation;
    return origin;
}

const std::string a_life =
    "He was born in Leeds, sang in the choir of the cathedral and later taught singing.";
const std::string an_edited_life = a_life + " His pupils loved him.";
const std::string another_life =
    "She toured with a circus for thirty years and never learned to read a score.";

class AreAboutOnePerson : public testing::TestWithParam<Pair> {};

INSTANTIATE_TEST_SUITE_P(
    Pairs, AreAboutOnePerson,
    testing::Values(
        Pair{"OneId", about("A B", "", "", "x"), about("A B", "", "", "x"), true},
        Pair{"OneIdAndTwoNames", about("A B", "", "", "x"), about("C D", "", "", "x"), true},
        Pair{"OneIdTwoNamesAndTwoLives", about("A B", "1901", "", "x"), about("C D", "1950", "", "x"), false},
        Pair{"OneRowNumber", about("A B", "", "", "7"), about("C D", "", "", "7"), false},
        Pair{"OneRowNumberAndOneText", with_text(about("A B", "", "", "7"), a_life),
             with_text(about("C D", "", "", "7"), a_life), true},
        Pair{"TwoIds", about("A B", "1901", "", "x"), about("A B", "1901", "", "y"), false},
        Pair{"AnIdAddedLater", about("A B", "1901"), about("A B", "1901", "", "y"), true},
        Pair{"OneYearOfBirth", about("A B", "1901"), about("a b", "1901", "1980"), true},
        Pair{"TwoYearsOfBirth", with_text(about("A B", "1901"), a_life),
             with_text(about("A B", "1910"), a_life), false},
        Pair{"TwoNames", about("A B", "1901"), about("A C", "1901"), false},
        Pair{"OneText", with_text(about("A B"), a_life), with_text(about("A B"), a_life), true},
        Pair{"AnEditedText", with_text(about("A B"), a_life), with_text(about("A B"), an_edited_life), true},
        Pair{"TwoTextsThatSayNothing", with_text(about("A B"), a_life), with_text(about("A B"), another_life),
             false},
        Pair{"TwoOccupations", with_occupation(with_text(about("A B"), a_life), "guitarist"),
             with_occupation(with_text(about("A B"), a_life), "pianist"), false}),
    [](const auto& instance) { return std::string(instance.param.name); });

TEST_P(AreAboutOnePerson, IsDecidedByTheRecords) {
    EXPECT_EQ(are_about_one_person(GetParam().one, GetParam().other), GetParam().are_one);
    EXPECT_EQ(are_about_one_person(GetParam().other, GetParam().one), GetParam().are_one);
}

} // namespace
} // namespace recital
