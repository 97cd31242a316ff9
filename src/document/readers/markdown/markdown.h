// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads Markdown (CommonMark with GitHub's tables and strikethrough), with front matter in YAML or TOML:
/// headings, paragraphs, quotations and items of lists; without code blocks, tables, pictures and footnotes.
/// Blocks of HTML are read like a web page. `text` is decoded text; `name` is used in messages.
[[nodiscard]] Outline read_markdown(std::string_view text, const std::string& name);

/// Like `read_markdown`, but captions of figures in HTML are read as paragraphs.
[[nodiscard]] Outline read_markdown_with_captions(std::string_view text, const std::string& name);

} // namespace recital
