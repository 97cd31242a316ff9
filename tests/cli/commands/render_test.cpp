// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace recital {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

const Json& file_of(const Json& line) {
    return line["book"]["files"][0];
}

void expect_documented_shape(const Json& line, const char* kind) {
    ASSERT_TRUE(line.contains(kind)) << line;
    EXPECT_EQ(line["schema"], 1);
    const Json& book = line[kind];
    EXPECT_TRUE(book["id"].is_string() && !book["id"].get<std::string>().empty());
    EXPECT_TRUE(book["musician"].is_string());
    ASSERT_TRUE(book["sources"].is_array() && !book["sources"].empty());
    ASSERT_EQ(book["files"].size(), 1U);
    const Json& file = book["files"][0];
    const double rate = file["rate"];
    EXPECT_DOUBLE_EQ(file["seconds"], file["samples"].get<double>() / rate);
    double end = 0;
    for (const Json& chapter : file["chapters"]) {
        EXPECT_FALSE(chapter["title"].get<std::string>().empty());
        EXPECT_EQ(chapter["start"], end);
        end = chapter["end"];
        EXPECT_GT(end, chapter["start"].get<double>());
        EXPECT_NEAR(end * rate, std::round(end * rate), 1e-6) << "not a whole number of samples";
    }
    EXPECT_EQ(file["seconds"], end);
    EXPECT_TRUE(file["takes"]["rendered"].is_number_unsigned() &&
                file["takes"]["reused"].is_number_unsigned());
}

TEST(Render, TurnsThreeBiographiesIntoThreeBooks) {
    const Workshop workshop;
    const Outcome outcome = workshop.render({sample_biographies.string()});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(Workshop::files_below(workshop.books()),
                ElementsAre("Bekzat Petrenko.m4b", "Bekzat Sánchez Pérez.m4b", "Valentin Baktybekova.m4b"));
    auto lines = results_in(outcome.out);
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[3]["done"]["books"], 3);
    EXPECT_EQ(lines[3]["done"]["failed"], 0);
    EXPECT_GT(lines[3]["done"]["seconds"], 0);
    lines.pop_back();
    for (const Json& line : lines) {
        expect_documented_shape(line, "book");
        const Json& file = file_of(line);
        EXPECT_EQ(file["format"], "m4b");
        EXPECT_EQ(file["file"],
                  (workshop.books() / (line["book"]["musician"].get<std::string>() + ".m4b")).string());
        EXPECT_LE(file["takes"]["reused"], 1) << "no more than the pause at its head";

        // A player sees what the report says.
        const std::string path = file["file"];
        EXPECT_EQ(decode(path).size(), file["samples"]);
        const Json shown = probe(path);
        ASSERT_EQ(shown["chapters"].size(), file["chapters"].size());
        for (std::size_t n = 0; n < shown["chapters"].size(); ++n) {
            EXPECT_EQ(shown["chapters"][n]["tags"]["title"], file["chapters"][n]["title"]);
            EXPECT_NEAR(std::stod(shown["chapters"][n]["start_time"].get<std::string>()),
                        file["chapters"][n]["start"].get<double>(), 0.001);
        }
        EXPECT_EQ(shown["format"]["tags"]["title"], line["book"]["musician"]);
        EXPECT_EQ(shown["format"]["tags"]["composer"], "eSpeak NG (narrator)");
        EXPECT_EQ(shown["format"]["tags"]["genre"], "Audiobook");
    }
    EXPECT_NE(outcome.err.find("Bekzat Sánchez Pérez"), std::string::npos)
        << "the table goes to standard error";
    EXPECT_EQ(outcome.err.find('\x1B'), std::string::npos) << "no colours and no live line off a terminal";
}

TEST(Render, RendersNothingTwice) {
    const Workshop workshop;
    workshop.write("in/petrenko.txt", petrenko);
    const auto first = results_in(workshop.render({"in"}).out);
    EXPECT_GT(file_of(first[0])["takes"]["rendered"], 2);
    const std::string book = content_of(workshop.books() / "Bekzat Petrenko.m4b");
    const auto second = results_in(workshop.render({"in"}).out);
    EXPECT_EQ(file_of(second[0])["takes"]["rendered"], 0);
    EXPECT_EQ(file_of(second[0])["takes"]["reused"], file_of(first[0])["takes"]["rendered"].get<int>() +
                                                         file_of(first[0])["takes"]["reused"].get<int>());
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.m4b"), book);
}

/// What had not been stored when the book was opened was rendered as often as it stood there.
TEST(Render, RendersAPassageThatReturnsOnce) {
    const Workshop workshop;
    std::string text;
    for (int n = 0; n < 12; ++n) {
        text += "He played the same waltz once more that evening, and nobody wished to leave the hall.\n\n";
    }
    workshop.write("waltz.txt", "Bekzat Petrenko\n\n" + text);
    for (const std::vector<std::string>& more : {std::vector<std::string>{"--dry-run"}, {}}) {
        std::vector<std::string> command = {"waltz.txt", "-j1"};
        command.insert(command.end(), more.begin(), more.end());
        const Json line = results_in(workshop.render(command).out)[0];
        const Json takes = (line.contains("plan") ? line["plan"] : line["book"])["files"][0]["takes"];
        EXPECT_LE(takes["rendered"], 6) << line;
        EXPECT_GE(takes["reused"], 9) << line;
    }
}

