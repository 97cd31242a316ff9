// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <filesystem>

namespace recital {

/// A hidden folder for files that are finished before it is known what they will be called, beside the place
/// where they will be. It is locked while it is used, which distinguishes it from a leftover of a killed run.
class TemporaryFolder {
public:
    /// Creates the folder in `parent`, which must exist. Throws an `output` error.
    explicit TemporaryFolder(const std::filesystem::path& parent);
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    /// Removes the folder and what is left in it.
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    FileDescriptor lock_;
};

/// Removes the temporary folders that killed runs of this user left in `parent`.
void sweep_temporary_folders(const std::filesystem::path& parent);

} // namespace recital
