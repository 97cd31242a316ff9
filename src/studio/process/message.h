// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// What a worker sends: a message is its kind, the length of its content in `length_bytes`, and the content.
/// A request to it is a length and a content.
enum class Message : char { step = 'S', answer = 'A', error = 'E' };
constexpr std::size_t length_bytes = 8;
constexpr std::size_t header_bytes = 1 + length_bytes;

[[nodiscard]] bool is_message(char kind);

/// The content of a message of the kind `error`.
[[nodiscard]] std::string encode_error(const Error& error);
/// Throws MalformedBytes.
[[nodiscard]] Error decode_error(std::string_view content);

} // namespace recital
