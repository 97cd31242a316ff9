// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/formats.h"
#include "support/books.h"
#include "support/players.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

std::vector<float> decoded(const MadeBook& made) {
    const ScratchFolder folder;
    write_to(made, folder.path() / "book");
    return decode(folder.path() / "book");
}

/// The same sound through one encoder, as one take.
MadeBook in_one_take(const MadeBook& made) {
    MadeBook whole;
    whole.book.format = made.book.format;
    whole.book.tags = made.book.tags;
    whole.master = made.master;
    Take take;
    take.samples = made.master.size();
    take.packets = make_codec(made.book.format)->encode(made.master);
    whole.book.chapters = {{"All", {make_book_take(0, take, made.book.format)}}};
    whole.takes.emplace(0, std::move(take));
    return whole;
}

double signal_to_noise(const std::vector<float>& signal, const std::vector<float>& decoded_signal) {
    std::vector<float> difference(signal.size());
    std::transform(signal.begin(), signal.end(), decoded_signal.begin(), difference.begin(), std::minus<>());
    return level(signal) - level(difference);
}

/// Every lossy coding, at rates of either frame size where there are two.
class SplicedTakes : public testing::TestWithParam<FormatSettings> {};

INSTANTIATE_TEST_SUITE_P(
    Codings, SplicedTakes,
    testing::Values(make_format_settings("m4b", 16000, 0), make_format_settings("m4b", 0, 0),
                    make_format_settings("m4b", 44100, 0), make_format_settings("mp3", 16000, 0),
                    make_format_settings("mp3", 0, 0), make_format_settings("mp3", 44100, 0),
                    make_format_settings("mp3", 48000, 320000), make_format_settings("opus", 0, 0),
                    make_format_settings("opus", 0, 24000), make_format_settings("mp3", 16000, 16000),
                    make_format_settings("opus", 0, 96000)),
    [](const auto& settings) {
        return std::string(settings.param.traits().name) + "_" + std::to_string(settings.param.sample_rate) +
               "_" + std::to_string(settings.param.bitrate / 1000);
    });

TEST_P(SplicedTakes, DecodeToTheirExactLength) {
    for (const std::size_t takes : {1U, 2U, 5U}) {
        const MadeBook made = make_book(GetParam(), {"One", "Two"}, takes);
        EXPECT_EQ(decoded(made).size(), made.book.samples()) << takes << " takes";
    }
}

TEST_P(SplicedTakes, SoundAsFromOneEncoder) {
    const MadeBook spliced = make_book(GetParam(), {"One", "Two", "Three"}, 4);
    const auto from_takes = decoded(spliced);
    const auto from_one = decoded(in_one_take(spliced));
    ASSERT_EQ(from_takes.size(), spliced.master.size());
    ASSERT_EQ(from_one.size(), spliced.master.size());
    const double of_takes = signal_to_noise(spliced.master, from_takes);
    const double of_one = signal_to_noise(spliced.master, from_one);
    EXPECT_GT(of_one, -1) << "the comparison needs sound that keeps its form";
    EXPECT_GT(of_takes, of_one - 1); // every take begins with a fresh rate control, for better or worse
}

TEST_P(SplicedTakes, AreSilentWhereTheyJoin) {
    const MadeBook made = make_book(GetParam(), {"One", "Two"}, 4);
    const auto sound = decoded(made);
    const auto from_one = decoded(in_one_take(made));
    const std::size_t frame = made.book.format.frame_samples();
    std::size_t join = 0;
    for (const BookChapter& chapter : made.book.chapters) {
        for (const BookTake& take : chapter.takes) {
            if (join > 0) {
                const std::size_t first = join - frame; // the frames of pause around the join
                std::vector<float> difference(frame * 3 / 2);
                for (std::size_t n = 0; n < difference.size(); ++n) {
                    difference[n] = sound[first + n] - from_one[first + n];
                }
                EXPECT_LT(level(difference), -70) << "at sample " << join;
                const auto before = [&](const std::vector<float>& samples) {
                    return level(std::span(samples).subspan(first, frame));
                };
                EXPECT_LT(before(sound), std::max(-70.0, before(from_one) + 1)) << "in front of " << join;
            }
            join += take.samples;
        }
    }
}

} // namespace
} // namespace recital
