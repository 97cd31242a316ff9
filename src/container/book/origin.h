// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace recital {

/// Whom a book is about, as far as its texts say: distinguishes musicians of one name, in any run and on any
/// machine. It holds no paths and does not depend on the order of the inputs.
struct BookIdentity {
    std::string id;         ///< declared by the source; empty if it declares none
    std::string musician;   ///< full name as written
    std::string born;       ///< year; empty if unknown
    std::string died;       ///< year; empty if unknown
    std::string occupation; ///< "pianist"; empty if unknown
    std::string text;       ///< sketch of the text, see `sketch_text`; empty if unknown

    bool operator==(const BookIdentity&) const = default;
};

/// What a book was made from: a later run compares it to find the book and to see what has changed.
struct BookOrigin {
    BookIdentity identity;
    std::vector<std::string> sources; ///< XXH3-128 of the bytes of each source, in reading order
    std::string settings;             ///< digest of the settings and data that shape the book
    std::string engine;               ///< name of the speech engine
    std::string engine_version;

    bool operator==(const BookOrigin&) const = default;
};

} // namespace recital
