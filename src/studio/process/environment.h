// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Digest of what the libraries bring to a take: the engine's version and the content of its data folder, and
/// the build-ids of the loaded libraries that shape sound (a distribution's patch keeps the version number).
[[nodiscard]] std::string library_digest();

} // namespace recital
