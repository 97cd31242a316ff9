// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// A page of an EPUB with this body.
inline std::string epub_page(const std::string& body) {
    return "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:epub=\"http://www.idpf.org/2007/ops\">"
           "<head><title>x</title></head><body>" +
           body + "</body></html>";
}

} // namespace recital
