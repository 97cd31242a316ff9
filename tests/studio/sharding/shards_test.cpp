// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sharded_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto place = text.find(what);
    EXPECT_NE(place, std::string::npos) << what;
    return text.replace(place, what.size(), by);
}

/// What became of the file of a plan.
struct Damage {
    const char* name;
    std::string (*damage)(const std::string& plan);
    const char* told;
};

void PrintTo(const Damage& damage, std::ostream* out) {
    *out << damage.name;
}

const std::vector<Damage> damages = {
    {"empty", [](const std::string&) { return std::string(); }, "no complete plan"},
    {"text", [](const std::string&) { return std::string("Otto Kern sang.\n"); }, "no complete plan"},
    {"json", [](const std::string&) { return std::string("{\"id\":1}\n"); }, "no complete plan"},
    {"one_line_break", [](const std::string&) { return std::string("\n"); }, "no complete plan"},
    {"without_last_byte", [](const std::string& plan) { return plan.substr(0, plan.size() - 1); },
     "its end is missing"},
    {"half", [](const std::string& plan) { return plan.substr(0, plan.size() / 2); }, "no complete plan"},
    {"without_last_line",
     [](const std::string& plan) { return plan.substr(0, plan.rfind('\n', plan.size() - 2) + 1); },
     "no complete plan"},
    {"only_last_line",
     [](const std::string& plan) { return plan.substr(plan.rfind('\n', plan.size() - 2) + 1); },
     "no complete plan"},
    {"without_first_line", [](const std::string& plan) { return plan.substr(plan.find('\n') + 1); },
     "no complete plan"},
    {"last_line_changed",
     [](const std::string& plan) { return replaced(plan, "\"books\":3", "\"books\":2"); },
     "no complete plan"},
    {"first_line_changed",
     [](const std::string& plan) {
         return replaced(plan, "\"arguments\":[", "\"arguments\":[\"--musician=A\"");
     },
     "no complete plan"},
    {"record_changed",
     [](const std::string& plan) { return replaced(plan, "\"musician\":\"Ada", "\"musician\":\"Eda"); },
     "plan:"},
    {"record_of_another_version",
     [](const std::string& plan) { return replaced(plan, "\"recital_plan\":1,", "\"recital_plan\":9,"); },
     "version"},
    {"another_version",
     [](const std::string& plan) {
         return replaced(plan, "\"recital_plan_end\":1", "\"recital_plan_end\":9");
     },
     "version"},
    {"index_changed",
     [](const std::string& plan) {
         return replaced(plan, "\"recital_plan_index\":[    ", "\"recital_plan_index\":[ x  ");
     },
     "plan"},
    {"line_added", [](const std::string& plan) { return plan + "{}\n"; }, "no complete plan"},
    {"zeros_added", [](const std::string& plan) { return plan + std::string(5000, '\0'); },
     "its end is missing"},
};

class DamagedPlan : public testing::TestWithParam<Damage> {};

INSTANTIATE_TEST_SUITE_P(Damages, DamagedPlan, testing::ValuesIn(damages),
                         [](const auto& damage) { return damage.param.name; });

TEST_P(DamagedPlan, IsRefused) {
    const ShardedRun run;
    run.write_rows(short_rows(3));
    ASSERT_EQ(run.plan().exit_code, 0);
    run.workshop.write("plan", GetParam().damage(content_of(run.plan_file())));
    const Outcome outcome = run.shard("1/1");
    EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(GetParam().told));
    EXPECT_THAT(outcome.err, testing::Not(HasSubstr("defect")));
    EXPECT_EQ(run.merge().exit_code, 3);
}

TEST(Plan, ThatIsNoFileIsRefused) {
    const ShardedRun run;
    EXPECT_EQ(run.shard("1/1").exit_code, 3) << "there is none";
    std::filesystem::create_directory(run.plan_file());
    EXPECT_EQ(run.shard("1/1").exit_code, 3) << "it is a folder";
    EXPECT_EQ(run.merge().exit_code, 3);
}

TEST(Plan, IsTheSameForTheSameTexts) {
    const ShardedRun run;
    run.write_rows(short_rows(9));
    ASSERT_EQ(run.plan().exit_code, 0);
    const std::string plan = content_of(run.plan_file());
    ASSERT_EQ(run.plan().exit_code, 0);
    EXPECT_EQ(content_of(run.plan_file()), plan);
}

TEST(Plan, OfNothingReplacesNoPlan) {
    const ShardedRun run;
    run.workshop.write("in/empty.txt", "");
    EXPECT_EQ(run.plan().exit_code, 3);
    EXPECT_FALSE(std::filesystem::exists(run.plan_file()));
    run.workshop.write("in/a.txt", "Ilan Roth was a composer.\n");
    (void)run.plan();
    const std::string plan = content_of(run.plan_file());
    run.workshop.write("in/a.txt", "");
    EXPECT_EQ(run.plan().exit_code, 3);
    EXPECT_EQ(content_of(run.plan_file()), plan);
}

