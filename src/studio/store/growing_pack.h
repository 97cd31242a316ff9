// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "studio/store/pack_format.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A pack that entries are added to. It is written in order, so that what a killed run wrote can be read up
/// to its last whole entry.
class GrowingPack {
public:
    /// A pack in `folder`, which must exist. It has a temporary name and is locked until it is finished.
    /// Throws an `output` error.
    explicit GrowingPack(const std::filesystem::path& folder);

    /// A pack without a name, in the system's folder for temporary files: it is gone with this object, even
    /// if the process is killed. Throws an `output` error.
    [[nodiscard]] static GrowingPack nameless();

    /// Throws an `output` error, and then has the entries that it had before.
    void put(const EntryName& name, std::string_view content);

    [[nodiscard]] bool has(const EntryName& name) const { return entries_.contains(name); }

    /// So many bytes from the beginning of the entry's content, or all of it; nothing if there is no such
    /// entry, or it cannot be read.
    [[nodiscard]] std::optional<std::string> read(const EntryName& name,
                                                  std::uint64_t max_bytes = ~std::uint64_t{0}) const;

    /// Bytes of the file so far.
    [[nodiscard]] std::uint64_t bytes() const { return end_; }
    [[nodiscard]] bool is_empty() const { return entries_.empty(); }

    /// Returns when everything is on the disk. Throws an `output` error.
    void sync() const;

    /// Writes the index and gives the file its name, on the disk as well. Returns the path. Nothing can be
    /// put afterwards. Throws an `output` error; the file then stays as that of a killed run would. Not of a
    /// nameless pack.
    [[nodiscard]] std::filesystem::path finish();

private:
    explicit GrowingPack(FileDescriptor file);

    void write(std::uint64_t offset, std::string_view first, std::string_view second) const;
    [[nodiscard]] std::string name() const;

    std::unique_ptr<TemporaryFile> named_; ///< none if it is nameless
    FileDescriptor file_;
    std::uint64_t end_ = 0; ///< where the next entry begins
    std::map<EntryName, EntryPlace> entries_;
};

/// Finishes the packs that killed runs left in `folder`, and removes those that hold nothing. Packs that
/// another run is writing stay as they are. Throws an `output` error.
void finish_abandoned_packs(const std::filesystem::path& folder);

/// A pack of this size is finished, and the next one begun.
inline constexpr std::uint64_t full_pack_bytes = std::uint64_t{128} << 20U;

/// The extension of finished packs. Their names sort by the time at which they were begun.
inline constexpr std::string_view pack_extension = ".pack";

} // namespace recital
