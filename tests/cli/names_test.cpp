// SPDX-License-Identifier: GPL-3.0-or-later
// Several runs in one folder: no book is lost, none is left behind without a message.
#include "cli/workshop.h"
#include "container/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace recital {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string elder = "John Williams (8 February 1932 – 1 May 2020) was a composer. He wrote marches.\n";
const std::string younger =
    "John Williams (24 April 1941 – 3 June 2021) was a guitarist. He played in London.\n";

std::vector<std::string> names_of_files(const Outcome& outcome) {
    std::vector<std::string> files;
    for (const Json& line : results_in(outcome.out)) {
        for (const char* kind : {"book", "plan"}) {
            if (line.contains(kind)) {
                files.push_back(
                    std::filesystem::path(line[kind]["files"][0]["file"].get<std::string>()).filename());
            }
        }
    }
    return files;
}

class Namesakes : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::string> books() const { return Workshop::files_below(workshop.books()); }
    [[nodiscard]] std::string record_of(const std::string& name) const {
        return read_stamp(workshop.books() / name).record;
    }
    [[nodiscard]] std::unique_ptr<Program> start(const std::vector<std::string>& arguments) const {
        std::vector<std::string> command = {RECITAL_PROGRAM, "render"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        for (const auto& word : {std::string("-o"), workshop.books().string(), std::string("--json")}) {
            command.push_back(word);
        }
        auto program = std::make_unique<Program>(std::move(command));
        workshop.prepare(*program);
        program->start();
        return program;
    }

    Workshop workshop;
};

// The second run silently replaced the first one's book, with exit code 0.
TEST_F(Namesakes, OfTwoRunsBothKeepTheirBooks) {
    workshop.write("1/a.txt", elder);
    workshop.write("2/b.txt", younger);
    EXPECT_EQ(workshop.render({"1"}).exit_code, 0);
    const std::string first = content_of(workshop.books() / "John Williams.m4b");
    const Outcome second = workshop.render({"2"});
    EXPECT_EQ(second.exit_code, 0);
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–2021).m4b", "John Williams.m4b"));
    EXPECT_EQ(content_of(workshop.books() / "John Williams.m4b"), first);
    EXPECT_THAT(names_of_files(second), ElementsAre("John Williams (1941–2021).m4b"));
    EXPECT_THAT(second.err,
                HasSubstr("has this name because John Williams belongs to a book about somebody else"));

    // Both find their books again, and there is nothing to be said about it.
    const Outcome third = workshop.render({"2"});
    EXPECT_THAT(names_of_files(third), ElementsAre("John Williams (1941–2021).m4b"));
    EXPECT_THAT(third.err, Not(HasSubstr("somebody else")));
    EXPECT_THAT(names_of_files(workshop.render({"1"})), ElementsAre("John Williams.m4b"));
    EXPECT_THAT(books(), SizeIs(2));
}

TEST_F(Namesakes, OfTwoTablesBothKeepTheirBooks) {
    workshop.write("1.jsonl", R"({"name":"John Williams","id":"jw-1","text":"He wrote marches."})");
    workshop.write("2.jsonl", R"({"name":"John Williams","id":"jw-2","text":"He played in London."})");
    EXPECT_EQ(workshop.render({"1.jsonl"}).exit_code, 0);
    EXPECT_EQ(workshop.render({"2.jsonl"}).exit_code, 0);
    EXPECT_THAT(books(), ElementsAre("John Williams (jw-2).m4b", "John Williams.m4b"));
}

TEST_F(Namesakes, OfWhomNothingIsKnownButTheirTextsKeepTheirBooks) {
    workshop.write("1.jsonl", R"({"name":"John Williams","text":"Marches made him famous in every town."})");
    workshop.write("2.jsonl", R"({"name":"John Williams","text":"The guitar was his whole life."})");
    EXPECT_EQ(workshop.render({"1.jsonl"}).exit_code, 0);
    EXPECT_EQ(workshop.render({"2.jsonl"}).exit_code, 0);
    EXPECT_THAT(books(), SizeIs(2));
    EXPECT_THAT(books().front(), testing::MatchesRegex("John Williams \\([0-9a-f]{6}\\)\\.m4b"));
}

TEST_F(Namesakes, GetTheSameNamesWhereverTheyAreRendered) {
    const Workshop other;
    for (const Workshop* place : {static_cast<const Workshop*>(&workshop), &other}) {
        place->write("1.jsonl",
                     R"({"name":"John Williams","text":"Marches made him famous in every town."})");
        place->write("somewhere/2.jsonl",
                     R"({"name":"John Williams","text":"The guitar was his whole life."})");
        EXPECT_EQ(place->render({"1.jsonl"}).exit_code, 0);
        EXPECT_EQ(place->render({"somewhere/2.jsonl"}).exit_code, 0);
    }
    EXPECT_EQ(books(), Workshop::files_below(other.books()));
    for (const std::string& book : books()) {
        EXPECT_EQ(content_of(workshop.books() / book), content_of(other.books() / book)) << book;
    }
}

