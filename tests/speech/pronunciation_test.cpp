// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "speech/engine/engine.h"
#include "support/forked.h"
#include "text/lexicon/file.h"
#include "text/lexicon/phoneme_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

namespace recital {
namespace {

using testing_support::forked;

const std::filesystem::path data = std::filesystem::path(RECITAL_SOURCE_DIR) / "data";

Voice voice_named(const std::string& name) {
    return load_voice(std::filesystem::path(RECITAL_SOURCE_DIR) / "voices", name);
}

/// What the engine says for each of these mnemonics, in IPA.
std::vector<std::string> said(const Voice& voice, const std::vector<std::string>& mnemonics) {
    std::istringstream lines(forked([&] {
        Engine engine;
        engine.use(voice);
        std::string out;
        for (const std::string& phonemes : mnemonics) {
            const std::vector<Pronunciation> whole = {{0, 1, phonemes, {}}};
            out += engine.phonemes("x", whole) + '\n';
        }
        return out;
    }));
    std::vector<std::string> answers;
    for (std::string line; std::getline(lines, line);) {
        answers.push_back(line);
    }
    return answers;
}

class PronunciationsOf : public testing::TestWithParam<const char*> {};

constexpr std::string_view sentinel = "|t'Est";

/// The phonemes with a sentinel at the end of every word: the engine stops reading a word at a mnemonic that
/// it does not know, without telling.
std::string guarded(std::string phonemes) {
    for (auto at = phonemes.find(' '); at != std::string::npos;
         at = phonemes.find(' ', at + sentinel.size() + 1)) {
        phonemes.insert(at, sentinel);
    }
    return phonemes.append(sentinel);
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

/// Whether the answer holds every sentinel of what was asked, in which a word may sound like one ("contest").
bool is_complete(std::string_view asked, std::string_view answer) {
    return count(asked, sentinel) > 0 && count(answer, "tˈɛst") == count(asked, "t'Est");
}

TEST_P(PronunciationsOf, TheLexiconAreSpokenCompletely) {
    const Voice voice = voice_named(GetParam());
    const PhonemeTable table(data / "phonemes", voice.language);
    std::vector<std::string> asked;
    std::vector<std::string> names;
    const auto ask = [&](const std::string& written, const std::string& pronunciation,
                         const SourcePlace& place) {
        const Phonemes phonemes = table.read(pronunciation, SoundRange::own, place);
        asked.push_back(guarded(phonemes.text + phonemes.ending));
        names.push_back(place.to_string() + " " + written);
    };
    for (const auto& file : std::filesystem::directory_iterator(data / "lexicon")) {
        if (file.path().extension() != ".tsv") {
            continue;
        }
        for (const LexiconEntry& entry : read_lexicon(file.path())) {
            ask(entry.written, entry.pronunciation, entry.place);
        }
    }
    for (const DataRow& row : read_data_table(data / "heteronyms" / "en" / "words.tsv", 5, 4)) {
        ask(row.cells[0], row.cells[3], row.place);
    }
    ASSERT_FALSE(asked.empty());
    const auto answers = said(voice, asked);
    ASSERT_EQ(answers.size(), asked.size());
    for (std::size_t n = 0; n < answers.size(); ++n) {
        const std::string what = names[n] + ": " + asked[n] + " -> " + answers[n];
        EXPECT_TRUE(is_complete(asked[n], answers[n])) << what;
        EXPECT_GT(count(answers[n], "ˈ"), count(asked[n], sentinel)) << "without stress: " << what;
    }
}

TEST_P(PronunciationsOf, TwoSoundsAreNeverReadAsAnother) {
    const Voice voice = voice_named(GetParam());
    const PhonemeTable table(data / "phonemes", voice.language);
    std::vector<DataRow> sounds;
    for (DataRow& row : read_data_table(data / "phonemes" / "en.tsv", 3, 3)) {
        if (!row.cells[1].empty() && row.cells[0] != "-s") {
            sounds.push_back(std::move(row));
        }
    }
    std::vector<std::string> asked;
    for (const DataRow& left : sounds) {
        for (const DataRow& right : sounds) {
            const std::string ipa = "ˈbæp" + left.cells[0] + "." + right.cells[0] + "pæ";
            asked.push_back(guarded(table.read_ipa(ipa, SoundRange::own, left.place).text));
            asked.push_back(guarded("b'ap" + left.cells[1] + "|" + right.cells[1] + "pa"));
        }
    }
    const auto answers = said(voice, asked);
    ASSERT_EQ(answers.size(), asked.size());
    for (std::size_t n = 0; n < answers.size(); n += 2) {
        EXPECT_EQ(answers[n], answers[n + 1]) << asked[n] << " and " << asked[n + 1];
        EXPECT_TRUE(is_complete(asked[n], answers[n])) << asked[n];
    }
}

TEST_P(PronunciationsOf, AnUnknownMnemonicIsNoticed) {
    const std::vector<std::string> asked = {guarded("b'ad b'ad"), guarded("b'a{d b'ad"),
                                            guarded("b'ad b'a{d")};
    const auto answers = said(voice_named(GetParam()), asked);
    ASSERT_EQ(answers.size(), asked.size());
    EXPECT_TRUE(is_complete(asked[0], answers[0])) << answers[0];
    EXPECT_FALSE(is_complete(asked[1], answers[1])) << answers[1];
    EXPECT_FALSE(is_complete(asked[2], answers[2])) << answers[2];
}

INSTANTIATE_TEST_SUITE_P(Voices, PronunciationsOf, testing::Values("narrator", "british"));

/// The words of an utterance: text, first sample.
std::vector<std::pair<std::string, std::size_t>>
heard_words(const std::string& spoken, const std::vector<Pronunciation>& pronunciations) {
    std::istringstream lines(forked([&] {
        Engine engine;
        engine.use(voice_named("narrator"));
        std::ostringstream out;
        for (const SpokenWord& word : engine.speak({std::string(spoken), pronunciations}).words) {
            out << word.first_sample << ' ' << word.text_position << ' ' << word.text_length << '\n';
        }
        return out.str();
    }));
    std::vector<std::pair<std::string, std::size_t>> words;
    for (SpokenWord word; lines >> word.first_sample >> word.text_position >> word.text_length;) {
        if (word.text_length > 0) {
            std::size_t begin = 0;
            for (std::size_t n = 0; n < word.text_position; ++n) {
                (void)next_code_point(spoken, begin);
            }
            std::size_t end = begin;
            for (std::size_t n = 0; n < word.text_length; ++n) {
                (void)next_code_point(spoken, end);
            }
            words.emplace_back(spoken.substr(begin, end - begin), word.first_sample);
        }
    }
    return words;
}

TEST(Pronunciation, KeepsTheTimesOfTheWords) {
    const std::string spoken = "Für Dvořák's étude, Sánchez Pérez came late.";
    const auto words = heard_words(spoken, {{5, 15, "dv'O@ZA:ks", {}}, {24, 39, "s'A:ntSEz p'ErEz", {}}});
    std::vector<std::string> texts;
    texts.reserve(words.size());
    for (const auto& word : words) {
        texts.push_back(word.first);
    }
    EXPECT_THAT(texts, testing::ElementsAre("Für", "Dvořák's", "étude", "Sánchez", "Pérez", "came", "late"));
    for (std::size_t n = 1; n < words.size(); ++n) {
        EXPECT_GT(words[n].second, words[n - 1].second) << words[n].first;
    }
}

TEST(Pronunciation, IsSpoken) {
    const std::string answer = forked([] {
        Engine engine;
        engine.use(voice_named("narrator"));
        const std::vector<Pronunciation> pronunciations = {{10, 14, "b'A:x", {}}};
        return engine.phonemes("She loved Bach, always.", pronunciations) + "\n" +
               engine.phonemes("[[b'A:x]]");
    });
    const auto line = answer.find('\n');
    EXPECT_THAT(answer.substr(0, line), testing::HasSubstr("lˈʌvd bˈɑːx | "));
    EXPECT_THAT(answer.substr(line), testing::Not(testing::HasSubstr("bˈɑːx")))
        << "plain text is no phonemes";
}

TEST(Pronunciation, DoesNotChangeOtherSentences) {
    const std::string spoken = "In Almaty, he played.";
    EXPECT_EQ(heard_words(spoken, {}).size(), 4U);
}

} // namespace
} // namespace recital
