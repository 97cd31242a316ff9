// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// Plays an audio file of that length with the first program that is installed and can: pw-play, paplay,
/// aplay or ffplay. Returns at its end, or when the person stops the player. Throws an `output` error if
/// there is none or none can, and Interrupted if a signal asks to stop.
void play_audio(const std::filesystem::path& file, double seconds);

} // namespace recital
