// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/system/system_state.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace recital {

bool is_system_state(const std::filesystem::path& path) {
    constexpr std::array<std::uint32_t, 10> kinds = {
        PROC_SUPER_MAGIC, SYSFS_MAGIC,  DEVPTS_SUPER_MAGIC, DEBUGFS_MAGIC,       TRACEFS_MAGIC,
        SECURITYFS_MAGIC, BPF_FS_MAGIC, CGROUP_SUPER_MAGIC, CGROUP2_SUPER_MAGIC, PSTOREFS_MAGIC};
    struct ::statfs status = {};
    return ::statfs(path.c_str(), &status) == 0 &&
           std::find(kinds.begin(), kinds.end(), static_cast<std::uint32_t>(status.f_type)) != kinds.end();
}

} // namespace recital
