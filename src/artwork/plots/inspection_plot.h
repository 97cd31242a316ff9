// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/reader/inspection.h"

#include <string>

namespace recital {

/// Draws a plot of a book: its chapters, its waveform with the peak ceiling, its sentences (derived from
/// pauses), and its short-term loudness with the target. Returns the bytes of an SVG or a PNG; `kind` is
/// "svg" or "png". Throws an `engine` error.
[[nodiscard]] std::string plot_inspection(const Inspection& inspection, const std::string& kind);

} // namespace recital
