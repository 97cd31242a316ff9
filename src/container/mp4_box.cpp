// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/mp4_box.h"

namespace recital::mp4 {

namespace {

constexpr std::size_t header_bytes = 8;
constexpr std::size_t version_and_flags_bytes = 4;
constexpr std::size_t type_bytes = 4;

std::uint32_t read_u32(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4)) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return value;
}

} // namespace

Box::Box(std::string& out, std::string_view type) : out_(out), start_(out.size()) {
    put(out_, std::uint32_t{0});
    out_ += type;
}

Box::Box(std::string& out, std::string_view type, std::uint8_t version, std::uint32_t flags) : Box(out, type) {
    put(out_, (std::uint32_t{version} << 24U) | flags);
}

Box::~Box() {
    std::string size;
    put(size, static_cast<std::uint32_t>(out_.size() - start_));
    out_.replace(start_, size.size(), size);
}

std::string_view find_box(std::string_view boxes, std::string_view path) {
    while (true) {
        const std::string_view type = path.substr(0, type_bytes);
        path.remove_prefix(type.size());
        const bool full = path.starts_with('+');
        path.remove_prefix(full ? 1 : 0);
        std::string_view content;
        bool found = false;
        while (boxes.size() >= header_bytes && !found) {
            const std::size_t size = read_u32(boxes);
            if (size < header_bytes || size > boxes.size()) {
                return {};
            }
            found = boxes.substr(4, type_bytes) == type;
            content = boxes.substr(header_bytes, size - header_bytes);
            boxes.remove_prefix(size);
        }
        if (!found || (full && content.size() < version_and_flags_bytes)) {
            return {};
        }
        boxes = content.substr(full ? version_and_flags_bytes : 0);
        if (path.empty()) {
            return boxes;
        }
        path.remove_prefix(1); // the '/'
    }
}

} // namespace recital::mp4
