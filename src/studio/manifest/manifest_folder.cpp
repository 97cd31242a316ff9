// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/manifest_folder.h"

#include "base/folder_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <tuple>

namespace recital {

namespace {

constexpr std::string_view attempt_mark = ".attempt-";

std::optional<AttemptFile> parse_name(const std::filesystem::path& path, std::string_view extension) {
    const std::string name = path.filename().string();
    const auto mark = name.rfind(attempt_mark);
    if (mark == std::string::npos || !name.ends_with(extension)) {
        return std::nullopt;
    }
    const char* const digits = name.data() + mark + attempt_mark.size();
    const char* const end = name.data() + name.size() - extension.size();
    AttemptFile file{name.substr(0, mark), 0, path};
    const auto [last, error] = std::from_chars(digits, end, file.attempt);
    return error == std::errc() && last == end ? std::optional(std::move(file)) : std::nullopt;
}

} // namespace

std::filesystem::path manifest_folder(const std::filesystem::path& output, const Digest& plan) {
    constexpr std::size_t digits = 16;
    return output / manifest_folder_name / plan.hex().substr(0, digits);
}

std::filesystem::path attempt_path(const std::filesystem::path& folder, const std::string& shard,
                                   unsigned attempt, std::string_view extension) {
    return folder / fmt::format("{}{}{}{}", shard, attempt_mark, attempt, extension);
}

std::vector<AttemptFile> find_attempts(const std::filesystem::path& folder, std::string_view extension,
                                       std::string_view shard) {
    std::vector<AttemptFile> files;
    for (FolderReader entries(folder); entries.next();) {
        auto file = parse_name(entries.path(), extension);
        if (file && (shard.empty() || file->shard == shard)) {
            files.push_back(std::move(*file));
        }
    }
    std::sort(files.begin(), files.end(), [](const AttemptFile& left, const AttemptFile& right) {
        return std::tie(left.shard, left.attempt) < std::tie(right.shard, right.attempt);
    });
    return files;
}

} // namespace recital
