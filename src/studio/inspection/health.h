// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// One thing that this program needs on a machine, or is safer or better with. Each was tried.
struct HealthCheck {
    std::string name; ///< as programs know it: "system-calls"
    bool ok = false;
    bool essential = false; ///< without it there are no books
    std::string meaning;    ///< what holds, or what does not
    std::string remedy;     ///< what to do; empty if it is ok
};

/// Looks at the machine: the sandbox of workers, the engine, voices, fonts, the cache and free space. `cache`
/// is the folder of stored takes; empty if there is none. Nothing is left behind.
[[nodiscard]] std::vector<HealthCheck> check_health(const std::filesystem::path& cache);

} // namespace recital
