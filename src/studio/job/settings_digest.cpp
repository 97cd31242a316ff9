// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/settings_digest.h"

#include "base/file.h"
#include "base/files/folder_tree.h"
#include "base/hash.h"
#include "text/lexicon/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// Parts of data/ that shape books; the others are samples and words of messages.
constexpr std::array<std::string_view, 6> data_folders = {"covers",    "document", "heteronyms",
                                                          "languages", "lexicon",  "phonemes"};

/// What cannot be read is reported by whoever needs it.
void add_file(Hasher& hasher, const std::filesystem::path& file) {
    try {
        const std::string content = read_file(file);
        hasher.update(fmt::format("{} {}\n", file.filename().string(), content.size()));
        hasher.update(content);
    } catch (const Error&) {
        hasher.update("unreadable\n");
    }
}

std::string describe_reading(const Job& job) {
    const ReadOptions& reading = job.reading;
    std::string text =
        fmt::format("encoding={}\nrepair={}\nmusician={}\nchapters={} {}\ncaptions={}\n", reading.encoding,
                    reading.repair, reading.musician, static_cast<int>(reading.chapters.source),
                    reading.chapters.level, reading.captions);
    if (!reading.language.empty()) { // only then, so that books of before are not made again
        text += fmt::format("language={}\n", reading.language);
    }
    if (reading.chapters.min_seconds != ChapterPlan().min_seconds) {
        text += fmt::format("min_chapter={}\n", reading.chapters.min_seconds);
    }
    if (reading.any_text) {
        text += "any_text\n";
    }
    if (reading.max_text_bytes != 0) {
        text += fmt::format("max_text={}\n", reading.max_text_bytes);
    }
    for (const auto& [field, name] : job.fields) {
        text += fmt::format("field {}={}\n", field, name);
    }
    return text;
}

std::string describe_tags_and_cover(const Job& job) {
    std::string text = fmt::format("lyrics={}\ncover={}\n", job.lyrics, job.cover);
    for (const auto& [name, value] : job.metadata) {
        text += fmt::format("tag {}={}\n", name, value);
    }
    return text;
}

} // namespace

std::string describe_text_options(const Job& job) {
    return describe_reading(job) + describe_tags_and_cover(job);
}

SettingsDigest::SettingsDigest(const Job& job, const std::filesystem::path& data) {
    Hasher hasher;
    hasher.update(describe_text_options(job));
    for (const std::filesystem::path& lexicon : job.lexicons) {
        add_file(hasher, lexicon);
    }
    if (!job.cover_file.empty()) {
        add_file(hasher, job.cover_file);
    }
    for (const std::string_view folder : data_folders) {
        for (const std::filesystem::path& file : read_folder_tree(data / folder).files) {
            add_file(hasher, file);
        }
    }
    job_ = hasher.hex();
}

std::string SettingsDigest::of(std::span<const std::filesystem::path> sources) {
    std::set<std::string> lexicons;
    for (const std::filesystem::path& source : sources) {
        lexicons.insert(lexicons_beside(source));
    }
    Hasher hasher;
    hasher.update(job_);
    for (const std::string& digest : lexicons) {
        hasher.update(digest);
    }
    return hasher.hex();
}

/// Empty if there are none.
const std::string& SettingsDigest::lexicons_beside(const std::filesystem::path& source) {
    const auto folder = source.has_parent_path() ? source.parent_path() : std::filesystem::path(".");
    const auto [entry, is_new] = lexicons_.try_emplace(folder);
    const auto files = is_new ? lexicons_in(folder) : std::vector<std::filesystem::path>();
    if (!files.empty()) {
        Hasher hasher;
        for (const std::filesystem::path& file : files) {
            add_file(hasher, file);
        }
        entry->second = hasher.hex();
    }
    return entry->second;
}

std::string settings_digest_in(const std::string& digest, const Voice& voice, const FormatSettings& format) {
    return hash_hex(fmt::format("{}\n{}{}\n{}\n", digest, describe_profile(voice), format.traits().name,
                                describe(format)));
}

} // namespace recital
