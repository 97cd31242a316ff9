// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <memory>
namespace recital {

/// A writer of an Ogg Opus file (RFC 7845) of one stream, a page for each second. Its serial number is made
/// from album and title.
[[nodiscard]] std::unique_ptr<BookWriter> open_opus(const Book& book, const TemporaryFile& file);

} // namespace recital
