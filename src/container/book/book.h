// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/audio_checksum.h"
#include "container/book/cover.h"
#include "container/codec/format.h"
#include "container/codec/take.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

/// What players show of a book, or of one file of it; empty fields are left out.
struct BookTags {
    std::string title;
    std::string album;
    std::string artist;       ///< author of the text
    std::string album_artist; ///< by whom players sort: the author again
    std::string composer;     ///< narrator, by the conventions of audiobook players
    std::string genre;
    std::string description;
    std::string date; ///< of the source, ISO 8601
    std::string publisher;
    std::string rights;     ///< to the text
    std::string language;   ///< BCP 47
    std::size_t track = 0;  ///< of several files, counted from 1; 0 where the book is one file
    std::size_t tracks = 0; ///< how many there are
    /// Tags that formats have no field for, by names of their own: printable ASCII without '='.
    std::vector<std::pair<std::string, std::string>> others;
    /// Names of fields that a person wanted the book to do without, as libavformat has them: "genre".
    std::vector<std::string> left_out;
};

/// What some packets come to.
struct PacketTotals {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
    std::uint32_t largest = 0; ///< bytes

    PacketTotals& operator+=(const PacketTotals& more);
};

/// A take's place in a book; its packets stay in the store until they are copied, and so do their sizes:
/// those of thirty hours are ten megabytes.
struct BookTake {
    std::size_t number = 0; ///< among the book's takes: by it whoever loads the take knows which one is meant
    std::uint64_t samples = 0;
    PacketTotals kept_packets = {}; ///< those that stand in any book
    PacketTotals rest_packets = {}; ///< those behind them, which stand in a book where this take is its last
    std::uint64_t words = 0;        ///< spoken ones
    GainReductionStats limiter = {};
    AudioChecksum kept = {}; ///< of `kept_packets`
    AudioChecksum rest = {}; ///< of `rest_packets`
};

/// What a book needs to know of a take whose packets it copies later.
[[nodiscard]] BookTake make_book_take(std::size_t number, const Take& take, const FormatSettings& format);

struct BookChapter {
    std::string title;
    std::vector<BookTake> takes; ///< at least one
    std::string text = {};       ///< as it is written, for the lyrics; may be empty

    [[nodiscard]] std::uint64_t samples() const;
};

/// A whole book, ready to be written.
struct Book {
    FormatSettings format;
    BookTags tags;
    std::vector<BookChapter> chapters; ///< at least one
    LoudnessSettings loudness = {};    ///< what it was mastered to
    Cover cover = {};
    Cover chapter_cover = {}; ///< smaller: of the chapters' own files

    [[nodiscard]] std::uint64_t samples() const;
    /// Where the chapters that the format can mark begin, in samples; at least one.
    [[nodiscard]] std::vector<std::uint64_t> marked_starts() const;
};

/// One chapter of the book as a book of its own: its title as the file's, the book's as the album, and its
/// place among the chapters as the track.
[[nodiscard]] Book chapter_alone(const Book& book, std::size_t chapter);

/// Brings a take's content when its turn has come.
using TakeLoader = std::function<Take(const BookTake&)>;

/// Name and version as they stand in a book.
[[nodiscard]] std::string_view application_name();

/// Whether that is this program's name, of whatever version.
[[nodiscard]] bool is_recital_name(std::string_view application);

} // namespace recital
