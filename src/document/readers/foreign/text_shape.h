// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// What a text that is not meant to be read aloud looks like: "json", "json-lines", "subtitles", "latex" or
/// "source-code"; empty for any other text. Looks at the first kilobytes.
[[nodiscard]] std::string_view text_shape(std::string_view text);

} // namespace recital
