// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"
#include "document/document.h"
#include "studio/production.h"
#include "studio/take_store.h"

#include <cstdint>

namespace recital {

/// What players will show of the book, by the conventions of audiobook players: the musician is the subject
/// and so stands in title and album, the text's author is the artist, the narrator the composer.
[[nodiscard]] BookTags make_tags(const Document& document, const BookPlan& plan, const Voice& voice);

/// Throws an `output` error where the book's name is taken by something that this program did not make,
/// unless it may be overwritten, or where it cannot be a file's name.
void check_output(const BookPlan& plan, bool overwrite);

/// Writes a complete production to its output, beside its name and then renamed. Returns its size in bytes.
/// Throws an `output` error.
[[nodiscard]] std::uint64_t write_book_file(const Production& production, const TakeStore& store);

} // namespace recital
