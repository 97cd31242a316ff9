// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/source.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace recital {
namespace {

class SourceReaderTest : public testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& content) {
        const auto path = folder_.path() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }

    /// The sources of all biographies of the file that can be read.
    static std::vector<SourceRef> sources_of(const std::filesystem::path& path) {
        std::vector<SourceRef> sources;
        const auto enter = [&sources](const SourceRef& source, const Document& /*unused*/) {
            sources.push_back(source);
        };
        SourceReader({}, {}).read_all(
            path, enter,
            [](const SourceRef& /*unused*/, const Error& /*unused*/, const std::string& /*unused*/) {});
        return sources;
    }

    /// What is said of the source when it is read again; empty if nothing is.
    static std::string error_of(const SourceRef& source) {
        try {
            (void)SourceReader({}, {}).read(source);
            return {};
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            return error.to_string();
        }
    }

private:
    testing_support::ScratchFolder folder_;
};

const std::string first_row = R"({"name":"Clara Schumann","text":"She played."})";
const std::string second_row = R"({"name":"Franz Liszt","text":"He played too."})";

TEST_F(SourceReaderTest, HashesTheBytesOfFilesAndOfRecords) {
    const std::string text = "Clara Schumann was a pianist.\n";
    EXPECT_EQ(sources_of(write("a.txt", text)).at(0).content, digest_of(text));
    const auto rows = sources_of(write("a.jsonl", first_row + "\n\n" + second_row + "\n"));
    EXPECT_EQ(rows.at(0).content, digest_of(first_row));
    EXPECT_EQ(rows.at(1).content, digest_of(second_row));
    const auto table = sources_of(write("a.csv", "name,text\nClara,\"She\nplayed.\"\nFranz,He played.\n"));
    EXPECT_EQ(table.at(0).content, digest_of("Clara,\"She\nplayed.\""));
    EXPECT_EQ(table.at(1).content, digest_of("Franz,He played."));
}

TEST_F(SourceReaderTest, ReadsEverySourceAgainInAnyOrder) {
    for (const std::string name : {"a.jsonl", "b.jsonl"}) {
        const auto path =
            write(name, "\xEF\xBB\xBF" + first_row + "\n" + second_row); // with a byte order mark
        const auto sources = sources_of(path);
        ASSERT_EQ(sources.size(), 2U);
        SourceReader reader({}, {});
        EXPECT_EQ(reader.read(sources[1]).musician, "Franz Liszt");
        EXPECT_EQ(reader.read(sources[0]).musician, "Clara Schumann");
        EXPECT_EQ(reader.read(sources[1]).musician, "Franz Liszt");
    }
}

TEST_F(SourceReaderTest, NamesWhatATableReallyIs) {
    std::string error;
    SourceReader({}, {}).read_all(
        write("a.csv", std::string("SQLite format 3\0", 16)),
        [](const SourceRef& /*unused*/, const Document& /*unused*/) {},
        [&error](const SourceRef& /*unused*/, const Error& failure, const std::string& /*unused*/) {
            error = failure.what();
        });
    EXPECT_THAT(error, testing::HasSubstr("this is an SQLite database"));
}

TEST_F(SourceReaderTest, ReadsOnlyWhatHasAWantedId) {
    const auto table = write("a.jsonl", R"({"id":"q1","name":"Clara Schumann","text":"She played."})"
                                        "\n"
                                        R"({"id":"q2","name":"Franz Liszt","text":""})"
                                        "\nnonsense\n"
                                        R"({"id":"q3","name":"Mara Vell","text":"She sang."})");
    const auto text = write("a.txt", "Clara Schumann was a pianist.\n");
    std::vector<std::string> read;
    SourceReader reader({}, {}, {}, {"q2", "q3", "clara-schumann"});
    for (const auto& path : {table, text}) {
        reader.read_all(
            path,
            [&read](const SourceRef& /*unused*/, const Document& document) {
                read.push_back(document.musician);
            },
            [&read](const SourceRef& source, const Error& /*unused*/, const std::string& id) {
                read.push_back(id + " in line " + std::to_string(source.line));
            });
    }
    EXPECT_THAT(read, testing::ElementsAre("q2 in line 2", "Mara Vell", "Clara Schumann"));
}

TEST_F(SourceReaderTest, RefusesSourcesThatWereChanged) {
    const auto path = write("a.txt", "Clara Schumann was a pianist.\n");
    const SourceRef text = sources_of(path).at(0);
    EXPECT_EQ(error_of(text), "");
    write("a.txt", "Clara Schumann was a pianist!\n");
    EXPECT_EQ(
        error_of(text),
        path.string() +
            ": was changed since it was read for the plan: run again, and if there is a plan, make it again");
    write("a.txt", "");
    EXPECT_THAT(error_of(text), testing::HasSubstr("was changed"));
    std::filesystem::remove(path);
    EXPECT_THAT(error_of(text), testing::HasSubstr("cannot be read"));
}

TEST_F(SourceReaderTest, RefusesRecordsThatWereChanged) {
    const auto path = write("a.jsonl", first_row + "\n" + second_row + "\n");
    const SourceRef second = sources_of(path).at(1);
    EXPECT_EQ(error_of(second), "");
    const std::string changed =
        path.string() +
        ":2: was changed since it was read for the plan: run again, and if there is a plan, make it again";
    write("a.jsonl", first_row + "\n" + first_row + "\n"); // another record at that place
    EXPECT_EQ(error_of(second), changed);
    write("a.jsonl", first_row.substr(1) + "\n" + second_row + "\n"); // moved by a byte
    EXPECT_EQ(error_of(second), changed);
    write("a.jsonl", first_row + "\n"); // cut off
    EXPECT_EQ(error_of(second), changed);
    write("a.jsonl", first_row + "\n{\n"); // what cannot be read was changed too
    EXPECT_EQ(error_of(second), changed);
    write("a.jsonl", std::string(first_row.size(), ' ') + "\n" + second_row); // another record, not this one
    EXPECT_EQ(error_of(second), "");
}

} // namespace
} // namespace recital
