// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The three-letter ISO 639-2 code for a BCP 47 tag; "und" if there is none.
[[nodiscard]] std::string iso_639_2_code(std::string_view language);

} // namespace recital
