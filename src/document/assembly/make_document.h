// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <string>

namespace recital {

/// The document that an outline makes: without a book's matter, cut into chapters, with its musician found.
/// Throws an `input` error if the outline holds no text.
[[nodiscard]] Document make_document(Outline outline, const std::string& name,
                                     const ReadOptions& options = {});

} // namespace recital