/// A pipe for each worker was more than the process may have open.
TEST(Render, MakesDoWithFewerWorkersThanAsked) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP()
        << "the sanitizer opens a pipe to look at an object, and takes one that it cannot look at for broken";
#endif
    const Workshop workshop;
    workshop.write("long.txt", long_biography());
    Program few({"/bin/sh", "-c", R"(ulimit -n 16 && exec "$0" "$@")", RECITAL_PROGRAM, "render", "long.txt",
                 "-o", "books", "-j", "30"});
    workshop.prepare(few);
    const Outcome outcome = few.run();
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(workshop.books() / "Bekzat Petrenko.m4b"));
}

TEST(Render, GivesTheSameBytesHoweverItRuns) {
    const Workshop workshop;
    const std::string source = workshop.write("petrenko.txt", petrenko);
    const auto book = [&](std::vector<std::string> arguments, const std::string& name) {
        arguments.insert(arguments.begin(), {"render", source, "-o", name});
        const Outcome outcome = workshop.recital(std::move(arguments));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        return content_of(workshop.path(name));
    };
    const std::string reference = book({"-j", "1", "--cache", "one"}, "one.m4b");
    ASSERT_GT(reference.size(), 10000U);
    EXPECT_EQ(book({"-j", "2", "--cache", "two"}, "two.m4b"), reference);
    EXPECT_EQ(book({"--no-cache"}, "three.m4b"), reference);
    EXPECT_EQ(book({"--cache", "one"}, "four.m4b"), reference);

    const Workshop elsewhere;
    const std::string copy = elsewhere.write("deep/er/another name.txt", petrenko);
    ASSERT_EQ(elsewhere.recital({"render", "deep", "-o", "out"}).exit_code, 0);
    EXPECT_EQ(content_of(elsewhere.path("out/Bekzat Petrenko.m4b")), reference);
}

TEST(Render, KeepsTakesInTheUsersCacheFolderAlone) {
    const Workshop workshop;
    workshop.write("petrenko.txt", petrenko);
    ASSERT_EQ(workshop.recital({"render", "petrenko.txt"}).exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(workshop.path("audiobooks/Bekzat Petrenko.m4b")))
        << "the default folder";
    EXPECT_FALSE(Workshop::files_below(workshop.path("home-cache/recital")).empty());
    EXPECT_EQ(std::filesystem::status(workshop.path("home-cache/recital")).permissions(),
              std::filesystem::perms::owner_all);
    const Workshop without;
    without.write("petrenko.txt", petrenko);
    ASSERT_EQ(without.recital({"render", "petrenko.txt", "--no-cache"}).exit_code, 0);
    EXPECT_TRUE(Workshop::files_below(without.path("home-cache")).empty());
}

TEST(Render, RendersAChangedSentenceAlone) {
    const Workshop workshop;
    const std::filesystem::path source = sample_biographies / "bekzat-petrenko.txt";
    std::string text = content_of(source);
    const std::string path = workshop.write("petrenko.txt", text);
    ASSERT_EQ(workshop.render({path}).exit_code, 0);
    const std::size_t stop = text.find(". ", text.size() / 2); // a sentence in the middle
    text.insert(stop, " indeed");
    workshop.write("petrenko.txt", text);
    const auto lines = results_in(workshop.render({path}).out);
    EXPECT_GE(file_of(lines[0])["takes"]["rendered"], 1);
    EXPECT_LE(file_of(lines[0])["takes"]["rendered"], 2);
    EXPECT_GT(file_of(lines[0])["takes"]["reused"], 4);
}

