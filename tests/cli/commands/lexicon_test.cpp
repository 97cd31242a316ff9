// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace recital {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Three paragraphs, three takes and the pause in front; one of them names Moscow.
const std::string biography = "Bekzat Petrenko was born in Vyazma. He was a quiet man.\n\n"
                              "Later, Bekzat Petrenko moved to Moscow's suburbs. He taught there.\n\n"
                              "Despite his success, Bekzat Petrenko stayed a quiet man.\n";

/// {rendered, reused} of the one book that a run reports.
std::pair<int, int> takes(const Outcome& outcome) {
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto lines = results_in(outcome.out);
    const Json& counts = lines.at(0)["book"]["files"][0]["takes"];
    return {counts["rendered"], counts["reused"]};
}

std::string book(const Workshop& workshop) {
    std::ifstream file(workshop.books() / "Bekzat Petrenko.m4b", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(LexiconOfARun, BesideTheTextChangesTheTakesThatUseIt) {
    const Workshop workshop;
    workshop.write("in/a.txt", biography);
    EXPECT_EQ(takes(workshop.render({"in"})), (std::pair(6, 0)));
    const std::string before = book(workshop);

    workshop.write("in/lexicon.tsv", "Moscow\tmos-KOW\nPermafrost\tPUR-muh-frost\n");
    const Outcome with = workshop.render({"in"});
    EXPECT_EQ(takes(with), (std::pair(1, 5)));
    EXPECT_THAT(with.err, AllOf(HasSubstr("in/lexicon.tsv"), HasSubstr("2 pronunciations")));
    EXPECT_NE(book(workshop), before);

    workshop.write("in/lexicon.tsv", "Moscow\tmos-KOW\nPermafrost\tpur-muh-FROST\n");
    EXPECT_EQ(takes(workshop.render({"in"})), (std::pair(0, 6))) << "the changed entry is not used";

    std::filesystem::remove(workshop.path("in/lexicon.tsv"));
    EXPECT_EQ(takes(workshop.render({"in"})), (std::pair(0, 6)));
    EXPECT_EQ(book(workshop), before);
}

TEST(LexiconOfARun, IsToldOfInADryRun) {
    const Workshop workshop;
    workshop.write("in/a.txt", biography);
    workshop.write("in/lexicon.pls", "<lexicon alphabet='ipa'><lexeme><grapheme>Moscow</grapheme>"
                                     "<phoneme>ˈmɒskoʊ</phoneme></lexeme></lexicon>");
    const Outcome outcome = workshop.render({"in", "--dry-run"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("in/lexicon.pls"), HasSubstr("1 pronunciation")));
}

TEST(LexiconOfARun, ThatWasNamedWinsOverTheOneBeside) {
    const Workshop workshop;
    workshop.write("in/a.txt", biography);
    workshop.write("in/lexicon.tsv", "Moscow\t/ˈmɒskaʊ/\n");
    workshop.write("mine.tsv", "Moscow\t/ˈmʌski/\n");
    workshop.write("more.tsv", "quiet\t/ˈkwaɪ.ət/\n");
    const Outcome outcome = workshop.recital(
        {"script", "in/a.txt", "--explain", "--json", "--lexicon", "mine.tsv", "--lexicon", "more.tsv"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr(R"("entry":"mine.tsv:1")"), HasSubstr(R"("entry":"more.tsv:1")"),
                                   Not(HasSubstr("lexicon.tsv:1"))));
}

TEST(LexiconOfARun, ThatCannotBeReadIsNamedWithItsLine) {
    const Workshop workshop;
    workshop.write("in/a.txt", biography);
    workshop.write("bad.tsv", "# names\nMoscow\t/mʘ/\n");
    const Outcome named = workshop.render({"in", "--lexicon", "bad.tsv"});
    EXPECT_EQ(named.exit_code, 2);
    EXPECT_THAT(named.err, AllOf(HasSubstr("bad.tsv:2"), HasSubstr("ʘ")));
    EXPECT_EQ(workshop.render({"in", "--lexicon", "missing.tsv"}).exit_code, 3);
}

TEST(LexiconOfARun, ThatCannotBeReadCostsTheBooksBesideIt) {
    const Workshop workshop;
    workshop.write("good/a.txt", biography);
    workshop.write("bad/b.txt", baktybekova);
    workshop.write("bad/lexicon.tsv", "Moscow\t/mʘ/\n");
    const Outcome outcome = workshop.render({"good", "bad"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("bad/lexicon.tsv:1"));
    EXPECT_TRUE(std::filesystem::exists(workshop.books() / "Bekzat Petrenko.m4b"));
}

TEST(LexiconOfARun, LeavesTheSpokenWordsAlone) {
    const Workshop workshop;
    workshop.write("a.txt", biography);
    const std::string plain = workshop.recital({"script", "a.txt", "--json"}).out;
    workshop.write("lexicon.tsv", "Moscow\tMOS-koh\n");
    EXPECT_EQ(workshop.recital({"script", "a.txt", "--json"}).out, plain);
}

TEST(Explanation, ShowsWhatDecided) {
    const Workshop workshop;
    workshop.write("mine.tsv", "Moscow\tMOS-koh\n");
    const std::string sentence = "In 1805 he left Moscow's halls.";
    const std::vector<std::string> command = {"script", "--lines", "--explain", "--lexicon", "mine.tsv"};
    const std::string text = workshop.recital(command, sentence).out;
    EXPECT_THAT(text, AllOf(HasSubstr("1805 (year: eighteen oh five)"), HasSubstr("mˈɑːskoʊz"),
                            HasSubstr("Moscow's: [m'0skoUz] by mine.tsv:1")));
    auto json_command = command;
    json_command.emplace_back("--json");
    const auto lines = json_lines(workshop.recital(json_command, sentence).out);
    const Json& explained = lines.at(0)["sentences"][0];
    EXPECT_EQ(explained["source"], sentence);
    EXPECT_EQ(explained["tokens"][1],
              Json({{"written", "1805"}, {"class", "year"}, {"spoken", "eighteen oh five"}}));
    EXPECT_THAT(explained["phonemes"].get<std::string>(), HasSubstr("mˈɑːskoʊz"));
    EXPECT_EQ(explained["pronunciations"], Json::array({{{"words", "Moscow's"},
                                                         {"phonemes", "m'0skoUz"},
                                                         {"entry", "mine.tsv:1"},
                                                         {"origin", "lexicon"}}}));
}

TEST(Explanation, TellsOfAPronunciationThatTheTextGives) {
    const Workshop workshop;
    workshop.write("adu.txt", "Zade Adu (/ʃɑːˈdeɪ/ shah-DAY; born 1959) is a singer. Zade's songs are quiet. "
                              "They heard Zade in Riga.\n");
    const std::string text = workshop.recital({"script", "adu.txt", "--explain"}).out;
    EXPECT_THAT(text, HasSubstr("Zade's: [SA:d'eIz] by the text, adu.txt:1"));
    EXPECT_THAT(text, Not(HasSubstr("spoken    Zade Adu (")));
    const std::string json = workshop.recital({"script", "adu.txt", "--explain", "--json"}).out;
    EXPECT_THAT(json, HasSubstr(R"("entry":"adu.txt:1","origin":"text")"));
    EXPECT_THAT(workshop.recital({"lexicon", "check", "adu.txt"}).out, HasSubstr("by the text, adu.txt:1"));
}

TEST(Explanation, ReportsAPronunciationThatDoesNotFit) {
    const Workshop workshop;
    workshop.write("adu.txt", "Zade Adu (/ˈbiːtlz/; born 1959) is a singer. Zade sang.\n");
    const Outcome outcome = workshop.recital({"script", "adu.txt", "--explain"});
    EXPECT_THAT(outcome.out, Not(HasSubstr("by the text")));
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("adu.txt:1"), HasSubstr("ˈbiːtlz"), HasSubstr("Zade Adu")));
}

TEST(Explanation, TellsOfANameThatIsReadInItsLanguage) {
    const Workshop workshop;
    const std::string text =
        workshop.recital({"script", "--lines", "--explain"}, "She met Grzmiąca there.").out;
    EXPECT_THAT(text, AllOf(HasSubstr("ɡʒmˈɑːntsə"), HasSubstr("name_languages.tsv:")));
}

TEST(LexiconCheck, ListsTheNamesThatNoLexiconHas) {
    const Workshop workshop;
    workshop.write(
        "in/a.txt",
        "Valentin Baktybekova went to Torzhok. Every Torzhok choir sang, and every choir in Vyazma.\n\n"
        "Choir upon choir of Grzmiąca sang in Mozart's Vienna.\n");
    const Outcome outcome = workshop.recital({"lexicon", "check", "in", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::vector<std::string> names;
    const auto lines = json_lines(outcome.out);
    for (const Json& name : lines.at(0)["names"]) {
        names.push_back(name["name"]);
        EXPECT_THAT(name["phonemes"].get<std::string>(), HasSubstr("ˈ"));
        EXPECT_EQ(name["rule"].get<std::string>().empty(), name["name"] != "Grzmiąca");
    }
    EXPECT_EQ(names.at(0), "Torzhok");
    EXPECT_THAT(names, testing::IsSupersetOf({"Vyazma", "Grzmiąca"}));
    EXPECT_THAT(names, Not(testing::Contains("Choir"))) << "it stands in small letters, too";
    EXPECT_THAT(names, Not(testing::Contains("Vienna"))) << "the engine's dictionary lists it";
    EXPECT_THAT(names, Not(testing::Contains("Every"))) << "it stands at the beginning of a sentence only";

    workshop.write("mine.tsv", "Torzhok\ttor-ZHOK\n");
    const std::string rest = workshop.recital({"lexicon", "check", "in", "--lexicon", "mine.tsv"}).out;
    EXPECT_THAT(rest, AllOf(HasSubstr("Vyazma"), Not(HasSubstr("Torzhok"))));
}

TEST(LexiconCheck, NamesWhatItCannotRead) {
    const Workshop workshop;
    EXPECT_EQ(workshop.recital({"lexicon"}).exit_code, 2);
    EXPECT_EQ(workshop.recital({"lexicon", "check"}).exit_code, 2);
    const Outcome missing = workshop.recital({"lexicon", "check", "missing.txt"});
    EXPECT_EQ(missing.exit_code, 3);
    EXPECT_THAT(missing.err, HasSubstr("missing.txt"));
}

/// Many books of people who were in Moscow or were not.
void write_many(const Workshop& workshop) {
    const std::vector<std::string> names = {"Bekzat Petrenko", "Clara Wieck", "Mara Bell", "Aino Vala"};
    for (std::size_t n = 0; n < names.size(); ++n) {
        workshop.write("in/" + std::to_string(n) + ".txt",
                       names[n] + " was a musician.\n\n" + (n % 2 == 0 ? "Later, Moscow was home.\n\n" : "") +
                           names[n] + " loved the harp" + (n == 2 ? " and Moscow.\n" : ".\n"));
    }
}

int rendered(const Outcome& outcome) {
    int takes = 0;
    for (const Json& line : results_in(outcome.out)) {
        takes += line.contains("book") ? line["book"]["files"][0]["takes"]["rendered"].get<int>() : 0;
    }
    return takes;
}

TEST(LexiconAdd, TellsExactlyWhatIsRenderedAgain) {
    const Workshop workshop;
    write_many(workshop);
    (void)workshop.render({"in"});
    const Outcome added = workshop.recital({"lexicon", "add", "Moscow", "MOS-kow", "in", "--json"});
    EXPECT_EQ(added.exit_code, 0) << added.err;
    const Json report = json_lines(added.out).at(0);
    EXPECT_EQ(report["entry"]["place"], "in/lexicon.tsv:1");
    ASSERT_EQ(report["changes"].size(), 2U);
    EXPECT_EQ(report["changes"][0]["source"], "in/0.txt");
    EXPECT_EQ(report["changes"][0]["passages"], 1);
    EXPECT_EQ(report["changes"][1]["passages"], 2);
    EXPECT_EQ(rendered(workshop.render({"in"})), 2)
        << "two of the three are one take: their text is the same";
}

TEST(LexiconAdd, ReplacesAnEntryAndTellsOfIt) {
    const Workshop workshop;
    write_many(workshop);
    (void)workshop.recital({"lexicon", "add", "Moscow", "MOS-kow", "in"});
    const Outcome again = workshop.recital({"lexicon", "add", "Moscow", "mos-KOW", "in"});
    EXPECT_THAT(again.out, AllOf(HasSubstr("no longer MOS-kow"), HasSubstr("3 passages of 2 texts")));
    EXPECT_EQ(content_of(workshop.path("in/lexicon.tsv")), "Moscow\tmos-KOW\n");
    const Outcome same = workshop.recital({"lexicon", "add", "Moscow", "mos-KOW", "in"});
    EXPECT_THAT(same.out, HasSubstr("nothing has to be rendered again"));
}

TEST(LexiconAdd, TakesTheLexiconOfTheFolderOrTheFileThatIsNamed) {
    const Workshop workshop;
    EXPECT_EQ(workshop.recital({"lexicon", "add", "Almaty", "al-MAH-tee"}).exit_code, 0);
    EXPECT_EQ(workshop.recital({"lexicon", "add", "Almaty", "/ælˈmɑːti/", "--lexicon", "my.tsv"}).exit_code,
              0);
    EXPECT_EQ(content_of(workshop.path("lexicon.tsv")), "Almaty\tal-MAH-tee\n");
    EXPECT_EQ(content_of(workshop.path("my.tsv")), "Almaty\t/ælˈmɑːti/\n");
}

TEST(LexiconAdd, WritesNothingThatCannotBeSaid) {
    const Workshop workshop;
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"Almaty", "al@ma"},
                                               {"Almaty", "/ʘʘ/"},
                                               {"100%", "PER-sent"},
                                               {"", "al-MAH-tee"},
                                               {"Almaty", ""}}) {
        std::vector<std::string> line = {"lexicon", "add"};
        line.insert(line.end(), arguments.begin(), arguments.end());
        const Outcome outcome = workshop.recital(line);
        EXPECT_EQ(outcome.exit_code, 2) << arguments[0] << ' ' << arguments[1] << '\n' << outcome.err;
        EXPECT_FALSE(std::filesystem::exists(workshop.path("lexicon.tsv")));
    }
}

