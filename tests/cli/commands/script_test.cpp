// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

const std::string scripted_biography = "Bekzat Petrenko was born in 1957. He played Piano Concerto No. 2.\n\n"
                                       "Despite his success, Bekzat Petrenko stayed a quiet man.\n";

TEST(Script, ShowsEverySentenceAsWrittenAndAsSpoken) {
    const Workshop workshop;
    workshop.write("a.txt", scripted_biography);
    const Outcome outcome = workshop.recital({"script", "a.txt", "--json", "--chapters-from", "paragraphs"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const auto lines = json_lines(outcome.out);
    ASSERT_EQ(lines.size(), 1U);
    const Json& script = lines[0];
    EXPECT_EQ(script["musician"], "Bekzat Petrenko");
    EXPECT_EQ(script["language"], "en");
    ASSERT_EQ(script["chapters"].size(), 2U);
    EXPECT_EQ(script["chapters"][0]["title"], "Introduction");
    EXPECT_EQ(script["chapters"][1]["title"], "Despite his success");
    const Json& sentences = script["chapters"][0]["sentences"];
    ASSERT_EQ(sentences.size(), 2U);
    EXPECT_EQ(sentences[0]["source"], "Bekzat Petrenko was born in 1957.");
    EXPECT_THAT(sentences[0]["spoken"].get<std::string>(), HasSubstr("nineteen fifty"));
    EXPECT_EQ(sentences[1]["source"], "He played Piano Concerto No. 2.");
    EXPECT_THAT(sentences[1]["spoken"].get<std::string>(), HasSubstr("umber two"));
}

TEST(Script, ReadsStandardInput) {
    const Workshop workshop;
    const Outcome from_file =
        workshop.recital({"script", workshop.write("a.txt", scripted_biography), "--json"});
    const auto without_candidates = [](const std::string& out) { // the name of the file is one of them
        Json script = Json::parse(out);
        script.erase("candidates");
        return script;
    };
    for (const auto& command :
         std::vector<std::vector<std::string>>{{"script", "-", "--json"}, {"script", "--json"}}) {
        EXPECT_EQ(without_candidates(workshop.recital(command, scripted_biography).out),
                  without_candidates(from_file.out));
    }
    EXPECT_THAT(workshop.recital({"script"}, scripted_biography).out, HasSubstr("nineteen fifty"));
}

TEST(Script, TakesEachLineForItself) {
    const Workshop workshop;
    const std::string input = "He was born in 1957. He sang.\n\nOpus No. 2\r\n  \nThe end";
    const Outcome json = workshop.recital({"script", "--lines", "--json"}, input);
    ASSERT_EQ(json.exit_code, 0) << json.err;
    const auto lines = json_lines(json.out);
    ASSERT_EQ(lines.size(), 5U) << json.out;
    EXPECT_EQ(lines[0]["sentences"].size(), 2U);
    EXPECT_EQ(lines[0]["sentences"][1]["source"], "He sang.");
    EXPECT_EQ(lines[1], Json({{"sentences", Json::array()}}));
    EXPECT_THAT(lines[2]["sentences"][0]["spoken"].get<std::string>(), HasSubstr("umber two"));
    EXPECT_EQ(lines[3], Json({{"sentences", Json::array()}}));
    EXPECT_EQ(lines[4]["sentences"][0]["source"], "The end");

    const std::string text = workshop.recital({"script", "--lines"}, input).out;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
    EXPECT_THAT(text, HasSubstr("\n\n"));
    EXPECT_EQ(workshop.recital({"script", "--lines", workshop.write("lines.txt", input)}).out, text);
}

TEST(Script, ReadsEachLineInItsLanguage) {
    const Workshop workshop;
    const std::string input = "She was born in 1957 and played with her father.\n"
                              "Il est né à Paris en 1957 et il a étudié avec son père, qui était "
                              "organiste.Elle chante.\n";
    const auto lines = json_lines(workshop.recital({"script", "--lines", "--json"}, input).out);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0]["sentences"][0]["spoken"].get<std::string>(), HasSubstr("nineteen fifty"));
    EXPECT_THAT(lines[1]["sentences"][0]["spoken"].get<std::string>(), HasSubstr("Paris en mille neuf cent"));
    EXPECT_EQ(lines[1]["sentences"].size(), 2U);
}

TEST(Script, NamesWhatItCannotRead) {
    const Workshop workshop;
    workshop.write("empty.txt", "");
    for (const auto& command : std::vector<std::vector<std::string>>{
             {"script", "missing.txt"}, {"script", "missing.txt", "--lines"}, {"script", "empty.txt"}}) {
        const Outcome outcome = workshop.recital(command);
        EXPECT_EQ(outcome.exit_code, 3);
        EXPECT_EQ(outcome.out, "");
        EXPECT_THAT(outcome.err, HasSubstr(command[1]));
    }
}

TEST(Voices, AreListed) {
    const Workshop workshop;
    const auto lines = json_lines(workshop.recital({"voices", "--json"}).out);
    ASSERT_EQ(lines.size(), 1U);
    std::vector<std::string> names;
    for (const Json& voice : lines[0]["voices"]) {
        names.push_back(voice["name"]);
        EXPECT_FALSE(voice["description"].get<std::string>().empty());
        EXPECT_FALSE(voice["language"].get<std::string>().empty());
        EXPECT_TRUE(voice["words_per_minute"].is_number());
    }
    EXPECT_THAT(names, testing::IsSupersetOf({"narrator", "british", "female", "clear"}));
    const Outcome text = workshop.recital({"voices"});
    EXPECT_EQ(text.exit_code, 0);
    for (const std::string& name : names) {
        EXPECT_THAT(text.out, HasSubstr(name));
    }
}

} // namespace
} // namespace recital
