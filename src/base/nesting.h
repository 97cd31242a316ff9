// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recital {

/// How many levels of nesting a text may have: real files have fewer than ten. Parsers and the destructors of
/// what they return need stack for each level, so the depth is checked before they see the text.
inline constexpr std::size_t max_nesting = 100;

/// The line, counted from 1, in which JSON text (RFC 8259) first opens more than `max_nesting` arrays and
/// objects inside each other; nothing if it never does. Text that is not JSON gives some answer, too. Linear
/// in the length of the text.
[[nodiscard]] std::optional<std::size_t> line_of_deep_json(std::string_view json) noexcept;

/// Like `line_of_deep_json`, for TOML 1.0, in which every key of a dotted path is a level.
[[nodiscard]] std::optional<std::size_t> line_of_deep_toml(std::string_view toml);

} // namespace recital
