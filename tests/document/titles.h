// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"

#include <string>
#include <vector>

namespace recital {

/// The titles of the sections.
inline std::vector<std::string> titles_of(const Document& document) {
    std::vector<std::string> titles;
    for (const Section& section : document.sections) {
        titles.push_back(section.title);
    }
    return titles;
}

} // namespace recital
