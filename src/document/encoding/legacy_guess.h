// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Bytes of unknown encoding as the text that they most plausibly are.
struct LegacyGuess {
    std::string encoding; ///< IANA name
    std::string text;     ///< UTF-8
};

/// The encoding, of those that were common before Unicode, in which the bytes are the most plausible writing:
/// judged by the neighbourhoods of bytes beyond ASCII, by the alphabets of the languages that the encoding
/// was used for, and by the detectors of two libraries.
[[nodiscard]] LegacyGuess guess_legacy_encoding(std::string_view bytes);

} // namespace recital
