// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// What became of a book, as a shard's journal has it.
struct JournalEntry {
    Digest key;        ///< names what the book is made from, see ShardRecorder
    std::string line;  ///< for the manifest
    std::string block; ///< of a book that was made: see `book_block`
};

/// What the attempts at one shard have done so far: each attempt appends to a file of its own, so that an
/// attempt that was killed, or that still runs somewhere, costs nothing of what it has finished.
/// docs/formats/manifest.md describes the file.
class ShardJournal {
public:
    /// Begins an attempt: removes what killed ones left half-written, takes the next free number, and looks
    /// through the journals of earlier ones. What is damaged or cut off in them is passed over. Throws an
    /// `output` error.
    ShardJournal(const std::filesystem::path& folder, const std::string& shard);

    [[nodiscard]] unsigned attempt() const { return attempt_; }

    /// The newest entry of an earlier attempt with that key.
    [[nodiscard]] std::optional<JournalEntry> find(const Digest& key) const;

    /// All of it, or nothing: throws an `output` error.
    void add(const JournalEntry& entry);

    using Visitor = std::function<void(const JournalEntry&)>;
    /// All entries of this attempt.
    void visit(const Visitor& visit);

    /// Removes the journals of earlier attempts that have ended: this one has all that they had, if every
    /// book of the shard was added. What cannot be removed stays.
    void remove_ended();

private:
    struct Place {
        std::uint64_t key = 0; ///< half of it
        std::uint32_t file = 0;
        std::uint64_t offset = 0;

        friend bool operator<(const Place& left, const Place& right) { return left.key < right.key; }
    };

    void claim(const std::filesystem::path& folder, const std::string& shard);
    void load(std::uint32_t file);

    std::vector<std::filesystem::path> earlier_;
    std::vector<Place> places_; ///< sorted; of equal keys the newest is the last
    unsigned attempt_ = 1;
    std::filesystem::path path_;
    FileDescriptor file_; ///< locked while the attempt lives
};

} // namespace recital
