// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/book.h"

namespace recital {

/// Writes an Ogg Opus file (RFC 7845) of one stream, a page for each second. Its serial number is made from
/// album and title.
void write_opus(const Book& book, const TakeLoader& load, const TemporaryFile& file);

} // namespace recital
