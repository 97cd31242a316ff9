// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recital {

/// Thrown by ByteReader for bytes that no ByteWriter wrote: cut off, or with impossible values.
class MalformedBytes : public std::runtime_error {
public:
    MalformedBytes() : std::runtime_error("malformed bytes") {}
};

/// Builds binary data: numbers as 8 bytes, little-endian; texts as their length and their bytes.
class ByteWriter {
public:
    void number(std::uint64_t value);
    void integer(int value); ///< as a number of 64 bits in two's complement
    void real(double value); ///< IEEE 754 binary64
    void flag(bool value);   ///< one byte, 0 or 1
    void text(std::string_view bytes);
    /// A number in as few bytes as it needs: seven bits a byte, lowest first, the eighth set if more follow.
    void compact(std::uint64_t value);
    void compact_text(std::string_view bytes); ///< with its length as a compact number
    /// Without a length before them.
    void raw(std::string_view bytes) { out_ += bytes; }

    /// All bytes so far. The writer is empty afterwards.
    [[nodiscard]] std::string take();

private:
    std::string out_;
};

/// Reads what ByteWriter wrote. Each function throws MalformedBytes instead of reading past the end or
/// returning a value that no writer writes. Does not own the bytes: they must outlive the reader and every
/// view that it returned.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] int integer();
    [[nodiscard]] double real();
    [[nodiscard]] bool flag();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::string_view raw(std::size_t size);
    [[nodiscard]] std::uint64_t compact();
    [[nodiscard]] std::string_view compact_text() { return raw(compact()); }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

    /// A number of elements that follow, of at least `min_bytes` each: more than fit into the rest are
    /// refused, so that the number can be trusted with memory. `min_bytes` is at least 1.
    [[nodiscard]] std::size_t count(std::size_t min_bytes);

    /// A number below `limit`, as of an enumeration.
    [[nodiscard]] std::uint64_t number_below(std::uint64_t limit);

    /// All bytes that were not read. They count as read afterwards.
    [[nodiscard]] std::string_view rest();

    /// Throws if anything is left.
    void expect_end() const;

private:
    std::string_view rest_;
};

} // namespace recital
