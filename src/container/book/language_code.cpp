// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/language_code.h"

#include <unicode/locid.h>

namespace recital {

std::string iso_639_2_code(std::string_view language) {
    const icu::Locale locale(std::string(language).c_str());
    std::string code = locale.getISO3Language();
    return code.size() == 3 ? code : "und";
}

} // namespace recital
