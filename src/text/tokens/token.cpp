// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/token.h"

#include <array>

namespace recital {

std::string_view token_class_name(const TokenClass& token_class) {
    // In the order of the alternatives.
    static constexpr std::array<std::string_view, std::variant_size_v<TokenClass>> names{
        "word",    "possessive", "elision", "punctuation", "dash",   "silent",   "entry",
        "letters", "number",     "ordinal", "year",        "decade", "fraction", "date",
        "time",    "money",      "unit",    "digits",      "reading"};
    return names.at(token_class.index());
}

} // namespace recital
