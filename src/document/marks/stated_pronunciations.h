// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "document/model/outline.h"

#include <vector>

namespace recital {

/// The pronunciations that a text gives for names, in order: IPA in square brackets or between slashes,
/// respellings in parentheses ("(DVOR-zhahk; 1841–1904)"), and what follows words such as "pronounced" and
/// "rhymes with". Whether they fit the name, and can be read, is not checked. `source` is 0 in all.
[[nodiscard]] std::vector<StatedPronunciation> stated_pronunciations(const std::vector<Block>& blocks);

} // namespace recital
