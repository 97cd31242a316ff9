// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is watched, and that fails: preloaded into the program (LD_PRELOAD). Of the calls that concern
// files below $RECITAL_DISK_ROOT
//
// * each that changes something on the disk is written to $RECITAL_DISK_LOG after it succeeded, see `Record`;
// * the one of number N fails if $RECITAL_DISK_FAULT is "CALL:N:ERRNO", counted from 1 in all processes of
// the run
//   together through the file $RECITAL_DISK_COUNT. ERRNO is a number, or "short" for a write of one byte less
//   than half.
//
// CALL is the name of the function. Calls without a file (fork, socketpair, pipe2) are counted everywhere.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

template <typename Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

const char* setting(const char* name) {
    return std::getenv(name);
}

bool is_below_root(std::string_view path) {
    const char* const root = setting("RECITAL_DISK_ROOT");
    return root != nullptr && path.starts_with(root);
}

std::string absolute(const char* path) {
    if (path[0] == '/') {
        return path;
    }
    std::array<char, PATH_MAX> folder{};
    return ::getcwd(folder.data(), folder.size()) == nullptr ? path : std::string(folder.data()) + "/" + path;
}

std::string path_of(int descriptor) {
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    return size > 0 ? std::string(path.data(), static_cast<std::size_t>(size)) : std::string();
}

std::uint64_t inode_of(int descriptor) {
    struct stat status{};
    return ::fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

/// "KIND INODE OFFSET PATH_BYTES OTHER_BYTES DATA_BYTES\n", then path, other path and data.
struct Record {
    std::string kind;
    std::uint64_t inode = 0;
    std::uint64_t offset = 0;
    std::string path;
    std::string other;
    std::string data;
};

void log(const Record& record) {
    const char* const name = setting("RECITAL_DISK_LOG");
    if (name == nullptr) {
        return;
    }
    const int saved = errno;
    static auto* const real_open = next<int(const char*, int, ...)>("open");
    static auto* const real_write = next<ssize_t(int, const void*, std::size_t)>("write");
    static auto* const real_close = next<int(int)>("close");
    const int file = real_open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    const std::string text = record.kind + " " + std::to_string(record.inode) + " " +
                             std::to_string(record.offset) + " " + std::to_string(record.path.size()) + " " +
                             std::to_string(record.other.size()) + " " + std::to_string(record.data.size()) +
                             "\n" + record.path + record.other + record.data;
    (void)!real_write(file, text.data(), text.size());
    real_close(file);
    errno = saved;
}

/// The number of this call among those of its name, in all processes.
long count_call() {
    const char* const name = setting("RECITAL_DISK_COUNT");
    static auto* const real_open = next<int(const char*, int, ...)>("open");
    static auto* const real_write = next<ssize_t(int, const void*, std::size_t)>("write");
    static auto* const real_close = next<int(int)>("close");
    const int file = real_open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    (void)!real_write(file, ".", 1);
    const long number = ::lseek(file, 0, SEEK_CUR); // where this process's own byte ends
    real_close(file);
    return number;
}

enum class Fault { none, error, short_write };

/// What is to happen to this call. Sets errno for an error.
Fault fault_of(std::string_view call) {
    const char* const told = setting("RECITAL_DISK_FAULT");
    if (told == nullptr) {
        return Fault::none;
    }
    const std::string_view fault = told;
    const auto colon = fault.find(':');
    const auto second = fault.find(':', colon + 1);
    if (fault.substr(0, colon) != call) {
        return Fault::none;
    }
    const int saved = errno;
    const long number = count_call();
    errno = saved;
    if (number != std::atol(fault.data() + colon + 1)) {
        return Fault::none;
    }
    if (fault.substr(second + 1) == "short") {
        return Fault::short_write;
    }
    errno = std::atoi(fault.data() + second + 1);
    return Fault::error;
}

bool concerns(int descriptor) {
    return is_below_root(path_of(descriptor));
}

ssize_t logged(ssize_t count, int descriptor, std::uint64_t offset, const void* data) {
    if (count > 0) {
        log({"write",
             inode_of(descriptor),
             offset,
             {},
             {},
             std::string(static_cast<const char*>(data), static_cast<std::size_t>(count))});
    }
    return count;
}

int open_as(const char* call, int folder, const char* path, int flags, mode_t mode) {
    static auto* const real = next<int(int, const char*, int, ...)>("openat");
    const bool watched = is_below_root(absolute(path));
    if (watched && fault_of(call) == Fault::error) {
        return -1;
    }
    struct stat before{};
    const bool existed = ::lstat(path, &before) == 0;
    const int descriptor = real(folder, path, flags, mode);
    if (watched && descriptor >= 0 && (flags & O_TMPFILE) != O_TMPFILE) {
        if ((flags & O_CREAT) != 0 && !existed) {
            log({"create", inode_of(descriptor), 0, absolute(path), {}, {}});
        } else if ((flags & O_TRUNC) != 0) {
            log({"truncate", inode_of(descriptor), 0, {}, {}, {}});
        }
    }
    return descriptor;
}

mode_t mode_in(int flags, std::va_list list) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(list, unsigned)) : 0;
}

