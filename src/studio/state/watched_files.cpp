// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/watched_files.h"

#include <algorithm>

namespace recital {

namespace {

/// Larger than any text that is read (see `read_file`).
constexpr std::uint64_t max_compared_bytes = std::uint64_t{1} << 30U;

} // namespace

WatchedFiles::WatchedFiles(std::span<const std::filesystem::path> files)
    : WatchedFiles(files, [](const std::filesystem::path&) { return true; }) {}

WatchedFiles::WatchedFiles(std::span<const std::filesystem::path> files,
                           bool (*is_read_here)(const std::filesystem::path& file))
    : time_(file_system_time()) {
    files_.reserve(files.size());
    for (const std::filesystem::path& path : files) {
        File& file = files_.emplace_back(File{path, stamp_of(path)});
        if (file.stamp && file.stamp->bytes <= max_compared_bytes && is_read_here(path)) {
            file.content = content_digest(path);
        }
    }
}

void WatchedFiles::set_content(const std::filesystem::path& file, const Digest& content) {
    const auto is_it = [&file](const File& candidate) { return candidate.path == file; };
    const auto next = files_.begin() + static_cast<std::ptrdiff_t>(next_told_);
    auto found = std::find_if(next, files_.end(), is_it);
    if (found == files_.end()) {
        found = std::find_if(files_.begin(), next, is_it);
        if (found == next) {
            return;
        }
    }
    found->content = content;
    next_told_ = static_cast<std::size_t>(found - files_.begin()) + 1;
}

bool WatchedFiles::are_still(std::span<const std::filesystem::path> files, Comparison comparison) const {
    return std::equal(files_.begin(), files_.end(), files.begin(), files.end(),
                      [&](const File& file, const std::filesystem::path& path) {
                          return file.path == path && is_still(file, comparison);
                      });
}

bool WatchedFiles::is_still(const File& file, Comparison comparison) const {
    const std::optional<FileStamp> stamp = stamp_of(file.path);
    if (!stamp || !file.stamp) {
        return stamp == file.stamp;
    }
    if (comparison == Comparison::stamps_alone || stamp->bytes != file.stamp->bytes) {
        return stamp == file.stamp;
    }
    const bool is_stamp_enough =
        comparison == Comparison::stamps && stamp == file.stamp && !is_young(stamp->newest(), time_);
    return is_stamp_enough || (file.content != Digest() && content_digest(file.path) == file.content);
}

void WatchedFiles::put(ByteWriter& out) const {
    out.number(static_cast<std::uint64_t>(time_));
    out.number(files_.size());
    for (const File& file : files_) {
        out.text(file.path.native());
        put_stamp(out, file.stamp);
        put_digest(out, file.content);
    }
}

WatchedFiles WatchedFiles::take(ByteReader& in) {
    constexpr std::size_t min_file_bytes = 25; // without path and stamp
    WatchedFiles watched;
    watched.time_ = static_cast<std::int64_t>(in.number());
    watched.files_.resize(in.count(min_file_bytes));
    for (File& file : watched.files_) {
        file.path = in.text();
        file.stamp = take_stamp(in);
        file.content = take_digest(in);
    }
    return watched;
}

WatchedSet::WatchedSet(std::span<const std::filesystem::path> files)
    : time_(file_system_time()), stamps_(stamps_digest(files)), contents_(contents_digest(files)) {}

bool WatchedSet::is_still(std::span<const std::filesystem::path> files, Comparison comparison) const {
    const bool is_stamped = comparison != Comparison::content && stamps_digest(files) == stamps_;
    if (comparison == Comparison::stamps_alone) {
        return is_stamped;
    }
    return (is_stamped && !is_young(stamps_.newest, time_)) || contents_digest(files) == contents_;
}

void WatchedSet::put(ByteWriter& out) const {
    out.number(static_cast<std::uint64_t>(time_));
    put_digest(out, stamps_.digest);
    out.number(static_cast<std::uint64_t>(stamps_.newest));
    put_digest(out, contents_);
}

WatchedSet WatchedSet::take(ByteReader& in) {
    WatchedSet watched;
    watched.time_ = static_cast<std::int64_t>(in.number());
    watched.stamps_.digest = take_digest(in);
    watched.stamps_.newest = static_cast<std::int64_t>(in.number());
    watched.contents_ = take_digest(in);
    return watched;
}

} // namespace recital
