// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/mp4_box.h"

#include <algorithm>
#include <array>

namespace recital::mp4 {

namespace {

constexpr std::size_t header_bytes = 8;
constexpr std::size_t large_size_bytes = 8;
constexpr std::size_t version_and_flags_bytes = 4;
constexpr std::size_t type_bytes = 4;
constexpr std::size_t size_bytes = 4;

} // namespace

Box::Box(std::string& out, std::string_view type) : out_(out), start_(out.size()) {
    put(out_, std::uint32_t{0});
    out_ += type;
}

Box::Box(std::string& out, std::string_view type, std::uint8_t version, std::uint32_t flags)
    : Box(out, type) {
    put(out_, (std::uint32_t{version} << 24U) | flags);
}

Box::~Box() {
    std::string size;
    put(size, static_cast<std::uint32_t>(out_.size() - start_));
    out_.replace(start_, size.size(), size);
}

std::size_t grow_boxes(std::string& out, std::string_view path, std::uint64_t bytes) {
    std::size_t position = 0;
    while (true) {
        const std::uint64_t size = read_big_endian(std::string_view(out).substr(position, size_bytes));
        if (std::string_view(out).substr(position + size_bytes, type_bytes) != path.substr(0, type_bytes)) {
            position += size;
            continue;
        }
        std::string grown;
        put(grown, static_cast<std::uint32_t>(size + bytes));
        out.replace(position, size_bytes, grown);
        if (path.size() == type_bytes) {
            return position + size;
        }
        path.remove_prefix(type_bytes + 1); // and the '/'
        position += header_bytes;
    }
}

std::string find_box(std::istream& file, std::string_view path, std::size_t max_bytes) {
    file.seekg(0, std::ios::end);
    std::uint64_t end = static_cast<std::uint64_t>(file.tellg());
    std::uint64_t position = 0;
    while (file && position + header_bytes <= end) {
        std::array<char, header_bytes + large_size_bytes> header{};
        file.seekg(static_cast<std::streamoff>(position));
        file.read(header.data(), header_bytes);
        std::uint64_t size = read_big_endian({header.data(), 4});
        std::uint64_t content = position + header_bytes;
        if (size == 1) { // the true size follows the type
            file.read(&header[header_bytes], large_size_bytes);
            size = read_big_endian({&header[header_bytes], large_size_bytes});
            content += large_size_bytes;
        } else if (size == 0) {
            size = end - position;
        }
        if (!file || size < content - position || size > end - position) {
            return {};
        }
        if (std::string_view(&header[4], type_bytes) != path.substr(0, type_bytes)) {
            position += size;
            continue;
        }
        end = position + size;
        path.remove_prefix(type_bytes);
        if (path.starts_with('+')) {
            path.remove_prefix(1);
            content += version_and_flags_bytes;
        }
        position = std::min(content, end);
        if (path.empty()) {
            std::string bytes(std::min<std::uint64_t>(max_bytes, end - position), '\0');
            file.seekg(static_cast<std::streamoff>(position));
            file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            return file ? bytes : std::string();
        }
        path.remove_prefix(1); // the '/'
    }
    return {};
}

} // namespace recital::mp4
