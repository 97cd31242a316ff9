// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

namespace recital {

/// Removes lists whose items are the headings of the text: lists of contents.
void drop_contents_lists(Outline& outline);

} // namespace recital
