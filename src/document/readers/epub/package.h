// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.h"
#include "document/model/outline.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One entry of a book's navigation.
struct NavigationPoint {
    std::string title;
    std::string file;     ///< path inside the archive
    std::string fragment; ///< id inside the file; empty for its beginning
    int depth = 0;        ///< 0 for the highest
};

/// What the package document of an EPUB says.
struct EpubPackage {
    std::vector<std::string> spine; ///< paths inside the archive, in reading order
    std::string navigation; ///< path of the EPUB 3 navigation document or the EPUB 2 NCX; empty if none
    std::string cover;      ///< path of the cover, a picture or a page that shows it; empty if none
};

/// Reads the package document at `path` in the archive and stores its metadata in `outline`. Throws an
/// `input` error if it has no spine.
[[nodiscard]] EpubPackage read_package(const XmlDocument& document, const std::string& path,
                                       Outline& outline);

/// Reads the table of contents of a navigation document or an NCX at `path`.
[[nodiscard]] std::vector<NavigationPoint> read_navigation(const XmlDocument& document,
                                                           const std::string& path);

/// Resolves a reference found in the file `from` to a path inside the archive, without its fragment, in
/// normalisation form C.
[[nodiscard]] std::string resolve_reference(const std::string& from, std::string_view reference);

} // namespace recital
