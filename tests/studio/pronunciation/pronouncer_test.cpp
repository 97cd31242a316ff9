// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "document/read.h"
#include "studio/pronunciation/pronouncer.h"
#include "support/scratch_folder.h"
#include "text/language/language.h"
#include "text/script/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::ScratchFolder;

const std::filesystem::path root = RECITAL_SOURCE_DIR;

Script script_of(const std::string& sentence, const std::string& language = "en") {
    Passage passage{Role::body, {{sentence, sentence, 1}}, Border::end};
    return {"", language, {{"", {passage}}}};
}

/// A folder with the program's data but for the lexicon.
class Data {
public:
    Data() {
        for (const char* name : {"languages", "phonemes"}) {
            std::filesystem::create_directory_symlink(root / "data" / name, folder_.path() / name);
        }
        std::filesystem::create_directory(folder_.path() / "lexicon");
        std::ofstream(folder_.path() / "lexicon" / "names.tsv") << "Liszt\ten\t-\t/lɪst/\tusage\n";
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

private:
    ScratchFolder folder_;
};

/// A pronouncer for the narrator, and what it tells.
class Pronouncing : public testing::Test {
protected:
    explicit Pronouncing()
        : pronouncer_(data_.path(), load_voice(root / "voices", "narrator"), {},
                      [this](const Diagnostic& notice) { notices_.push_back(notice.to_string()); }) {}

    /// "words=phonemes" of what is pronounced in a sentence of this file.
    std::vector<std::string> pronounced(const std::string& sentence,
                                        const std::filesystem::path& file = "a.txt",
                                        const std::string& language = "en") {
        Script script = script_of(sentence, language);
        const std::vector<std::filesystem::path> sources = {file};
        pronouncer_.pronounce(script, sources);
        std::vector<std::string> found;
        for (const auto& pronunciation : script.chapters[0].passages[0].sentences[0].pronunciations) {
            found.push_back(sentence.substr(pronunciation.begin, pronunciation.end - pronunciation.begin) +
                            "=" + pronunciation.phonemes);
        }
        return found;
    }

    Data data_;
    std::vector<std::string> notices_;
    Pronouncer pronouncer_;
};

TEST_F(Pronouncing, ReadsNamesInTheirLanguage) {
    EXPECT_THAT(pronounced("Łukasz heard Liszt."), ElementsAre("Łukasz=w'u:kA:S", "Liszt=l'Ist"));
    EXPECT_THAT(pronounced("Łukasz smiled at Çelik's dog."),
                ElementsAre("Łukasz=w'u:kA:S", "Çelik's=tSEl'Iks"));
}

TEST_F(Pronouncing, TakesTheLanguageFromTheSameTextOnly) {
    const std::string alone = "Marić sang.";
    const auto before = pronounced(alone);
    EXPECT_THAT(pronounced("Giovanni Marik and Marić sang."), testing::SizeIs(3));
    EXPECT_EQ(pronounced(alone), before);
    EXPECT_THAT(pronounced("Marik sang."), ElementsAre());
}

TEST_F(Pronouncing, DoesNotChangeTextInOtherLanguages) {
    EXPECT_THAT(pronounced("Łukasz smiled.", "a.txt", "es"), ElementsAre());
    EXPECT_THAT(pronounced("Łukasz smiled.", "a.txt", "en-GB"), testing::SizeIs(1));
}

TEST_F(Pronouncing, UsesTheLexiconBesideATextForItAlone) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / "lexicon.tsv") << "Łukasz\tLOO-kash\n";
    EXPECT_THAT(pronounced("Łukasz smiled.", folder.path() / "a.txt"), ElementsAre("Łukasz=l'u:kaS"));
    EXPECT_THAT(pronounced("Łukasz smiled.", folder.path() / "b.txt"), ElementsAre("Łukasz=l'u:kaS"));
    EXPECT_THAT(notices_, ElementsAre(HasSubstr("lexicon.tsv"))) << "once";
    EXPECT_THAT(pronounced("Łukasz smiled.", root / "a.txt"), ElementsAre("Łukasz=w'u:kA:S"));
}

