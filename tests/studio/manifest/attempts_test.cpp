// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sharded_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;

/// So many books that an attempt at them can be stopped in the middle.
constexpr std::size_t many = 24;
const std::vector<std::string> quick = {"--announce", "none", "--cover", "none"};

/// Shards of a plan whose books are made one by one as well.
class Attempts : public testing::Test {
protected:
    void plan(const std::vector<Row>& rows, const std::vector<std::string>& options = {}) {
        run_.write_rows(rows);
        const Outcome planned = run_.plan(options);
        ASSERT_EQ(planned.exit_code, 0) << planned.err;
        const Outcome single = run_.single_run(options);
        ASSERT_EQ(single.exit_code, 0) << single.err;
    }

    /// Every book once, as one run makes it, and nothing else.
    void expect_all_books() const {
        EXPECT_EQ(run_.books(), ShardedRun::contents(run_.single()));
        const Outcome merge = run_.merge();
        EXPECT_EQ(merge.exit_code, 0) << merge.err;
        const Json merged = ShardedRun::merged(merge);
        EXPECT_EQ(merged["made"], merged["planned"]) << merged;
        EXPECT_EQ(merged["doubled"], 0) << merged;
    }

    ShardedRun run_;
};

TEST_F(Attempts, AtEachShardMakeTheBooksOfOneRun) {
    std::vector<Row> rows = short_rows(7);
    rows.push_back({"John Smith", "John Smith was a singer, born in 1901 in Riga."});
    rows.push_back({"John Smith", "John Smith was a drummer, born in 1950 in Oslo."});
    plan(rows);
    for (const char* shard : {"2/3", "1/3", "3/3"}) {
        const Outcome outcome = run_.shard(shard);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    }
    expect_all_books();
}

TEST_F(Attempts, AtMoreShardsThanBooksFindNothingToDo) {
    plan(short_rows(2));
    EXPECT_EQ(run_.shard("1-3/5").exit_code, 0);
    EXPECT_EQ(done(run_.shard("4-5/5"))["books"], 0);
    expect_all_books();
}

TEST_F(Attempts, AtOnceMakeEveryBookOnce) {
    plan(short_rows(12));
    Program first(run_.shard_command("1/1"));
    Program second(run_.shard_command("1/1"));
    first.start();
    second.start();
    for (Program* program : {&first, &second}) {
        const Outcome outcome = program->wait();
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    }
    expect_all_books();
    EXPECT_EQ(done(run_.shard("1/1"))["unchanged"], 12);
}

TEST_F(Attempts, AgainAtSomeShardsChangeNothing) {
    plan(short_rows(7));
    ASSERT_EQ(run_.shard("1-3/3").exit_code, 0);
    const FileTimes before = run_.times();
    const Outcome again = run_.shard("2-3/3");
    EXPECT_EQ(done(again)["unchanged"], done(again)["books"]);
    EXPECT_EQ(run_.files_made_since(before), std::vector<std::string>());
    expect_all_books();
}

TEST_F(Attempts, AgainMakeOnlyTheBookWhoseFileIsGone) {
    plan(short_rows(5));
    ASSERT_EQ(run_.shard("1/1").exit_code, 0);
    const FileTimes before = run_.times();
    std::filesystem::remove(run_.workshop.books() / "Cleo Merle.m4b");
    EXPECT_EQ(done(run_.shard("1/1"))["unchanged"], 4);
    EXPECT_EQ(run_.files_made_since(before), std::vector<std::string>{"Cleo Merle.m4b"});
    expect_all_books();
}

TEST_F(Attempts, AgainMakeOnlyTheBookWhoseFileWasChanged) {
    plan(short_rows(5));
    ASSERT_EQ(run_.shard("1/1").exit_code, 0);
    std::filesystem::resize_file(run_.workshop.books() / "Cleo Merle.m4b", 1000);
    EXPECT_EQ(done(run_.shard("1/1", {"--overwrite"}))["unchanged"], 4);
    expect_all_books();
}

// Of two attempts at once the later one's notes counted, though the files were those of the earlier one.
TEST_F(Attempts, AgainKeepBooksThatSomebodyHasCopied) {
    plan(short_rows(5));
    ASSERT_EQ(run_.shard("1/1").exit_code, 0);
    std::filesystem::copy(run_.workshop.books(), run_.workshop.path("copy"),
                          std::filesystem::copy_options::recursive);
    std::filesystem::remove_all(run_.workshop.books());
    std::filesystem::rename(run_.workshop.path("copy"), run_.workshop.books());
    EXPECT_EQ(done(run_.shard("1/1"))["unchanged"], 5);
    expect_all_books();
}

/// What another attempt has to make again, since it decides what the books are.
struct ChangedFile {
    const char* name;
    std::vector<std::string> options;
    std::string before;
    std::string after;
};

void PrintTo(const ChangedFile& file, std::ostream* out) {
    *out << file.name;
}

class AttemptsAfterAChange : public testing::TestWithParam<ChangedFile> {};

