// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/file_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

namespace recital {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t coarsest_tick = 2 * second; // of FAT

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * second + std::int64_t{time.tv_nsec};
}

} // namespace

std::int64_t FileStamp::newest() const {
    return std::max(modified, changed);
}

bool is_young(std::int64_t newest, std::int64_t time) {
    return newest > time - coarsest_tick;
}

std::optional<FileStamp> stamp_of(const std::filesystem::path& file) {
    struct ::stat status{};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return FileStamp{static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                     nanoseconds(status.st_ctim)};
}

std::int64_t file_system_time() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return nanoseconds(now);
}

void put_stamp(ByteWriter& out, const std::optional<FileStamp>& stamp) {
    out.flag(stamp.has_value());
    if (stamp) {
        out.number(stamp->bytes);
        out.number(static_cast<std::uint64_t>(stamp->modified));
        out.number(static_cast<std::uint64_t>(stamp->changed));
    }
}

std::optional<FileStamp> take_stamp(ByteReader& in) {
    if (!in.flag()) {
        return std::nullopt;
    }
    FileStamp stamp;
    stamp.bytes = in.number();
    stamp.modified = static_cast<std::int64_t>(in.number());
    stamp.changed = static_cast<std::int64_t>(in.number());
    return stamp;
}

} // namespace recital
