// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Sorts entries of which there may be more than memory holds (external merge sort: Knuth, The Art of
/// Computer Programming, volume 3, 5.4). What is beyond the memory lies in temporary files, which are gone
/// when the object is. The order is that of the bytes of key and value, whatever the order of `add`.
class ExternalSorter {
public:
    /// `folder` must exist and be writable if there is more than `memory_bytes`.
    explicit ExternalSorter(std::filesystem::path folder, std::size_t memory_bytes = std::size_t{8} << 20U);
    ~ExternalSorter();
    ExternalSorter(ExternalSorter&&) noexcept;
    ExternalSorter& operator=(ExternalSorter&&) noexcept;

    /// Throws an `output` error.
    void add(std::string_view key, std::string_view value = {});

    /// How many entries were added.
    [[nodiscard]] std::uint64_t size() const { return size_; }

    struct Entry {
        std::string_view key;
        std::string_view value;
    };

    /// The next entry in order; false at the end. Nothing may be added after the first call. The views are
    /// valid until the next call. Throws an `output` error.
    [[nodiscard]] bool next(Entry& entry);

    /// Starts again with the first entry.
    void rewind();

private:
    class Run;
    class Merge;
    struct Place {
        std::size_t begin = 0; ///< in `buffer_`
        std::uint32_t key_bytes = 0;
        std::uint32_t value_bytes = 0;
    };
    /// A sorted part of a file.
    struct Part {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };

    [[nodiscard]] Entry entry_at(const Place& place) const;
    void sort_buffer();
    void spill();
    void merge_parts();
    void start_reading();

    std::filesystem::path folder_;
    std::size_t memory_bytes_;
    std::uint64_t size_ = 0;
    std::string buffer_;
    std::vector<Place> places_;
    std::unique_ptr<TemporaryFile> file_;
    std::unique_ptr<FileWriter> writer_;
    std::vector<Part> parts_;
    std::unique_ptr<Merge> merge_;
    std::size_t next_ = 0; ///< of `places_`, if nothing is in the file
    bool is_read_ = false;
};

} // namespace recital
