// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sync.h"

#include "base/error.h"
#include "base/file.h"
#include "base/system/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace recital {

namespace {

/// What a file system answers that cannot sync: there is nothing that a person could do.
bool is_unsupported(int error_number) {
    return error_number == EINVAL || error_number == ENOSYS || error_number == EOPNOTSUPP ||
           error_number == EROFS || error_number == EBADF || error_number == EACCES;
}

/// `sync` is a system call on a descriptor.
template <typename Sync>
void wait_for(Sync sync, int descriptor, const std::filesystem::path& name) {
    int result = 0;
    do {
        result = sync(descriptor);
    } while (result != 0 && errno == EINTR);
    if (result != 0 && !is_unsupported(errno)) {
        throw Error(ErrorKind::output,
                    fmt::format("cannot be written to the disk: {}: check the disk and its free space",
                                system_error_text(errno)),
                    {name.string(), 0});
    }
}

FileDescriptor open_folder(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder.empty() ? "." : folder;
    return FileDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

} // namespace

void sync_file(int descriptor, const std::filesystem::path& name) {
    wait_for(::fdatasync, descriptor, name);
}

void sync_folder(const std::filesystem::path& folder) {
    wait_for(::fsync, open_folder(folder).get(), folder);
}

void sync_file_system(const std::filesystem::path& folder) {
    wait_for(::syncfs, open_folder(folder).get(), folder);
}

} // namespace recital
