// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads on standard error, and a program in the report, of a run over a folder of all sorts.
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace recital::testing_support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string tables =
    "\n| a | b |\n|---|---|\n| 1 | 2 |\n\nHe stayed.\n\n| c | d |\n|---|---|\n| 3 | 4 |\n\nHe left.\n";

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

/// The objects of that kind in a report.
std::vector<Json> lines_of(const Outcome& outcome, const std::string& kind) {
    std::vector<Json> found;
    for (const Json& line : json_lines(outcome.out)) {
        if (line.contains(kind)) {
            found.push_back(line[kind]);
        }
    }
    return found;
}

TEST(WhatIsSaid, NamesEverySourceAndItsBook) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.md", "# Bekzat Petrenko\n\n" + petrenko + "\nIn his old age he grew roses.\n");
    const Outcome outcome = workshop.render({"in/a.txt", "--format", "m4b,wav"});
    const std::string book = (workshop.books() / "Bekzat Petrenko").string();
    EXPECT_THAT(outcome.err, HasSubstr("in/a.txt -> " + book + ".m4b, " + book + ".wav\n"));
    EXPECT_EQ(lines_of(outcome, "book").at(0)["sources"], Json({"in/a.txt"}));
}

TEST(WhatIsSaid, NamesATextThatIsLeftOutAsNearlyTheSame) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko + baktybekova);
    workshop.write("in/b.txt", petrenko + baktybekova + "\nHe stayed.\n");
    const Outcome outcome = workshop.render({"in"});
    const auto skipped = lines_of(outcome, "skipped");
    ASSERT_EQ(skipped.size(), 1U);
    EXPECT_EQ(skipped[0]["code"], "near-copy");
    EXPECT_EQ(skipped[0]["source"], "in/a.txt");
    EXPECT_THAT(outcome.err, HasSubstr("in/a.txt: skipped: nearly the same text as in/b.txt"));
}

TEST(WhatIsSaid, SumsUpSkippedFilesAndFailures) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.pdf", "%PDF-1.4\n");
    workshop.write("in/c.pdf", "%PDF-1.4\n");
    workshop.write("in/d.xyz", "x");
    workshop.write("in/empty.txt", "");
    workshop.write("in/wrong.txt", "%PDF-1.4\n");
    const Outcome outcome = workshop.render({"in"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(count(outcome.err, "recital: warning: "), 2U) << "one for each cause\n" << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("recital: warning: in/b.pdf: skipped: a PDF: "));
    EXPECT_THAT(outcome.err, HasSubstr("\nSkipped, 3 files:\n  in/b.pdf, in/c.pdf: a PDF: "));
    EXPECT_THAT(outcome.err, HasSubstr("recital: error: in/empty.txt: "));
    EXPECT_THAT(outcome.err, HasSubstr("\nFailed, 2 sources:\n  in/empty.txt: "));
    EXPECT_THAT(outcome.err, HasSubstr("1 book in "));
    EXPECT_THAT(outcome.err, HasSubstr(", 2 failed, 3 skipped\n"));
    EXPECT_EQ(lines_of(outcome, "skipped").size(), 3U);
    const Json done = lines_of(outcome, "done").at(0);
    EXPECT_EQ(done["failed"], 2);
    EXPECT_EQ(done["skipped"], 3);
}

TEST(WhatIsSaid, WarnsOnceOfEachCause) {
    const Workshop workshop;
    workshop.write("in/a.md", "# Bekzat Petrenko\n\n" + petrenko + tables);
    workshop.write("in/b.md", "# Valentin Baktybekova\n\n" + baktybekova + tables);
    const Outcome outcome = workshop.render({"in"});
    EXPECT_EQ(count(outcome.err, "a table is not read aloud"), 1U) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("recital: warning: 3 more places of the same kind (in/a.md:"));
    const auto warnings = lines_of(outcome, "warning");
    ASSERT_EQ(warnings.size(), 4U) << "a program gets them all";
    EXPECT_EQ(warnings[3]["code"], "table-not-read");
    EXPECT_EQ(warnings[3]["source"], "in/b.md");
    EXPECT_GT(warnings[3]["line"], 4);
    EXPECT_EQ(lines_of(outcome, "done").at(0)["warnings"], 4);
}

