// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// Throws an `input` error if the Markdown holds a paragraph or table that would keep the parser busy for
/// minutes: it compares each opening bracket of a paragraph with the text after it, and fills each row of a
/// table up to the width of its head. `name` is the file and `lines_before` the number of lines before
/// `text`, for the message.
void check_markdown_limits(std::string_view text, const std::string& name, std::size_t lines_before);

} // namespace recital
