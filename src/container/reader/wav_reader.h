// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/stamp.h"
#include "container/reader/chapter_lists.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// What libavformat does not read of a WAVE file.
struct WaveNotes {
    std::vector<ChapterMark> chapters; ///< cue points with their labels
    std::string record;                ///< what recital noted, empty where it did not
    bool open_ended = false; ///< it states the length that stands for an unknown one, as writers to pipes do
};

/// Throws an `input` error where the file or its chapter list is damaged.
[[nodiscard]] WaveNotes read_wave_notes(const std::filesystem::path& path);

/// The stamp of a WAVE file; empty for any other file.
[[nodiscard]] BookStamp read_wav_stamp(const std::filesystem::path& path);

} // namespace recital
