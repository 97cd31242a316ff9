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

namespace {

/// The box that begins at `position` and ends before `end`; nothing if it is cut off or damaged.
std::optional<BoxRange> read_box_header(std::istream& file, std::uint64_t position, std::uint64_t end) {
    if (position + header_bytes > end) {
        return std::nullopt;
    }
    std::array<char, header_bytes + large_size_bytes> header{};
    file.seekg(static_cast<std::streamoff>(position));
    file.read(header.data(), header_bytes);
    std::uint64_t size = read_big_endian({header.data(), size_bytes});
    std::uint64_t content = position + header_bytes;
    if (size == 1) { // the true size follows the type
        file.read(&header[header_bytes], large_size_bytes);
        size = read_big_endian({&header[header_bytes], large_size_bytes});
        content += large_size_bytes;
    } else if (size == 0) {
        size = end - position;
    }
    if (!file || size < content - position || size > end - position) {
        return std::nullopt;
    }
    return BoxRange{std::string(&header[size_bytes], type_bytes), content, position + size};
}

std::string read_range(std::istream& file, std::uint64_t first, std::uint64_t bytes) {
    std::string content(bytes, '\0');
    file.seekg(static_cast<std::streamoff>(first));
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    return file ? content : std::string();
}

BoxRange whole_file(std::istream& file) {
    file.seekg(0, std::ios::end);
    return {{}, 0, static_cast<std::uint64_t>(std::max<std::streamoff>(0, std::streamoff(file.tellg())))};
}

} // namespace

std::optional<BoxRange> locate_box(std::istream& file, std::string_view path, const BoxRange& inside) {
    std::uint64_t position = inside.content;
    std::uint64_t end = inside.end;
    while (auto box = read_box_header(file, position, end)) {
        if (box->type != path.substr(0, type_bytes)) {
            position = box->end;
            continue;
        }
        path.remove_prefix(type_bytes);
        if (path.starts_with('+')) {
            path.remove_prefix(1);
            box->content = std::min(box->content + version_and_flags_bytes, box->end);
        }
        if (path.empty()) {
            return box;
        }
        path.remove_prefix(1); // the '/'
        position = box->content;
        end = box->end;
    }
    return std::nullopt;
}

std::string find_box(std::istream& file, std::string_view path, std::size_t max_bytes) {
    const auto box = locate_box(file, path, whole_file(file));
    return box ? read_range(file, box->content, std::min<std::uint64_t>(max_bytes, box->end - box->content))
               : std::string();
}

std::string find_free_form(std::istream& file, std::string_view owner, std::string_view name,
                           std::size_t max_bytes) {
    constexpr std::uint64_t locale_bytes = 4;
    const auto list = locate_box(file, "moov/udta/meta+/ilst", whole_file(file));
    std::uint64_t position = list ? list->content : 0;
    const std::uint64_t end = list ? list->end : 0;
    const auto is = [&file](const std::optional<BoxRange>& box, std::string_view text) {
        return box && box->end - box->content == text.size() &&
               read_range(file, box->content, text.size()) == text;
    };
    while (const auto item = read_box_header(file, position, end)) {
        position = item->end;
        if (item->type != "----" || !is(locate_box(file, "mean+", *item), owner) ||
            !is(locate_box(file, "name+", *item), name)) {
            continue;
        }
        if (const auto data = locate_box(file, "data+", *item); data) {
            const std::uint64_t first = std::min(data->content + locale_bytes, data->end);
            return read_range(file, first, std::min<std::uint64_t>(max_bytes, data->end - first));
        }
    }
    return {};
}

} // namespace recital::mp4
