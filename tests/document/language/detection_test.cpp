// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over tests/data/document/declared_languages.tsv, whose first lines say what its cells are.
#include "base/data_table.h"
#include "document/language/detection.h"
#include "document/read.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace recital {

/// Names a row in the output of the tests.
static void PrintTo(const DataRow& row, std::ostream* out) {
    *out << row.place.to_string() << " " << row.cells[0];
}

namespace {

std::string detected(const std::string& text) {
    return detect_language({{Block::Kind::paragraph, 0, text, 1}});
}

TEST(LanguageTag, IsFoundForTagsAndNames) {
    EXPECT_EQ(language_tag("English"), "en");
    EXPECT_EQ(language_tag("Deutsch"), "de");
    EXPECT_EQ(language_tag("español"), "es");
    EXPECT_EQ(language_tag("pt_BR"), "pt-BR");
    EXPECT_EQ(language_tag(" EN-GB "), "en-GB");
    EXPECT_EQ(language_tag("Martian"), "");
    EXPECT_EQ(language_tag(""), "");
}

TEST(DetectLanguage, CountsFunctionWords) {
    EXPECT_EQ(detected("She was born in Leipzig, and her father taught her to play the piano."), "en");
    EXPECT_EQ(detected("Nació en Cádiz y estudió con su madre, que era pianista, hasta que se fue a París."),
              "es");
    EXPECT_EQ(
        detected("Il est né à Paris et il a étudié avec son père, qui était organiste dans une église."),
        "fr");
    EXPECT_EQ(
        detected(
            "Er wurde in Bonn geboren und lernte das Klavier bei seinem Vater, der auch ein Sänger war."),
        "de");
    EXPECT_EQ(
        detected("Nacque a Pesaro e studiò con il padre, che era anche un suonatore di corno della città."),
        "it");
    EXPECT_EQ(detected("Nasceu no Rio de Janeiro e estudou com o pai, que era músico e também não foi rico."),
              "pt");
    EXPECT_EQ(
        detected(
            "Hij werd in Deventer geboren en kreeg les van zijn vader, die ook organist van de kerk was."),
        "nl");
}

TEST(DetectLanguage, LooksAtTheScript) {
    EXPECT_EQ(detected("Он родился в Москве, учился у отца и был пианистом; эту музыку мы слышали."), "ru");
    EXPECT_EQ(detected("Він народився у Києві, вчився у батька і був піаністом."), "uk");
    EXPECT_EQ(detected("Ол Алматыда туып, әкесінен домбыра тартуды үйренген қазақ күйшісі."), "kk");
    EXPECT_EQ(detected("Ал Бишкекте туулуп, атасынан комуз чертүүнү үйрөнгөн."), "ky");
    EXPECT_EQ(detected("Γεννήθηκε στην Αθήνα και σπούδασε πιάνο."), "el");
    EXPECT_EQ(detected("هو عازف بيانو ولد في القاهرة"), "ar");
    EXPECT_EQ(detected("彼は東京で生まれた作曲家である"), "ja");
    EXPECT_EQ(detected("他是一位出生于北京的作曲家"), "zh");
    EXPECT_EQ(detected("그는 서울에서 태어난 작곡가이다"), "ko");
    EXPECT_EQ(detected("Pyotr Tchaikovsky (Пётр Чайковский) was a composer who lived in Moscow."), "en");
}

TEST(DetectLanguage, DistinguishesRelatedLanguages) {
    EXPECT_EQ(
        detected("Urodził się w Warszawie i był uczniem ojca, który jest znany jako pianista, a także po "
                 "latach nie grał na scenie."),
        "pl");
    EXPECT_EQ(detected("Han blev født i København og var elev af sin far, som også var organist ved "
                       "domkirken, men ikke efter krigen."),
              "da");
    EXPECT_EQ(detected("Han föddes i Uppsala och var elev till sin far, som även var organist och inte "
                       "spelade efter kriget, men det blev ett liv för musiken."),
              "sv");
    EXPECT_EQ(detected("Narodil se v Praze a byl žákem otce, který je znám jako varhaník, ale také po roce "
                       "na univerzitě studoval s bratrem."),
              "cs");
}

TEST(DetectLanguage, FallsBackToEnglish) {
    EXPECT_EQ(detected("Parsifal, Tristan, Rienzi"), "en");
    EXPECT_EQ(
        detected("In Paris he sang La donna è mobile, Una furtiva lagrima and Che gelida manina for the "
                 "first time, and they were his."),
        "en");
}

TEST(ReadDocument, ReportsAGuessedLanguage) {
    const Document german = read_document(
        "Robert Schumann wurde in Zwickau geboren und war der Sohn von einem Buchhändler, der auch "
        "selbst ein Schriftsteller war.",
        "a.txt");
    EXPECT_EQ(german.language, "de");
    ASSERT_EQ(german.diagnostics.size(), 1U);
    const Document page =
        read_document("<html lang='French'><body><p>Il est là.</p></body></html>", "a.html");
    EXPECT_EQ(page.language, "fr");
    EXPECT_TRUE(page.diagnostics.empty());
}

class DeclaredLanguages : public testing::TestWithParam<DataRow> {};

TEST_P(DeclaredLanguages, GiveWayToWordsWithoutDoubt) {
    const auto& cells = GetParam().cells;
    const Document page = read_document(
        "<html lang=\"" + cells[1] + "\"><body><p>" + cells[2] + "</p></body></html>", "a.html");
    EXPECT_EQ(page.language, cells[3]);
    ASSERT_EQ(page.diagnostics.size(), cells[4].empty() ? 0U : 1U);
    EXPECT_TRUE(cells[4].empty() || page.diagnostics[0].message.find(cells[4]) != std::string::npos);
}

std::string row_name(const testing::TestParamInfo<DataRow>& row) {
    return "line" + std::to_string(row.param.place.line);
}

INSTANTIATE_TEST_SUITE_P(Rows, DeclaredLanguages,
                         testing::ValuesIn(read_data_table(std::filesystem::path(RECITAL_SOURCE_DIR) /
                                                               "tests" / "data" / "document" /
                                                               "declared_languages.tsv",
                                                           5, 4)),
                         row_name);

TEST(ReadDocument, KeepsALanguageThatAPersonGives) {
    ReadOptions options;
    options.language = "en";
    const Document page = read_document(
        "Nació en Cádiz y estudió con su madre, que era pianista, hasta que se fue a París. Allí conoció a "
        "su marido y tocó con él en todos los teatros de la ciudad durante más de diez años.",
        "a.txt", options);
    EXPECT_EQ(page.language, "en");
    EXPECT_TRUE(page.diagnostics.empty());
}

} // namespace
} // namespace recital