// It went to the folder in which the command was given, and the command ended well.
TEST(LexiconAdd, WritesNothingIfTheInputsAreNotThere) {
    const Workshop workshop;
    for (const char* const input : {"nowhere", "-", ""}) {
        const Outcome outcome = workshop.recital({"lexicon", "add", "Moscow", "MOS-kow", input});
        EXPECT_NE(outcome.exit_code, 0) << input;
        EXPECT_FALSE(std::filesystem::exists(workshop.path("lexicon.tsv"))) << input;
    }
}

TEST(LexiconAdd, LeavesLinksAndRightsAsTheyAre) {
    const Workshop workshop;
    namespace fs = std::filesystem;
    workshop.write("real.tsv", "Almaty\tal-MAH-tee\n");
    fs::permissions(workshop.path("real.tsv"), fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real.tsv", workshop.path("lexicon.tsv"));
    EXPECT_EQ(workshop.recital({"lexicon", "add", "Moscow", "MOS-kow"}).exit_code, 0);
    EXPECT_TRUE(fs::is_symlink(workshop.path("lexicon.tsv")));
    EXPECT_THAT(content_of(workshop.path("real.tsv")), HasSubstr("Moscow"));
    EXPECT_EQ(fs::status(workshop.path("real.tsv")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

// Of eight that ran at once two were left.
TEST(LexiconAdd, LosesNoEntryOfAnotherProcess) {
    const Workshop workshop;
    std::vector<std::thread> threads;
    for (char letter = 'A'; letter <= 'H'; ++letter) {
        threads.emplace_back([&workshop, letter] {
            const std::string name = std::string("Moscow") + letter;
            EXPECT_EQ(workshop.recital({"lexicon", "add", name, "MOS-kow"}).exit_code, 0);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    const std::string table = content_of(workshop.path("lexicon.tsv"));
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 8);
}

TEST(LexiconAdd, LeavesAFileWithAMistakeAlone) {
    const Workshop workshop;
    const std::string broken = "Almaty\n";
    workshop.write("lexicon.tsv", broken);
    const Outcome outcome = workshop.recital({"lexicon", "add", "Moscow", "MOS-kow"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("lexicon.tsv:1"));
    EXPECT_EQ(content_of(workshop.path("lexicon.tsv")), broken);
}

TEST(LexiconList, ShowsTheEntries) {
    const Workshop workshop;
    workshop.write("lexicon.tsv", "Moscow\tMOS-kow\nBow\ten\tafter:the\t/baʊ/\n");
    EXPECT_EQ(workshop.recital({"lexicon", "list"}).out,
              "Moscow  MOS-kow\nBow     /baʊ/  in en  after:the\n");
    const Json list = json_lines(workshop.recital({"lexicon", "list", "--json"}).out).at(0)["entries"];
    EXPECT_EQ(list[1]["context"], "after:the");
    EXPECT_EQ(workshop.recital({"lexicon", "list", "nothing.tsv"}).exit_code, 3);
}

TEST(LexiconExport, PrintsAFileThatTheProgramReads) {
    const Workshop workshop;
    workshop.write("lexicon.tsv", "Moscow\tMOS-kow\n");
    workshop.write("in/lexicon.pls", workshop.recital({"lexicon", "export", "--format", "pls"}).out);
    workshop.write("in/a.txt", biography);
    const Outcome outcome = workshop.render({"in", "--dry-run"});
    EXPECT_THAT(outcome.err, HasSubstr("in/lexicon.pls: used for the texts in this folder: 1 pronunciation"));
}

} // namespace
} // namespace recital
