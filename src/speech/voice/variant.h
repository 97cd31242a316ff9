// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace recital {

/// Throws a `voice` error that names file and line if the content of a variant has a line that eSpeak NG
/// cannot read: one whose first word has other signs than letters, a formant other than 0 to 8, or a number
/// beyond 10,000. eSpeak NG checks none of this, and writes a formant wherever its number leads.
void check_variant(std::string_view content, const std::filesystem::path& path);

} // namespace recital
