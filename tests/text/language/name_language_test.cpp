// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scratch_folder.h"
#include "text/english.h"
#include "text/language/name_language.h"
#include "text/phonemes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace testing_support;

/// "name=language" of all that is found.
std::vector<std::string> found(std::string_view sentence) {
    static const NameLanguages languages(languages_folder() / "name_languages.tsv");
    std::vector<ForeignName> names;
    languages.find(sentence, names);
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const ForeignName& name : names) {
        texts.push_back(name.written + "=" + name.language);
    }
    return texts;
}

TEST(NameLanguage, IsDetectedByLettersAndEndings) {
    EXPECT_THAT(found("He met Łukasz in Brno."), ElementsAre("Łukasz=pl"));
    EXPECT_THAT(found("“Horváth’s” and Çelik"), ElementsAre("Horváth=hu", "Çelik=tr"));
    EXPECT_THAT(found("Sánchez Pérez sang."), ElementsAre("Sánchez=es", "Pérez=es"));
    EXPECT_THAT(found("Nguyễn Văn"), testing::Contains("Nguyễn=vi"));
}

TEST(NameLanguage, IsDetectedByAGivenNameForTheNextWord) {
    EXPECT_THAT(found("Giovanni Gabrieli came."), ElementsAre("Giovanni=it", "Gabrieli=it"));
    EXPECT_THAT(found("Giovanni, Gabriel came."), ElementsAre("Giovanni=it"));
    EXPECT_THAT(found("Giovanni saw Gabriel."), ElementsAre("Giovanni=it"));
    EXPECT_THAT(found("Krzysztof Køhler"), ElementsAre("Krzysztof=pl", "Køhler=nb"));
}

TEST(NameLanguage, IsUnknownIfSeveralArePossible) {
    EXPECT_THAT(found("Beyoncé, Björk, André and Zoë at the Café."), ElementsAre());
    EXPECT_THAT(found("études and façades"), ElementsAre()) << "no names";
}

TEST(NameLanguage, IsSeldomFoundInEnglish) {
    for (const char* sentence :
         {"The Gypsy Baron and the Vault at Suez.", "Linen from Prague, Default of Szell.",
          "Suites for Mann and Berg, sung by Lopez in San Diego."}) {
        EXPECT_THAT(found(sentence), ElementsAre());
    }
}

TEST(NameLanguage, ReportsTheBadRow) {
    const ScratchFolder folder;
    const auto path = folder.path() / "names.tsv";
    std::ofstream(path) << "letter\tł\tpl\t2\nmiddle\tx\tpl\t2\n";
    EXPECT_THAT(error_of([&] { NameLanguages{path}; }), HasSubstr("names.tsv:2"));
}

} // namespace
} // namespace recital
