// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a book's file says of itself that cannot be measured in it. docs/formats/book-record.md specifies it.
/// It holds no path and no time of day: equal inputs make equal books.
struct BookRecord {
    int version = 0;            ///< 1 for books that do not state where they come from
    BookOrigin origin;          ///< empty in version 1
    std::uint64_t samples = 0;  ///< as they will be heard
    LoudnessSettings target;    ///< what the book was mastered to
    std::uint32_t checksum = 0; ///< of the packets' bytes, or of the 16-bit samples if it is lossless
    std::string cover;          ///< XXH3-128 of the picture's bytes; empty without a cover
    std::string timed_text;     ///< digest of the sentences and their times; empty in version 1
    std::size_t part = 0;       ///< which chapter of the book the file is, from 1; 0 for a whole book
    struct Chapter {
        std::uint64_t words = 0; ///< spoken ones
        GainReductionStats limiter;
        std::string title = {}; ///< empty in version 1
    };
    std::vector<Chapter> chapters;
    /// Where the chapters begin, in samples; empty in books of versions that did not note it.
    std::vector<std::uint64_t> starts;
    std::vector<std::string> left_out; ///< see BookTags
};

/// The tag that holds the record in a book's file, and its owner where tags have one.
inline constexpr std::string_view record_tag = "RECITAL";
inline constexpr std::string_view record_owner = "recital";

/// The record of a book that is ready to be written, as one line of JSON, in the newest version.
[[nodiscard]] std::string book_record(const Book& book);

/// Reads such a line, of any version so far. Throws an `input` error if it is damaged or of a newer version.
[[nodiscard]] BookRecord parse_book_record(std::string_view line);

} // namespace recital
