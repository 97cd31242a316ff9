// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/job/shard.h"
#include "studio/sharding/text_entry.h"
#include "studio/state/block_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// What a part of a plan says of itself: a plan is made of parts that agree in everything but their number.
struct PartHeader {
    Shard shard;
    std::vector<std::string> arguments; ///< see PlanSummary
    std::vector<std::string> inputs;    ///< as given, absolute
    Digest files;                       ///< of the names and sizes of all files that are read
};

/// Writes what one process has read of the texts of a plan. The file appears as a whole or not at all.
class PartFileWriter {
public:
    PartFileWriter(const std::filesystem::path& path, const PartHeader& header);

    /// Throws an `output` error.
    void add(const TextEntry& entry) { file_.add(to_bytes(entry)); }
    /// `failures` is the number of sources that become no book.
    void finish(std::uint64_t failures);

private:
    BlockFileWriter file_;
};

/// Whether the file is such a part, as far as its beginning shows.
[[nodiscard]] bool is_part_file(const std::filesystem::path& path);

/// Reads such a part.
class PartFile {
public:
    /// Throws an `input` error if the file is no part of a plan.
    explicit PartFile(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const PartHeader& header() const { return header_; }

    /// The next text; false at the end. Throws an `input` error if the file is damaged.
    [[nodiscard]] bool next(TextEntry& entry);

    /// After the last text.
    [[nodiscard]] std::uint64_t failures() const { return failures_; }

private:
    [[noreturn]] void refuse() const;

    std::filesystem::path path_;
    BlockFileReader file_;
    PartHeader header_;
    std::string waiting_; ///< the block behind the one that was returned
    std::uint64_t failures_ = 0;
};

} // namespace recital
