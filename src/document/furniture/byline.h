// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Removes lines before the first paragraph of the text that say who wrote it and when: "By Tom Reed", "March
/// 3, 2019 · 5 min read". The author goes to the outline if it has none.
void drop_bylines(Outline& outline);

} // namespace recital
