// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace recital {

/// What a file system says of a file without its being read: if all of it is as before, the file was not
/// written since, unless it was written twice within one tick of the file system's clock (see `is_young`).
/// Times are nanoseconds since 1970. The number of the file is not part of it: some overlay file systems give
/// files new numbers when they are mounted.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t modified = 0; ///< the content; programs can set it
    std::int64_t changed = 0;  ///< the content, name or permissions; programs cannot set it

    auto operator<=>(const FileStamp&) const = default;

    /// The later of the two times.
    [[nodiscard]] std::int64_t newest() const;
};

/// True if a file that was last written at `newest` could have been written again after `time` without
/// another stamp: if `newest` is shortly before `time`, or after it. The coarsest clocks of file systems
/// count two seconds.
[[nodiscard]] bool is_young(std::int64_t newest, std::int64_t time);

/// The stamp of a regular file, or of what a link leads to; nothing if there is none.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

/// The time by the clock that file systems use: nanoseconds since 1970.
[[nodiscard]] std::int64_t file_system_time();

void put_stamp(ByteWriter& out, const std::optional<FileStamp>& stamp);
/// Throws MalformedBytes.
[[nodiscard]] std::optional<FileStamp> take_stamp(ByteReader& in);

} // namespace recital
