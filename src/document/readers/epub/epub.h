// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads an EPUB 2 or 3 book (EPUB Packages 3.3; OPF 2.0.1 with NCX): the documents of its spine in their
/// order, decoded and repaired according to the options, headings from its navigation, title, author,
/// language, date, rights and cover from its package. Throws an `input` error that says which part is
/// missing, broken or encrypted.
[[nodiscard]] Outline read_epub(std::string_view bytes, const std::string& name,
                                const ReadOptions& options = {});

/// Whether the bytes are a ZIP archive that declares itself an EPUB, valid or not.
[[nodiscard]] bool looks_like_epub(std::string_view bytes);

} // namespace recital
