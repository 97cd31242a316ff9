// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/sentences/sentence_border.h"

#include <cstddef>
#include <string_view>

namespace recital {

class Language;

/// Whether a terminator ends the sentence that starts at `start` even without a space after it, because its
/// script uses the mark for nothing else (。 । ؟) or does not separate sentences by spaces: "出生.他".
[[nodiscard]] bool is_script_border(std::string_view text, std::size_t start, const Terminator& terminator);

/// Whether a terminator ends the sentence although no space follows: "ended.Then", but not inside an address.
[[nodiscard]] bool is_glued_border(std::string_view text, std::size_t start, const Terminator& terminator,
                                   const Language& language);

} // namespace recital
