// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace recital {

/// The writing program's name as a file of the format states it; empty for any other file.
[[nodiscard]] std::string read_mp3_application(const std::filesystem::path& path);
[[nodiscard]] std::string read_opus_application(const std::filesystem::path& path);
[[nodiscard]] std::string read_flac_application(const std::filesystem::path& path);

} // namespace recital
