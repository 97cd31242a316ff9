// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <system_error>

namespace recital {

/// Reads what is in a folder, one entry after the other, in the order of the file system. The standard
/// library's iterator ends the program if there is no memory for its next entry
/// (`directory_iterator::increment` of libstdc++ 12); this throws std::bad_alloc.
class FolderReader {
public:
    /// An empty path is the working directory. What cannot be read has no entries.
    explicit FolderReader(const std::filesystem::path& folder);

    /// Goes to the next entry; false at the end, or if the folder cannot be read any further.
    [[nodiscard]] bool next();

    /// The entry, below the folder as it was given. Valid until `next`.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Why there are no more entries, if it is not because that were all.
    [[nodiscard]] const std::error_code& error() const { return error_; }

private:
    struct Close {
        void operator()(void* stream) const;
    };

    std::filesystem::path folder_;
    std::unique_ptr<void, Close> stream_; ///< a DIR
    std::filesystem::path path_;
    std::error_code error_;
};

} // namespace recital
