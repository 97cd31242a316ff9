// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::StartsWith;

/// Books of the sample biographies, rendered once for all tests.
class FinishedBooks : public testing::Test {
protected:
    static void SetUpTestSuite() {
        shop = std::make_unique<Workshop>();
        const Outcome outcome = shop->render({sample_biographies.string()});
        ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
        for (const std::string& name : Workshop::files_below(shop->books())) {
            books.push_back((shop->books() / name).string());
        }
        report = json_lines(outcome.out);
    }
    static void TearDownTestSuite() {
        shop.reset();
        books.clear();
    }

    /// `recital COMMAND BOOK... EXTRA...`
    static Outcome run(const char* command, const std::vector<std::string>& extra) {
        std::vector<std::string> arguments = {command};
        arguments.insert(arguments.end(), books.begin(), books.end());
        arguments.insert(arguments.end(), extra.begin(), extra.end());
        return shop->recital(arguments);
    }

    static std::unique_ptr<Workshop> shop;
    static std::vector<std::string> books;
    static std::vector<Json> report;
};

std::unique_ptr<Workshop> FinishedBooks::shop;
std::vector<std::string> FinishedBooks::books;
std::vector<Json> FinishedBooks::report;

TEST_F(FinishedBooks, AreWhole) {
    const Outcome outcome = run("verify", {});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    std::istringstream lines(outcome.out);
    std::string line;
    for (const std::string& book : books) {
        ASSERT_TRUE(std::getline(lines, line));
        EXPECT_THAT(line, StartsWith(book + ": whole (m4b, "));
    }
    EXPECT_FALSE(std::getline(lines, line));
}

TEST_F(FinishedBooks, AreToldApartFromBrokenOnes) {
    const std::string whole = content_of(books[0]);
    const auto cut = shop->write("cut.m4b", whole.substr(0, whole.size() * 2 / 3));
    std::string flipped = whole;
    flipped[whole.size() / 2] = static_cast<char>(flipped[whole.size() / 2] ^ 1);
    const auto changed = shop->write("flipped.m4b", flipped);
    const auto empty = shop->write("empty.m4b", "");
    const auto text = shop->write("text.m4b", petrenko);
    const Outcome outcome = run("verify", {cut.string(), changed.string(), empty.string(), text.string(),
                                           shop->books().string(), shop->path("absent.m4b").string()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.out, HasSubstr("cut.m4b: broken: "));
    EXPECT_THAT(outcome.out, HasSubstr("are missing"));
    EXPECT_THAT(outcome.out, HasSubstr("flipped.m4b: broken: "));
    EXPECT_THAT(outcome.out, HasSubstr("empty.m4b: broken: is empty\n"));
    EXPECT_THAT(outcome.out, HasSubstr("text.m4b: broken: is not an audio file"));
    EXPECT_THAT(outcome.out, HasSubstr("books: broken: is a folder"));
    EXPECT_THAT(outcome.out, HasSubstr("absent.m4b: broken: there is no such file\n"));
    EXPECT_THAT(outcome.out, HasSubstr(books[0] + ": whole"));
}

TEST(Verify, CountsOneChapterAsOne) {
    const Workshop workshop;
    workshop.write("a.txt", baktybekova);
    ASSERT_EQ(workshop.recital({"render", "a.txt", "-o", "a.flac", "--no-cache"}).exit_code, 0);
    EXPECT_THAT(workshop.recital({"verify", "a.flac"}).out, StartsWith("a.flac: whole (flac, 1 chapter, 0:"));
}

TEST_F(FinishedBooks, AreVerifiedAsJsonToo) {
    const auto lines = json_lines(run("verify", {"--json", shop->path("absent.m4b").string()}).out);
    ASSERT_EQ(lines.size(), books.size() + 1);
    EXPECT_EQ(lines[0]["schema"], 1);
    EXPECT_EQ(lines[0]["verification"]["file"], books[0]);
    EXPECT_EQ(lines[0]["verification"]["whole"], true);
    EXPECT_EQ(lines.back()["verification"]["whole"], false);
    EXPECT_EQ(lines.back()["verification"]["faults"].size(), 1U);
}

TEST_F(FinishedBooks, MeasureWhatTheReportOfTheRunSaid) {
    const auto lines = json_lines(run("inspect", {"--json"}).out);
    ASSERT_EQ(lines.size(), books.size());
    for (const Json& line : lines) {
        const Json& inspection = line["inspection"];
        const auto told = std::find_if(report.begin(), report.end(), [&](const Json& json) {
            return json.contains("book") && json["book"]["files"][0]["file"] == inspection["file"];
        });
        ASSERT_NE(told, report.end());
        const Json& file = (*told)["book"]["files"][0];
        EXPECT_EQ(inspection["samples"], file["samples"]);
        EXPECT_NEAR(inspection["limiter"]["greatest_reduction"].get<double>(),
                    file["limiter"]["greatest_reduction"].get<double>(), 0.01);
        EXPECT_NEAR(inspection["limiter"]["share_over_3_db"].get<double>(),
                    file["limiter"]["share_over_3_db"].get<double>(), 1e-6);
        ASSERT_EQ(inspection["chapters"].size(), file["chapters"].size());
        for (std::size_t n = 0; n < file["chapters"].size(); ++n) {
            EXPECT_EQ(inspection["chapters"][n]["title"], file["chapters"][n]["title"]);
            EXPECT_NEAR(inspection["chapters"][n]["start"].get<double>(),
                        file["chapters"][n]["start"].get<double>(), 1e-4);
            EXPECT_GT(inspection["chapters"][n]["words_per_minute"], 100);
            EXPECT_LT(inspection["chapters"][n]["words_per_minute"], 220);
        }
        EXPECT_NEAR(inspection["loudness"].get<double>(), inspection["target"]["loudness"].get<double>(),
                    0.5);
        EXPECT_LE(inspection["true_peak"], inspection["target"]["true_peak"]);
        EXPECT_LT(inspection["floor"], -70);
        EXPECT_GT(inspection["pauses"]["count"], 20);
        EXPECT_GT(inspection["pauses"]["longest"], 2.5);
    }
}

/// The integrated loudness and true peak that ffmpeg's meter reads.
std::pair<double, double> measured_by_ffmpeg(const std::string& file) {
    const Outcome outcome = run_command({"ffmpeg", "-hide_banner", "-nostdin", "-i", file, "-map", "0:a",
                                         "-af", "ebur128=peak=true:dualmono=false", "-f", "null", "-"});
    const auto value_after = [&](const std::string& name) {
        const std::size_t summary = outcome.err.rfind("Summary:");
        return std::stod(outcome.err.substr(outcome.err.find(name, summary) + name.size()));
    };
    return {value_after("I:"), value_after("Peak:")};
}

TEST_F(FinishedBooks, MeasureAsFfmpegDoes) {
    for (const Json& line : json_lines(run("inspect", {"--json"}).out)) {
        const Json& inspection = line["inspection"];
        const auto [loudness, peak] = measured_by_ffmpeg(inspection["file"]);
        EXPECT_NEAR(inspection["loudness"].get<double>(), loudness, 0.1);
        EXPECT_NEAR(inspection["true_peak"].get<double>(), peak, 0.15);
    }
}

TEST_F(FinishedBooks, AreShownAsATable) {
    const Outcome outcome = run("inspect", {shop->path("absent.m4b").string()});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, HasSubstr("absent.m4b: there is no such file"));
    EXPECT_THAT(outcome.out, HasSubstr("mastered to -19 LUFS and -3 dBTP"));
    EXPECT_THAT(outcome.out, HasSubstr("All of it"));
    EXPECT_EQ(shop->recital({"inspect", shop->path("absent.m4b").string()}).exit_code, 3);
}

