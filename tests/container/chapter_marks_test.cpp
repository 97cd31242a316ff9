// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/book.h"
#include "container/formats.h"
#include "support/books.h"
#include "support/players.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace recital {
namespace {

using namespace testing_support;

constexpr double tone_hertz = 3000;

/// A take of pause with a burst of tone that begins behind its first two frames.
std::vector<float> marked_sound(const FormatSettings& format, std::size_t frames, std::size_t before) {
    auto samples = noise(frames * format.frame_samples(), 1e-4, 7);
    const auto tone = sine(tone_hertz, 0.3, format.sample_rate, 0.06);
    for (std::size_t n = 0; n < tone.size(); ++n) {
        samples.at(before + n) += tone[n];
    }
    return samples;
}

/// The first sample from `start` on that is reached by the tone, by the power of the tone's frequency.
std::size_t onset_after(const std::vector<float>& samples, std::size_t start, int rate) {
    const auto window = static_cast<std::size_t>(rate / 1000);
    for (std::size_t n = start; n + window <= samples.size(); ++n) {
        double real = 0;
        double imaginary = 0;
        for (std::size_t k = 0; k < window; ++k) {
            const double angle = 2 * std::numbers::pi * tone_hertz * static_cast<double>(k) / rate;
            real += samples[n + k] * std::cos(angle);
            imaginary += samples[n + k] * std::sin(angle);
        }
        if (std::hypot(real, imaginary) * 2 / static_cast<double>(window) > 0.15) {
            return n + window / 2; // half of the window stands in the tone
        }
    }
    return samples.size();
}

/// Chapter starts in seconds, as the file itself states them.
std::vector<double> stated_starts(const std::filesystem::path& path) {
    const auto shown = probe(path);
    std::vector<double> starts;
    for (const auto& chapter : shown["chapters"]) {
        starts.push_back(std::stod(chapter["start_time"].get<std::string>()));
    }
    return starts;
}

class ChapterMarks : public testing::TestWithParam<FormatSettings> {};

INSTANTIATE_TEST_SUITE_P(
    Formats, ChapterMarks,
    testing::Values(make_format_settings("m4b", 0, 0), make_format_settings("m4b", 44100, 0),
                    make_format_settings("mp3", 0, 0), make_format_settings("mp3", 44100, 0),
                    make_format_settings("opus", 0, 0), make_format_settings("flac", 0, 0),
                    make_format_settings("wav", 0, 0)));

TEST_P(ChapterMarks, AreWhereTheSoundBegins) {
    const FormatSettings format = GetParam();
    const std::size_t unit = std::max<std::size_t>(format.frame_samples(), 576);
    const std::size_t before = 2 * unit;
    MadeBook made;
    made.book.format = format;
    made.book.tags = some_tags();
    for (std::size_t n = 0; n < 40; ++n) {
        const auto sound = marked_sound(format, (10 + n % 7) * unit / format.frame_samples(), before);
        Take take;
        take.samples = sound.size();
        take.packets = make_codec(format)->encode(sound);
        made.book.chapters.push_back({"Chapter " + std::to_string(n + 1), {make_book_take(n, take, format)}});
        made.takes.emplace(n, std::move(take));
    }
    const ScratchFolder folder;
    const auto path = folder.path() / "book";
    write_to(made, path);

    const auto sound = decode(path);
    const auto starts = stated_starts(path);
    ASSERT_EQ(starts.size(), made.book.chapters.size());
    for (const double start : starts) {
        const auto first = static_cast<std::size_t>(std::llround(start * format.sample_rate));
        const std::size_t onset = onset_after(sound, first, format.sample_rate);
        EXPECT_NEAR(static_cast<double>(onset), static_cast<double>(first + before),
                    static_cast<double>(unit) / 8)
            << "chapter at " << start << " s";
    }
}

} // namespace
} // namespace recital