TEST(Render, PlansWithoutWriting) {
    const Workshop workshop;
    workshop.write("in/petrenko.txt", petrenko);
    workshop.write("in/baktybekova.txt", baktybekova);
    const auto before = Workshop::files_below(workshop.path(""));
    const Outcome outcome = workshop.render({"in", "--dry-run"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(Workshop::files_below(workshop.path("")), before);
    EXPECT_FALSE(std::filesystem::exists(workshop.books()));
    EXPECT_FALSE(std::filesystem::exists(workshop.cache()));
    const auto plan = results_in(outcome.out);
    ASSERT_EQ(plan.size(), 3U);
    EXPECT_EQ(plan[2]["done"]["books"], 2);

    const auto made = results_in(workshop.render({"in"}).out);
    for (std::size_t n = 0; n < 2; ++n) {
        expect_documented_shape(plan[n], "plan");
        const auto same = std::find_if(made.begin(), made.end(), [&](const Json& line) {
            return line.contains("book") && line["book"]["id"] == plan[n]["plan"]["id"];
        });
        ASSERT_NE(same, made.end());
        const Json& planned = plan[n]["plan"]["files"][0];
        EXPECT_EQ(planned["file"], file_of(*same)["file"]);
        EXPECT_EQ(planned["chapters"].size(), file_of(*same)["chapters"].size());
        const double seconds = file_of(*same)["seconds"];
        EXPECT_NEAR(planned["seconds"], seconds, 0.3 * seconds);
    }
    for (const auto& line : results_in(workshop.render({"in", "--dry-run"}).out)) {
        if (line.contains("plan")) {
            EXPECT_EQ(line["plan"]["files"][0]["takes"]["rendered"], 0);
        }
    }
}

TEST(Render, WritesTheOneBookWhereItIsTold) {
    const Workshop workshop;
    const std::string source = workshop.write("petrenko.txt", petrenko);
    const Outcome outcome =
        workshop.recital({"render", source, "-o", "some/where/Life.M4B", "--no-cache", "-q"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.out + outcome.err, "");
    EXPECT_TRUE(std::filesystem::is_regular_file(workshop.path("some/where/Life.M4B")));
}

TEST(Render, WritesWave) {
    const Workshop workshop;
    workshop.write("petrenko.txt", petrenko);
    const auto lines =
        results_in(workshop.render({"petrenko.txt", "--format", "wav", "--sample-rate", "44100"}).out);
    ASSERT_EQ(lines.size(), 2U);
    expect_documented_shape(lines[0], "book");
    const Json& file = file_of(lines[0]);
    EXPECT_EQ(file["format"], "wav");
    EXPECT_EQ(file["rate"], 44100);
    const std::string path = file["file"];
    EXPECT_TRUE(path.ends_with("Bekzat Petrenko.wav"));
    EXPECT_EQ(decode(path).size(), file["samples"]);
}

TEST(Render, ReadsAnotherLanguageWithItsVoiceAndSaysSo) {
    const Workshop workshop;
    workshop.write("bach.txt", "Johann Sebastian Bach wurde am 31. März 1685 in Eisenach geboren und war ein "
                               "Sohn von einem Musiker, der auch selbst ein Geiger war.\n");
    const Outcome german = workshop.render({"bach.txt"});
    EXPECT_NE(german.err.find("German"), std::string::npos) << german.err;
    EXPECT_NE(german.err.find("gmw/de"), std::string::npos) << german.err;
    const auto report = results_in(german.out);
    ASSERT_FALSE(report.empty()) << german.out;
    // The pause at the head, the text, and two announcements in German.
    EXPECT_EQ(report.at(0)["book"]["files"][0]["takes"]["rendered"], 4);
    workshop.write("bach.md", "---\nlanguage: en\n---\n" + std::string(petrenko));
    EXPECT_EQ(workshop.render({"bach.md"}).err.find("eSpeak NG's voice for"), std::string::npos);
}

TEST(Render, SpeaksFasterAndSlower) {
    const Workshop workshop;
    workshop.write("petrenko.txt", petrenko);
    const auto seconds = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "petrenko.txt");
        arguments.emplace_back("--dry-run");
        return results_in(workshop.render(std::move(arguments)).out)
            .at(0)["plan"]["files"][0]["seconds"]
            .get<double>();
    };
    const double usual = seconds({});
    EXPECT_NEAR(seconds({"--speed", "2"}), usual / 2, usual * 0.02);
    EXPECT_NEAR(seconds({"--wpm", "100"}), 2 * seconds({"--wpm", "200"}), usual * 0.02);
    EXPECT_GT(seconds({"-v", "clear"}), usual * 1.2);
}

TEST(Render, GivesMusiciansOfOneFirstNameTheirOwnBooks) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.txt", "Bekzat Sánchez Pérez was born in Lima. Bekzat Sánchez Pérez sang.\n");
    workshop.write("in/draft.txt", petrenko + "\nIn that moment, his friends wept.\n");
    workshop.write("in/sub/c.txt",
                   "Bekzat Petrenko was a teacher in his later years.\n\nHis pupils came from "
                   "far away, and he asked none of them for money.\n");
    workshop.write("in/.hidden.txt", baktybekova);
    workshop.write("in/cover.xyz", "not a text");
    const Outcome outcome = workshop.render({"in", "--dry-run"});
    const auto lines = results_in(outcome.out);
    ASSERT_EQ(lines.size(), 3U) << outcome.out;
    EXPECT_THAT((std::vector<std::string>{lines[0]["plan"]["musician"], lines[1]["plan"]["musician"]}),
                UnorderedElementsAre("Bekzat Petrenko", "Bekzat Sánchez Pérez"));
    const std::size_t of_petrenko = lines[0]["plan"]["musician"] == "Bekzat Petrenko" ? 0 : 1;
    EXPECT_EQ(lines[of_petrenko]["plan"]["sources"].size(), 2U) << "two texts, and two drafts of one of them";
    EXPECT_NE(outcome.err.find("draft"), std::string::npos) << "the draft that is passed over is named";
    EXPECT_NE(outcome.err.find("cover.xyz"), std::string::npos) << "files of an unknown kind are named";
}

} // namespace
} // namespace recital