TEST(WhatIsSaid, PassesOverItsOwnBooks) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    const std::vector<std::string> arguments = {
        "render",           "in",        "-o", "in", "--format", "m4b,mp3", "--split-chapters", "--subtitles",
        "vtt,srt,lrc,json", "--no-cache"};
    EXPECT_EQ(workshop.recital(arguments).exit_code, 0);
    const Outcome again = workshop.recital(arguments);
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_THAT(again.err, AllOf(Not(HasSubstr("skipped")), Not(HasSubstr("warning"))));
}

TEST(WhatIsSaid, NamesAnAudioFileOfSomebodyElse) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/theirs.mp3", std::string("ID3\4\0\0", 6));
    EXPECT_THAT(workshop.render({"in"}).err, HasSubstr("in/theirs.mp3: skipped: an audio file (MP3)"));
}

TEST(WhatIsSaid, InformsOfALexicon) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/lexicon.tsv", "Petrenko\t/pəˈtrɛnkoʊ/\n");
    const Outcome outcome = workshop.render({"in"});
    EXPECT_THAT(outcome.err, HasSubstr("recital: in/lexicon.tsv: used for the texts in this folder: 1 pron"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("warning")));
    EXPECT_EQ(lines_of(outcome, "notice").at(0)["code"], "lexicon-used");
    EXPECT_EQ(lines_of(outcome, "done").at(0)["warnings"], 0);
    EXPECT_THAT(workshop.render({"in", "-q"}).err, Not(HasSubstr("lexicon")));
}

TEST(WhatIsSaid, BeginsFailuresWithError) {
    const Workshop workshop;
    EXPECT_THAT(workshop.render({"absent.txt"}).err, StartsWith("recital: error: absent.txt: "));
    EXPECT_THAT(workshop.recital({"render", "--no-such"}).err, StartsWith("recital: error: "));
    EXPECT_THAT(workshop.recital({"script", "absent.txt"}).err, StartsWith("recital: error: absent.txt: "));
}

TEST(WhatIsSaid, GivesTheIdOfAFailure) {
    const Workshop workshop;
    workshop.write("d.jsonl", R"({"id":"q1","name":"Nobody"})"
                              "\n");
    const Outcome outcome = workshop.render({"d.jsonl", "absent.txt"});
    EXPECT_EQ(lines_of(outcome, "failed").at(0)["id"], "q1");
    EXPECT_EQ(lines_of(outcome, "failed").at(1)["id"], "");
}

TEST(WhatIsSaid, EndsAPlanWithTotals) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    workshop.write("in/b.txt", baktybekova);
    const Outcome outcome = workshop.render({"in", "--dry-run"});
    EXPECT_THAT(outcome.err, HasSubstr("in/a.txt -> "));
    EXPECT_THAT(outcome.err, HasSubstr("  about Bekzat Petrenko, named by "));
    EXPECT_THAT(outcome.err, HasSubstr("2 books planned in "));
    EXPECT_THAT(outcome.err, HasSubstr("estimated"));
    const Json done = lines_of(outcome, "done").at(0);
    EXPECT_GT(done["audio_seconds"], 5.0);
    EXPECT_GT(done["bytes"], 10000);
    EXPECT_GT(done["cpu_seconds"], 0.0);
    EXPECT_EQ(lines_of(workshop.render({"in"}), "done").at(0).count("cpu_seconds"), 0U);
}

/// What remains to be made is what costs.
TEST(WhatIsSaid, EstimatesNoWorkForWhatIsInTheCache) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    EXPECT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    EXPECT_LT(lines_of(workshop.render({"a.txt", "--dry-run"}), "done").at(0)["cpu_seconds"], 0.001);
}

TEST(Streams, AreRendered) {
    const Workshop workshop;
    for (const char* name : {"-", "/dev/stdin", "/dev/fd/0"}) {
        const Outcome outcome = workshop.recital({"render", name, "-o", "b.m4b", "--no-cache"}, petrenko);
        EXPECT_EQ(outcome.exit_code, 0) << name << outcome.err;
    }
}

