// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/hash.h"
#include "studio/state/file_digests.h"
#include "studio/state/file_stamp.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

namespace recital {

/// How closely files are compared with what they were.
enum class Comparison {
    stamps_alone, ///< no content is read: another stamp is a change, and a young one is none
    stamps,       ///< the content is read only if the stamp is another one or young
    content,      ///< the content is always read
};

/// The content of files at a time. Files that do not exist or cannot be read may be among them. Those larger
/// than 1 GiB are known by their stamps alone: no text may be as large, and a table is compared row by row.
class WatchedFiles {
public:
    WatchedFiles() = default;
    /// Reads the files.
    explicit WatchedFiles(std::span<const std::filesystem::path> files);
    /// Reads the files for which `is_read_here` holds. Somebody else reads the others later, and says what
    /// their content was: until then it differs from any other.
    WatchedFiles(std::span<const std::filesystem::path> files,
                 bool (*is_read_here)(const std::filesystem::path& file));

    /// What somebody else read in a file. Fast if files are told in their order; files that are not among
    /// these are left out.
    void set_content(const std::filesystem::path& file, const Digest& content);

    /// True if these are the same files in the same order, each with the same content.
    [[nodiscard]] bool are_still(std::span<const std::filesystem::path> files, Comparison comparison) const;

    void put(ByteWriter& out) const;
    /// Throws MalformedBytes.
    [[nodiscard]] static WatchedFiles take(ByteReader& in);

private:
    struct File {
        std::filesystem::path path;
        std::optional<FileStamp> stamp;
        Digest content = {}; ///< zero if it is not known
    };

    [[nodiscard]] bool is_still(const File& file, Comparison comparison) const;

    std::int64_t time_ = 0; ///< before the first was read
    std::vector<File> files_;
    std::size_t next_told_ = 0; ///< the file after the last of which the content was told
};

/// The same for many files of which only digests are kept: all of them are read if one has another stamp.
class WatchedSet {
public:
    WatchedSet() = default;
    /// Reads all files.
    explicit WatchedSet(std::span<const std::filesystem::path> files);

    /// True if these are the same files with the same contents.
    [[nodiscard]] bool is_still(std::span<const std::filesystem::path> files, Comparison comparison) const;

    void put(ByteWriter& out) const;
    /// Throws MalformedBytes.
    [[nodiscard]] static WatchedSet take(ByteReader& in);

private:
    std::int64_t time_ = 0;
    StampsDigest stamps_;
    Digest contents_ = {};
};

} // namespace recital
