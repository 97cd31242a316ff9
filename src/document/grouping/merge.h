// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <vector>

namespace recital {

/// The documents of one group, in its order, as one: the sections of each part after those of the one before,
/// titles distinguished, sources and diagnostics of all.
[[nodiscard]] Document merge_documents(std::vector<Document> documents);

} // namespace recital
