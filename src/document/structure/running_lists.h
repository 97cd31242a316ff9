// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <vector>

namespace recital {

/// Joins the items of lists that are parts of one sentence, and the paragraph before the list that begins it:
/// items that begin with "...", that end with ", and", or that begin with small letters and end with commas
/// or with the only full stop of the list. Any other list stays as it is.
void join_running_lists(std::vector<Block>& blocks);

} // namespace recital
