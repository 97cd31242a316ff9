// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// A kind of file that no reader reads.
struct ForeignKind {
    std::string code;   ///< as a program names it: "pdf"
    std::string what;   ///< as a person calls it: "a PDF"
    std::string remedy; ///< what to do to have it read

    /// "this is a PDF: select ...", for an error.
    [[nodiscard]] std::string to_string() const;
};

/// What the file is if it is not one to read aloud, by its first bytes, by the files in it if it is a ZIP
/// archive, or by the shape of its text; of source code and the like the ending of `name` decides. Nothing
/// for text, web pages, EPUBs and documents of word processors that can be read. The kinds are those of
/// `data/document/foreign_kinds.tsv`. `bytes` may be the first kilobytes of a file that is not an archive.
[[nodiscard]] std::optional<ForeignKind> foreign_kind(std::string_view bytes, const std::string& name);

} // namespace recital
