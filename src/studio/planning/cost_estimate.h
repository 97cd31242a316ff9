// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/formats.h"

#include <cstdint>

namespace recital {

/// How large a file in that format with `seconds` of speech will probably be, in bytes. Of FLAC and of covers
/// it is an average.
[[nodiscard]] std::uint64_t estimate_bytes(const FormatSettings& format, double seconds, bool has_cover);

/// How much CPU time it will probably take to render `seconds` of speech in that format, in seconds, on a
/// machine like the one that docs/measurements.md names; without the cover.
[[nodiscard]] double estimate_cpu_seconds(const FormatSettings& format, double seconds);

} // namespace recital
