// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/playlist.h"

#include <fmt/format.h>

#include <fstream>
#include <string_view>

namespace recital {

namespace {

constexpr std::string_view first_line = "#EXTM3U";
constexpr std::string_view comment = "# ";

} // namespace

std::string playlist(const Book& book, std::span<const std::filesystem::path> names) {
    std::string text =
        fmt::format("{}\n{}{}\n#PLAYLIST:{}\n", first_line, comment, application_name(), book.tags.title);
    for (std::size_t n = 0; n < book.chapters.size(); ++n) {
        const auto rate = static_cast<std::uint64_t>(book.format.sample_rate);
        text += fmt::format("#EXTINF:{},{}\n{}\n", (book.chapters[n].samples() + rate / 2) / rate,
                            book.chapters[n].title, names[n].string());
    }
    return text;
}

std::vector<std::string> read_playlist_names(const std::filesystem::path& path) {
    std::vector<std::string> names;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && !line.starts_with('#')) {
            names.push_back(line);
        }
    }
    return names;
}

std::string read_playlist_application(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line(first_line.size() + 1, '\0');
    file.read(line.data(), static_cast<std::streamsize>(line.size()));
    if (!file || !line.starts_with(first_line) || !std::getline(file, line) || !line.starts_with(comment)) {
        return {};
    }
    return line.substr(comment.size());
}

} // namespace recital