INSTANTIATE_TEST_SUITE_P(
    Files, AttemptsAfterAChange,
    testing::Values(
        ChangedFile{"voice.toml",
                    {"--voice", "voice.toml"},
                    "description = \"d\"\nlanguage = \"en-US\"\n[engine]\nvoice = \"gmw/en-US\"\n",
                    "description = \"d\"\nlanguage = \"en-GB\"\n[engine]\nvoice = \"gmw/en\"\n"},
        ChangedFile{"names.tsv", {"--lexicon", "names.tsv"}, "Merle\tMER-luh\n", "Merle\tmer-LAY\n"},
        ChangedFile{"in/lexicon.tsv", {}, "Merle\tMER-luh\n", "Merle\tmer-LAY\n"}),
    [](const auto& file) { return fmt::format("file{}", file.index); });

TEST_P(AttemptsAfterAChange, MakeTheBooksAgain) {
    const ShardedRun run;
    run.write_rows(short_rows(2));
    run.workshop.write(GetParam().name, GetParam().before);
    const Outcome planned = run.plan(GetParam().options);
    ASSERT_EQ(planned.exit_code, 0) << planned.err;
    const Outcome first = run.shard("1/1");
    ASSERT_EQ(first.exit_code, 0) << first.err;
    const auto books = run.books();
    run.workshop.write(GetParam().name, GetParam().after);
    const Outcome second = run.shard("1/1");
    EXPECT_EQ(done(second)["unchanged"], 0) << second.err;
    EXPECT_EQ(run.books().size(), books.size());
    EXPECT_NE(run.books(), books);
    EXPECT_EQ(run.merge().exit_code, 0);
}

/// A moment in which an attempt is stopped.
struct Moment {
    const char* name;
    std::function<bool(const ShardedRun&)> is_now;
};

void PrintTo(const Moment& moment, std::ostream* out) {
    *out << moment.name;
}

bool has_file_of_shard(const ShardedRun& run, const std::string& ending, std::uintmax_t min_bytes) {
    const auto files = Workshop::files_below(run.workshop.books());
    return std::any_of(files.begin(), files.end(), [&](const std::string& file) {
        std::error_code ignored;
        return file.ends_with(ending) &&
               std::filesystem::file_size(run.workshop.books() / file, ignored) >= min_bytes;
    });
}

class StoppedAttempt : public Attempts, public testing::WithParamInterface<Moment> {
protected:
    Outcome stop(int signal) {
        Program attempt(run_.shard_command("1/1"));
        attempt.start();
        while (!GetParam().is_now(run_) && !attempt.has_ended()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        attempt.send(signal);
        return attempt.wait();
    }
};

INSTANTIATE_TEST_SUITE_P(
    Moments, StoppedAttempt,
    testing::Values(
        Moment{"beginning", [](const ShardedRun&) { return true; }},
        Moment{"empty_journal", [](const ShardedRun& run) { return has_file_of_shard(run, ".journal", 0); }},
        Moment{"first_book", [](const ShardedRun& run) { return has_file_of_shard(run, ".m4b", 0); }},
        Moment{"first_entry", [](const ShardedRun& run) { return has_file_of_shard(run, ".journal", 1); }},
        Moment{"manifest", [](const ShardedRun& run) { return has_file_of_shard(run, ".jsonl", 1); }}),
    [](const auto& moment) { return moment.param.name; });

TEST_P(StoppedAttempt, ByKillIsGoneOnWith) {
    plan(short_rows(many), quick);
    EXPECT_THAT(stop(SIGKILL).exit_code, testing::AnyOf(-SIGKILL, 0));
    const bool was_complete = has_file_of_shard(run_, ".jsonl", 1);
    const FileTimes before = run_.times();
    const Outcome again = run_.shard("1/1");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(done(again)["books"], many);
    if (was_complete) {
        EXPECT_EQ(run_.files_made_since(before), std::vector<std::string>());
    }
    expect_all_books();
}

TEST_P(StoppedAttempt, BySigtermAsksToBeQueuedAgainAndKeepsWhatIsMade) {
    plan(short_rows(many), quick);
    const Outcome stopped = stop(SIGTERM);
    EXPECT_THAT(stopped.exit_code, testing::AnyOf(75, -SIGTERM, 0)) << stopped.err;
    const FileTimes before = run_.times();
    const Outcome again = run_.shard("1/1");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(done(again)["unchanged"], before.size());
    expect_all_books();
}

TEST_F(Attempts, ThatAreToldToStopEndWith75) {
    plan(short_rows(many), quick);
    Program attempt(run_.shard_command("1/1"));
    attempt.start();
    while (!has_file_of_shard(run_, ".journal", 0) && !attempt.has_ended()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    attempt.send(SIGTERM);
    EXPECT_EQ(attempt.wait().exit_code, 75);
    EXPECT_EQ(run_.merge().exit_code, 3) << "no book is in a manifest";
}

} // namespace
} // namespace recital
