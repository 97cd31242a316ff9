// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/own_output.h"

#include "base/unicode.h"
#include "container/formats.h"
#include "container/sidecar/publications.h"
#include "document/readers/records/records.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace recital {

namespace {

bool is_audio_extension(const std::string& extension) {
    const auto formats = all_formats();
    return std::any_of(formats.begin(), formats.end(), [&extension](const AudioContainer& format) {
        return extension == fmt::format(".{}", format.name);
    });
}

/// Subtitles are called like their book, with or without its extension: "a.srt", "a.m4b.srt".
bool has_own_book(const std::filesystem::path& file) {
    std::filesystem::path stem = file;
    stem.replace_extension();
    if (is_written_by_recital(stem)) {
        return true;
    }
    const auto formats = all_formats();
    return std::any_of(formats.begin(), formats.end(), [&stem](const AudioContainer& format) {
        return is_written_by_recital(fmt::format("{}.{}", stem.string(), format.name));
    });
}

/// A plan, or a manifest of a shard: its first line says so.
bool is_own_record(const std::filesystem::path& file) {
    constexpr std::string_view start = R"({"recital_)";
    std::string head(start.size(), '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head == start;
}

} // namespace

bool is_own_output(const std::filesystem::path& file) {
    if (is_record_kind(file)) {
        return is_own_record(file);
    }
    const std::string extension = fold_case(file.extension().string());
    if (extension.size() < 2) {
        return false;
    }
    if (is_audio_extension(extension) || extension == ".m3u" || extension == ".m3u8") {
        return is_written_by_recital(file);
    }
    const bool is_publication = find_publication(std::string_view(extension).substr(1)) != nullptr;
    return is_publication && (are_subtitles_of_recital(file) || has_own_book(file));
}

} // namespace recital
