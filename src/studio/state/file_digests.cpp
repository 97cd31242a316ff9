// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/file_digests.h"

#include "base/system/system_state.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <ios>
#include <memory>
#include <string_view>

namespace recital {

namespace {

/// Room for a part of a file.
using Part = std::array<char, std::size_t{1} << 16U>;

void add_content(Hasher& hasher, const std::filesystem::path& file, Part& part) {
    if (is_system_state(file)) {
        return; // a read may wait for ever
    }
    std::ifstream stream(file, std::ios::binary);
    while (stream) {
        stream.read(part.data(), static_cast<std::streamsize>(part.size()));
        hasher.update(std::string_view(part.data(), static_cast<std::size_t>(stream.gcount())));
    }
}

} // namespace

Digest content_digest(const std::filesystem::path& file) {
    Hasher hasher;
    const auto part = std::make_unique_for_overwrite<Part>();
    add_content(hasher, file, *part);
    return hasher.digest();
}

Digest contents_digest(std::span<const std::filesystem::path> files) {
    Hasher hasher;
    const auto part = std::make_unique_for_overwrite<Part>();
    for (const std::filesystem::path& file : files) {
        ByteWriter head;
        head.text(file.native());
        const std::optional<FileStamp> stamp = stamp_of(file);
        head.flag(stamp.has_value()); // no file is not an empty one
        head.number(stamp ? stamp->bytes : 0);
        hasher.update(head.take());
        add_content(hasher, file, *part);
    }
    return hasher.digest();
}

StampsDigest stamps_digest(std::span<const std::filesystem::path> files) {
    ByteWriter out;
    StampsDigest stamps;
    for (const std::filesystem::path& file : files) {
        const std::optional<FileStamp> stamp = stamp_of(file);
        out.text(file.native());
        put_stamp(out, stamp);
        stamps.newest = std::max(stamps.newest, stamp ? stamp->newest() : 0);
    }
    stamps.digest = digest_of(out.take());
    return stamps;
}

void put_digest(ByteWriter& out, const Digest& digest) {
    out.number(digest.high);
    out.number(digest.low);
}

Digest take_digest(ByteReader& in) {
    const std::uint64_t high = in.number();
    return {high, in.number()};
}

} // namespace recital
