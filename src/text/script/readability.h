// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

namespace recital {

/// Throws an `input` error with reason and remedy if the text is in a language of which the engine cannot
/// read a script that the text has (`data/languages/unreadable_scripts.tsv`): Japanese with kanji without
/// readings.
void require_readable(const Document& document);

} // namespace recital