TEST_F(Namesakes, OfConcurrentRunsAllKeepTheirBooks) {
    constexpr int runs = 4;
    for (int n = 0; n < runs; ++n) {
        workshop.write(std::to_string(n) + ".txt", "John Williams (1 May 190" + std::to_string(n) +
                                                       " – 3 June 1980) was a composer. He wrote marches.\n");
    }
    std::vector<std::unique_ptr<Program>> programs;
    for (int n = 0; n < runs; ++n) {
        programs.push_back(
            start({std::to_string(n) + ".txt", "--format", n % 2 == 0 ? "wav,flac" : "flac,wav", "--cache",
                   workshop.path("cache " + std::to_string(n)).string()}));
    }
    for (const auto& program : programs) {
        const Outcome outcome = program->wait();
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    }
    EXPECT_THAT(books(), SizeIs(2 * runs));
    std::map<std::string, int> files;
    for (const std::string& book : books()) {
        const Json record = Json::parse(record_of(book));
        ++files[record["identity"]["born"].get<std::string>()];
    }
    EXPECT_THAT(files, ElementsAre(testing::Pair("1900", 2), testing::Pair("1901", 2),
                                   testing::Pair("1902", 2), testing::Pair("1903", 2)));
}

TEST_F(Namesakes, AreCompletedAfterARunWasKilled) {
    workshop.write("1.txt", elder);
    workshop.write("2.txt",
                   "John Williams (24 April 1941 – 3 June 2021) was a guitarist.\n\n" + long_biography());
    EXPECT_EQ(workshop.render({"1.txt"}).exit_code, 0);
    const std::size_t before = workshop.stored_takes();
    const auto killed = start({"2.txt", "--cache", workshop.cache().string()});
    while (workshop.stored_takes() < before + 2 && !killed->has_ended()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    killed->send_to_group(SIGKILL);
    (void)killed->wait();
    EXPECT_THAT(books(), Contains("John Williams.m4b"));
    EXPECT_EQ(workshop.render({"2.txt"}).exit_code, 0);
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–2021).m4b", "John Williams.m4b"));
}

TEST_F(Namesakes, AreShownByADryRunAsTheyWillBe) {
    workshop.write("1.txt", elder);
    workshop.write("2.txt", younger);
    EXPECT_EQ(workshop.render({"1.txt"}).exit_code, 0);
    EXPECT_THAT(names_of_files(workshop.render({"2.txt", "--dry-run"})),
                ElementsAre("John Williams (1941–2021).m4b"));
    EXPECT_THAT(books(), ElementsAre("John Williams.m4b"));
}

TEST_F(Namesakes, GetTheFileThatThePersonNames) {
    workshop.write("1.txt", elder);
    workshop.write("2.txt", younger);
    for (const char* text : {"1.txt", "2.txt"}) {
        EXPECT_EQ(workshop.recital({"render", text, "-o", workshop.path("williams.m4b").string()}).exit_code,
                  0);
    }
    EXPECT_THAT(read_stamp(workshop.path("williams.m4b")).record, HasSubstr("1941"));
}

TEST_F(Namesakes, OfATemplateKeepTheirBooks) {
    workshop.write("1.txt", elder);
    workshop.write("2.txt", younger);
    for (const char* text : {"1.txt", "2.txt"}) {
        EXPECT_EQ(workshop.render({text, "--output-template", "{format}/{title}", "--format", "wav,flac"})
                      .exit_code,
                  0);
    }
    EXPECT_THAT(books(), ElementsAre("flac/John Williams (1941–2021).flac", "flac/John Williams.flac",
                                     "wav/John Williams (1941–2021).wav", "wav/John Williams.wav"));
}

class OneMusician : public Namesakes {};

TEST_F(OneMusician, KeepsTheFileWhenTheTextIsEdited) {
    workshop.write("a.txt", petrenko);
    EXPECT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    workshop.write("a.txt",
                   "Bekzat Petrenko was born in Almaty. He played the piano every day.\n\nDespite his "
                   "success, Bekzat Petrenko stayed a quiet man. His pupils loved him.\n");
    const Outcome outcome = workshop.render({"a.txt"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(books(), ElementsAre("Bekzat Petrenko.m4b"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("warning")));
}

TEST_F(OneMusician, GetsFormatsThatAreAddedLaterUnderTheSameName) {
    workshop.write("1.txt", elder);
    workshop.write("2.txt", younger);
    EXPECT_EQ(workshop.render({"1.txt", "--format", "wav"}).exit_code, 0);
    EXPECT_EQ(workshop.render({"2.txt", "--format", "flac"}).exit_code, 0);
    EXPECT_EQ(workshop.render({"1.txt", "--format", "flac"}).exit_code, 0);
    EXPECT_EQ(workshop.render({"2.txt", "--format", "wav"}).exit_code, 0);
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–2021).flac", "John Williams (1941–2021).wav",
                                     "John Williams.flac", "John Williams.wav"));
}

