// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/outline.h"

#include <vector>

namespace recital {

/// Plans the chapters of an outline: one a heading, or, where the source has no headings, one a paragraph,
/// titled from its opening phrase. Every section has a title of its own and at least one paragraph.
[[nodiscard]] std::vector<Section> plan_chapters(const Outline& outline);

} // namespace recital
