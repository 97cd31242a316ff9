// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/audio_container.h"
#include "container/book/cover.h"
#include "container/book/origin.h"
#include "container/codec/take.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
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
    std::string birth_name; ///< of the musician
    std::size_t track = 0;  ///< of several files, counted from 1; 0 where the book is one file
    std::size_t tracks = 0; ///< how many there are
    /// Tags that formats have no field for, by names of their own: printable ASCII without '='.
    std::vector<std::pair<std::string, std::string>> others;
    /// Names of fields that a person wanted the book to do without, as libavformat has them: "genre".
    std::vector<std::string> left_out;
};

/// A take's place in a book.
struct BookTake : TakeSummary {
    std::size_t number = 0; ///< among the book's takes, from 0
};

struct BookChapter {
    std::string title;
    std::vector<BookTake> takes; ///< at least one
    std::string text = {};       ///< as it is written, for the lyrics; may be empty
    std::string timed_text = {}; ///< digest of the sentences and when they are heard; may be empty

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
    BookOrigin origin = {};

    [[nodiscard]] std::uint64_t samples() const;
    /// Where the chapters that the format can mark begin, in samples; at least one.
    [[nodiscard]] std::vector<std::uint64_t> marked_starts() const;
};

/// One chapter of the book as a book of its own: its title as the file's, the book's as the album, and its
/// place among the chapters as the track.
[[nodiscard]] Book chapter_alone(const Book& book, std::size_t chapter);

/// Name and version as they stand in a book.
[[nodiscard]] std::string_view application_name();

/// Whether that is this program's name, of whatever version.
[[nodiscard]] bool is_recital_name(std::string_view application);

} // namespace recital