int synced(const char* call, int descriptor) {
    if (!concerns(descriptor)) {
        return next<int(int)>(call)(descriptor);
    }
    if (fault_of(call) == Fault::error) {
        return -1;
    }
    const int result = next<int(int)>(call)(descriptor);
    if (result == 0) {
        log({call, inode_of(descriptor), 0, path_of(descriptor), {}, {}});
    }
    return result;
}

int renamed(const char* call, int result, const char* from, const char* to) {
    if (result == 0) {
        log({call, 0, 0, absolute(from), absolute(to), {}});
    }
    return result;
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    std::va_list list;
    va_start(list, flags);
    const mode_t mode = mode_in(flags, list);
    va_end(list);
    return open_as("open", AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    std::va_list list;
    va_start(list, flags);
    const mode_t mode = mode_in(flags, list);
    va_end(list);
    return open_as("open", folder, path, flags, mode);
}

ssize_t write(int descriptor, const void* data, std::size_t size) {
    static auto* const real = next<ssize_t(int, const void*, std::size_t)>("write");
    if (!concerns(descriptor)) {
        return real(descriptor, data, size);
    }
    const Fault fault = fault_of("write");
    if (fault == Fault::error) {
        return -1;
    }
    const ssize_t count = real(descriptor, data, fault == Fault::short_write ? size / 2 : size);
    const off_t end = ::lseek(descriptor, 0, SEEK_CUR);
    return logged(count, descriptor, static_cast<std::uint64_t>(end - count), data);
}

ssize_t pwrite(int descriptor, const void* data, std::size_t size, off_t offset) {
    static auto* const real = next<ssize_t(int, const void*, std::size_t, off_t)>("pwrite");
    if (!concerns(descriptor)) {
        return real(descriptor, data, size, offset);
    }
    const Fault fault = fault_of("pwrite");
    if (fault == Fault::error) {
        return -1;
    }
    const ssize_t count = real(descriptor, data, fault == Fault::short_write ? size / 2 : size, offset);
    return logged(count, descriptor, static_cast<std::uint64_t>(offset), data);
}

ssize_t pwritev(int descriptor, const iovec* parts, int count, off_t offset) {
    static auto* const real = next<ssize_t(int, const iovec*, int, off_t)>("pwritev");
    if (!concerns(descriptor)) {
        return real(descriptor, parts, count, offset);
    }
    const Fault fault = fault_of("pwritev");
    if (fault == Fault::error) {
        return -1;
    }
    std::string data;
    for (int n = 0; n < count; ++n) {
        data.append(static_cast<const char*>(parts[n].iov_base), parts[n].iov_len);
    }
    static auto* const plain = next<ssize_t(int, const void*, std::size_t, off_t)>("pwrite");
    const std::size_t size = fault == Fault::short_write ? data.size() / 2 : data.size();
    return logged(plain(descriptor, data.data(), size, offset), descriptor,
                  static_cast<std::uint64_t>(offset), data.data());
}

int ftruncate(int descriptor, off_t size) noexcept {
    static auto* const real = next<int(int, off_t)>("ftruncate");
    if (!concerns(descriptor)) {
        return real(descriptor, size);
    }
    if (fault_of("ftruncate") == Fault::error) {
        return -1;
    }
    const int result = real(descriptor, size);
    if (result == 0) {
        log({"truncate", inode_of(descriptor), static_cast<std::uint64_t>(size), {}, {}, {}});
    }
    return result;
}

int fsync(int descriptor) {
    return synced("fsync", descriptor);
}

int fdatasync(int descriptor) {
    return synced("fdatasync", descriptor);
}

int syncfs(int descriptor) noexcept {
    return synced("syncfs", descriptor);
}

int rename(const char* from, const char* to) noexcept {
    static auto* const real = next<int(const char*, const char*)>("rename");
    if (!is_below_root(absolute(to))) {
        return real(from, to);
    }
    return fault_of("rename") == Fault::error ? -1 : renamed("rename", real(from, to), from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
    static auto* const real = next<int(int, const char*, int, const char*, unsigned)>("renameat2");
    if (!is_below_root(absolute(to))) {
        return real(from_folder, from, to_folder, to, flags);
    }
    return fault_of("renameat2") == Fault::error
               ? -1
               : renamed("rename", real(from_folder, from, to_folder, to, flags), from, to);
}

int link(const char* from, const char* to) noexcept {
    static auto* const real = next<int(const char*, const char*)>("link");
    if (!is_below_root(absolute(to))) {
        return real(from, to);
    }
    return fault_of("link") == Fault::error ? -1 : renamed("link", real(from, to), from, to);
}

int unlink(const char* path) noexcept {
    static auto* const real = next<int(const char*)>("unlink");
    if (!is_below_root(absolute(path))) {
        return real(path);
    }
    if (fault_of("unlink") == Fault::error) {
        return -1;
    }
    const int result = real(path);
    return renamed("unlink", result, path, path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    static auto* const real = next<int(int, const char*, int)>("unlinkat");
    const std::string whole = folder == AT_FDCWD ? absolute(path) : path_of(folder) + "/" + path;
    if (!is_below_root(whole)) {
        return real(folder, path, flags);
    }
    if (fault_of("unlink") == Fault::error) {
        return -1;
    }
    return renamed("unlink", real(folder, path, flags), whole.c_str(), whole.c_str());
}

int remove(const char* path) noexcept {
    static auto* const real = next<int(const char*)>("remove");
    if (!is_below_root(absolute(path))) {
        return real(path);
    }
    if (fault_of("unlink") == Fault::error) {
        return -1;
    }
    return renamed("unlink", real(path), path, path);
}

int rmdir(const char* path) noexcept {
    static auto* const real = next<int(const char*)>("rmdir");
    return is_below_root(absolute(path)) ? renamed("unlink", real(path), path, path) : real(path);
}

int mkdir(const char* path, mode_t mode) noexcept {
    static auto* const real = next<int(const char*, mode_t)>("mkdir");
    if (!is_below_root(absolute(path))) {
        return real(path, mode);
    }
    return fault_of("mkdir") == Fault::error ? -1 : renamed("mkdir", real(path, mode), path, path);
}

int close(int descriptor) {
    static auto* const real = next<int(int)>("close");
    if (setting("RECITAL_DISK_FAULT") != nullptr && concerns(descriptor) &&
        fault_of("close") == Fault::error) {
        const int error = errno;
        real(descriptor);
        errno = error;
        return -1;
    }
    return real(descriptor);
}

ssize_t read(int descriptor, void* data, std::size_t size) {
    static auto* const real = next<ssize_t(int, void*, std::size_t)>("read");
    const bool fails =
        setting("RECITAL_DISK_FAULT") != nullptr && concerns(descriptor) && fault_of("read") == Fault::error;
    return fails ? -1 : real(descriptor, data, size);
}

ssize_t pread(int descriptor, void* data, std::size_t size, off_t offset) {
    static auto* const real = next<ssize_t(int, void*, std::size_t, off_t)>("pread");
    const bool fails =
        setting("RECITAL_DISK_FAULT") != nullptr && concerns(descriptor) && fault_of("pread") == Fault::error;
    return fails ? -1 : real(descriptor, data, size, offset);
}

pid_t fork() {
    static auto* const real = next<pid_t()>("fork");
    return fault_of("fork") == Fault::error ? -1 : real();
}

int socketpair(int domain, int type, int protocol, int* ends) noexcept {
    static auto* const real = next<int(int, int, int, int*)>("socketpair");
    return fault_of("socketpair") == Fault::error ? -1 : real(domain, type, protocol, ends);
}

} // extern "C"
