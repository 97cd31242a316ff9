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
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A plan some of whose books cannot be made.
class FailedBooks : public testing::Test {
protected:
    void plan(std::vector<Row> rows) {
        for (Row& row : short_rows(2)) {
            rows.push_back(std::move(row));
        }
        run_.write_rows(rows);
        const Outcome planned = run_.plan();
        ASSERT_EQ(planned.exit_code, 0) << planned.err;
    }

    /// A folder where a book's file should be: the book cannot be written while it is there.
    void block(const std::string& book) const { run_.workshop.write("books/" + book + "/mine.txt", "mine"); }
    void unblock(const std::string& book) const { std::filesystem::remove_all(run_.workshop.books() / book); }

    [[nodiscard]] Json merge() const { return ShardedRun::merged(run_.merge()); }

    ShardedRun run_;
};

TEST_F(FailedBooks, AreNamedByTheMerge) {
    plan({{"Otto Kern", "Otto Kern sang. Faultcrash was there."}});
    EXPECT_EQ(run_.shard_with_faults("1/1").exit_code, 1);
    const Outcome merge = run_.merge();
    EXPECT_EQ(merge.exit_code, 1);
    EXPECT_THAT(merge.err, AllOf(HasSubstr("in/rows.jsonl:1: the speech engine crashed"),
                                 HasSubstr("2 of 3 books are made"), HasSubstr("1 failed")));
    EXPECT_EQ(json_lines(merge.out).front()["failed"]["id"], "row-0") << merge.out;
}

TEST_F(FailedBooks, AreNotTriedAgainUnlessToldSo) {
    plan({{"Otto Kern", "Otto Kern sang. Faultcrash was there."}});
    EXPECT_EQ(run_.shard_with_faults("1/1").exit_code, 1);
    const Outcome again = run_.shard("1/1"); // this time it could be made
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_EQ(done(again)["unchanged"], 2);
    EXPECT_THAT(again.err, HasSubstr("the speech engine crashed"));
    const FileTimes before = run_.times();
    const Outcome retry = run_.retry(run_.manifest());
    EXPECT_EQ(retry.exit_code, 0) << retry.err;
    EXPECT_EQ(run_.files_made_since(before), std::vector<std::string>{"Otto Kern.m4b"});
    EXPECT_EQ(merge()["failed"], 0);
    EXPECT_EQ(run_.merge().exit_code, 0);
    ASSERT_EQ(run_.single_run().exit_code, 0);
    EXPECT_EQ(run_.books(), ShardedRun::contents(run_.single()));
}

TEST_F(FailedBooks, ThatFailAgainCanBeRetriedAgain) {
    plan({{"Otto Kern", "Otto Kern sang. Faultcrash was there."}});
    EXPECT_EQ(run_.shard_with_faults("1/1").exit_code, 1);
    block("Otto Kern.m4b");
    EXPECT_EQ(run_.retry(run_.manifest()).exit_code, 3);
    EXPECT_EQ(merge()["failed"], 1);
    unblock("Otto Kern.m4b");
    EXPECT_EQ(run_.retry(run_.manifest()).exit_code, 0);
    EXPECT_EQ(merge()["failed"], 0);
}

// Only the latest retry counted, which has only the books that had still failed.
TEST_F(FailedBooks, OfSeveralRetriesAllCount) {
    plan({{"Otto Kern", "Otto Kern sang."}, {"Rosa Winter", "Rosa Winter danced."}});
    block("Otto Kern.m4b");
    block("Rosa Winter.m4b");
    EXPECT_EQ(run_.shard("1/1").exit_code, 1);
    EXPECT_EQ(merge()["failed"], 2);
    for (const char* book : {"Otto Kern.m4b", "Rosa Winter.m4b"}) {
        unblock(book);
        (void)run_.retry(run_.manifest());
    }
    const Outcome merge = run_.merge();
    EXPECT_EQ(merge.exit_code, 0) << merge.err;
    EXPECT_EQ(run_.retry(run_.manifest()).exit_code, 0) << "nothing is left to be tried";
}

