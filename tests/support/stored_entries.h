// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/store/cache_folder.h"
#include "studio/store/pack.h"
#include "studio/store/pack_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace recital::testing_support {

/// An entry in a file of a cache.
struct StoredEntry {
    std::filesystem::path pack;
    PackedEntry entry;

    [[nodiscard]] std::string content() const {
        std::ifstream file(pack, std::ios::binary);
        file.seekg(static_cast<std::streamoff>(entry.place.offset));
        std::string content(entry.place.bytes, '\0');
        file.read(content.data(), static_cast<std::streamsize>(content.size()));
        return content;
    }

    /// Writes over the content, from its first byte or another one; not beyond its end.
    void overwrite(const std::string& bytes, std::size_t from = 0) const {
        std::fstream file(pack, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(entry.place.offset + from));
        file << bytes.substr(0, entry.place.bytes - std::min<std::size_t>(from, entry.place.bytes));
    }

    /// Changes the last byte, which is sound in a take.
    void damage() const {
        const std::string before = content();
        overwrite(std::string(1, static_cast<char>(before.back() ^ 1)), before.size() - 1);
    }
};

/// The entries of that kind in a cache, those of packs that a run is writing, too.
inline std::vector<StoredEntry> stored_entries(const std::filesystem::path& cache, EntryKind kind) {
    std::vector<std::filesystem::path> files = list_unfinished_packs(packs_in(cache));
    for (const PackFile& pack : list_packs(packs_in(cache))) {
        files.push_back(pack.path);
    }
    std::vector<StoredEntry> entries;
    for (const std::filesystem::path& file : files) {
        if (const auto pack = Pack::open(file)) {
            for (const PackedEntry& entry : pack->entries()) {
                if (entry.name.kind == kind) {
                    entries.push_back({file, entry});
                }
            }
        }
    }
    return entries;
}

} // namespace recital::testing_support
