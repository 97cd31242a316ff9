// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"

#include "base/byte_order.h"

#include <bit>
#include <limits>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t number_bytes = sizeof(std::uint64_t);
constexpr unsigned compact_bits = 7;
constexpr std::uint64_t more_follow = 1U << compact_bits;

} // namespace

void ByteWriter::number(std::uint64_t value) {
    put_little_endian(out_, value, number_bytes);
}

void ByteWriter::integer(int value) {
    number(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)));
}

void ByteWriter::real(double value) {
    number(std::bit_cast<std::uint64_t>(value));
}

void ByteWriter::flag(bool value) {
    out_.push_back(value ? '\1' : '\0');
}

void ByteWriter::text(std::string_view bytes) {
    number(bytes.size());
    out_ += bytes;
}

void ByteWriter::compact(std::uint64_t value) {
    for (; value >= more_follow; value >>= compact_bits) {
        out_.push_back(static_cast<char>((value & (more_follow - 1)) | more_follow));
    }
    out_.push_back(static_cast<char>(value));
}

void ByteWriter::compact_text(std::string_view bytes) {
    compact(bytes.size());
    out_ += bytes;
}

std::string ByteWriter::take() {
    return std::exchange(out_, {});
}

std::string_view ByteReader::raw(std::size_t size) {
    if (size > rest_.size()) {
        throw MalformedBytes();
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

std::uint64_t ByteReader::number() {
    return read_little_endian(raw(number_bytes));
}

std::uint64_t ByteReader::compact() {
    constexpr unsigned bits = 64;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < bits && !rest_.empty(); shift += compact_bits) {
        const std::uint64_t byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= (byte & (more_follow - 1)) << shift;
        if (byte < more_follow) {
            return value;
        }
    }
    throw MalformedBytes();
}

int ByteReader::integer() {
    const auto value = static_cast<std::int64_t>(number());
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        throw MalformedBytes();
    }
    return static_cast<int>(value);
}

double ByteReader::real() {
    return std::bit_cast<double>(number());
}

bool ByteReader::flag() {
    const char value = raw(1).front();
    if (value != '\0' && value != '\1') {
        throw MalformedBytes();
    }
    return value == '\1';
}

std::string_view ByteReader::text() {
    return raw(number());
}

std::size_t ByteReader::count(std::size_t min_bytes) {
    const std::uint64_t value = number();
    if (value > rest_.size() / min_bytes) {
        throw MalformedBytes();
    }
    return value;
}

std::uint64_t ByteReader::number_below(std::uint64_t limit) {
    const std::uint64_t value = number();
    if (value >= limit) {
        throw MalformedBytes();
    }
    return value;
}

std::string_view ByteReader::rest() {
    return std::exchange(rest_, {});
}

void ByteReader::expect_end() const {
    if (!rest_.empty()) {
        throw MalformedBytes();
    }
}

} // namespace recital
