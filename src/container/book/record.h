// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a finished file cannot be measured for, but was known when it was written.
struct BookRecord {
    std::uint64_t samples = 0;  ///< as they will be heard
    LoudnessSettings target;    ///< what the book was mastered to
    std::uint32_t checksum = 0; ///< of the packets' bytes, or of the 16-bit samples where it is lossless
    struct Chapter {
        std::uint64_t words = 0; ///< spoken ones
        GainReductionStats limiter;
    };
    std::vector<Chapter> chapters;
    /// Where the chapters begin, in samples; empty in books of versions that did not note it.
    std::vector<std::uint64_t> starts;
    std::vector<std::string> left_out; ///< see BookTags
};

/// The tag under which the record stands in a book's file.
inline constexpr std::string_view record_tag = "RECITAL";

/// The record of a book that is ready to be written, as one line of JSON.
[[nodiscard]] std::string book_record(const Book& book);

/// Reads such a line. Throws an `input` error where it is damaged.
[[nodiscard]] BookRecord parse_book_record(std::string_view line);

} // namespace recital
