// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "cli/output/hostile_texts.h"
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

/// Little-endian.
std::string number(std::size_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t n = 0; n < bytes; ++n) {
        text += static_cast<char>(value >> (8 * n) & 0xFFU);
    }
    return text;
}

std::string chunk(const std::string& name, std::string content) {
    const std::size_t size = content.size();
    content.append(size % 2, '\0');
    return name + number(size, 4) + content;
}

/// A second of silence with that title.
std::string sound_with_title(const std::string& title) {
    const std::string format =
        number(1, 2) + number(1, 2) + number(8000, 4) + number(16000, 4) + number(2, 2) + number(16, 2);
    return chunk("RIFF", "WAVE" + chunk("fmt ", format) +
                             chunk("LIST", "INFO" + chunk("INAM", title + '\0')) +
                             chunk("data", std::string(16000, '\0')));
}

/// Each line is one that the program wrote.
void expect_harmless(const Outcome& outcome) {
    for (const std::string& text : {outcome.out, outcome.err}) {
        EXPECT_TRUE(is_harmless(text)) << text;
        EXPECT_TRUE(is_utf8(text)) << text;
    }
}

class HostileName : public testing::TestWithParam<HostileText> {
protected:
    Workshop workshop_;
};

TEST_P(HostileName, OfAFileIsShown) {
    const auto& [name, text, expected] = GetParam();
    for (const std::vector<std::string>& command : {std::vector<std::string>{"render", "--dry-run"},
                                                    {"script"},
                                                    {"lexicon", "check"},
                                                    {"inspect"},
                                                    {"verify"}}) {
        std::vector<std::string> arguments = command;
        arguments.push_back("./" + text + ".wav");
        const Outcome outcome = workshop_.recital(std::move(arguments));
        expect_harmless(outcome);
        EXPECT_THAT(outcome.out + outcome.err, HasSubstr("./" + expected + ".wav: ")) << command.front();
    }
}

TEST_P(HostileName, OfAnOptionIsShown) {
    const auto& [name, text, expected] = GetParam();
    for (const std::vector<std::string>& command : {std::vector<std::string>{"--" + text + "x"},
                                                    {"script", "--voice", "x" + text},
                                                    {"render", "x", "--format", text}}) {
        const Outcome outcome = workshop_.recital(command);
        EXPECT_EQ(outcome.exit_code, 2);
        expect_harmless(outcome);
        EXPECT_THAT(outcome.err, HasSubstr(expected));
    }
}

TEST_P(HostileName, OfATitleIsShown) {
    const auto& [name, text, expected] = GetParam();
    workshop_.write("a.wav", sound_with_title("x" + text + "x"));
    for (const std::vector<std::string>& command : {std::vector<std::string>{"inspect", "a.wav"},
                                                    {"inspect", "--json", "a.wav"},
                                                    {"verify", "a.wav"}}) {
        const Outcome outcome = workshop_.recital(command);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        expect_harmless(outcome);
    }
}

TEST_P(HostileName, OfAFieldIsShown) {
    const auto& [name, text, expected] = GetParam();
    const Json row = {{"name", "x" + text + "x"}, {"id", text}, {"text", {{text + "x", 1}}}};
    const Json good = {{"name", "x" + text + "x"}, {"id", text}, {"text", petrenko + text}};
    const auto line = [](const Json& json) {
        return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    };
    workshop_.write("a.jsonl", line(row) + line(good));
    for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--json"}}) {
        std::vector<std::string> arguments = {"render", "--dry-run", "a.jsonl"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Outcome outcome = workshop_.recital(std::move(arguments));
        EXPECT_EQ(outcome.exit_code, 1) << outcome.err;
        expect_harmless(outcome);
    }
}

INSTANTIATE_TEST_SUITE_P(Rows, HostileName, testing::ValuesIn(hostile_texts()),
                         [](const auto& row) { return test_name(row.param.name); });

/// A name of a megabyte was printed as a megabyte, and made every row of the table as wide.
TEST(LongName, IsShortened) {
    const Workshop workshop;
    const std::string name(1000000, 'N');
    workshop.write("a.jsonl", Json{{"name", name}, {"id", name}, {"text", {{name, 1}}}}.dump() + "\n" +
                                  Json{{"name", "Mara Bell"}, {"text", petrenko}}.dump() + "\n");
    const Outcome outcome = workshop.recital({"render", "--dry-run", "a.jsonl"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_LT(outcome.err.size(), 5000U);
    EXPECT_THAT(outcome.err, HasSubstr("characters ...]"));
    const Outcome usage = workshop.recital({"script", "--voice", std::string(100000, 'v')});
    EXPECT_LT(usage.err.size(), 1200U);
    EXPECT_THAT(usage.err, HasSubstr("choose one of"));
}

TEST(Value, IsPrintedAsItIsForPrograms) {
    const Workshop workshop;
    const std::string folder = workshop.path("a\x1B[m\xFF").string();
    EXPECT_EQ(workshop.recital({"cache", "path", "--cache", folder}).out, folder + "\n");
}

} // namespace
} // namespace recital
