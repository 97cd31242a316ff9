// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace recital::testing_support {

/// Unsigned number of `bytes` bytes in network order at `position`.
inline std::uint64_t number_at(std::string_view data, std::size_t position, std::size_t bytes) {
    if (position + bytes > data.size()) {
        throw std::runtime_error("a box ends too early");
    }
    std::uint64_t value = 0;
    for (std::size_t n = 0; n < bytes; ++n) {
        value = (value << 8U) | static_cast<unsigned char>(data[position + n]);
    }
    return value;
}

/// One box of an MPEG-4 file.
struct FoundBox {
    std::string type;
    std::size_t start = 0;    ///< in what was walked
    std::uint64_t size = 0;   ///< header included
    std::string_view content; ///< cut off where the data ends before the box does
};

/// The boxes that lie one behind the other in `data`. Strict but for one thing: the last box may go on behind
/// the end.
inline std::vector<FoundBox> boxes_in(std::string_view data) {
    std::vector<FoundBox> boxes;
    for (std::size_t position = 0; position < data.size();) {
        std::uint64_t size = number_at(data, position, 4);
        std::size_t header = 8;
        if (size == 1) {
            size = number_at(data, position + 8, 8);
            header = 16;
        }
        if (size < header) {
            throw std::runtime_error("a box is smaller than its header");
        }
        boxes.push_back({std::string(data.substr(position + 4, 4)), position, size,
                         data.substr(position + header, size - header)});
        if (size > data.size() - position) {
            break;
        }
        position += size;
    }
    return boxes;
}

/// The box along a path of types separated by '/'; "trak:2" is the second of its kind. "meta" is a full box.
inline FoundBox box_at(std::string_view data, std::string_view path) {
    const auto slash = path.find('/');
    const std::string_view step = path.substr(0, slash);
    const std::string_view type = step.substr(0, 4);
    int wanted = step.size() > 5 ? step[5] - '0' : 1;
    for (FoundBox& box : boxes_in(data)) {
        if (box.type == type && --wanted == 0) {
            if (slash == std::string_view::npos) {
                return box;
            }
            return box_at(type == "meta" ? box.content.substr(4) : box.content, path.substr(slash + 1));
        }
    }
    throw std::runtime_error("there is no box " + std::string(step));
}

} // namespace recital::testing_support
