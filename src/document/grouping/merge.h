// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <vector>

namespace recital {

/// The documents of one group, in its order, as one: the sections of each part behind those of the one
/// before, titles told apart, sources and diagnostics of all.
[[nodiscard]] Document merge_documents(std::vector<Document> documents);

} // namespace recital
