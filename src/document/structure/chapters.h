// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

/// "auto", "paragraphs", "h1" to "h6". Throws a `usage` error for anything else.
[[nodiscard]] ChapterPlan parse_chapter_plan(std::string_view text);

/// Estimated time to speak so many characters of text, in seconds, at 155 words a minute of six characters
/// each.
[[nodiscard]] double speaking_time(std::size_t characters);

/// Plans the chapters of an outline. From headings: a chapter a heading of the chosen level, deeper headings
/// stay as paragraphs, chapters under 10 s are put together with the next, under the names of all or of the
/// first and the last, and those over 45 minutes split between paragraphs. Without headings: a chapter a
/// paragraph in a text of up to 15 minutes, otherwise chapters of 3 to 8 minutes, titled from their opening
/// phrases. Every section has a title of its own and at least one paragraph; none if the outline holds no
/// text.
[[nodiscard]] std::vector<Section> plan_chapters(const Outline& outline, ChapterPlan plan = {});

} // namespace recital
