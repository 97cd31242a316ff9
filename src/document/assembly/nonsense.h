// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <string>
#include <vector>

namespace recital {

/// Why nobody would listen to the text: it repeats itself, holds hardly any words, or its words cannot be
/// said
/// ("97 % of the text repeats what is before"). Empty if it may be prose. Texts of less than 1,500 words,
/// about ten minutes of sound, are never judged.
[[nodiscard]] std::string reason_for_nonsense(const std::vector<Section>& sections);

} // namespace recital
