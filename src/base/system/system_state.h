// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// True if the file or folder is a view into the kernel, such as all below /proc and /sys: its content is
/// made when it is read, which may wait for ever. False if there is no such file.
[[nodiscard]] bool is_system_state(const std::filesystem::path& path);

} // namespace recital
