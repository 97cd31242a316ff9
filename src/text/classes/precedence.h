// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <span>
#include <string_view>

namespace recital {

/// See `Cursor`.
using RecogniserFunction = bool(Cursor&);

/// The kind as a bit of `Recogniser::kinds`.
[[nodiscard]] constexpr unsigned kind_bit(LexemeKind kind) noexcept {
    return 1U << static_cast<unsigned>(kind);
}

/// One row of the table of precedence.
struct Recogniser {
    std::string_view name;
    unsigned kinds = 0; ///< of lexemes that may begin it
    RecogniserFunction* recognise = nullptr;
};

/// All recognisers of semiotic classes in the order in which they are tried: the first that recognises the
/// current lexeme decides its class. The last of each kind of lexeme recognises every lexeme of it.
[[nodiscard]] std::span<const Recogniser> precedence() noexcept;

/// The functions of the rows for the kind of lexeme, in the same order.
[[nodiscard]] std::span<RecogniserFunction* const> recognisers_of(LexemeKind kind) noexcept;

} // namespace recital
