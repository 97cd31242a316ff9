// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The name as a file name that every common file system takes: accents kept (NFC), separators and characters
/// that Windows, FAT or a shell's users would trip over replaced, at most 200 bytes.
[[nodiscard]] std::string safe_file_name(std::string_view name);

} // namespace recital
