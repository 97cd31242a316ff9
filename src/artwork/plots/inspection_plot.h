// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/reader/inspection.h"

#include <filesystem>

namespace recital {

/// Draws the sound of a book: its chapters, its waveform with the ceiling of its peaks, its sentences as far
/// as pauses show them, and its short-term loudness with the target. Writes an SVG or a PNG, by the name's
/// extension, replacing what is there. Throws an `output` error.
void plot_inspection(const Inspection& inspection, const std::filesystem::path& file);

} // namespace recital
