// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/sealing.h"

#include "base/byte_order.h"
#include "base/hash.h"
#include "fuzz/parts.h"

#include <algorithm>

namespace recital::fuzz {

std::string resealed_line(const std::string& line) {
    try {
        OrderedJson json = parse_line(line);
        return json.erase("checksum") == 0 || json.empty() ? line : to_checked_line(json);
    } catch (const std::exception&) { // no object, or not Unicode
        return line;
    }
}

std::string resealed_lines(std::string_view text) {
    std::string sealed;
    for (const std::string& line : lines_of(text)) {
        sealed += resealed_line(line) + '\n';
    }
    return sealed;
}

std::string_view take_block(std::string_view& blocks) {
    constexpr std::size_t length_bytes = 2;
    const std::size_t length = read_little_endian(blocks.substr(0, length_bytes));
    blocks.remove_prefix(std::min(blocks.size(), length_bytes));
    const std::string_view block = blocks.substr(0, length);
    blocks.remove_prefix(block.size());
    return block;
}

std::string block_file(std::string_view blocks) {
    constexpr std::size_t length_bytes = 8;
    std::string file = "recital run 1\n";
    while (!blocks.empty()) {
        const std::string_view block = take_block(blocks);
        if (!block.empty()) {
            put_little_endian(file, block.size(), length_bytes);
            file += block;
        }
    }
    put_little_endian(file, 0, length_bytes);
    return file + hash_hex(file);
}

} // namespace recital::fuzz
