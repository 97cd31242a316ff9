// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/xml.h"
#include "document/model/outline.h"
#include "document/model/read_options.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The parts of a document of a word processor, by their paths in its archive.
using OfficeFiles = std::map<std::string, std::string, std::less<>>;

/// How much the parts with the text may be unpacked, in bytes: some 10,000 pages.
inline constexpr std::size_t max_office_bytes = std::size_t{64} << 20U;

/// Parses the part at `path` that holds the text, repaired if the options say so; what was repaired is added
/// to `diagnostics`. `name` is the document, for messages. Throws an `input` error if the part is missing or
/// is not well-formed XML.
[[nodiscard]] XmlDocument parse_text_part(const OfficeFiles& files, const std::string& path,
                                          const std::string& name, const ReadOptions& options,
                                          std::vector<Diagnostic>& diagnostics);

/// Takes over title, author, language, date and description from the properties of a document, in XML with
/// the elements of Dublin Core and those of OpenDocument. A title that the text itself has stays. Properties
/// that cannot be read cost no more than themselves.
void take_office_metadata(const XmlElement& properties, Outline& outline);

/// Like the above, of the part `path` with these bytes.
void take_office_metadata(const std::string& bytes, const std::string& path, const std::string& name,
                          Outline& outline);

} // namespace recital
