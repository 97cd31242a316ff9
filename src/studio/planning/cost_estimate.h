// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/formats.h"

#include <cstdint>

namespace recital {

/// What a file in that format with `seconds` of speech will probably have, in bytes, without its cover. Of
/// formats that compress without loss it is an average of speech.
[[nodiscard]] std::uint64_t estimate_bytes(const FormatSettings& format, double seconds);

/// How much CPU time it will probably take to render `seconds` of speech in that format, in seconds, on a
/// machine like the one of docs/measurements.md.
[[nodiscard]] double estimate_cpu_seconds(const FormatSettings& format, double seconds);

} // namespace recital
