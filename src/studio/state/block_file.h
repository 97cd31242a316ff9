// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/hash.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace recital {

/// Writes a file of blocks with a checksum at its end, which appears as a whole or not at all. Small files
/// are not begun before `commit`. docs/formats/run-state.md specifies the format.
class BlockFileWriter {
public:
    /// `prepare` makes the folder of the file, once, before the first byte is written.
    BlockFileWriter(std::filesystem::path path, std::function<void()> prepare);

    /// A block is not empty. Throws an `output` error.
    void add(std::string_view block);

    /// Throws an `output` error; then the file is not there, or is what it was.
    void commit();

private:
    void put(std::string_view bytes);
    void hand_over();

    std::filesystem::path path_;
    std::function<void()> prepare_;
    std::string waiting_;
    Hasher hasher_;
    std::unique_ptr<TemporaryFile> file_;
    std::unique_ptr<FileWriter> writer_;
};

/// Reads such a file; one block is in memory at a time.
class BlockFileReader {
public:
    /// Throws MalformedBytes if there is no file, or one of another format or version.
    explicit BlockFileReader(const std::filesystem::path& path);

    /// Puts the next block into `block`; false at the end. Throws MalformedBytes if the file is damaged,
    /// which is certain only at the end.
    [[nodiscard]] bool next(std::string& block);

    /// Where the next block is.
    [[nodiscard]] std::uint64_t position() const { return bytes_ - left_; }

    /// Puts the block at such a position into `block`. Only after all blocks were read once, which has shown
    /// that the file is intact; `next` needs a `rewind` afterwards.
    void read_at(std::uint64_t position, std::string& block);

    /// Starts again with the first block.
    void rewind();

private:
    void read(std::string& bytes, std::uint64_t count);

    std::ifstream file_;
    std::uint64_t bytes_ = 0; ///< of the file
    std::uint64_t left_ = 0;  ///< that were not read
    std::unique_ptr<Hasher> hasher_;
};

} // namespace recital
