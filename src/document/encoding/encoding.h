// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <optional>
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

/// Decodes a source. In this order: a byte-order mark; `forced`, the encoding that a person asked for; UTF-16
/// and strict UTF-8, which are recognised reliably; `declared`, the encoding that the source names; UTF-8
/// with a few bad bytes; the legacy encoding in which the text is the most plausible writing, with a
/// diagnostic. `name` is in messages. Throws an `input` error for bytes that are empty, blank or not text,
/// and a `usage` error for a forced encoding that is unknown.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, const std::string& name,
                                      const std::string& forced = {}, const std::string& declared = {});

/// Decodes the bytes from the named encoding to UTF-8; `nullopt` if ICU does not know the name.
[[nodiscard]] std::optional<std::string> decode_as(std::string_view bytes, const std::string& encoding);

} // namespace recital
