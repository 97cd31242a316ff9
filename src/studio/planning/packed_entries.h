// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Writes the fields of one entry in few bytes: short texts and small numbers need one byte more than they
/// hold.
class FieldWriter {
public:
    /// 7 bits a byte, the lowest first (LEB128).
    void number(std::uint64_t value);
    /// The length in bytes, then the text.
    void text(std::string_view text);
    /// 16 bytes.
    void digest(const Digest& digest);

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Reads the fields in the order in which a FieldWriter wrote them.
class FieldReader {
public:
    /// The bytes must outlive the reader.
    explicit FieldReader(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::uint64_t number();
    /// Valid as long as the bytes that the reader was made with.
    [[nodiscard]] std::string_view text();
    [[nodiscard]] Digest digest();

private:
    std::string_view rest_;
};

/// Entries of bytes, numbered from 0, for millions of small ones: 8 bytes each beside their content, and no
/// copy of the older entries when new ones are added.
class PackedEntries {
public:
    void add(std::string_view entry);

    [[nodiscard]] std::size_t size() const { return places_.size(); }

    /// The entry and whatever follows it in its block: an entry knows its own end. Valid until the object is
    /// destroyed or assigned to.
    [[nodiscard]] std::string_view at(std::size_t entry) const;

private:
    struct Place {
        std::uint32_t block = 0;
        std::uint32_t position = 0;
    };

    std::vector<std::string> blocks_;
    std::vector<Place> places_;
};

} // namespace recital
