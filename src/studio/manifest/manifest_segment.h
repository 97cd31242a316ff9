// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/manifest/manifest_entry.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace recital {

/// What a shard's manifest says of itself, in its last line.
struct SegmentSummary {
    Digest plan;       ///< content digest of the plan
    std::string shard; ///< "shard-03-of-32", or "retry"
    unsigned attempt = 0;
    std::string program;     ///< name and version
    std::string engine;      ///< likewise
    std::string environment; ///< digest of all of the machine that can change the bytes of books
    std::uint64_t made = 0;
    std::uint64_t failed = 0;
    double seconds = 0;      ///< of sound
    std::uint64_t bytes = 0; ///< of all files
};

/// The last line of a manifest, and back.
[[nodiscard]] std::string to_line(const SegmentSummary& summary);
/// Throws MalformedLine.
[[nodiscard]] SegmentSummary read_segment_summary(std::string_view line);

/// Reads a shard's manifest; one entry is in memory at a time.
class SegmentReader {
public:
    /// Throws an `input` error if the file is no complete manifest.
    explicit SegmentReader(const std::filesystem::path& path);

    [[nodiscard]] const SegmentSummary& summary() const { return summary_; }

    /// The next entry; false at the end. Throws an `input` error for a damaged line.
    [[nodiscard]] bool next(ManifestEntry& entry);

private:
    void read_summary();

    std::filesystem::path path_;
    std::ifstream file_;
    std::size_t line_ = 0;
    SegmentSummary summary_;
};

} // namespace recital