/// Options that decide what the books are.
class OptionsOfAPlan : public testing::TestWithParam<std::vector<std::string>> {};

const std::vector<std::vector<std::string>> shaping_options = {
    {"--format", "mp3,opus"},
    {"--format", "wav", "--format", "flac", "--sample-rate", "48000"},
    {"--bitrate", "48"},
    {"--split-chapters", "--min-chapter", "0"},
    {"--subtitles", "vtt,srt", "--subtitles", "lrc"},
    {"--no-lyrics"},
    {"--lyrics"},
    {"--cover", "none"},
    {"--cover", "cover.png"},
    {"--metadata", "album=An Album", "--metadata", "genre=", "--metadata", "comment=a, b = c"},
    {"--output-template", "{language}/{musician} - {id}"},
    {"--encoding", "windows-1252"},
    {"--language", "de"},
    {"--chapters-from", "paragraphs", "--min-chapter", "0"},
    {"--no-repair"},
    {"--read-captions"},
    {"--fields", "name=name,text=text,id=id"},
    {"--id", "row-1", "--id", "row-2"},
    {"--voice", "british", "--speed", "1.2"},
    {"-v", "own.toml"},
    {"--lexicon", "names.tsv", "--lexicon", "more.tsv"},
    {"--wpm", "200"},
    {"--announce", "none"},
    {"--announce", "opening,closing"},
};

INSTANTIATE_TEST_SUITE_P(Options, OptionsOfAPlan, testing::ValuesIn(shaping_options));

void write_texts(const ShardedRun& run) {
    std::vector<Row> rows = short_rows(3);
    rows.front().text = "# Youth\n\nAda Merle sang in Caf\xC3\x83\xC2\xA9s.\n\n# Age\n\nShe danced.";
    run.write_rows(rows);
    run.workshop.write("own.toml",
                       "description = \"d\"\nlanguage = \"en-US\"\n[engine]\nvoice = \"gmw/en-US\"\n");
    run.workshop.write("names.tsv", "Merle\tMER-luh\n");
    run.workshop.write("more.tsv", "Torro\ttor-ROH\n");
    EXPECT_EQ(run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x64", "-frames:v",
                           "1", run.workshop.path("cover.png")})
                  .exit_code,
              0);
}

TEST_P(OptionsOfAPlan, MakeTheBooksOfOneRun) {
    const ShardedRun run;
    write_texts(run);
    const Outcome planned = run.plan(GetParam());
    ASSERT_EQ(planned.exit_code, 0) << planned.err;
    const Outcome single = run.single_run(GetParam());
    ASSERT_EQ(single.exit_code, 0) << single.err;
    for (const char* shard : {"1/2", "2/2"}) {
        const Outcome outcome = run.shard(shard);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    }
    EXPECT_TRUE(run.books() == ShardedRun::contents(run.single())); // EXPECT_EQ would print whole books
    const FileTimes before = run.times();
    EXPECT_EQ(run.shard("1-2/2").exit_code, 0);
    EXPECT_EQ(run.files_made_since(before), std::vector<std::string>());
    EXPECT_EQ(run.merge().exit_code, 0);
}

TEST_P(OptionsOfAPlan, AreRefusedForAShard) {
    const ShardedRun run;
    run.write_rows(short_rows(1));
    ASSERT_EQ(run.plan().exit_code, 0);
    const Outcome outcome = run.shard("1/1", GetParam());
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("give it to `recital plan`"));
    EXPECT_TRUE(run.books().empty());
}

struct ShardMisuse {
    std::vector<std::string> arguments; ///< PLAN is a plan
    const char* told;
};

const std::vector<ShardMisuse> misuses = {
    {{"render", "in", "--plan", "PLAN"}, "not both"},
    {{"render", "in", "--shard", "1/2"}, "--plan"},
    {{"render", "in", "--retry-failed", "manifest.json"}, "not both"},
    {{"render", "--shard", "1/2"}, "--plan"},
    {{"render", "--retry-failed", "manifest.json", "--shard", "1/2"}, "--shard"},
    {{"render", "--plan", "PLAN", "-o", "book.m4b"}, "book.m4b"},
    {{"render", "--plan", "PLAN", "--shard", "0/2"}, "from 1 to 2"},
    {{"render", "--plan", "PLAN", "--shard", "3/2"}, "from 1 to 2"},
    {{"render", "--plan", "PLAN", "--shard", "2-1/2"}, "from 1 to 2"},
    {{"render", "--plan", "PLAN", "--shard", "1-3/2"}, "from 1 to 2"},
    {{"render", "--plan", "PLAN", "--shard", "1"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "1/0"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "-1/2"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "1/2/3"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "1.5/2"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "one/two"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "/2"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "1-/2"}, "K/N"},
    {{"render", "--plan", "PLAN", "--shard", "99999999999999999999/99999999999999999999"}, "K/N"},
    {{"plan", "-", "-o", "PLAN"}, "standard input"},
    {{"plan", "in"}, "--output"},
    {{"merge", "books"}, "--plan"},
};