TEST_F(OneMusician, IsRenamedWithEverythingThatBelongsToTheBook) {
    const auto text = [](const std::string& name) {
        return "---\nid: bp-01\nmusician: " + name +
               "\n---\n# Youth\n\nHe was born in Moscow.\n\n# Age\n\nHe taught.\n";
    };
    const std::vector<std::string> options = {"a.md",        "--format", "wav,flac", "--split-chapters",
                                              "--subtitles", "vtt,srt"};
    workshop.write("a.md", text("Bekzat Petrenko"));
    EXPECT_EQ(workshop.render(options).exit_code, 0);
    const auto before = books();
    workshop.write("books/Bekzat Petrenko/notes.txt", "mine");
    workshop.write("a.md", text("Bekzat Sánchez Pérez"));
    // Only one of the two formats is made again: the other one comes along.
    const Outcome outcome = workshop.render({"a.md", "--format", "wav"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("the book of Bekzat Petrenko is now called Bekzat Sánchez Pérez"));
    for (const std::string& file : books()) {
        EXPECT_THAT(file, Not(HasSubstr("Petrenko")));
    }
    EXPECT_THAT(books(), Contains("Bekzat Sánchez Pérez/notes.txt"));
    EXPECT_THAT(books(), Contains("Bekzat Sánchez Pérez.flac"));
    EXPECT_THAT(books(), Contains("Bekzat Sánchez Pérez/Bekzat Sánchez Pérez.flac.m3u8"));
    EXPECT_THAT(books(), Contains("Bekzat Sánchez Pérez.flac.vtt"));
    EXPECT_EQ(workshop.render(options).exit_code, 0);
    EXPECT_THAT(books(), SizeIs(before.size() + 1)) << "and the notes";
}

TEST_F(OneMusician, HasNoOtherBytesWhenSubtitlesAndChaptersAreAskedForLater) {
    workshop.write("a.txt", petrenko);
    EXPECT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    const std::string before = content_of(workshop.books() / "Bekzat Petrenko.m4b");
    EXPECT_EQ(workshop.render({"a.txt", "--subtitles", "vtt", "--split-chapters", "-j", "2"}).exit_code, 0);
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.m4b"), before);
}

class Orphans : public Namesakes {};

TEST_F(Orphans, AreKeptAndNamed) {
    const std::string row = R"({"name":"Clara Schumann","id":"cs","text":"She played."})";
    workshop.write("d.jsonl", R"({"name":"John Williams","id":"jw","text":"He wrote marches."})"
                              "\n" +
                                  row);
    EXPECT_EQ(workshop.render({"d.jsonl"}).exit_code, 0);
    workshop.write("d.jsonl", row);
    for (int n = 0; n < 2; ++n) {
        const Outcome outcome = workshop.render({"d.jsonl"});
        EXPECT_EQ(outcome.exit_code, 0);
        EXPECT_THAT(outcome.err, HasSubstr("kept, although these inputs no longer make it: John Williams\n"));
    }
    EXPECT_THAT(books(), ElementsAre("Clara Schumann.m4b", "John Williams.m4b"));
    std::filesystem::remove(workshop.books() / "John Williams.m4b");
    EXPECT_THAT(workshop.render({"d.jsonl"}).err, Not(HasSubstr("no longer")));
}

TEST_F(Orphans, OfAFolderOfTextsAreNamedToo) {
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.txt", baktybekova);
    EXPECT_EQ(workshop.render({"in"}).exit_code, 0);
    std::filesystem::remove(workshop.path("in/b.txt"));
    EXPECT_THAT(workshop.render({"in", "--dry-run"}).err, HasSubstr("Valentin Baktybekova"));
    EXPECT_THAT(workshop.render({"in"}).err, HasSubstr("Valentin Baktybekova"));
    EXPECT_THAT(books(), SizeIs(2));
}

TEST_F(Orphans, AreNotBooksOfOtherInputs) {
    workshop.write("a.txt", petrenko);
    workshop.write("b.txt", baktybekova);
    EXPECT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    EXPECT_THAT(workshop.render({"b.txt"}).err, Not(HasSubstr("no longer")));
}

} // namespace
} // namespace recital