TEST_F(FailedBooks, OfAPlanThatWasMadeAnewAreNotLookedFor) {
    plan({{"Otto Kern", "Otto Kern sang. Faultcrash was there."}});
    EXPECT_EQ(run_.shard_with_faults("1/1").exit_code, 1);
    const auto manifest = run_.manifest();
    run_.write_rows(short_rows(3));
    ASSERT_EQ(run_.plan().exit_code, 0);
    const Outcome retry = run_.retry(manifest);
    EXPECT_EQ(retry.exit_code, 3);
    EXPECT_THAT(retry.err, HasSubstr("belongs to another plan"));
}

TEST_F(FailedBooks, ForCausesThatPassAreTriedAgain) {
    plan({{"Otto Kern", "Otto Kern sang."}});
    block("Otto Kern.m4b");
    EXPECT_EQ(run_.shard("1/1").exit_code, 1);
    unblock("Otto Kern.m4b");
    const Outcome again = run_.shard("1/1");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(done(again)["unchanged"], 2);
    EXPECT_EQ(run_.merge().exit_code, 0);
}

// On a machine that had not mounted the texts, all books of the shard failed for ever.
TEST_F(FailedBooks, WhoseTextsWereNotThereAreTriedAgain) {
    plan({{"Otto Kern", "Otto Kern sang."}});
    std::filesystem::rename(run_.workshop.path("in"), run_.workshop.path("away"));
    EXPECT_EQ(run_.shard("1/1").exit_code, 3);
    std::filesystem::rename(run_.workshop.path("away"), run_.workshop.path("in"));
    const Outcome again = run_.shard("1/1");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(run_.merge().exit_code, 0);
}

// A machine without memory kills workers: that was taken for a fault of the text.
TEST_F(FailedBooks, WhoseWorkerWasKilledAreTriedAgain) {
    plan({{"Otto Kern", "Otto Kern sang. Faultkill was there."}});
    const Outcome killed = run_.shard_with_faults("1/1");
    EXPECT_EQ(killed.exit_code, 1);
    EXPECT_THAT(killed.err, HasSubstr("was killed"));
    const Outcome again = run_.shard("1/1");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(done(again)["unchanged"], 2);
}

TEST_F(FailedBooks, AreRetriedInTheFolderOfTheirManifest) {
    plan({{"Otto Kern", "Otto Kern sang. Faultcrash was there."}});
    EXPECT_EQ(run_.shard_with_faults("1/1").exit_code, 1);
    EXPECT_EQ(run_.retry(run_.manifest()).exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(run_.workshop.books() / "Otto Kern.m4b"));
    EXPECT_FALSE(std::filesystem::exists(run_.workshop.path("audiobooks")));
}

TEST_F(FailedBooks, WhoseTextsHaveChangedAreNamed) {
    plan({{"Otto Kern", "Otto Kern sang."}});
    run_.write_rows({{"Otto Kern", "Otto Kern whistled."}});
    const Outcome outcome = run_.shard("1/1");
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("was changed"));
}

TEST_F(FailedBooks, AreInTheManifestWithTheHashOfTheirText) {
    const ShardedRun run;
    run.workshop.write("in/a.csv", "id,name,text\r\n1,Otto Kern,\"Otto Kern sang.\r\nHe danced.\"\r\n"
                                   "2,Rosa Winter,Rosa Winter danced.\r\n");
    run.workshop.write("in/b.csv",
                       "id,name,text\n3,Nils Ek,\"Nils Ek sang.\nHe danced.\"\n4,Mira Po,Mira Po sang.");
    run.workshop.write("in/c.jsonl", "\xEF\xBB\xBF"
                                     R"({"name":"Lea Holm","text":"Lea Holm sang."})"
                                     "\r\n");
    run.workshop.write("in/d.txt", "Ivo Brandt was a singer.\r\n");
    ASSERT_EQ(run.plan().exit_code, 0);
    ASSERT_EQ(run.shard("1/1").exit_code, 0);
    int entries = 0;
    for (const Json& line : run.manifest_lines()) {
        if (line.contains("sources")) {
            ++entries;
            EXPECT_TRUE(line["sources"][0].contains("sha256")) << line;
        }
    }
    EXPECT_EQ(entries, 6);
}

} // namespace
} // namespace recital
