// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/attributes.h"

namespace recital {

std::string_view view_of_xml(const unsigned char* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view Attributes::get(std::string_view name) const {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view_of_xml(pair[0]) == name) {
            return view_of_xml(pair[1]);
        }
    }
    return {};
}

bool Attributes::has(std::string_view name) const {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view_of_xml(pair[0]) == name) {
            return true;
        }
    }
    return false;
}

} // namespace recital