TEST(Shards, ThatAreAskedForWronglyAreRefused) {
    const ShardedRun run;
    run.write_rows(short_rows(2));
    ASSERT_EQ(run.plan().exit_code, 0);
    for (ShardMisuse misuse : misuses) {
        std::replace(misuse.arguments.begin(), misuse.arguments.end(), std::string("PLAN"),
                     run.plan_file().string());
        const Outcome outcome = run.workshop.recital(misuse.arguments);
        EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(misuse.arguments) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(misuse.told)) << testing::PrintToString(misuse.arguments);
    }
    EXPECT_FALSE(std::filesystem::exists(run.workshop.path("audiobooks")));
}

/// The number of a task as an engine gives it.
struct ArrayNumber {
    std::vector<std::pair<std::string, std::string>> environment;
    std::string shard; ///< which it is, of 3; empty: refused
    const char* told = "";
};

const std::vector<ArrayNumber> array_numbers = {
    {{{"SLURM_ARRAY_TASK_ID", "1"}}, "shard-1-of-3"},
    {{{"SLURM_ARRAY_TASK_ID", "3"}}, "shard-3-of-3"},
    {{{"JOB_COMPLETION_INDEX", "0"}}, "shard-1-of-3"},
    {{{"JOB_COMPLETION_INDEX", "2"}}, "shard-3-of-3"},
    {{{"AWS_BATCH_JOB_ARRAY_INDEX", "0"}}, "shard-1-of-3"},
    {{{"AWS_BATCH_JOB_ARRAY_INDEX", "2"}}, "shard-3-of-3"},
    // Slurm's count is that of the tasks that were submitted again, and its rank is 0 in each of them.
    {{{"SLURM_ARRAY_TASK_ID", "2"}, {"SLURM_ARRAY_TASK_COUNT", "1"}, {"SLURM_PROCID", "0"}}, "shard-2-of-3"},
    {{}, "", "no array job"},
    {{{"SLURM_PROCID", "0"}}, "", "no array job"},
    {{{"SLURM_ARRAY_TASK_ID", "1"}, {"JOB_COMPLETION_INDEX", "0"}}, "", "are set"},
    {{{"JOB_COMPLETION_INDEX", "1"}, {"AWS_BATCH_JOB_ARRAY_INDEX", "1"}}, "", "are set"},
    {{{"SLURM_ARRAY_TASK_ID", "0"}}, "", "--array=1-N"},
    {{{"SLURM_ARRAY_TASK_ID", "4"}}, "", "1 to 3"},
    {{{"JOB_COMPLETION_INDEX", "3"}}, "", "0 to 2"},
    {{{"AWS_BATCH_JOB_ARRAY_INDEX", "3"}}, "", "0 to 2"},
    {{{"SLURM_ARRAY_TASK_ID", ""}}, "", "1 to 3"},
    {{{"SLURM_ARRAY_TASK_ID", "one"}}, "", "'one'"},
    {{{"SLURM_ARRAY_TASK_ID", "1 "}}, "", "1 to 3"},
    {{{"SLURM_ARRAY_TASK_ID", "-1"}}, "", "1 to 3"},
    {{{"SLURM_ARRAY_TASK_ID", "99999999999999999999"}}, "", "1 to 3"},
};

TEST(Shards, TakeTheirNumberFromTheEngineThatStartsThem) {
    for (const ArrayNumber& number : array_numbers) {
        const ShardedRun run;
        run.write_rows(short_rows(3));
        ASSERT_EQ(run.plan().exit_code, 0);
        Program program(run.shard_command("auto/3"));
        run.workshop.prepare(program);
        for (const auto& [name, value] : number.environment) {
            program.with_environment(name, value);
        }
        const Outcome outcome = program.run();
        EXPECT_EQ(outcome.exit_code, number.shard.empty() ? 2 : 0) << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr(number.told));
        const std::vector<Json> lines = run.manifest_lines();
        EXPECT_EQ(lines.empty() ? std::string() : lines.back()["shard"].get<std::string>(), number.shard);
    }
}

} // namespace
} // namespace recital
