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

/// Estimated time, in seconds, to speak `characters` characters of text, at 155 words a minute of six
/// characters each.
[[nodiscard]] double speaking_time(std::size_t characters);

/// Plans the chapters of an outline. With headings: one chapter per heading of the chosen level; deeper
/// headings become paragraphs; chapters under 10 s are merged with the next one, under the titles of all or
/// of the first and the last; those over 45 minutes are split between paragraphs. Without headings: one
/// chapter per paragraph in a text of up to 15 minutes, otherwise chapters of 3 to 8 minutes, titled from
/// their opening phrases. Every section has a unique title and at least one paragraph; the result is empty if
/// the outline has no text.
[[nodiscard]] std::vector<Section> plan_chapters(const Outline& outline, ChapterPlan plan = {});

} // namespace recital
