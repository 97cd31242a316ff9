// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/chapters.h"
#include "document/document.h"
#include "document/outline.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace recital {

/// What a person may ask of reading; by default everything is found out.
struct ReadOptions {
    std::string encoding;  ///< IANA name of the encoding, overriding what is found
    bool repair = true;    ///< whether mojibake is mended
    std::string musician;  ///< whom the text is about, overriding what is found
    ChapterPlan chapters;  ///< where chapters come from
    bool captions = false; ///< whether captions of figures are read
};

/// Whether the file's name is that of a kind that `read_document` reads (".txt", ...).
[[nodiscard]] bool is_readable_kind(const std::filesystem::path& path);

/// Reads one file as a biography: encoding, repair, structure, chapters, musician.
/// Throws an `input` error with its place for an empty, binary, missing or unreadable file.
[[nodiscard]] Document read_document(const std::filesystem::path& path, const ReadOptions& options = {});

/// The same for bytes already in memory; `name` stands in messages and is the last resort for a title.
[[nodiscard]] Document read_document(std::string_view bytes, const std::string& name,
                                     const ReadOptions& options = {});

/// The document that an outline makes: without a book's matter, cut into chapters, with its musician found.
/// Throws an `input` error where the outline holds no text.
[[nodiscard]] Document make_document(Outline outline, const std::string& name,
                                     const ReadOptions& options = {});

/// One line as one paragraph of body text: encoding and repair only, no headings, no musician. Control
/// characters other than white space stay as they were written. An empty line gives an empty string.
[[nodiscard]] std::string read_body_line(std::string_view bytes);

} // namespace recital
