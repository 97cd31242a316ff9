// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/records/records.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

class RecordReaderTest : public testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& content) {
        std::ofstream(folder_.path() / name, std::ios::binary) << content;
        return folder_.path() / name;
    }

private:
    testing_support::ScratchFolder folder_;
};

const Document& document_of(const std::optional<Record>& record) {
    return std::get<Document>(record.value().content);
}

TEST_F(RecordReaderTest, RepairsAndDecodesAsAsked) {
    const auto damaged =
        write("a.jsonl", "{\"artist\":\"BÃ©la BartÃ³k\",\"bio\":\"BÃ©la BartÃ³k played the piano.\"}\n");
    const auto repaired = RecordReader(damaged, {}).next();
    EXPECT_EQ(document_of(repaired).musician, "Béla Bartók");
    ASSERT_FALSE(document_of(repaired).diagnostics.empty());
    EXPECT_EQ(document_of(repaired).diagnostics.front().place.line, 1U);
    ReadOptions options;
    options.repair = false;
    const auto left = RecordReader(damaged, {}, options).next();
    EXPECT_EQ(document_of(left).musician, "BÃ©la BartÃ³k");
    EXPECT_TRUE(document_of(left).diagnostics.empty());
    options.encoding = "ISO-8859-2";
    const auto forced =
        RecordReader(write("b.csv", "name,text\nAntonin Dvorak,Anton\xEDn Dvo\xF8\xE1k came.\n"), {}, options)
            .next();
    EXPECT_EQ(document_of(forced).sections.at(0).paragraphs.at(0).text, "Antonín Dvořák came.");
    const auto columns =
        RecordReader(write("c.csv", "um\xEClec,text\nLeos,He came.\n"), {{"name", "umělec"}}, options).next();
    EXPECT_EQ(document_of(columns).musician, "Leos");
}

TEST_F(RecordReaderTest, ALongRowFailsAlone) {
    const auto table = write("long.jsonl", R"({"name": "Mara Bell", "text": "Mara Bell sang."})"
                                           "\n"
                                           R"({"name": "Ada Merle", "text": ")" +
                                               std::string(3000, 'x') +
                                               "\"}\n"
                                               R"({"name": "Ben Torro", "text": "Ben Torro drummed."})");
    ReadOptions options;
    options.max_text_bytes = 2000;
    RecordReader reader(table, {}, options);
    EXPECT_EQ(document_of(reader.next()).musician, "Mara Bell");
    const auto refused = reader.next();
    ASSERT_TRUE(std::holds_alternative<Error>(refused.value().content));
    EXPECT_EQ(std::get<Error>(refused->content).place().line, 2U);
    const auto last = reader.next(); // its line has no end
    EXPECT_EQ(document_of(last).musician, "Ben Torro");
    EXPECT_FALSE(reader.next());
    reader.seek(*last);
    EXPECT_EQ(document_of(reader.next()).musician, "Ben Torro");
}

TEST_F(RecordReaderTest, ReadsWholeLinesOfAnyLength) {
    for (const std::size_t length :
         {65000U, 65510U, 65536U, 131072U, 200000U}) { // around the parts that are read
        const std::string line = R"({"name": "Ada Merle", "text": ")" + std::string(length, 'x') + "\"}";
        RecordReader reader(write("long.jsonl", line + "\n\n" + line + "\n"), {});
        EXPECT_EQ(reader.next().value().digest, digest_of(line)) << length;
        const auto second = reader.next();
        EXPECT_EQ(second.value().digest, digest_of(line)) << length;
        EXPECT_EQ(second->line, 3U);
        EXPECT_EQ(second->offset, line.size() + 2);
        EXPECT_FALSE(reader.next());
    }
}

/// Remarks about the text as a whole named the file alone: nobody found the row.
TEST_F(RecordReaderTest, NamesTheRowInEveryRemark) {
    RecordReader reader(
        write("a.jsonl", "{\"name\":\"Ada Kern\",\"text\":\"She played the harp in the town.\"}\n"
                         "{\"name\":\"Ida Kern\",\"text\":\"Sie spielte Cello und lehrte in Kassel.\"}\n"),
        {});
    EXPECT_TRUE(document_of(reader.next()).diagnostics.empty());
    const auto german = reader.next();
    ASSERT_FALSE(document_of(german).diagnostics.empty());
    EXPECT_EQ(document_of(german).diagnostics.front().place.line, 2U);
}

