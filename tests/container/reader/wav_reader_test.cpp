// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/reader/wav_reader.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace recital {
namespace {

using namespace std::string_literals;

std::string u32(std::uint32_t value) {
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
    return bytes;
}

std::string cue_point(std::uint32_t number, std::uint32_t sample) {
    return u32(number) + u32(sample) + "data" + u32(0) + u32(0) + u32(sample);
}

/// A file of ten samples with two cue points, of which the chunk states a size.
std::string wave_with_cues(std::uint32_t stated_bytes) {
    const std::string cues = u32(2) + cue_point(1, 0) + cue_point(2, 5);
    const std::string content = "WAVEfmt " + u32(16) + "\1\0\1\0"s + u32(24000) + u32(48000) + "\2\0\x10\0"s +
                                "data" + u32(20) + std::string(20, '\0') + "cue " + u32(stated_bytes) + cues;
    return "RIFF" + u32(static_cast<std::uint32_t>(content.size())) + content;
}

class NotesOfAWave : public testing::Test {
protected:
    [[nodiscard]] WaveNotes read(const std::string& bytes) const {
        const auto path = folder_.path() / "a.wav";
        std::ofstream(path, std::ios::binary) << bytes;
        return read_wave_notes(path);
    }

private:
    testing_support::ScratchFolder folder_;
};

TEST_F(NotesOfAWave, HaveTheCuePoints) {
    const WaveNotes notes = read(wave_with_cues(52));
    ASSERT_EQ(notes.chapters.size(), 2U);
    EXPECT_EQ(notes.chapters[1].start, 5.0 / 24000);
}

/// A fuzzer's find: the library fills what the file does not have with zeros, which were read as cue points.
TEST_F(NotesOfAWave, AreRefusedIfAChunkIsLargerThanTheFile) {
    for (const std::uint32_t bytes : {0x1000U, 0x01000000U, 0x7FFFFFFFU}) {
        EXPECT_THROW((void)read(wave_with_cues(bytes)), Error) << bytes;
    }
}

} // namespace
} // namespace recital
