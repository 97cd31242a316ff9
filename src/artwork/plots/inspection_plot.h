// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/reader/inspection.h"

#include <filesystem>

namespace recital {

/// Draws a plot of a book: its chapters, its waveform with the peak ceiling, its sentences (derived from
/// pauses), and its short-term loudness with the target. Writes an SVG or a PNG, depending on the file name's
/// extension; replaces an existing file. Throws an `output` error.
void plot_inspection(const Inspection& inspection, const std::filesystem::path& file);

} // namespace recital
