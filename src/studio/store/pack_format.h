// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

// The layout of a pack: docs/formats/pack.md.

/// What an entry of a pack holds. The values are those in the file.
enum class EntryKind : std::uint64_t { take = 1, speech = 2, note = 3 };

/// Under which an entry is found.
struct EntryName {
    EntryKind kind = EntryKind::take;
    Digest id; ///< of the entry's key

    auto operator<=>(const EntryName&) const = default;
};

/// Where the content of an entry is in its file, in bytes.
struct EntryPlace {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};

/// An entry of a pack's index.
struct PackedEntry {
    EntryName name;
    EntryPlace place;
};

/// The first bytes of a pack: format and version.
inline constexpr std::string_view pack_magic = "RECITAL PACK 1\n";

/// Every entry begins with a head of this size, which its content follows.
inline constexpr std::size_t entry_head_bytes = 5 * sizeof(std::uint64_t);

[[nodiscard]] std::string serialise_entry_head(const EntryName& name, std::uint64_t content_bytes);

/// Of an entry's head: its name and the size of its content. Nothing if the bytes are no head, or damaged.
struct EntryHead {
    EntryName name;
    std::uint64_t content_bytes = 0;
};
[[nodiscard]] std::optional<EntryHead> parse_entry_head(std::string_view bytes);

/// A finished pack ends with its index and a trailer of fixed size, which says where the index begins.
inline constexpr std::size_t pack_trailer_bytes = 4 * sizeof(std::uint64_t);
inline constexpr std::size_t indexed_entry_bytes = 5 * sizeof(std::uint64_t);

/// Index and trailer. `entries` are in the order of their names; `offset` is where the index will be.
[[nodiscard]] std::string serialise_index(std::span<const PackedEntry> entries, std::uint64_t offset);

/// What a trailer says.
struct PackTrailer {
    std::uint64_t index_offset = 0;
    std::uint64_t entries = 0;
    std::uint64_t checksum = 0; ///< XXH3-64 of the index
};
/// Nothing if the bytes are no trailer.
[[nodiscard]] std::optional<PackTrailer> parse_trailer(std::string_view bytes);

/// The entries of an index, in the order of their names. Nothing if it is damaged.
[[nodiscard]] std::optional<std::vector<PackedEntry>> parse_index(std::string_view bytes,
                                                                  const PackTrailer& trailer);

} // namespace recital
