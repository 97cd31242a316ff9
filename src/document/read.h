// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/marks/reference_marks.h"
#include "document/model/document.h"
#include "document/model/read_options.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Whether the file's name is that of a kind that `read_document` reads (".txt", ...).
[[nodiscard]] bool is_readable_kind(const std::filesystem::path& path);

/// Whether the bytes are those of a web page, an EPUB or a document of a word processor, whatever the name of
/// the file; `bytes` may be its first kilobytes, of an archive they have to be all.
[[nodiscard]] bool is_readable_content(std::string_view bytes);

/// Throws the `input` error for a table where a single biography is wanted, with what to do; `name` is the
/// input's. `columns`: those of a table of which none is known to hold ids; otherwise empty.
[[noreturn]] void throw_needs_id(const std::string& name, const std::vector<std::string>& columns = {});

/// Reads one file as a biography: encoding, repair, structure, chapters, musician.
/// Throws an `input` error with its place for an empty, binary, missing or unreadable file, and for one of a
/// kind that no reader reads, with what to do about it.
[[nodiscard]] Document read_document(const std::filesystem::path& path, const ReadOptions& options = {});

/// Like the above, for bytes already in memory; `name` is used in messages, and as the title if the text
/// gives none.
[[nodiscard]] Document read_document(std::string_view bytes, const std::string& name,
                                     const ReadOptions& options = {});

/// One line as one paragraph of body text: encoding and repair only, no headings, no musician. Control
/// characters other than white space stay as they were written. An empty line gives an empty string.
/// Reference marks are not part of it; adds them to `removed`, if it is given.
[[nodiscard]] std::string read_body_line(std::string_view bytes, std::vector<RemovedMark>* removed = nullptr);

} // namespace recital
