// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_order.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace recital::mp4 {

/// Appends an unsigned number in network byte order.
template <std::unsigned_integral Number>
void put(std::string& out, Number number) {
    put_big_endian(out, number, sizeof(Number));
}

/// Appends what a box contains between its construction and its destruction: header in front, size filled in
/// at the end (ISO/IEC 14496-12, 4.2).
class Box {
public:
    /// `type` has four bytes.
    Box(std::string& out, std::string_view type);
    /// A full box, with version and 24 bits of flags.
    Box(std::string& out, std::string_view type, std::uint8_t version, std::uint32_t flags);
    Box(const Box&) = delete;
    Box& operator=(const Box&) = delete;
    ~Box();

private:
    std::string& out_;
    std::size_t start_;
};

/// Makes room for `bytes` to be put behind the content of the first box along `path`, a list of types of
/// plain boxes separated by '/': the sizes of all boxes on the way grow. Where the room is to be.
std::size_t grow_boxes(std::string& out, std::string_view path, std::uint64_t bytes);

/// The content of the first box found along `path`, a list of types separated by '/', in a file of boxes;
/// empty where there is none. Full boxes on the way are named with a trailing '+': their version and flags
/// are passed over. Only headers are read on the way, and at most `max_bytes` of the content.
[[nodiscard]] std::string find_box(std::istream& file, std::string_view path, std::size_t max_bytes);

/// A box of a file: its type, and the bytes [content, end) that it holds, without its header.
struct BoxRange {
    std::string type; ///< four bytes
    std::uint64_t content = 0;
    std::uint64_t end = 0;
};

/// The first box found along `path` (see `find_box`) among the boxes that `inside` holds. Only headers are
/// read.
[[nodiscard]] std::optional<BoxRange> locate_box(std::istream& file, std::string_view path,
                                                 const BoxRange& inside);

/// The value of a free-form tag in a file's list of tags, as iTunes writes them; empty if it is absent. At
/// most `max_bytes` of it are read.
[[nodiscard]] std::string find_free_form(std::istream& file, std::string_view owner, std::string_view name,
                                         std::size_t max_bytes);

} // namespace recital::mp4
