// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <vector>

namespace recital {

/// Sets the names of speakers in title case that begin the paragraphs of an interview or play in capitals
/// ("TOM: Who paid?"), so that they are not spelled. Names recur; acronyms of the text keep their capitals.
void set_speaker_case(std::vector<Block>& blocks);

} // namespace recital