/// A text whose names the program pronounces with all its data.
class Stating : public testing::Test {
protected:
    Stating()
        : language_(root / "data" / "languages", "en"),
          pronouncer_(root / "data", load_voice(root / "voices", "narrator"), {},
                      [this](const Diagnostic& notice) { notices_.push_back(notice.to_string()); }) {}

    /// "words=phonemes" of what the text itself decides in the sentence `wanted`.
    std::vector<std::string> stated(const std::string& text, std::string_view wanted) {
        const Document document = read_document(text + " " + std::string(wanted), "a.txt", {});
        Script script = make_script(document, language_, 1000);
        const std::vector<std::filesystem::path> sources = {"a.txt"};
        pronouncer_.pronounce(script, sources, document, language_);
        std::vector<std::string> found;
        for (const Passage& passage : script.chapters.front().passages) {
            for (const Sentence& sentence : passage.sentences) {
                for (const auto& [begin, end, phonemes, entry, foreign, is_stated] :
                     sentence.pronunciations) {
                    if (sentence.source == wanted && is_stated) {
                        found.push_back(sentence.spoken.substr(begin, end - begin) + "=" + phonemes);
                    }
                }
            }
        }
        return found;
    }

    std::vector<std::string> notices_;
    Language language_;
    Pronouncer pronouncer_;
};

TEST_F(Stating, SaysNamesAsTheTextDoes) {
    const auto rows = read_data_table(root / "tests" / "data" / "text" / "stated_names.tsv", 4, 3);
    ASSERT_GT(rows.size(), 50U);
    for (const DataRow& row : rows) {
        const std::string& name = row.cells[1];
        const std::string& phonemes = row.cells[2];
        const std::string& plain = row.cells[3].empty() ? name : row.cells[3];
        EXPECT_THAT(stated(row.cells[0], "Later " + name + " left."), ElementsAre(name + "=" + phonemes))
            << row.place.to_string();
        EXPECT_THAT(stated(row.cells[0], "They met " + plain + " there."),
                    ElementsAre(plain + "=" + phonemes))
            << row.place.to_string();
        EXPECT_THAT(stated(row.cells[0], "It was " + name + "'s work."),
                    ElementsAre(testing::StartsWith(name + "'s=" + phonemes)))
            << row.place.to_string();
    }
}

TEST_F(Stating, DoesNotUseWhatDoesNotFitTheName) {
    for (const char* text : {"Anna Ode (/ˈbiːtlz/; born 1950) is a harpist.",
                             "Anna Ode (pronounced xq-ZZT; born 1950) is a harpist.",
                             "Anna Ode (/ʘʘ/; born 1950) is a harpist."}) {
        notices_.clear();
        EXPECT_THAT(stated(text, "Later Ode left."), ElementsAre()) << text;
        EXPECT_THAT(notices_, ElementsAre(HasSubstr("a.txt:1"))) << text;
    }
}

TEST_F(Stating, KeepsGivenNamesOfOthers) {
    const std::string text = "David Ode (French: [david ɔd]; born 1950) sang with David Bell.";
    EXPECT_THAT(stated(text, "Later David left."), testing::SizeIs(1));
    EXPECT_THAT(stated(text, "Later David Bell left."), ElementsAre());
}

TEST_F(Stating, RanksBelowTheLexiconOfTheUser) {
    const ScratchFolder folder;
    std::ofstream(folder.path() / "mine.tsv") << "Ode\tOH-dee\n";
    const std::vector<std::filesystem::path> named = {folder.path() / "mine.tsv"};
    Pronouncer pronouncer(root / "data", load_voice(root / "voices", "narrator"), named,
                          [](const Diagnostic&) {});
    const Document document = read_document("Anna Ode (/oʊˈdeɪ/; born 1950) sang.", "a.txt", {});
    Script script = make_script(document, language_, 1000);
    const std::vector<std::filesystem::path> sources = {"a.txt"};
    pronouncer.pronounce(script, sources, document, language_);
    const auto& found = script.chapters[0].passages[0].sentences[0].pronunciations;
    ASSERT_THAT(found, testing::SizeIs(1));
    EXPECT_EQ(found[0].phonemes, "'oUdi");
    EXPECT_FALSE(found[0].stated);
}

} // namespace
} // namespace recital
