// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <string>

namespace recital {

/// Turns an outline into a document: strips front and back matter, decides the language, plans the chapters
/// and finds the musician. `name` is used in messages and as the last resort for a title. Throws an `input`
/// error if the outline holds no text.
[[nodiscard]] Document make_document(Outline outline, const std::string& name,
                                     const ReadOptions& options = {});

} // namespace recital
