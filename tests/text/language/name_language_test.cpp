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

const NameLanguages& name_languages() {
    static const NameLanguages languages(languages_folder() / "name_languages.tsv");
    return languages;
}

std::string language_of_text(const std::vector<std::string>& sentences) {
    return name_languages().language_of_text(sentences);
}

/// "name=language" of all that is found.
std::vector<std::string> found(std::string_view sentence, std::string_view text_language = {}) {
    std::vector<ForeignName> names;
    name_languages().find(sentence, names, text_language);
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

TEST(NameLanguage, IsNotTakenFromWhatEnglishNamesHaveToo) {
    for (const char* sentence :
         {"Nicki and Ricki sang.", "Becki, Micki and Vicki came.", "Jacki Weaver met Dicki.",
          "Scarlett Johansson read.", "Jaan sang.", "L. Jones and Will Smith"}) {
        EXPECT_THAT(found(sentence), ElementsAre()) << sentence;
    }
    EXPECT_THAT(found("Nowicki, Wojcicki and Rudnicki"),
                ElementsAre("Nowicki=pl", "Wojcicki=pl", "Rudnicki=pl"));
    EXPECT_THAT(found("Béla Fleck played."), ElementsAre("Béla=hu"));
    EXPECT_THAT(found("Giuseppe Smith and László Brook"), ElementsAre("Giuseppe=it", "László=hu"));
    EXPECT_THAT(found("Ferenc Puskas"), ElementsAre("Ferenc=hu", "Puskas=hu"));
}

TEST(NameLanguage, IsSupportedByPlacesInTheText) {
    EXPECT_EQ(language_of_text({"He was born in Kraków.", "He sang."}), "pl");
    EXPECT_EQ(language_of_text({"An Estonian pianist."}), "et");
    EXPECT_EQ(language_of_text({"Born in Paris, she lived in Rome."}), "");
    EXPECT_EQ(language_of_text({"She was born in Ohio."}), "");
    EXPECT_THAT(found("Jacki sang.", "pl"), ElementsAre("Jacki=pl"));
    EXPECT_THAT(found("Jaan sang.", "et"), ElementsAre("Jaan=et"));
    EXPECT_THAT(found("Jaan sang.", "pl"), ElementsAre());
    EXPECT_THAT(found("Miller and Smith", "pl"), ElementsAre());
}

TEST(NameLanguage, IsFrenchAfterTheArticle) {
    EXPECT_THAT(found("They read L'Équipe and L’Amour."), ElementsAre("L'Équipe=fr", "L’Amour=fr"));
    EXPECT_THAT(found("At the Théâtre de l'Opéra and l'atelier"),
                testing::IsSupersetOf({"l'Opéra=fr", "l'atelier=fr"}));
    EXPECT_THAT(found("L'Heure bleue"), ElementsAre("L'Heure=fr"));
    EXPECT_THAT(found("L'Wren, L' and the l's"), ElementsAre());
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
