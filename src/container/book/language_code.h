// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The ISO 639-2 code of a BCP 47 tag, three letters; "und" for what has none.
[[nodiscard]] std::string iso_639_2_code(std::string_view language);

} // namespace recital
