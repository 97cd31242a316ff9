// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/json/json_line.h"
#include "fuzz/target.h"

#include <string>
#include <string_view>

namespace recital::fuzz {

/// Checksums would keep a fuzzer out: targets make them right, so that what is behind them is read.

/// The line with the checksum that it should have; unchanged if it is no JSON object with a checksum.
[[nodiscard]] std::string resealed_line(const std::string& line);

/// The same for every line of a text.
[[nodiscard]] std::string resealed_lines(std::string_view text);

/// Blocks of a length in two bytes and a content, as the file of blocks that BlockFileReader reads.
[[nodiscard]] std::string block_file(std::string_view blocks);

/// Takes such a block off the front.
[[nodiscard]] std::string_view take_block(std::string_view& blocks);

/// Calls `read`. It may throw MalformedBytes or MalformedLine.
template <typename Read>
void refusing_malformed(const Read& read) {
    try {
        read();
    } catch (const MalformedBytes&) { // refused
    } catch (const MalformedLine&) {  // refused
    }
}

} // namespace recital::fuzz
