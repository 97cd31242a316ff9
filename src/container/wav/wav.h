// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace recital {

/// How much sound a RIFF file has room for beside tags and chapters: its sizes have 32 bits.
inline constexpr std::uint64_t max_riff_sound = UINT32_MAX - (std::uint64_t{1} << 24U);

/// A writer of a RIFF/WAVE file, 16 bit mono, with its chapters as cue points and labels,
/// and its tags as ID3, too; RF64 (EBU Tech 3306)
/// where its sound has more than `max_riff_bytes`.
[[nodiscard]] std::unique_ptr<BookWriter> open_wav(const Book& book, const TemporaryFile& file,
                                                   std::uint64_t max_riff_bytes = max_riff_sound);

} // namespace recital
