// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// An abbreviation and the text around it.
struct Surroundings {
    std::string_view sentence;  ///< all of the text
    std::string_view preceding; ///< the text before it
    std::string_view before;    ///< the word before it, with marks glued to it
    std::string_view written;   ///< without its stop
    std::string_view after;     ///< the text after its stop and a space
    bool stop = false;          ///< whether a full stop follows it
    bool opener = false;        ///< whether a mark that opens a quotation follows
    char mark = ' ';            ///< what follows the stop at once; '\0' at the end
};

} // namespace recital
