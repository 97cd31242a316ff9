// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A source's bytes as text.
struct DecodedText {
    std::string text;                    ///< UTF-8, lines ended by '\n' alone, no byte-order mark
    std::string encoding;                ///< the name of the encoding that was used (IANA), "UTF-8" mostly
    std::vector<Diagnostic> diagnostics; ///< every guess
};

/// Decodes a source: strict UTF-8 where the bytes are that, else the most likely legacy encoding with a
/// diagnostic. `name` stands in messages. Throws an `input` error for bytes that are empty, blank or no text
/// at all.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, const std::string& name);

} // namespace recital