/// A chapter for each paragraph, however short the text is.
ReadOptions chapter_each() {
    ReadOptions options;
    options.chapters.source = ChapterPlan::Source::paragraphs;
    return options;
}

TEST_F(RecordReaderTest, ReadsJsonLines) {
    RecordReader reader(
        write("a.jsonl",
              "{\"artist\":\"Clara Schumann\",\"mbid\":\"c1\",\"bio\":\"She played.\\n\\nShe taught.\"}\n\n"
              "nonsense\n"
              "{\"artist\":\"Béla Bartók\",\"bio\":\"<p>He <i>played</i>.</p><p>He left.</p>\"}\n"
              "{\"artist\":\"Nobody\"}\n"),
        parse_record_fields("name=artist,text=bio,id=mbid"), chapter_each());
    const auto first = reader.next();
    EXPECT_EQ(document_of(first).musician, "Clara Schumann");
    EXPECT_EQ(document_of(first).id, "c1");
    EXPECT_EQ(document_of(first).sections.size(), 2U);
    const auto second = reader.next();
    EXPECT_EQ(std::get<Error>(second.value().content).place().line, 3U);
    const auto third = reader.next();
    EXPECT_EQ(document_of(third).sections.at(0).paragraphs.at(0).text, "He played.");
    EXPECT_EQ(document_of(third).sections.at(1).line, 4U);
    EXPECT_TRUE(std::holds_alternative<Error>(reader.next().value().content));
    EXPECT_FALSE(reader.next().has_value());
    reader.seek(*third);
    EXPECT_EQ(document_of(reader.next()).musician, "Béla Bartók");
}

TEST_F(RecordReaderTest, ReadsFieldsOfNestedObjects) {
    const auto path =
        write("a.jsonl", "{\"artist\":{\"name\":\"Clara Schumann\"},\"bio\":{\"summary\":\"She.\","
                         "\"content\":[\"She played.\",\"She taught.\"]}}\n");
    RecordReader reader(path, parse_record_fields("name=artist.name,text=bio.content"), chapter_each());
    const auto record = reader.next();
    EXPECT_EQ(document_of(record).musician, "Clara Schumann");
    EXPECT_EQ(document_of(record).sections.size(), 2U);
    const auto refused = RecordReader(path, parse_record_fields("name=artist.name,text=bio")).next();
    EXPECT_THAT(std::get<Error>(refused.value().content).what(),
                testing::HasSubstr("its \"bio\" is an object, not text: choose a part of it with --fields"));
}

TEST_F(RecordReaderTest, NamesTheColumnsIfNoneHoldsIds) {
    const auto without = write("a.csv", "name,lastName,bio\nMara,Bell,She played.\n");
    EXPECT_THAT(RecordReader(without, {}).columns_without_id(),
                testing::ElementsAre("name", "lastName", "bio"));
    EXPECT_TRUE(RecordReader(without, parse_record_fields("id=lastName")).columns_without_id().empty());
    const auto with = write("b.csv", "id,name,bio\n1,Mara Bell,She played.\n");
    EXPECT_TRUE(RecordReader(with, {}).columns_without_id().empty());
}

/// A line feed in a name became an entry of a playlist.
TEST_F(RecordReaderTest, JoinsLinesOfFieldsThatPlayersShow) {
    const auto path = write("a.jsonl", "{\"name\":\"Bekzat\\nPetrenko\\u0007\",\"title\":\" A\\tlife\\r\\n\","
                                       "\"text\":\"He played the piano.\"}\n");
    const auto record = RecordReader(path, {}).next();
    EXPECT_EQ(document_of(record).musician, "Bekzat Petrenko");
    EXPECT_EQ(document_of(record).title, "A life");
}

