// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/stated_readings.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "studio/pronunciation/phoneme_reading.h"
#include "text/language/name_language.h"

#include <algorithm>

namespace recital {

namespace {

using Kind = StatedPronunciation::Kind;

constexpr const char* reading_voice = "en-us"; // of the engine; reads words of English
constexpr std::string_view primary_stress = "ˈ";

/// The labels of the accents of English, as texts give them.
std::string accent_of(std::string_view language) {
    const std::string folded = fold_case(language);
    return folded == "us" || folded == "american" || folded == "en-us"  ? "us"
           : folded == "uk" || folded == "british" || folded == "en-gb" ? "uk"
                                                                        : "";
}

bool is_english(std::string_view language) {
    return language.empty() || language == "english" || !accent_of(language).empty();
}

/// "shoh-pan": the first of two syllables is stressed, of more the last but one.
std::string with_stressed_syllable(std::string_view respelling) {
    std::string stressed;
    for (const std::string_view word : split(respelling, ' ')) {
        std::vector<std::string> syllables;
        for (const std::string_view syllable : split(word, '-')) {
            syllables.emplace_back(syllable);
        }
        const bool marked = std::any_of(syllables.begin(), syllables.end(), [](const std::string& syllable) {
            return !syllable.empty() && std::all_of(syllable.begin(), syllable.end(), is_ascii_upper);
        });
        if (!marked && syllables.size() > 1) {
            std::string& chosen = syllables[syllables.size() - 2];
            std::transform(chosen.begin(), chosen.end(), chosen.begin(),
                           [](char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
        }
        stressed += stressed.empty() ? "" : " ";
        for (std::size_t n = 0; n < syllables.size(); ++n) {
            stressed += (n == 0 ? "" : "-") + syllables[n];
        }
    }
    return stressed;
}

/// The letters of respellings have no schwa: "OH-dəm" is "OH-duhm", "STEW-ərt" is "STEW-ert".
std::string without_schwa(std::string_view respelling) {
    constexpr std::string_view schwa = "ə";
    std::string letters;
    for (std::size_t position = 0; position < respelling.size();) {
        if (!respelling.substr(position).starts_with(schwa)) {
            letters += respelling[position++];
            continue;
        }
        position += schwa.size();
        letters += respelling.substr(position).starts_with('r') ? "e" : "uh";
    }
    return letters;
}

/// What of "vˈoʊɡ" rhymes, put after what precedes the stressed vowel of "mˈuːɡ".
std::string rhyming(std::string_view name, std::string_view word) {
    const auto stress = name.rfind(primary_stress);
    const auto rhyme = word.rfind(primary_stress);
    return stress == npos || rhyme == npos
               ? std::string()
               : std::string(name.substr(0, stress)) + std::string(word.substr(rhyme));
}

std::string_view last_word(std::string_view text) {
    return text.substr(text.find_last_of(" -") + 1); // npos + 1 is 0
}

} // namespace

StatedReader::StatedReader(const std::filesystem::path& data, const std::filesystem::path& voices,
                           std::string_view language, const PhonemeTable& phonemes)
    : phonemes_(phonemes), spelling_(data / "phonemes" / "sound_groups.tsv"),
      printed_(data / "phonemes" / "printed_ipa.tsv"), languages_(voices), accent_(accent_of(language)) {}

bool StatedReader::is_speakable(const std::string& ipa, const std::string& sounds) const {
    try {
        (void)phonemes_.read_ipa(ipa, SoundRange::foreign, {}, sounds);
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// The engine's name for a language that a text names: "cs" for "czech"; empty if it has none.
std::string StatedReader::engine_language(std::string_view name) const {
    const auto found =
        std::find_if(languages_.all().begin(), languages_.all().end(),
                     [name](const LanguageVoice& voice) { return fold_case(voice.name).starts_with(name); });
    return name.empty() || found == languages_.all().end() ? std::string() : found->tag;
}

void StatedReader::read_ipa(StatedReading& reading) const {
    const StatedPronunciation& stated = *reading.stated;
    const bool foreign = !is_english(stated.language);
    reading.sounds = foreign ? engine_language(stated.language) : std::string();
    const std::string accent = accent_of(stated.language);
    reading.rank = foreign ? 4 : accent.empty() || accent == accent_ ? 0 : 3;
    reading.words = printed_.words(stated.written, reading.sounds, spelling_);
    if (!std::all_of(reading.words.begin(), reading.words.end(),
                     [&](const std::string& word) { return is_speakable(word, reading.sounds); })) {
        reading.words.clear();
    }
}

bool StatedReader::read_respelling(StatedReading& reading) const {
    reading.rank = 1;
    try {
        const std::string ipa = phonemes_.respelled_ipa(
            without_schwa(with_stressed_syllable(reading.stated->written)), reading.place);
        for (const std::string_view word : split(ipa, ' ')) {
            reading.words.emplace_back(word);
        }
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// Lets the engine say words of English.
void StatedReader::read_words(std::vector<StatedReading*>& unread) const {
    std::vector<ForeignName> words;
    for (const StatedReading* reading : unread) {
        std::string written = reading->stated->written;
        std::erase(written, '-'); // "Ree-anna" is one word
        words.push_back({std::move(written), reading_voice, reading->place});
        words.push_back({std::string(last_word(reading->stated->name)), reading_voice, reading->place});
    }
    if (words.empty()) {
        return;
    }
    const std::vector<std::string> ipa = read_names(words);
    for (std::size_t n = 0; n < unread.size(); ++n) {
        StatedReading& reading = *unread[n];
        const bool rhymes = reading.stated->kind == Kind::rhyme;
        const std::string sound = rhymes ? rhyming(ipa[2 * n + 1], ipa[2 * n]) : ipa[2 * n];
        reading.rank = 2;
        reading.sounds = reading_voice;
        reading.words = printed_.words(sound, reading.sounds, spelling_);
        if (!std::all_of(reading.words.begin(), reading.words.end(),
                         [&](const std::string& word) { return is_speakable(word, reading.sounds); })) {
            reading.words.clear();
        }
    }
}

std::vector<StatedReading> StatedReader::read(const Document& document) const {
    std::vector<StatedReading> readings;
    for (const StatedPronunciation& stated : document.pronunciations) {
        readings.push_back({&stated, {document.sources[stated.source], stated.line}, {}, {}, 0});
    }
    std::vector<StatedReading*> unread;
    for (StatedReading& reading : readings) {
        if (reading.stated->kind == Kind::ipa) {
            read_ipa(reading);
        } else if (reading.stated->kind != Kind::respelling || !read_respelling(reading)) {
            unread.push_back(&reading);
        }
    }
    read_words(unread);
    std::stable_sort(
        readings.begin(), readings.end(),
        [](const StatedReading& left, const StatedReading& right) { return left.rank < right.rank; });
    return readings;
}

} // namespace recital
