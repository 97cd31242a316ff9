// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/chapter_lists.h"

#include "base/byte_order.h"
#include "base/error.h"

#include <algorithm>
#include <map>

namespace recital {

namespace {

/// Takes numbers and texts off the front of a list, never past its end.
class ListReader {
public:
    explicit ListReader(std::string_view rest) : rest_(rest) {}

    [[nodiscard]] bool has(std::size_t bytes) const { return rest_.size() >= bytes; }

    std::string_view text(std::size_t bytes) {
        if (!has(bytes)) {
            throw Error(ErrorKind::input, "a chapter list is cut off");
        }
        const std::string_view taken = rest_.substr(0, bytes);
        rest_.remove_prefix(bytes);
        return taken;
    }

    /// As in MPEG-4.
    std::uint64_t big_endian(std::size_t bytes) { return read_big_endian(text(bytes)); }

    /// As in RIFF.
    std::uint32_t little_endian() {
        return static_cast<std::uint32_t>(read_little_endian(text(sizeof(std::uint32_t))));
    }

private:
    std::string_view rest_;
};

/// Labels of cue points, by the points' names.
std::map<std::uint32_t, std::string> parse_labels(const std::vector<std::string>& lists) {
    constexpr std::size_t header_bytes = 8;
    std::map<std::uint32_t, std::string> labels;
    for (const std::string& list : lists) {
        if (!list.starts_with("adtl")) {
            continue;
        }
        ListReader reader(std::string_view(list).substr(4));
        while (reader.has(header_bytes)) {
            const std::string_view id = reader.text(4);
            const std::uint32_t size = reader.little_endian();
            ListReader content(reader.text(size));
            if (size % 2 == 1 && reader.has(1)) {
                (void)reader.text(1); // chunks are padded to whole words
            }
            if (id == "labl") {
                const std::uint32_t point = content.little_endian();
                const std::string_view label = content.text(size - sizeof point);
                labels[point] = label.substr(0, label.find('\0'));
            }
        }
    }
    return labels;
}

} // namespace

std::vector<ChapterMark> parse_nero_chapters(std::string_view content) {
    constexpr std::size_t reserved_bytes = 4;
    constexpr double units_per_second = 1e7;
    ListReader reader(content);
    (void)reader.text(reserved_bytes);
    std::vector<ChapterMark> chapters;
    for (std::uint64_t left = reader.big_endian(1); left > 0; --left) {
        const auto start = static_cast<double>(reader.big_endian(8)) / units_per_second;
        const std::uint64_t length = reader.big_endian(1);
        chapters.push_back({std::string(reader.text(length)), start});
    }
    return chapters;
}

std::vector<ChapterMark> parse_wave_chapters(std::string_view cue, const std::vector<std::string>& lists,
                                             int rate) {
    if (cue.empty()) {
        return {};
    }
    const auto labels = parse_labels(lists);
    ListReader reader(cue);
    std::vector<ChapterMark> chapters;
    for (std::uint32_t left = reader.little_endian(); left > 0; --left) {
        const std::uint32_t point = reader.little_endian();
        constexpr std::size_t position_to_offset_bytes = 16;
        (void)reader.text(position_to_offset_bytes);
        const std::uint32_t sample = reader.little_endian();
        const auto label = labels.find(point);
        chapters.push_back(
            {label == labels.end() ? std::string() : label->second, static_cast<double>(sample) / rate});
    }
    return chapters;
}

} // namespace recital
