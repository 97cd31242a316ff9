// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <string>
#include <string_view>

namespace recital {

/// The document as bytes, to be handed to another process of the same build: the line "RECITAL DOCUMENT 1",
/// the XXH3-64 checksum of all that follows it (8 bytes, little-endian), then the members in the order of
/// their declarations as ByteWriter writes them.
[[nodiscard]] std::string serialise_document(const Document& document);

/// The document of such bytes. Throws MalformedBytes (base/byte_stream.h) for anything that
/// `serialise_document` does not write of a valid document: damaged or cut bytes, a document without
/// sections, an empty section, emphases outside of their paragraph, sources that are not listed.
[[nodiscard]] Document parse_document(std::string_view bytes);

} // namespace recital
