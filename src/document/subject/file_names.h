// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// A file's name as a title: "01_bekzat-petrenko.txt" gives "Bekzat Petrenko", "A._B._Rao.txt" "A. B. Rao".
[[nodiscard]] std::string title_from_file_name(const std::string& name);

/// The same for a folder, whose name has no extension.
[[nodiscard]] std::string title_from_folder_name(const std::string& name);

} // namespace recital