TEST_F(RecordReaderTest, ReadsCsvWithQuotedLinesAndOtherDelimiters) {
    RecordReader commas(write("a.csv", "\xEF\xBB\xBFname,biography,language\r\n\"Schumann, Clara\",\"She "
                                       "\"\"played\"\".\r\n\r\nShe taught.\",de\r\n"
                                       "X,Y,en\r\n"),
                        {});
    const auto first = commas.next();
    EXPECT_EQ(document_of(first).musician, "Clara Schumann");
    EXPECT_EQ(document_of(first).language, "de");
    EXPECT_EQ(document_of(first).sections.at(0).paragraphs.at(0).text, "She \"played\".");
    EXPECT_EQ(commas.next().value().line, 5U);
    RecordReader tabs(write("b.tsv", "artist\ttext\nClara Schumann\tShe played; well.\n"), {});
    EXPECT_EQ(document_of(tabs.next()).musician, "Clara Schumann");
}

TEST_F(RecordReaderTest, ListsTheColumnsIfOneIsMissing) {
    const auto path = write("a.csv", "who,what\n1,2\n");
    try {
        const RecordReader reader(path, parse_record_fields("text=bio"));
        FAIL() << "a missing column was not noticed";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(),
                    testing::HasSubstr("there is no column \"bio\" for the text: the columns are who, what"));
    }
    EXPECT_THROW((void)parse_record_fields("melody=x"), Error);
    EXPECT_THROW(RecordReader("absent.jsonl", {}), Error);
}

/// Peak memory of the process in KiB.
long peak_memory() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            long value = 0;
            status >> value;
            return value;
        }
    }
    return 0;
}

TEST_F(RecordReaderTest, NeedsNoMoreMemoryForMoreRecords) {
    std::string rows;
    for (int i = 0; i < 100000; ++i) {
        rows +=
            R"({"name":"Clara Schumann","id":")" + std::to_string(i) + R"(","text":"She played."})" + "\n";
    }
    RecordReader reader(write("dump.jsonl", rows), {});
    for (int i = 0; i < 1000; ++i) {
        ASSERT_TRUE(reader.next().has_value());
    }
    const long before = peak_memory();
    int count = 1000;
    while (reader.next()) {
        ++count;
    }
    EXPECT_EQ(count, 100000);
#ifdef __SANITIZE_ADDRESS__
    (void)before; // the sanitizer keeps what is freed for a while
#else
    EXPECT_LT(peak_memory() - before, 1024);
#endif
}

std::string error_of(const std::optional<Record>& record) {
    const auto* error = record ? std::get_if<Error>(&record->content) : nullptr;
    return error == nullptr ? std::string() : error->what();
}

TEST_F(RecordReaderTest, SaysWhereALineIsNotJson) {
    EXPECT_THAT(error_of(RecordReader(write("a.jsonl", "{\"name\":\"A\\ud800\"}\n"), {}).next()),
                testing::HasSubstr("not a JSON object (byte 17 of it cannot be read)"));
    EXPECT_THAT(error_of(RecordReader(write("a.jsonl", "{\"name\":\"A\",\"n\":1e999}\n"), {}).next()),
                testing::HasSubstr("not a JSON object (a number in it is too large)"));
    EXPECT_THAT(error_of(RecordReader(write("a.jsonl", "[1]\n"), {}).next()),
                testing::HasSubstr("not a JSON object: the record is skipped"));
}

// Each name was folded once for each usual name: a header of 100,000 columns took seconds.
TEST_F(RecordReaderTest, FindsItsColumnsAmongVeryMany) {
    std::string header = "Name";
    for (int n = 0; n < 100000; ++n) {
        header += ",c" + std::to_string(n);
    }
    const auto record =
        RecordReader(write("a.csv", header + ",TEXT\nAda Merle" + std::string(100001, ',') + "She sang.\n"),
                     {})
            .next();
    EXPECT_EQ(document_of(record).musician, "Ada Merle");
    EXPECT_THROW(RecordReader(write("b.csv", std::string(std::size_t{65} << 20U, 'x') + "\n"), {}), Error);
}

} // namespace
} // namespace recital
