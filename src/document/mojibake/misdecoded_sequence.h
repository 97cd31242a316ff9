// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/encoding/legacy_charset.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What decoders put in place of bytes that they cannot decode.
inline constexpr char32_t replacement_character = 0xFFFD;

/// A UTF-8 sequence whose bytes appear in a text as characters of a legacy encoding.
struct MisdecodedSequence {
    std::size_t start = 0;
    std::size_t end = 0;  ///< after its last character
    std::u32string value; ///< the character it encodes, followed by a space if the damage had merged two
    double penalty = 0.0; ///< in nats: how unlikely the losses that this reading assumes are
    bool guessed = false; ///< a lost byte was guessed among several
};

/// What is known about losses in a text before a sequence is read.
struct LossContext {
    bool spaces_kept = false; ///< runs of spaces were kept, so a single space was one byte
};

/// Reads the sequence that starts at `position`, in its most plausible reading; `nullopt` if none starts
/// there.
[[nodiscard]] std::optional<MisdecodedSequence> read_misdecoded(std::u32string_view text,
                                                                std::size_t position,
                                                                const LegacyCharset& charset,
                                                                LossContext context);

/// All sequences of the text, from left to right.
[[nodiscard]] std::vector<MisdecodedSequence>
find_misdecoded(std::u32string_view text, const LegacyCharset& charset, LossContext context);

} // namespace recital
