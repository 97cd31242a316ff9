// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"

#include <filesystem>
#include <string>

namespace recital {

/// Writes a RIFF/WAVE file, 16 bit mono, with its chapters as cue points and labels; RF64 (EBU Tech 3306)
/// where it would pass 4 GB.
void write_wav(const Book& book, const TakeLoader& load, const TemporaryFile& file);

/// The writing program's name as a WAVE file states it; empty for any other file.
[[nodiscard]] std::string read_wav_tool(const std::filesystem::path& path);

} // namespace recital
