// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace recital {

/// The name of the application that wrote the file, as the file states it; empty for a file of another format
/// and for one that cannot be read.
[[nodiscard]] std::string read_mp3_application(const std::filesystem::path& path);
[[nodiscard]] std::string read_opus_application(const std::filesystem::path& path);
[[nodiscard]] std::string read_flac_application(const std::filesystem::path& path);

} // namespace recital
