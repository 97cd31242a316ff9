// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"
#include "base/unicode.h"
#include "studio/planning/plan_record.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace recital {
namespace {

const SourcePlace place{"books.plan", 7};

PlanRecord some_record() {
    PlanRecord record;
    record.id = "clara-schumann";
    record.musician = "Clara Schumann";
    record.name = "Clara Schumann (pianist)";
    record.born = "1819";
    record.died = "1896";
    record.occupation = "pianist";
    record.reason = "the subject of the first sentence; the same full name";
    record.language = "en";
    record.seconds = 123.4;
    record.sources = {{"in/clara.txt", 0, 0, digest_of("a")}, {"in/dump.jsonl", 4096, 17, digest_of("b")}};
    record.stems = {"m4b/Clara Schumann", "flac/Clara Schumann"};
    return record;
}

/// A line with the right checksum, whatever its fields.
std::string sealed(const std::string& fields) {
    return fmt::format("{{{},\"checksum\":\"{:016x}\"}}", fields, hash_64("{" + fields));
}

/// The line's fields, without braces and checksum.
std::string fields_of(const PlanRecord& record) {
    const std::string line = to_line(record);
    return line.substr(1, line.rfind(",\"checksum\"") - 1);
}

std::string message_of(const std::string& line) {
    try {
        (void)read_plan_record(line, place);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_EQ(error.place().file, place.file);
        EXPECT_EQ(error.place().line, place.line);
        return error.what();
    }
    return "no error";
}

TEST(PlanRecordTest, IsReadAsItWasWritten) {
    EXPECT_EQ(read_plan_record(to_line(some_record()), place), some_record());
}

TEST(PlanRecordTest, HasTheDocumentedForm) {
    PlanRecord record = some_record();
    record.sources.resize(1);
    record.stems.resize(1);
    const std::string fields =
        R"({"recital_plan":1,"id":"clara-schumann","id_declared":false,"musician":"Clara Schumann",)"
        R"json("name":"Clara Schumann (pianist)","born":"1819","died":"1896","occupation":"pianist",)json"
        R"("reason":"the subject of the first sentence; the same full name","language":"en",)"
        R"("seconds":123.4,"sources":[{"path":"in/clara.txt","offset":0,"line":0,)"
        R"("content":"a96faf705af16834e6c632b61e964e1f"}],"stems":["m4b/Clara Schumann"])";
    EXPECT_EQ(to_line(record), fmt::format("{},\"checksum\":\"{:016x}\"}}", fields, hash_64(fields)));
}

TEST(PlanRecordTest, KeepsNamesOfAnyBytesOnOneLine) {
    const std::vector<std::string> names = {
        "quotes \" and \\ and / and \t",
        "a line\nbreak\r\n",
        std::string("a zero \0 byte", 13),
        "Dvo\u0159\u00E1k \u5742\u672C\u9F8D\u4E00 \U0001F3B9",
        "Latin-1: Dvor\xE1k", // file names may be any bytes
        "\xED\xA0\x80 surrogate, \xC0\xAF overlong, \xF4\x90\x80\x80 too high",
        "\xFF\xFE",
        "\u2028\u0085",
        "{\"hex\":\"00\"}",
        "",
    };
    for (const std::string& name : names) {
        PlanRecord record = some_record();
        record.musician = name;
        record.sources.front().path = name;
        if (name.find('\0') == std::string::npos) { // no file is called so
            record.stems.front() = "x" + name;
        }
        const std::string line = to_line(record);
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
        EXPECT_TRUE(is_utf8(line));
        EXPECT_EQ(read_plan_record(line, place), record) << line;
    }
}

TEST(PlanRecordTest, KeepsExtremeNumbers) {
    PlanRecord record = some_record();
    record.sources.front().offset = std::numeric_limits<std::uint64_t>::max();
    record.sources.front().line = std::numeric_limits<std::size_t>::max();
    record.seconds = 0;
    EXPECT_EQ(read_plan_record(to_line(record), place), record);
    record.seconds = 123456789.1;
    EXPECT_EQ(read_plan_record(to_line(record), place), record);
}

TEST(PlanRecordTest, NeverReadsAPartOfALine) {
    const std::string line = to_line(some_record());
    for (std::size_t size = 0; size < line.size(); ++size) {
        EXPECT_THROW((void)read_plan_record(line.substr(0, size), place), Error) << size;
        EXPECT_THROW((void)read_plan_record(line.substr(line.size() - size), place), Error) << size;
    }
}

TEST(PlanRecordTest, NoticesEveryChangedByte) {
    const std::string line = to_line(some_record());
    for (std::size_t i = 0; i < line.size(); ++i) {
        for (const unsigned bit : {0U, 1U, 5U, 7U}) {
            std::string damaged = line;
            damaged[i] = static_cast<char>(static_cast<unsigned char>(damaged[i]) ^ (1U << bit));
            EXPECT_THROW((void)read_plan_record(damaged, place), Error) << damaged;
        }
    }
}

TEST(PlanRecordTest, NoticesWhatIsAddedToALine) {
    const std::string line = to_line(some_record());
    for (const std::string& more : {std::string(" "), std::string("\r"), std::string("\n"), line}) {
        EXPECT_THROW((void)read_plan_record(line + more, place), Error);
        EXPECT_THROW((void)read_plan_record(more + line, place), Error);
    }
}

TEST(PlanRecordTest, SaysWhatIsWrongWithALine) {
    using testing::HasSubstr;
    EXPECT_THAT(message_of(""), HasSubstr("it is not a JSON object"));
    EXPECT_THAT(message_of("[1]"), HasSubstr("it is not a JSON object"));
    EXPECT_THAT(message_of(sealed("\"a\":1")), HasSubstr("\"recital_plan\" is missing"));
    EXPECT_THAT(message_of(sealed("\"recital_plan\":\"1\"")),
                HasSubstr("\"recital_plan\" has the wrong type"));
    EXPECT_THAT(message_of(sealed("\"recital_plan\":2")), HasSubstr("it has version 2 of the format"));
    std::string line = to_line(some_record());
    line.replace(line.find("1819"), 4, "1820");
    EXPECT_THAT(message_of(line), HasSubstr("its checksum does not match: make the plan again"));
}

/// A line of the right checksum in which one text is replaced by another.
std::string sealed_with(const std::string& text, const std::string& other) {
    std::string fields = fields_of(some_record());
    const auto at = fields.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    return sealed(fields.replace(at, text.size(), other));
}

TEST(PlanRecordTest, RefusesFieldsThatNoPlanHas) {
    using testing::HasSubstr;
    EXPECT_EQ(message_of(sealed_with("123.4", "123.4")), "no error");
    EXPECT_THAT(message_of(sealed_with("123.4", "-1")), HasSubstr("\"seconds\" is negative"));
    EXPECT_THAT(message_of(sealed_with("123.4", "1e999")), HasSubstr("it is not a JSON object"));
    EXPECT_THAT(message_of(sealed_with("123.4", "\"1\"")), HasSubstr("\"seconds\" has the wrong type"));
    EXPECT_THAT(message_of(sealed_with("4096", "-1")), HasSubstr("\"offset\" has the wrong type"));
    EXPECT_THAT(message_of(sealed_with("4096", "1.5")), HasSubstr("\"offset\" has the wrong type"));
    EXPECT_THAT(message_of(sealed_with("4096", "99999999999999999999")),
                HasSubstr("\"offset\" has the wrong type"));
    EXPECT_THAT(message_of(sealed_with("\"clara-schumann\"", "null")),
                HasSubstr("a text has the wrong type"));
    EXPECT_THAT(message_of(sealed_with("\"clara-schumann\"", "{\"hex\":\"0\"}")), HasSubstr("\"hex\""));
    EXPECT_THAT(message_of(sealed_with("\"clara-schumann\"", "{\"hex\":\"GG\"}")), HasSubstr("\"hex\""));
    EXPECT_THAT(message_of(sealed_with(digest_of("a").hex(), "a")), HasSubstr("\"content\""));
    PlanRecord empty = some_record();
    empty.sources.clear();
    EXPECT_THAT(message_of(to_line(empty)), HasSubstr("\"sources\" is not a list of at least one element"));
    empty = some_record();
    empty.stems.clear();
    EXPECT_THAT(message_of(to_line(empty)), HasSubstr("\"stems\" is not a list of at least one element"));
}

// A parser that calls itself for each bracket would run out of stack.
TEST(PlanRecordTest, RefusesDeepNesting) {
    EXPECT_THAT(message_of(std::string(1000000, '[')), testing::HasSubstr("nested too deeply"));
    std::string objects;
    for (int i = 0; i < 100000; ++i) {
        objects += "{\"a\":";
    }
    EXPECT_THAT(message_of(objects), testing::HasSubstr("nested too deeply"));
}

TEST(PlanRecordTest, IgnoresFieldsThatItDoesNotKnow) {
    EXPECT_EQ(read_plan_record(sealed(fields_of(some_record()) + ",\"more\":[1]"), place), some_record());
}

/// A plan of somebody else must not write elsewhere.
TEST(PlanRecordTest, NamesNoFileOutsideOfTheOutput) {
    for (const char* const stem : {"../a", "a/../../b", "/etc/a", "..", "", "a/"}) {
        PlanRecord record;
        record.sources = {{"/a", 0, 0, {}}};
        record.stems = {stem};
        EXPECT_THROW((void)read_plan_record(to_line(record), {"plan", 1}), Error) << stem;
    }
    EXPECT_TRUE(stays_below("a/b..c/...d"));
}

} // namespace
} // namespace recital
