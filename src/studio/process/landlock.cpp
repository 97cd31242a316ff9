// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/landlock.h"

#include "base/file.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace recital {

namespace {

// glibc has no functions for these calls, and Debian 12 the header of an older kernel.

/// `struct landlock_ruleset_attr` as of version 6. The kernel takes a shorter one from an older program.
struct Ruleset {
    std::uint64_t handled_file_rights = 0;
    std::uint64_t handled_network_rights = 0; ///< since version 4
    std::uint64_t scoped = 0;                 ///< since version 6
};

constexpr std::uint64_t scope_signals = 2; ///< LANDLOCK_SCOPE_SIGNAL
constexpr std::uint64_t right_to_refer = std::uint64_t{1} << 13U;
constexpr std::uint64_t right_to_truncate = std::uint64_t{1} << 14U;
constexpr std::uint64_t right_to_control_devices = std::uint64_t{1} << 15U;

/// All rights to files that the version knows: what is not handled is allowed.
std::uint64_t file_rights(int version) {
    std::uint64_t rights = right_to_refer - 1;
    rights |= version >= 2 ? right_to_refer : 0;
    rights |= version >= 3 ? right_to_truncate : 0;
    rights |= version >= 5 ? right_to_control_devices : 0;
    return rights;
}

std::size_t size_of_ruleset(int version) {
    constexpr int with_network = 4;
    constexpr int with_scopes = 6;
    return version >= with_scopes    ? sizeof(Ruleset)
           : version >= with_network ? offsetof(Ruleset, scoped)
                                     : offsetof(Ruleset, handled_network_rights);
}

void allow_reading(const FileDescriptor& ruleset, const std::filesystem::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_PATH | O_CLOEXEC));
    struct stat status{};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0) {
        return;
    }
    landlock_path_beneath_attr rule{};
    rule.allowed_access =
        LANDLOCK_ACCESS_FS_READ_FILE | (S_ISDIR(status.st_mode) ? LANDLOCK_ACCESS_FS_READ_DIR : 0);
    rule.parent_fd = file.get();
    ::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

} // namespace

int landlock_version() {
    const auto version =
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    return std::max(version, 0);
}

bool restrict_to_reading(std::span<const std::filesystem::path> paths) {
    constexpr int with_scopes = 6;
    const int version = landlock_version();
    if (version == 0) {
        return false;
    }
    const Ruleset wanted{file_rights(version), 0, version >= with_scopes ? scope_signals : 0};
    const FileDescriptor ruleset(
        static_cast<int>(::syscall(SYS_landlock_create_ruleset, &wanted, size_of_ruleset(version), 0)));
    if (!ruleset.is_open()) {
        return false;
    }
    for (const std::filesystem::path& path : paths) {
        allow_reading(ruleset, path);
    }
    return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

} // namespace recital
