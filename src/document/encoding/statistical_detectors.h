// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What a library takes the encoding of bytes for.
struct DetectedEncoding {
    std::string name;     ///< as the library calls it, empty if it does not know
    double support = 0.0; ///< in nats, how much likelier this encoding becomes
};

/// What ICU's detector reports.
[[nodiscard]] DetectedEncoding detect_by_icu(std::string_view bytes);

/// What uchardet, the detector of Mozilla, reports.
[[nodiscard]] DetectedEncoding detect_by_uchardet(std::string_view bytes);

/// Whether both names are of one encoding; ISO-8859-1 is counted as the Windows-1252 that contains it.
[[nodiscard]] bool is_same_encoding(std::string_view first, std::string_view second);

/// Whether a character of the encoding may have several bytes (those of East Asia).
[[nodiscard]] bool has_characters_of_several_bytes(std::string_view name);

} // namespace recital