TEST(Streams, AreRenderedFromPipes) {
    const Workshop workshop;
    workshop.write("a.md", "# Bekzat Petrenko\n\n" + petrenko);
    for (const std::string command :
         {"cat a.md | \"$0\" render - -o one --no-cache", "\"$0\" render <(cat a.md) -o two --no-cache",
          "cat a.md | \"$0\" script -", "\"$0\" script <(cat a.md)"}) {
        Program running({"bash", "-c", command, RECITAL_PROGRAM});
        workshop.prepare(running);
        const Outcome outcome = running.run();
        EXPECT_EQ(outcome.exit_code, 0) << command << outcome.err;
    }
    EXPECT_EQ(Workshop::files_below(workshop.path("one")), std::vector<std::string>{"Bekzat Petrenko.m4b"});
    EXPECT_EQ(Workshop::files_below(workshop.path("two")), std::vector<std::string>{"Bekzat Petrenko.m4b"});
}

TEST(Streams, DoNotNameTheMusician) {
    const Workshop workshop;
    const std::string nobody = "It rained all day. The streets were empty.\n";
    const Outcome outcome = workshop.recital({"render", "-", "-o", "b.m4b"}, nobody);
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("give --musician"));
    EXPECT_EQ(workshop.recital({"render", "-", "-o", "b.m4b", "--musician", "Rain"}, nobody).exit_code, 0);
    EXPECT_EQ(workshop.recital({"script", "-"}, nobody).exit_code, 0);
}

const std::string rows =
    R"({"id":"q1","name":"Ilan Roth","text":"Ilan Roth was a composer. He wrote songs."})"
    "\n"
    R"({"id":"q2","name":"Mara Vell","text":"Mara Vell was a pianist. She played."})"
    "\n";

TEST(Id, SelectsARow) {
    const Workshop workshop;
    workshop.write("d.jsonl", rows);
    workshop.write("t.csv", "mbid,name,bio\nm7,Mara Vell,Mara Vell was a pianist. She played.\n");
    EXPECT_EQ(workshop.recital({"render", "d.jsonl", "--id", "q2", "-o", "b", "--no-cache"}).exit_code, 0);
    EXPECT_EQ(Workshop::files_below(workshop.path("b")), std::vector<std::string>{"Mara Vell.m4b"});
    EXPECT_THAT(workshop.recital({"script", "d.jsonl", "--id", "q2"}).out, HasSubstr("She played."));
    EXPECT_THAT(workshop.recital({"script", "t.csv", "--id", "m7"}).out, HasSubstr("She played."));
    EXPECT_THAT(workshop.recital({"script", "t.csv", "--fields", "id=name", "--id", "Mara Vell"}).out,
                HasSubstr("She played."));
}

TEST(Id, IsRepeatable) {
    const Workshop workshop;
    workshop.write("d.jsonl", rows);
    const Outcome outcome = workshop.render({"d.jsonl", "--id", "q2", "--id", "q1", "--dry-run"});
    EXPECT_EQ(lines_of(outcome, "plan").size(), 2U);
}

TEST(Id, ThatNothingHasFails) {
    const Workshop workshop;
    workshop.write("d.jsonl", rows);
    const Outcome outcome = workshop.render({"d.jsonl", "--id", "q9"});
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("has the id \"q9\""));
    EXPECT_EQ(lines_of(outcome, "failed").at(0)["id"], "q9");
    EXPECT_THAT(workshop.recital({"script", "d.jsonl", "--id", "q9"}).err, HasSubstr("no row has the id"));
    EXPECT_THAT(workshop.recital({"script", "d.jsonl"}).err, HasSubstr("--id"));
}

TEST(Files, OfForeignKindsAreNeverReadAloud) {
    const Workshop workshop;
    workshop.write("a.pdf", "%PDF-1.4\n");
    workshop.write("a.py", "print('She sang.')\n");
    for (const char* name : {"a.pdf", "a.py"}) {
        EXPECT_EQ(workshop.recital({"render", name, "-o", "b"}).exit_code, 3);
        EXPECT_EQ(workshop.recital({"script", name}).exit_code, 3);
        EXPECT_EQ(workshop.recital({"script", "--lines", name}).exit_code, 3);
        EXPECT_EQ(workshop.recital({"lexicon", "check", name}).exit_code, 3);
    }
    EXPECT_EQ(workshop.recital({"script", "-"}, "%PDF-1.4\n").exit_code, 3);
}

} // namespace
} // namespace recital::testing_support
