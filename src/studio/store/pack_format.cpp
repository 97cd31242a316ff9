// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/pack_format.h"

#include "base/byte_stream.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::uint64_t trailer_magic = 0x31444E454B434150; // "PACKEND1", as little-endian number

bool is_entry_kind(std::uint64_t kind) {
    return kind >= static_cast<std::uint64_t>(EntryKind::take) &&
           kind <= static_cast<std::uint64_t>(EntryKind::note);
}

EntryName read_name(ByteReader& in) {
    const std::uint64_t kind = in.number();
    if (!is_entry_kind(kind)) {
        throw MalformedBytes();
    }
    const std::uint64_t high = in.number();
    return {static_cast<EntryKind>(kind), {high, in.number()}};
}

void write_name(ByteWriter& out, const EntryName& name) {
    out.number(static_cast<std::uint64_t>(name.kind));
    out.number(name.id.high);
    out.number(name.id.low);
}

} // namespace

std::string serialise_entry_head(const EntryName& name, std::uint64_t content_bytes) {
    ByteWriter checked;
    write_name(checked, name);
    checked.number(content_bytes);
    const std::string bytes = checked.take();
    ByteWriter head;
    head.number(hash_64(bytes));
    head.raw(bytes);
    return head.take();
}

std::optional<EntryHead> parse_entry_head(std::string_view bytes) {
    try {
        ByteReader in(bytes);
        const std::uint64_t checksum = in.number();
        const std::string_view checked = in.rest();
        if (checked.size() != entry_head_bytes - sizeof checksum || hash_64(checked) != checksum) {
            return std::nullopt;
        }
        ByteReader content(checked);
        const EntryName name = read_name(content);
        return EntryHead{name, content.number()};
    } catch (const MalformedBytes&) {
        return std::nullopt;
    }
}

std::string serialise_index(std::span<const PackedEntry> entries, std::uint64_t offset) {
    ByteWriter index;
    for (const PackedEntry& entry : entries) {
        write_name(index, entry.name);
        index.number(entry.place.offset);
        index.number(entry.place.bytes);
    }
    const std::string bytes = index.take();
    ByteWriter out;
    out.raw(bytes);
    out.number(offset);
    out.number(entries.size());
    out.number(hash_64(bytes));
    out.number(trailer_magic);
    return out.take();
}

std::optional<PackTrailer> parse_trailer(std::string_view bytes) {
    if (bytes.size() != pack_trailer_bytes) {
        return std::nullopt;
    }
    ByteReader in(bytes);
    PackTrailer trailer;
    trailer.index_offset = in.number();
    trailer.entries = in.number();
    trailer.checksum = in.number();
    return in.number() == trailer_magic ? std::optional(trailer) : std::nullopt;
}

std::optional<std::vector<PackedEntry>> parse_index(std::string_view bytes, const PackTrailer& trailer) {
    if (bytes.size() / indexed_entry_bytes != trailer.entries || bytes.size() % indexed_entry_bytes != 0 ||
        hash_64(bytes) != trailer.checksum) {
        return std::nullopt;
    }
    try {
        std::vector<PackedEntry> entries;
        entries.reserve(trailer.entries);
        ByteReader in(bytes);
        for (std::uint64_t n = 0; n < trailer.entries; ++n) {
            const EntryName name = read_name(in);
            const std::uint64_t offset = in.number();
            entries.push_back({name, {offset, in.number()}});
        }
        const auto by_name = [](const PackedEntry& left, const PackedEntry& right) {
            return left.name < right.name;
        };
        return std::is_sorted(entries.begin(), entries.end(), by_name) ? std::optional(std::move(entries))
                                                                       : std::nullopt;
    } catch (const MalformedBytes&) {
        return std::nullopt;
    }
}

} // namespace recital
