// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/hash.h"
#include "studio/state/file_stamp.h"

#include <filesystem>
#include <span>
#include <vector>

namespace recital {

/// XXH3-128 of a file's content as far as it can be read; a part of it is in memory at a time.
[[nodiscard]] Digest content_digest(const std::filesystem::path& file);

/// XXH3-128 of the paths and the contents of files.
[[nodiscard]] Digest contents_digest(std::span<const std::filesystem::path> files);

/// The stamps of many files as one.
struct StampsDigest {
    Digest digest;           ///< of paths and stamps
    std::int64_t newest = 0; ///< the latest time in a stamp

    bool operator==(const StampsDigest&) const = default;
};

[[nodiscard]] StampsDigest stamps_digest(std::span<const std::filesystem::path> files);

void put_digest(ByteWriter& out, const Digest& digest);
/// Throws MalformedBytes.
[[nodiscard]] Digest take_digest(ByteReader& in);

} // namespace recital
