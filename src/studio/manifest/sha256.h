// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace recital {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. Throw an `internal` error if the library lacks
/// it, an `engine` error if there is no library.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

/// Of a regular file. Throws an `input` error if it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);

} // namespace recital
