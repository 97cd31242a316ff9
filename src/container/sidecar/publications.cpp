// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/publications.h"

#include "container/sidecar/json.h"
#include "container/sidecar/lrc.h"
#include "container/sidecar/srt.h"
#include "container/sidecar/vtt.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <string>

namespace recital {

namespace {

constexpr std::array publications = {&vtt_publication, &srt_publication, &lrc_publication, &json_publication};

} // namespace

std::span<const Publication* const> all_publications() {
    return publications;
}

const Publication* find_publication(std::string_view name) {
    const auto* const found =
        std::find_if(publications.begin(), publications.end(),
                     [name](const Publication* publication) { return publication->name == name; });
    return found == publications.end() ? nullptr : *found;
}

std::optional<std::vector<SubtitleCue>> parse_subtitles(std::string_view content, std::string_view kind) {
    return find_publication(kind)->parse(content);
}

bool are_subtitles_of_recital(const std::filesystem::path& path) {
    if (std::error_code ignored; !std::filesystem::is_regular_file(path, ignored)) {
        return false; // opening anything else might block
    }
    constexpr std::size_t longest_opening = 64;
    std::ifstream file(path, std::ios::binary);
    std::string start(longest_opening, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return std::any_of(publications.begin(), publications.end(), [&start](const Publication* publication) {
        return !publication->opening.empty() && start.starts_with(publication->opening);
    });
}

} // namespace recital
