// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

// What the kernel was handed is lost in a power cut until it is on the disk. All these wait for that, and
// throw an `output` error where it fails: then the data may be lost already. File systems that cannot do it,
// such as some of networks, are not an error.

/// The content of an open file. `name` stands in messages.
void sync_file(int descriptor, const std::filesystem::path& name);

/// The names in a folder: files that were created, renamed or removed there. An empty path is the current
/// folder.
void sync_folder(const std::filesystem::path& folder);

/// Everything on the file system that `folder` is on, content and names: for many files at once.
void sync_file_system(const std::filesystem::path& folder);

} // namespace recital
