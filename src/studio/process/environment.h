// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Digests of what the libraries bring to sound. A distribution's patch keeps the version number of a
/// library, so its build-id is taken.
struct LibraryDigests {
    std::string
        speech;        ///< of the engine's version, the content of its data folder and the libraries it needs
    std::string takes; ///< of all this and the libraries of mastering and codecs
};

[[nodiscard]] LibraryDigests library_digests();

} // namespace recital
