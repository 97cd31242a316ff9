// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "speech/engine/engine.h"
#include "support/forked.h"
#include "text/language/name_language.h"
#include "text/lexicon/phoneme_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace recital {
namespace {

using testing_support::forked;

const std::filesystem::path root = RECITAL_SOURCE_DIR;

/// A name of foreign_names.tsv.
struct Example {
    DataRow row;
    std::vector<ForeignName> found;
};

/// How a name is said, in the IPA of one and the same voice.
struct Renderings {
    std::string expected;
    std::string by_language;
    std::string by_voice;
};

std::u32string sounds_of(const std::string& ipa) {
    std::u32string sounds;
    for (std::size_t position = 0; position < ipa.size();) {
        const char32_t sound = next_code_point(ipa, position);
        if (sound != U'ˈ' && sound != U'ˌ' && sound != U'ː' && sound != U' ') {
            sounds += sound;
        }
    }
    return sounds;
}

/// Edits from one to the other, for each sound of what is expected.
double distance(const std::string& said, const std::string& expected) {
    const auto from = sounds_of(said);
    const auto to = sounds_of(expected);
    std::vector<std::size_t> costs(to.size() + 1);
    for (std::size_t k = 0; k <= to.size(); ++k) {
        costs[k] = k;
    }
    for (std::size_t n = 1; n <= from.size(); ++n) {
        std::size_t diagonal = costs[0]++;
        for (std::size_t k = 1; k <= to.size(); ++k) {
            const std::size_t changed = diagonal + (from[n - 1] == to[k - 1] ? 0 : 1);
            diagonal = costs[k];
            costs[k] = std::min({changed, costs[k] + 1, costs[k - 1] + 1});
        }
    }
    return static_cast<double>(costs[to.size()]) / static_cast<double>(to.size());
}

std::vector<Example> read_examples() {
    const NameLanguages languages(root / "data" / "languages" / "name_languages.tsv");
    std::vector<Example> examples;
    for (DataRow& row : read_data_table(root / "tests" / "data" / "text" / "foreign_names.tsv", 3, 3)) {
        Example example{std::move(row), {}};
        languages.find(example.row.cells[0], example.found);
        examples.push_back(std::move(example));
    }
    return examples;
}

/// Tab-separated lines of Renderings, from a process of its own.
std::string render_all(const std::vector<Example>& examples) {
    return forked([&] {
        Engine engine;
        const Voice voice = load_voice(root / "voices", "narrator");
        const PhonemeTable table(root / "data" / "phonemes", voice.language);
        const auto say = [&](const Phonemes& phonemes) {
            engine.use(voice);
            const std::vector<Pronunciation> whole = {{0, 1, phonemes.text, {}}};
            return engine.phonemes("x", whole);
        };
        std::string lines;
        for (const auto& [row, found] : examples) {
            engine.use(voice);
            const std::string by_voice = engine.phonemes(row.cells[0]);
            std::string by_language = by_voice;
            if (!found.empty()) {
                const auto ipa = engine.phonemes_in(found[0].language, row.cells[0]);
                by_language = say(table.read_ipa(ipa, SoundRange::foreign, row.place, found[0].language));
            }
            lines += say(table.read_ipa(row.cells[2], SoundRange::own, row.place));
            lines.append("\t").append(by_language).append("\t").append(by_voice).append("\n");
        }
        return lines;
    });
}

TEST(ForeignNames, AreFoundAsTheirLanguage) {
    for (const Example& example : read_examples()) {
        EXPECT_EQ(example.found.empty() ? "-" : example.found[0].language, example.row.cells[1])
            << example.row.cells[0];
    }
}

TEST(ForeignNames, AreSaidMuchBetterThanByTheVoiceItself) {
    const auto examples = read_examples();
    ASSERT_GE(examples.size(), 40U);
    std::istringstream lines(render_all(examples));
    double by_language = 0;
    double by_voice = 0;
    for (const Example& example : examples) {
        Renderings said;
        ASSERT_TRUE(std::getline(lines, said.expected, '\t') && std::getline(lines, said.by_language, '\t') &&
                    std::getline(lines, said.by_voice));
        const double error = distance(said.by_language, said.expected);
        EXPECT_LE(error, 0.65) << example.row.cells[0] << ": " << said.by_language << " for "
                               << said.expected;
        by_language += error;
        by_voice += distance(said.by_voice, said.expected);
    }
    const auto count = static_cast<double>(examples.size());
    std::cout << "wrong sounds: " << by_language / count << " by their language, " << by_voice / count
              << " by the voice\n";
    EXPECT_LT(by_language, 0.45 * by_voice);
}

} // namespace
} // namespace recital
