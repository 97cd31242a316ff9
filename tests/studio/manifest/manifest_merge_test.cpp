// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file.h"
#include "base/json/json_line.h"
#include "studio/manifest/manifest_check.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/manifest_merge.h"
#include "studio/manifest/manifest_segment.h"
#include "studio/manifest/sha256.h"
#include "support/scratch_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class MergedManifests : public testing::Test {
protected:
    void SetUp() override {
        PlanFileWriter writer(folder_.path() / "plan", {});
        for (const char* const id : {"a", "b", "c"}) {
            PlanRecord record;
            record.id = id;
            record.musician = id;
            record.sources = {{"/rows.jsonl", 0, 1, digest_of(id)}};
            record.stems = {id};
            records_.push_back(record);
            writer.add(record);
            std::ofstream(folder_.path() / (std::string(id) + ".m4b")) << "sound of " << id;
        }
        plan_ = writer.finish();
        create_folder(manifests());
    }

    [[nodiscard]] std::filesystem::path manifests() const {
        return manifest_folder(folder_.path(), plan_.content);
    }

    /// The entry of a book: made, or failed with an error.
    [[nodiscard]] ManifestEntry entry(std::size_t book, const std::string& error = {}) const {
        const PlanRecord& record = records_[book];
        ManifestEntry entry;
        entry.book = record_digest(record);
        entry.id = record.id;
        entry.musician = record.musician;
        entry.sources = {{"/rows.jsonl", 1, sha256_of(record.id)}};
        entry.error = error;
        entry.error_kind = ErrorKind::engine;
        if (error.empty()) {
            const std::string content = "sound of " + record.id;
            entry.seconds = 2;
            entry.files = {{record.id + ".m4b", content.size(), sha256_of(content)}};
        }
        return entry;
    }

    void write(const std::string& shard, unsigned attempt, const std::vector<ManifestEntry>& entries,
               const std::string& environment = "x") {
        SegmentSummary summary{plan_.content, shard, attempt, "recital", "engine", environment};
        std::ofstream file(attempt_path(manifests(), shard, attempt, manifest_extension));
        for (const ManifestEntry& entry : entries) {
            file << to_line(entry) << '\n';
            ++(entry.is_made() ? summary.made : summary.failed);
        }
        file << to_line(summary) << '\n';
    }

    MergeReport merge() {
        problems_.clear();
        return merge_manifests(
            folder_.path(), PlanFile(folder_.path() / "plan"),
            [this](const Diagnostic& problem) { problems_.push_back(problem.to_string()); });
    }

    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }

private:
    testing_support::ScratchFolder folder_;
    std::vector<PlanRecord> records_;
    PlanSummary plan_;
    std::vector<std::string> problems_;
};

TEST_F(MergedManifests, HaveEveryBookOnce) {
    write("shard-1-of-2", 1, {entry(0), entry(2)});
    write("shard-2-of-2", 1, {entry(1)});
    const MergeReport merged = merge();
    EXPECT_TRUE(merged.is_complete());
    EXPECT_EQ(merged.made, 3U);
    EXPECT_DOUBLE_EQ(merged.seconds, 6);
    EXPECT_EQ(merged.bytes, 30U);
    EXPECT_THAT(problems(), ElementsAre());
}

TEST_F(MergedManifests, NameBooksThatNoShardHas) {
    write("shard-1-of-2", 1, {entry(0)});
    const MergeReport merged = merge();
    EXPECT_EQ(merged.missing, 2U);
    EXPECT_FALSE(merged.is_complete());
    EXPECT_THAT(problems(),
                UnorderedElementsAre(HasSubstr("b: no manifest has this book: run shard 2/2 again"),
                                     HasSubstr("c: no manifest has this book: run shard 2/2 again")));
}

TEST_F(MergedManifests, DoNotCountBooksOfWhichAFileIsGone) {
    write("shard-1-of-1", 1, {entry(0), entry(1), entry(2)});
    std::filesystem::remove(folder() / "b.m4b");
    std::ofstream(folder() / "c.m4b") << "cut";
    EXPECT_EQ(merge().made, 1U);
    EXPECT_EQ(merge().missing, 2U);
    EXPECT_THAT(problems(), testing::Contains(HasSubstr("b: the manifest has b.m4b, which is not there")));
}

TEST_F(MergedManifests, CountTheLatestAttempt) {
    write("shard-1-of-1", 1, {entry(0, "crashed"), entry(1), entry(2)});
    write("shard-1-of-1", 2, {entry(0), entry(1), entry(2)});
    EXPECT_EQ(merge().made, 3U);
    EXPECT_EQ(merge().segments, 1U);
}

TEST_F(MergedManifests, KnowBooksThatFailedAndWereTriedAgain) {
    write("shard-1-of-1", 1, {entry(0, "crashed"), entry(1), entry(2, "crashed")});
    MergeReport merged = merge();
    EXPECT_EQ(merged.failed, 2U);
    EXPECT_EQ(failed_books(read_manifest_root(merged.root)).size(), 2U);
    write("retry", 1, {entry(0), entry(2, "crashed")});
    merged = merge();
    EXPECT_EQ(merged.made, 2U);
    EXPECT_EQ(merged.failed, 1U);
    EXPECT_THAT(failed_books(read_manifest_root(merged.root)), ElementsAre(entry(2).book.hex()));
}

TEST_F(MergedManifests, NameBooksThatAreThereTwice) {
    ManifestEntry other = entry(1);
    other.files.front().sha256 = sha256_of("other sound");
    write("shard-1-of-1", 1, {entry(0), entry(1), entry(2)});
    write("shard-2-of-3", 1, {other});
    const MergeReport merged = merge();
    EXPECT_EQ(merged.doubled, 1U);
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("b: the files of this book are others in")));
    write("shard-2-of-3", 1, {entry(1)});
    EXPECT_TRUE(merge().is_complete()) << "the same files are no harm";
}

