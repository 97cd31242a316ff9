// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/verbalization.h"

#include <cstdlib>
#include <string>

namespace recital {

void Verbalization::set_neighbours(std::string_view preceding, std::string_view following,
                                   std::size_t tokens_to_mark) {
    preceding_ = preceding;
    following_ = following;
    tokens_to_mark_ = tokens_to_mark;
}

void Verbalization::digits(std::string_view digits) {
    for (const char digit : digits) {
        cardinal(static_cast<std::uint64_t>(digit - '0'));
    }
}

std::uint64_t integer_of(std::string_view digits) {
    return std::strtoull(std::string(digits).c_str(), nullptr, 10);
}

} // namespace recital
