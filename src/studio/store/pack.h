// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "studio/store/pack_format.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// A file of the store with many entries, open for reading: a finished pack, or one that a killed run did not
/// finish. The content of a finished pack never changes.
class Pack {
public:
    /// Reads the index; of an unfinished pack, the heads of its entries up to the first that is damaged.
    /// Nothing if the file is no pack, cannot be read, or is no regular file.
    [[nodiscard]] static std::optional<Pack> open(const std::filesystem::path& path);

    [[nodiscard]] std::optional<EntryPlace> find(const EntryName& name) const;
    [[nodiscard]] bool has_kind(EntryKind kind) const;

    /// So many bytes from the beginning of that content, or all of it if there are fewer; nothing if the file
    /// has them no more. The first read locks the file (`flock`, shared) as being in use and sets its
    /// modification time, which tells when it was last used.
    [[nodiscard]] std::optional<std::string> read(const EntryPlace& place,
                                                  std::uint64_t max_bytes = ~std::uint64_t{0});

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// In the order of their names.
    [[nodiscard]] const std::vector<PackedEntry>& entries() const { return entries_; }
    /// Of the file.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// Where the next entry of an unfinished pack would be.
    [[nodiscard]] std::uint64_t end_of_entries() const { return end_of_entries_; }
    [[nodiscard]] bool is_finished() const { return is_finished_; }
    /// Others may remove the file until it is read again.
    void release() { file_.close(); }

private:
    explicit Pack(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] bool read_index(const FileDescriptor& file);
    void scan_entries(const FileDescriptor& file);
    [[nodiscard]] bool use();

    std::filesystem::path path_;
    std::vector<PackedEntry> entries_;
    std::uint64_t bytes_ = 0;
    std::uint64_t end_of_entries_ = 0;
    bool is_finished_ = false;
    FileDescriptor file_; ///< once something was read
};

/// Up to `bytes` from that place of a file: fewer if it ends before. Nothing if it cannot be read.
[[nodiscard]] std::optional<std::string> read_at(const FileDescriptor& file, std::uint64_t offset,
                                                 std::uint64_t bytes);

} // namespace recital