TEST_F(MergedManifests, TellOfUnlikeMachines) {
    write("shard-1-of-2", 1, {entry(0), entry(1)});
    write("shard-2-of-2", 1, {entry(2)}, "y");
    EXPECT_TRUE(merge().is_complete());
    EXPECT_THAT(problems(), ElementsAre(HasSubstr("machines whose books differ")));
}

TEST_F(MergedManifests, AreNotReadIfTheyAreDamaged) {
    write("shard-1-of-1", 1, {entry(0), entry(1), entry(2)});
    const auto path = attempt_path(manifests(), "shard-1-of-1", 1, manifest_extension);
    const std::string whole = read_file(path);
    for (std::size_t place = 0; place < whole.size(); place += 7) {
        std::string changed = whole;
        changed[place] = changed[place] == '0' ? '1' : '0';
        std::ofstream(path) << changed;
        EXPECT_EQ(merge().missing, 3U) << place;
        EXPECT_THAT(problems(), testing::Contains(HasSubstr("no complete manifest of a shard"))) << place;
        std::ofstream(path) << whole.substr(0, place);
        EXPECT_EQ(merge().missing, 3U) << place;
    }
    std::ofstream(path) << whole;
    EXPECT_TRUE(merge().is_complete());
}

// One damaged manifest ended the merge, and said nothing of the other shards.
TEST_F(MergedManifests, AreMergedWithoutThoseThatAreDamaged) {
    write("shard-1-of-2", 1, {entry(0), entry(2)});
    write("shard-2-of-2", 1, {entry(1)});
    std::ofstream(attempt_path(manifests(), "shard-2-of-2", 1, manifest_extension)) << "damaged\n";
    const MergeReport merged = merge();
    EXPECT_EQ(merged.made, 2U);
    EXPECT_EQ(merged.segments, 1U);
    EXPECT_THAT(problems(),
                ElementsAre(HasSubstr("shard-2-of-2.attempt-1.jsonl: this is no complete manifest"),
                            HasSubstr("b: no manifest has this book: run shard 2/2 again")));
    write("shard-2-of-2", 2, {entry(1)});
    EXPECT_TRUE(merge().is_complete());
}

// A failed book without sources was read past the end of its list; a file elsewhere was taken for a book's.
TEST_F(MergedManifests, HaveSourcesAndFilesBelowTheFolder) {
    ManifestEntry failed = entry(0, "crashed");
    failed.sources.clear();
    write("shard-1-of-2", 1, {failed});
    ManifestEntry elsewhere = entry(1);
    elsewhere.files.front().path = folder() / "b.m4b";
    write("shard-2-of-2", 1, {elsewhere});
    EXPECT_EQ(merge().missing, 3U);
    EXPECT_THAT(problems(), testing::Contains(HasSubstr("\"sources\" is not a list of at least one")));
}

TEST_F(MergedManifests, SayOfEveryFileWhetherItIsAsItWas) {
    write("shard-1-of-1", 1, {entry(0), entry(1), entry(2)});
    const auto root = merge().root;
    std::vector<std::string> faults;
    const auto tell = [&faults](const std::filesystem::path& file, const std::string& fault) {
        faults.push_back(file.filename().string() + " " + fault);
    };
    EXPECT_EQ(check_manifest(root, tell).intact, 3U);
    EXPECT_THAT(faults, ElementsAre());
    std::ofstream(folder() / "a.m4b") << "sound of x";
    std::ofstream(folder() / "b.m4b") << "silence";
    std::filesystem::remove(folder() / "c.m4b");
    EXPECT_EQ(check_manifest(root, tell).intact, 0U);
    EXPECT_THAT(faults, ElementsAre("a.m4b was changed: its SHA-256 is another one",
                                    "b.m4b has 7 bytes instead of 10", "c.m4b is missing"));
}

TEST(Sha256Test, IsThatOfTheStandard) { // FIPS 180-4, examples of NIST
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/// Without an error, a book that failed counted as made.
TEST(ManifestEntryTest, SaysWhyABookFailed) {
    ManifestEntry entry;
    entry.error = "no text";
    const std::string line = to_line(entry);
    for (const auto& [words, others] :
         {std::pair("\"no text\"", "\"\""), std::pair("\"failed\"", "\"lost\"")}) {
        OrderedJson json =
            parse_line(std::string(line).replace(line.find(words), std::string_view(words).size(), others));
        json.erase("checksum");
        EXPECT_THROW((void)read_manifest_entry(to_checked_line(json)), MalformedLine) << others;
    }
}

TEST(ManifestEntryTest, IsReadAsItWasWritten) {
    ManifestEntry entry;
    entry.book = digest_of("book");
    entry.id = "id \xff";
    entry.musician = "Ana \"x\"\n";
    entry.sources = {{"/a\xff/b", 0, "aa"}, {"/c", 7, ""}};
    entry.settings = "settings";
    entry.warnings = {"w"};
    entry.seconds = 1.25;
    entry.files = {{"a/b.m4b", 12, "ff"}};
    EXPECT_EQ(read_manifest_entry(to_line(entry)), entry);
    entry.seconds = 0;
    entry.files.clear();
    entry.error = "no room";
    entry.error_kind = ErrorKind::output;
    EXPECT_EQ(read_manifest_entry(to_line(entry)), entry);
    EXPECT_TRUE(entry.is_transient());
}

} // namespace
} // namespace recital
