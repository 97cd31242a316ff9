// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <memory>
namespace recital {

/// A writer of a FLAC file (RFC 9639), 16 bit mono, with a seek point every ten seconds. 16 bits, because
/// their rounding lies 18 dB below the noise in the pauses and the engine itself speaks in 16 bits: eight
/// bits more would be eight bits of that noise a sample.
[[nodiscard]] std::unique_ptr<BookWriter> open_flac(const Book& book, const TemporaryFile& file);

} // namespace recital
