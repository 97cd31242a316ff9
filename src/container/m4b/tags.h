// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

/// Appends the `meta` box (ISO/IEC 14496-12, 8.11.1) with the tags and the cover as an `ilst` of atoms, as in
/// Apple's players (QuickTime File Format, "Metadata item list atom"). `record` is the book record, for this
/// program's own use.
void put_m4b_tags(std::string& out, const Book& book, std::string_view record, std::string_view lyrics);

/// The ISO 639-2 code of a BCP 47 tag, packed in 15 bits (ISO/IEC 14496-12, 8.4.2.3); "und" if there is none.
[[nodiscard]] std::uint16_t m4b_language_code(std::string_view language);

} // namespace recital
