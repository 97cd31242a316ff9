// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"

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

/// Everything that the index says of the media data.
struct M4bLayout {
    std::vector<std::uint32_t> packet_sizes;
    std::vector<M4bChapter> chapters;
};

/// A sample of the chapter track (QuickTime File Format, "Text sample data"): length, UTF-8 text, encoding
/// marker.
[[nodiscard]] std::string chapter_text_sample(std::string_view title);

/// File type, index and the header of the media data: all that stands before the first chapter's text sample.
[[nodiscard]] std::string m4b_head(const Book& book, const M4bLayout& layout);

} // namespace recital
