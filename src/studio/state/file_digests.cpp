// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/file_digests.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <ios>
#include <string_view>
#include <system_error>

namespace recital {

namespace {

void add_content(Hasher& hasher, const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<char> block(std::size_t{1} << 17U);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        hasher.update(std::string_view(block.data(), static_cast<std::size_t>(stream.gcount())));
    }
}

} // namespace

std::vector<std::filesystem::path> files_below(std::span<const std::filesystem::path> folders) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        for (auto entry = std::filesystem::recursive_directory_iterator(folder, error);
             !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
            if (entry->is_regular_file(error)) {
                files.push_back(entry->path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Digest content_digest(const std::filesystem::path& file) {
    Hasher hasher;
    add_content(hasher, file);
    return hasher.digest();
}

Digest contents_digest(std::span<const std::filesystem::path> files) {
    Hasher hasher;
    for (const std::filesystem::path& file : files) {
        ByteWriter head;
        head.text(file.native());
        const std::optional<FileStamp> stamp = stamp_of(file);
        head.flag(stamp.has_value()); // no file is not an empty one
        head.number(stamp ? stamp->bytes : 0);
        hasher.update(head.take());
        add_content(hasher, file);
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
