// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/sandbox.h"

#include "base/error.h"
#include "base/resources.h"
#include "studio/process/landlock.h"
#include "studio/process/system_call_filter.h"

#include <link.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace recital {

namespace {

/// Libraries with their modules and tables, fonts, and what the C library looks up. Of /etc only what says
/// nothing of the machine's users.
constexpr std::array system_paths = {"/usr",
                                     "/lib",
                                     "/lib64",
                                     "/etc/ld.so.cache",
                                     "/etc/fonts",
                                     "/etc/localtime",
                                     "/var/cache/fontconfig",
                                     "/dev/null",
                                     "/dev/urandom",
                                     "/proc/self",
                                     "/sys/devices/system/cpu"};

/// Where fontconfig looks for the fonts of the user (fonts.conf(5)): below the folder that a variable of the
/// environment names.
constexpr std::array<std::pair<const char*, const char*>, 8> font_paths = {{{"HOME", ".fonts"},
                                                                            {"HOME", ".local/share/fonts"},
                                                                            {"HOME", ".config/fontconfig"},
                                                                            {"HOME", ".cache/fontconfig"},
                                                                            {"XDG_DATA_HOME", "fonts"},
                                                                            {"XDG_CONFIG_HOME", "fontconfig"},
                                                                            {"FONTCONFIG_PATH", ""},
                                                                            {"FONTCONFIG_FILE", ""}}};

int collect_folder(dl_phdr_info* object, std::size_t /*size*/, void* context) {
    const std::filesystem::path folder = std::filesystem::path(object->dlpi_name).parent_path();
    auto& folders = *static_cast<std::vector<std::filesystem::path>*>(context);
    if (folder.is_absolute() && std::find(folders.begin(), folders.end(), folder) == folders.end()) {
        folders.push_back(folder);
    }
    return 0;
}

/// What every worker may read.
std::vector<std::filesystem::path> find_common_paths() {
    std::vector<std::filesystem::path> paths(system_paths.begin(), system_paths.end());
    ::dl_iterate_phdr(collect_folder, &paths); // libraries may be anywhere
    for (const auto& [variable, path] : font_paths) {
        const char* const folder = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): read at start
        if (folder != nullptr && *folder != '\0') {
            paths.push_back(std::filesystem::path(folder) / path);
        }
    }
    try {
        const std::filesystem::path resources = resource_folder();
        paths.push_back(resources / "data");
        paths.push_back(resources / "voices");
    } catch (const Error&) { // whoever needs them says so
    }
    std::error_code ignored;
    std::erase_if(paths, [&](const auto& path) { return !std::filesystem::exists(path, ignored); });
    paths.emplace_back("/proc/self"); // of the worker, which does not exist yet
    return paths;
}

const std::vector<std::filesystem::path>& common_paths() {
    static const std::vector<std::filesystem::path> paths = find_common_paths();
    return paths;
}

void limit(decltype(RLIMIT_CORE) resource, rlim_t value) {
    rlimit limits{};
    ::getrlimit(resource, &limits);
    limits.rlim_max = std::min(limits.rlim_max, value);
    limits.rlim_cur = std::min(limits.rlim_cur, limits.rlim_max);
    ::setrlimit(resource, &limits);
}

#if !defined(__SANITIZE_ADDRESS__)
/// Private memory of this process that can be written, in bytes (proc(5), /proc/self/statm).
rlim_t memory_in_use() {
    std::ifstream file("/proc/self/statm");
    std::array<rlim_t, 6> pages{};
    for (rlim_t& count : pages) {
        file >> count;
    }
    return pages.back() * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}
#endif

/// Hard limits, which a worker cannot raise again.
void set_limits(const WorkerNeeds& needs) {
    limit(RLIMIT_CORE, 0); // a crash is reported by its sentence, not by a file of the whole memory
    limit(RLIMIT_FSIZE, needs.file_bytes);
    limit(RLIMIT_NOFILE, needs.descriptors);
#if !defined(__SANITIZE_ADDRESS__) // which maps terabytes that it does not use
    limit(RLIMIT_DATA, memory_in_use() + needs.memory_bytes);
#endif
}

} // namespace

void prepare_sandbox() {
    (void)common_paths();
    (void)SystemCallFilter::of_workers();
}

void give_up_files(const WorkerNeeds& needs) {
    ::signal(SIGXFSZ, SIG_IGN); // the write that is too much fails
    set_limits(needs);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    std::vector<std::filesystem::path> readable = common_paths();
    readable.insert(readable.end(), needs.readable.begin(), needs.readable.end());
    (void)restrict_to_reading(readable);
}

void give_up_calls() {
    (void)SystemCallFilter::of_workers().enter();
}

} // namespace recital
