// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <vector>

namespace recital {

/// Merges the documents of one group, in its order, into one: their sections one after the other with unique
/// titles, and all sources and diagnostics.
[[nodiscard]] Document merge_documents(std::vector<Document> documents);

} // namespace recital
