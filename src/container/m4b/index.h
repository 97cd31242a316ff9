// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One chapter's place in the media data: its text sample, then its chunk of audio packets.
struct M4bChapter {
    std::string title;
    std::uint64_t samples = 0;
    std::uint64_t packets = 0;
    std::uint64_t audio_bytes = 0;
};

/// What the index states about the media data.
struct M4bLayout {
    PacketTotals audio;
    std::vector<M4bChapter> chapters;
};

/// Everything before the first chapter's text sample: file type, index and the header of the media data;
/// without the sizes of the packets, which are written separately because they are never all in memory.
struct M4bHead {
    std::string before_sizes; ///< followed by the sizes, `packet_size_bytes` each, in network byte order
    std::string after_sizes;
};

inline constexpr std::size_t packet_size_bytes = 4;

/// A sample of the chapter track (QuickTime File Format, "Text sample data"): length, UTF-8 text, encoding
/// marker.
[[nodiscard]] std::string chapter_text_sample(std::string_view title);

/// Builds the head of the file.
[[nodiscard]] M4bHead m4b_head(const Book& book, const M4bLayout& layout);

} // namespace recital
