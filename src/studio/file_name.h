// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace recital {

/// The name as a file name that every common file system takes: accents kept (NFC), separators and characters
/// that Windows, FAT or a shell's users would trip over replaced, at most 200 bytes.
[[nodiscard]] std::string safe_file_name(std::string_view name);

/// Gives out file names so that no two owners share one, also where a file system ignores case.
class FileNames {
public:
    /// The name for `owner` (any text that identifies it), wanted as `name`: as it is, else with " (2)", "
    /// (3)", ...
    [[nodiscard]] std::string assign(std::string_view name, const std::string& owner);

private:
    std::unordered_map<std::string, std::string> owners_; ///< by case-folded file name
};

} // namespace recital
