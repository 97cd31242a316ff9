// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

namespace recital {

/// The version of Landlock that this kernel offers; 0 if there is none, or if it is not turned on.
[[nodiscard]] int landlock_version();

/// From now on this process, with its threads and children to come, opens no files but those listed and those
/// in the folders listed, and these for reading alone. Paths that do not exist are passed over. What is open
/// already stays usable. From version 6 on, it also sends no signals to other processes. Returns whether the
/// kernel agreed; it asks for `no_new_privs` (prctl(2)), or a privileged process. See landlock(7).
[[nodiscard]] bool restrict_to_reading(std::span<const std::filesystem::path> paths);

} // namespace recital
