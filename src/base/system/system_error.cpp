// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/system/system_error.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <cerrno>
#include <optional>
#include <system_error>

namespace recital {

namespace {

/// Nothing if there is no limit.
std::optional<rlim_t> limit_of(decltype(RLIMIT_CORE) resource) {
    rlimit limits{};
    if (::getrlimit(resource, &limits) != 0 || limits.rlim_cur == RLIM_INFINITY) {
        return std::nullopt;
    }
    return limits.rlim_cur;
}

std::string size_text(rlim_t bytes) {
    constexpr rlim_t kibibyte = 1024;
    constexpr rlim_t max_kibibytes = 10 * kibibyte;
    return bytes <= max_kibibytes * kibibyte ? fmt::format("{} KiB", bytes / kibibyte)
                                             : fmt::format("{} MiB", bytes / (kibibyte * kibibyte));
}

std::string file_size_remedy() {
    const auto limit = limit_of(RLIMIT_FSIZE);
    return limit ? fmt::format("this process may write at most {} to a file (ulimit -f): raise the limit",
                               size_text(*limit))
                 : "the file system does not store files of this size: choose another folder";
}

std::string memory_remedy() {
    if (const auto limit = limit_of(RLIMIT_AS)) {
        return fmt::format("this process may use at most {} of address space (ulimit -v): raise the limit",
                           size_text(*limit));
    }
    if (const auto limit = limit_of(RLIMIT_DATA)) {
        return fmt::format("this process may use at most {} of memory (ulimit -d): raise the limit",
                           size_text(*limit));
    }
    return "the system has no memory left: end other programs";
}

std::string process_remedy() {
    const auto limit = limit_of(RLIMIT_NPROC);
    return limit ? fmt::format("this user may run at most {} processes (ulimit -u): end other programs or "
                               "raise the limit",
                               *limit)
                 : "the system starts no more processes: end other programs";
}

std::string open_files_remedy() {
    return fmt::format("this process may have at most {} files open (ulimit -n): raise the limit",
                       limit_of(RLIMIT_NOFILE).value_or(0));
}

/// Empty if the error has nothing to do with a limit.
std::string remedy_for(int error) {
    switch (error) {
    case EFBIG:
        return file_size_remedy();
    case ENOMEM:
        return memory_remedy();
    case EAGAIN:
        return process_remedy();
    case EMFILE:
        return open_files_remedy();
    case ENFILE:
        return "the system has too many files open: end other programs";
    default:
        return {};
    }
}

} // namespace

std::string system_error_text(int error) {
    const std::string remedy = remedy_for(error);
    return std::generic_category().message(error) + (remedy.empty() ? "" : ": ") + remedy;
}

std::string memory_error_text() {
    return "out of memory: " + memory_remedy();
}

std::string stack_error_text() {
    const auto limit = limit_of(RLIMIT_STACK);
    return limit ? fmt::format("out of stack: this process may use at most {} (ulimit -s): raise the limit",
                               size_text(*limit))
                 : "out of stack";
}

bool has_memory_limit() {
    return limit_of(RLIMIT_AS).has_value();
}

} // namespace recital
