// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Of several versions of a biography under labels such as "Short bio" and "Long (~500 words)" keeps the
/// longest, and adds the others to the omissions. Labels are headings or short lines with a colon at their
/// end, made of the words in `data/document/versions.tsv`; they are removed unless text before them would run
/// into theirs. "Short" alone is a label only beside others, and if the text below does not name somebody so.
void choose_version(Outline& outline);

} // namespace recital
