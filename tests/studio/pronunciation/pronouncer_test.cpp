// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/pronouncer.h"
#include "support/scratch_folder.h"

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
    EXPECT_THAT(pronounced("Giovanni Marick and Marić sang."), testing::SizeIs(3));
    EXPECT_EQ(pronounced(alone), before);
    EXPECT_THAT(pronounced("Marick sang."), ElementsAre());
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

} // namespace
} // namespace recital
