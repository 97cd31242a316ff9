// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for sound_table.py that only the program's own parts can give, as one JSON object:
//   bench_sound_chain FILE...    CPU seconds of mastering without resampling and of encoding the same sound,
//   for
//                                biographies as plain text
//   bench_sound_chain --tones    the resampler alone, to 44.1 kHz, on tones from 1 to 9.4 kHz: the level's
//                                greatest deviation and the strongest image, in dB
#include "base/resources.h"
#include "container/codec/codec.h"
#include "container/formats.h"
#include "document/read.h"
#include "dsp/level/decibel.h"
#include "dsp/mastering/mastering.h"
#include "speech/engine/engine.h"
#include "text/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <complex>
#include <ctime>
#include <filesystem>
#include <numbers>
#include <string>

namespace {

using namespace recital;

/// Level in dB of the part of a signal at that frequency, under a Blackman window (side lobes below -58 dB
/// and falling by 18 dB an octave, far below what is looked for at the distance of an image).
double level_at(const std::vector<float>& samples, double frequency, double rate) {
    std::complex<double> sum = 0;
    double weights = 0;
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double turn =
            2 * std::numbers::pi * (static_cast<double>(n) + 0.5) / static_cast<double>(samples.size());
        const double weight = 0.42 - 0.5 * std::cos(turn) + 0.08 * std::cos(2 * turn);
        const double phase = -2 * std::numbers::pi * frequency * static_cast<double>(n) / rate;
        sum += weight * static_cast<double>(samples[n]) * std::polar(1.0, phase);
        weights += weight;
    }
    return to_decibel(2 * std::abs(sum) / weights);
}

void print_tones() {
    constexpr int output_rate = 44100;
    Resampler resampler(SoundSettings().converter, Engine::sample_rate, output_rate);
    double deviation = 0;
    double image = -200;
    for (int hertz = 1000; hertz <= 9400; hertz += 600) {
        const double frequency = hertz;
        std::vector<float> tone(std::size_t{4} * Engine::sample_rate);
        for (std::size_t n = 0; n < tone.size(); ++n) {
            tone[n] = static_cast<float>(
                std::sin(2 * std::numbers::pi * frequency * static_cast<double>(n) / Engine::sample_rate));
        }
        auto converted = resampler.convert(tone);
        converted = {converted.begin() + output_rate, converted.begin() + std::ptrdiff_t{3} * output_rate};
        const double level = level_at(converted, frequency, output_rate);
        deviation = std::abs(level) > std::abs(deviation) ? level : deviation;
        image = std::max(image, level_at(converted, Engine::sample_rate - frequency, output_rate));
    }
    fmt::print("{{\"level\": {:.4f}, \"image\": {:.1f}}}\n", deviation, image);
}

double cpu_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// CPU seconds of the work: the least of several rounds, which other load disturbs least.
template <typename Work>
double cost_of(Work work) {
    double min = 1e9;
    for (int round = 0; round < 5; ++round) {
        const double start = cpu_seconds();
        work();
        min = std::min(min, cpu_seconds() - start);
    }
    return min;
}

void print_costs(int count, char** files) {
    const auto resources = resource_folder();
    const Voice voice = load_voice(resources / "voices", "narrator");
    const Language language(resources / "data" / "languages", "en");
    Engine engine;
    engine.use(voice);
    std::vector<Utterance> utterances;
    for (int n = 0; n < count; ++n) {
        const Script script = make_script(read_document(std::filesystem::path(files[n])), language, 600);
        for (const Chapter& chapter : script.chapters) {
            for (const Passage& passage : chapter.passages) {
                for (const Sentence& sentence : passage.sentences) {
                    utterances.push_back(engine.speak({sentence.spoken}));
                }
            }
        }
    }
    const auto master = [&](int rate) {
        ResamplingStage resampling_stage(voice.sound, Engine::sample_rate, rate, 0);
        MasteringChain chain({voice.pauses, voice.sound.room_tone, rate, 1024, 4, -3.6});
        for (const Utterance& utterance : utterances) {
            chain.add(resampling_stage.prepare(utterance), voice.pauses.sentence);
        }
        return chain.finish(voice.pauses.tail, 1).samples;
    };
    // At the engine's own rate there is nothing to resample.
    const double mastering = cost_of([&] { (void)master(Engine::sample_rate); });
    const auto format = make_format_settings("m4b", 0, 0);
    const auto samples = master(format.sample_rate);
    const double encoding = cost_of([&] { (void)make_codec(format)->encode(samples); });
    fmt::print("{{\"mastering\": {:.4f}, \"encoding\": {:.4f}}}\n", mastering, encoding);
}

} // namespace

int main(int count, char** arguments) {
    if (count == 2 && std::string(arguments[1]) == "--tones") {
        print_tones();
    } else {
        print_costs(count - 1, arguments + 1);
    }
    std::fflush(stdout);
    std::_Exit(0); // a process that has spoken is never torn down
}
