// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// The name as a file name that every common file system takes: accents kept (NFC), separators and characters
/// that Windows, FAT or a shell's users would trip over replaced, at most 200 bytes.
[[nodiscard]] std::string safe_file_name(std::string_view name);

/// Gives out file names so that none is given twice, also where a file system ignores case. Remembers them as
/// hashes: two names of one hash only cost the second a number.
class FileNames {
public:
    /// The name as it is wanted, else with " (2)", " (3)", ...
    [[nodiscard]] std::string assign(std::string_view name);

    /// The same for the paths of one book's files, without extensions and of safe names: several of them may
    /// be the same, but none is that of another book. Their last parts get the same number.
    [[nodiscard]] std::vector<std::filesystem::path> assign(const std::vector<std::filesystem::path>& paths);

private:
    /// Of the case-folded names: those given, each with the number that the next who wants it may try first,
    /// so that thousands of one name take no longer than others.
    std::unordered_map<std::uint64_t, std::uint32_t> given_;
};

} // namespace recital
