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

/// The chapters of an outline.
struct PlannedChapters {
    std::vector<Section> sections;
    std::size_t joined = 0; ///< how many headings lost their own chapter because they were under the minimum
};

/// Plans the chapters of an outline. With headings: one chapter per heading of the chosen level; deeper
/// headings become paragraphs; chapters under the plan's minimum are merged with the next one, under the
/// titles of all or of the first and the last, but entries of a diary, whose headings are dates, and
/// numbered chapters ("Chapter IV") are not;
/// those over 45 minutes are split between paragraphs. Without headings: a text under a minute is one
/// chapter, in one of up to 15 minutes each paragraph is, unless it takes under 1.5 seconds, otherwise
/// chapters of 3 to 8 minutes, titled from their opening phrases. Every section has a unique title and at
/// least one paragraph; there are none if the outline has no text.
[[nodiscard]] PlannedChapters plan_chapters(const Outline& outline, ChapterPlan plan = {});

} // namespace recital
