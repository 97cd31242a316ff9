// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Reads a document of Word (.docx; ECMA-376): headings, paragraphs, lists with their numbers, text boxes;
/// tracked changes as if accepted; without notes, comments, headers, hidden text, tables of contents and of
/// data. Captions are read according to the options. Title, author, language, date and description come from
/// its properties. Lines are numbers of paragraphs. Throws an `input` error that says what is missing, broken
/// or encrypted.
[[nodiscard]] Outline read_docx(std::string_view bytes, const std::string& name,
                                const ReadOptions& options = {});

/// Whether a ZIP archive with these files is a document of Word.
[[nodiscard]] bool is_docx(const std::vector<std::string>& files);

} // namespace recital
