// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/token.h"

#include <span>
#include <string>

namespace recital {

/// The spoken form of a classified sentence: letters, spaces, apostrophes, hyphens and , ; : . ? ! only.
/// `closed` puts a full stop where no mark ends it.
[[nodiscard]] std::string verbalize(std::span<const Token> tokens, const Language& language,
                                    bool closed = true);

} // namespace recital
