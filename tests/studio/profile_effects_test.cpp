// SPDX-License-Identifier: GPL-3.0-or-later
// What tests/data/voices/effects.tsv says of every key of a voice profile, measured of rendered sound.
#include "base/data_table.h"
#include "base/file.h"
#include "container/formats.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/takes/renderer.h"
#include "support/forked.h"
#include "support/scratch_folder.h"
#include "support/signals.h"
#include "text/language/language.h"
#include "text/script/announcements.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace recital {
namespace {

using namespace testing_support;

const std::filesystem::path root = RECITAL_SOURCE_DIR;
constexpr int rate = 24000;

SpokenForm form(const std::string& text) {
    return {text};
}

/// What a row of the table has rendered.
TakeRequest request_of(const std::string& rendered) {
    const std::string sentence = "The old singer never spoke of those long winter evenings.";
    if (rendered == "heading") {
        return {Role::heading, {form(sentence)}, 1};
    }
    if (rendered == "quotation") {
        SpokenForm quoted = form(sentence);
        quoted.quoted = true;
        return {Role::body, {quoted}, 1};
    }
    if (rendered == "stressed") {
        SpokenForm stressed = form(sentence);
        stressed.stresses = {{15, 20}};
        return {Role::body, {stressed}, 1};
    }
    if (rendered == "foreign") {
        SpokenForm named = form(sentence);
        named.pronunciations = {{8, 14, "s'IN@", {}, true}};
        return {Role::body, {named}, 1};
    }
    if (rendered == "long") {
        std::string text = "She sang";
        for (int n = 0; n < 9; ++n) {
            text += " and played and wrote";
        }
        return {Role::body, {form(text + "."), form("It was late.")}, 1};
    }
    SpokenForm dashed = form("Her teacher, a pupil of Liszt, came to the house; nobody knew why.");
    dashed.dashes = {29};
    return {Role::body, {dashed, form("She played every afternoon, and he listened to her.")}, 1};
}

TakeContext context_of(const Voice& voice) {
    return {voice, make_format_settings("wav", rate, 0), {}, {}};
}

VoiceLevel calibrated_level(const Voice& voice) {
    const std::vector<std::string> sentences = {"The old singer never spoke of those long winter evenings.",
                                                "She played every afternoon, and he listened to her."};
    std::istringstream found(forked([&] {
        const VoiceLevel level = render_calibration(sentences, context_of(voice)).body;
        return fmt::format("{} {}", level.gain, level.reference_loudness);
    }));
    VoiceLevel level;
    found >> level.gain >> level.reference_loudness;
    return level;
}

std::vector<float> render(const Voice& voice, const std::string& rendered, const VoiceLevel& level) {
    const std::string bytes = forked([&] {
        const TakeContext context = context_of(voice);
        const TakeOrder order{"key", {}, &context, {level, level, level}};
        const TakeRequest request = request_of(rendered);
        const SpeechTake speech = render_speech(request, voice, [](std::size_t) {});
        return encode_takes(request, speech, {&order, 1}).front().take.packets.bytes;
    });
    if (bytes.starts_with("error: ")) {
        throw std::runtime_error(bytes);
    }
    std::vector<std::int16_t> samples(bytes.size() / sizeof(std::int16_t));
    std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
    std::vector<float> sound(samples.size());
    std::transform(samples.begin(), samples.end(), sound.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    return sound;
}

/// The pitches of all voiced stretches of 40 ms, in order of height; Hz.
std::vector<double> pitches(const std::vector<float>& sound) {
    constexpr std::size_t window = rate / 25;
    std::vector<double> found;
    for (std::size_t start = 0; start + 2 * window < sound.size(); start += window) {
        const auto correlation = [&](std::size_t lag) {
            double sum = 0;
            for (std::size_t n = 0; n < window; ++n) {
                sum += static_cast<double>(sound[start + n]) * static_cast<double>(sound[start + n + lag]);
            }
            return sum;
        };
        const double energy = correlation(0);
        std::size_t best = 0;
        double strongest = 0.6 * energy;
        for (std::size_t lag = rate / 330; lag < rate / 65 && energy > 1; ++lag) {
            if (const double value = correlation(lag); value > strongest) {
                strongest = value;
                best = lag;
            }
        }
        if (best > 0) {
            found.push_back(static_cast<double>(rate) / static_cast<double>(best));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The level of what a filter leaves of the sound, in dB.
template <typename Filter>
double band_level(const std::vector<float>& sound, Filter filter) {
    std::vector<float> band = sound;
    for (float& sample : band) {
        sample = static_cast<float>(filter.filter(sample));
    }
    return level(band);
}

double floor_of(const std::vector<float>& sound) {
    double quietest = 0;
    for (std::size_t start = 0; start + rate / 4 < sound.size(); start += rate / 20) {
        quietest = std::min(quietest, level(std::span(sound).subspan(start, rate / 4)));
    }
    return quietest;
}

double measure_sound(const std::vector<float>& sound, const std::string& measured) {
    const auto all = pitches(sound);
    if (measured == "seconds") {
        return static_cast<double>(sound.size()) / rate;
    }
    if (measured == "pitch") {
        return all.at(all.size() / 2);
    }
    if (measured == "spread") {
        return std::log2(all.at(all.size() * 9 / 10) / all.at(all.size() / 10));
    }
    if (measured == "level") {
        return level(sound);
    }
    if (measured == "peak") {
        return to_decibel(true_peak_of(sound));
    }
    if (measured == "bass") {
        return band_level(sound, Biquad(low_pass_section(120, butterworth_quality, rate)));
    }
    if (measured == "treble") {
        return band_level(sound, Biquad(high_pass_section(5000, butterworth_quality, rate)));
    }
    if (measured == "floor") {
        return floor_of(sound);
    }
    double digest = 0; // "sound": any difference shows
    for (std::size_t n = 0; n < sound.size(); ++n) {
        digest += static_cast<double>(sound[n]) * static_cast<double>(n % 1009);
    }
    return digest;
}

double border_pause(const Voice& voice, const std::string& rendered) {
    const std::map<std::string, Border> borders = {{"paragraph", Border::paragraph},
                                                   {"title", Border::title},
                                                   {"chapter", Border::chapter},
                                                   {"tail", Border::end}};
    return request_take({Role::body, {{"One.", "One.", 1}}, borders.at(rendered)}, voice.pauses)
        .closing_pause;
}

double head_pause(const Voice& voice) {
    const TakeContext context = context_of(voice);
    const Script script{
        "Bekzat Petrenko", "en", {{"One", {{Role::body, {{"One.", "One.", 1}}, Border::end}}}}};
    const FormatSettings format;
    BookInProgress book({}, script, {}, {&format, 1}, {&context, 1});
    return book.request(0).closing_pause;
}

double announced_sentences(const Voice& voice) {
    const Language language(root / "data" / "languages", "en");
    const AnnouncementPhrases phrases(root / "data" / "languages", "en");
    Document document;
    document.musician = "Bekzat Petrenko";
    document.sections = {{"Youth", "Youth", 1, 0, {{"One.", 2}}}};
    const Script script = make_script(document, language, 1000,
                                      spoken_announcements(voice.announcements, phrases, document.musician));
    double sentences = 0;
    for (const Chapter& chapter : script.chapters) {
        for (const Passage& passage : chapter.passages) {
            sentences += static_cast<double>(passage.sentences.size());
        }
    }
    return sentences;
}

double measure(Voice voice, const std::string& rendered, const std::string& measured) {
    if (rendered == "announcements") {
        return announced_sentences(voice);
    }
    if (measured == "pause") {
        return rendered == "head" ? head_pause(voice) : border_pause(voice, rendered);
    }
    if (measured == "gain") {
        voice.loudness.measure = rendered == "calibration by rms" ? "rms" : voice.loudness.measure;
        return calibrated_level(voice).gain;
    }
    VoiceLevel level;
    level.gain = 3;
    return measure_sound(render(voice, rendered, rendered == "calibrated" ? calibrated_level(voice) : level),
                         measured);
}

/// The narrator's profile with one key set.
Voice changed(const std::string& key, const std::string& value) {
    const ScratchFolder folder;
    const auto dot = key.find('.');
    const std::string section = "[" + key.substr(0, dot) + "]\n";
    const std::string name = key.substr(dot + 1);
    std::string profile = read_file(root / "voices" / "narrator.toml");
    const auto place = profile.find(section);
    const std::string line = name + " = " + value + "\n";
    if (const auto old = profile.find("\n" + name + " = ", place);
        place != std::string::npos && old != std::string::npos) {
        profile.erase(old, profile.find('\n', old + 1) - old);
    }
    if (place == std::string::npos) {
        profile += "\n" + section + line;
    } else {
        profile.insert(place + section.size(), line);
    }
    std::filesystem::copy(root / "voices" / "variants", folder.path() / "variants");
    std::ofstream(folder.path() / "changed.toml") << profile;
    return load_voice(root / "voices", (folder.path() / "changed.toml").string());
}

std::vector<DataRow> rows() {
    constexpr std::size_t columns = 5;
    return read_data_table(root / "tests" / "data" / "voices" / "effects.tsv", columns, columns);
}

/// One row of the table of effects.
struct Effect {
    DataRow row;
};

/// How gtest names it.
void PrintTo(const Effect& effect, std::ostream* out) { // NOLINT(readability-identifier-naming): gtest's name
    *out << effect.row.cells[0];
}

std::vector<Effect> effects() {
    std::vector<Effect> all;
    for (const DataRow& row : rows()) {
        all.push_back({row});
    }
    return all;
}

class ProfileKey : public testing::TestWithParam<Effect> {};

TEST_P(ProfileKey, HasItsEffect) {
    const auto& cells = GetParam().row.cells;
    const Voice narrator = load_voice(root / "voices", default_voice);
    const double before = measure(narrator, cells[2], cells[3]);
    const double after = measure(changed(cells[0], cells[1]), cells[2], cells[3]);
    if (cells[4] == "more") {
        EXPECT_GT(after, before) << cells[0];
    } else if (cells[4] == "less") {
        EXPECT_LT(after, before) << cells[0];
    } else {
        EXPECT_NE(after, before) << cells[0];
    }
}

INSTANTIATE_TEST_SUITE_P(Table, ProfileKey, testing::ValuesIn(effects()), [](const auto& effect) {
    std::string name = effect.param.row.cells[0];
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
});

TEST(ProfileKeys, AreAllInTheTableOfEffects) {
    // These are shown or choose other files, and are tested where that is done; a variant of the engine's own
    // takes the place of a file.
    std::set<std::string> keys = {"description", "language", "target", "engine.variant"};
    for (const DataRow& row : rows()) {
        keys.insert(row.cells[0]);
    }
    std::istringstream readme(read_file(root / "voices" / "README.md"));
    std::size_t documented = 0;
    for (std::string line; std::getline(readme, line);) {
        constexpr std::string_view start = "| `";
        if (!line.starts_with(start)) {
            continue;
        }
        const std::string name = line.substr(start.size(), line.find('`', start.size()) - start.size());
        EXPECT_TRUE(keys.contains(name) || name.starts_with("measured.")) << name;
        ++documented;
    }
    EXPECT_GT(documented, keys.size());
}

} // namespace
} // namespace recital