TEST_F(FinishedBooks, AreDrawn) {
    for (const char* name : {"plot.svg", "plot.PNG"}) {
        const std::string plot = shop->path(name).string();
        const Outcome outcome = shop->recital({"inspect", books[0], "--plot", plot});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        const std::string first = content_of(plot);
        const Outcome again = shop->recital({"inspect", books[0], "--plot", plot});
        EXPECT_EQ(again.exit_code, 2) << "a person's file was replaced without a word";
        EXPECT_THAT(again.err, HasSubstr("--overwrite"));
        ASSERT_EQ(shop->recital({"inspect", books[0], "--overwrite", "--plot", plot}).exit_code, 0);
        EXPECT_EQ(content_of(plot), first) << "depends on something but the book";
    }
    EXPECT_THAT(content_of(shop->path("plot.svg")), HasSubstr("<svg "));
    EXPECT_THAT(content_of(shop->path("plot.PNG")), StartsWith("\x89PNG"));
    const Json picture = probe(shop->path("plot.PNG"));
    EXPECT_EQ(picture["streams"][0]["width"], 1600);
}

TEST_F(FinishedBooks, AreDrawnOneByOneAndInKnownKindsAlone) {
    const Outcome two = run("inspect", {"--plot", "plot.svg"});
    EXPECT_EQ(two.exit_code, 2);
    EXPECT_THAT(two.err, HasSubstr("--plot draws one file"));
    const Outcome other = shop->recital({"inspect", books[0], "--plot", "plot.jpg"});
    EXPECT_EQ(other.exit_code, 2);
    EXPECT_THAT(other.err, HasSubstr(".svg or .png"));
    const Outcome nowhere = shop->recital({"inspect", books[0], "--plot", "absent/plot.svg"});
    EXPECT_NE(nowhere.exit_code, 0);
    EXPECT_THAT(nowhere.err, HasSubstr("absent"));
}

} // namespace
} // namespace recital
