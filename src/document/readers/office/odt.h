// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads an OpenDocument text (.odt, .ott, .fodt; OpenDocument 1.3) as `read_docx` reads a document of Word.
/// Throws an `input` error that says what is missing, broken or encrypted.
[[nodiscard]] Outline read_odt(std::string_view bytes, const std::string& name,
                               const ReadOptions& options = {});

/// Whether the bytes are those of an OpenDocument text, in an archive or as one XML file.
[[nodiscard]] bool looks_like_odt(std::string_view bytes);

} // namespace recital
