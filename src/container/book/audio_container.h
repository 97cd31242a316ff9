// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/stamp.h"
#include "container/codec/audio_codec.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string_view>

namespace recital {

struct Book;
class BookWriter;
class TemporaryFile;

/// The audio files that can be written.
enum class Format { m4b, mp3, opus, flac, wav };

/// One kind of audio file: everything that depends on which one it is. `formats.cpp` lists them all.
struct AudioContainer {
    static constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
    static constexpr std::uint64_t any_time = std::numeric_limits<std::uint64_t>::max();

    Format format;
    std::string_view name;    ///< as on the command line and, after a dot, the file's extension
    const AudioCodec* codec;  ///< of its sound
    std::size_t max_chapters; ///< how many it can mark, from the first on
    std::uint64_t last_start; ///< in samples: chapters that begin later have no mark either
    /// A writer that has written what comes before the first take. Book and file must outlive it.
    std::unique_ptr<BookWriter> (*open)(const Book& book, const TemporaryFile& file);
    /// The stamp of such a file; empty for any other file.
    BookStamp (*read_stamp)(const std::filesystem::path& path);

    /// How many chapters a file shows whose chapters begin at these samples, in order.
    [[nodiscard]] std::size_t marked_chapters(std::span<const std::uint64_t> starts) const;
};

[[nodiscard]] const AudioContainer& traits_of(Format format);

/// A container and how its sound is encoded.
struct FormatSettings : CodecSettings {
    Format format = Format::m4b;

    [[nodiscard]] const AudioContainer& traits() const { return traits_of(format); }
};

} // namespace recital
