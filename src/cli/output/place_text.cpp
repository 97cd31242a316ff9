// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/place_text.h"

#include "cli/output/shown_text.h"

namespace recital {

std::string place_text(const SourcePlace& place) {
    const bool is_standard_input = place.file == "-" || place.file == "/dev/stdin";
    // Shortened without the line, which has to remain.
    return SourcePlace{is_standard_input ? "standard input" : shown(place.file), place.line}.to_string();
}

} // namespace recital
