// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "base/folder_reader.h"
#include "base/sync.h"
#include "base/system/system_error.h"
#include "base/system/system_state.h"
#include "base/temporary_name.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view temporary_prefix = ".recital-";
constexpr std::size_t max_file_bytes = std::size_t{1} << 30U; ///< that `read_file` reads
constexpr std::size_t write_buffer_bytes = std::size_t{1} << 18;

std::string reason(int error_number) {
    switch (error_number) {
    case ENOENT:
        return "there is no such file or folder";
    case EACCES:
    case EPERM:
        return "permission denied: change its permissions or choose another place";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full: free some space or choose another folder";
    case EROFS:
        return "the file system is read-only: choose another folder";
    case ENOTDIR:
        return "a part of its path is a file, not a folder";
    case EISDIR:
        return "there is a folder of this name: move it away";
    case ENXIO:
        return "no device or program is connected to it";
    case EINTR:
        return "a signal interrupted it";
    case ENAMETOOLONG:
        return "its name is too long for this file system";
    default:
        return system_error_text(error_number);
    }
}

[[noreturn]] void throw_unreadable(const std::filesystem::path& path, int error_number) {
    throw Error(ErrorKind::input, fmt::format("cannot be read: {}", reason(error_number)),
                {path.string(), 0});
}

[[noreturn]] void throw_too_large(const std::filesystem::path& path) {
    throw Error(ErrorKind::input,
                fmt::format("is larger than {} MiB: divide it into smaller files", max_file_bytes >> 20U),
                {path.string(), 0});
}

void check_kind(const std::filesystem::path& path, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) {
        throw Error(ErrorKind::input, "is a folder where a file is expected", {path.string(), 0});
    }
    if (!S_ISREG(status.st_mode) && !is_own_descriptor(path)) {
        throw Error(ErrorKind::input,
                    fmt::format("is {}, not a regular file: save its content in a file and give that",
                                S_ISFIFO(status.st_mode)   ? "a named pipe"
                                : S_ISSOCK(status.st_mode) ? "a socket"
                                                           : "a device"),
                    {path.string(), 0});
    }
}

/// Opens a regular file, or what comes through a descriptor of our own. The kind is asked before the file is
/// opened, which would wake the writer of a pipe, and again afterwards, of what was really opened.
FileDescriptor open_to_read(const std::filesystem::path& path) {
    require_regular_file(path);
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat status{};
    if (!file.is_open() || ::fstat(file.get(), &status) != 0) {
        throw_unreadable(path, errno);
    }
    check_kind(path, status);
    if (!S_ISREG(status.st_mode)) {
        ::fcntl(file.get(), F_SETFL, 0); // waits for whoever writes into it
    }
    return file;
}

/// The next bytes into `block`; how many there were, 0 at the end.
std::size_t read_block(const FileDescriptor& file, std::span<char> block, const std::filesystem::path& path) {
    const ssize_t count = ::read(file.get(), block.data(), block.size());
    if (count < 0) {
        throw_unreadable(path, errno); // also EINTR: a signal asks to stop waiting for a pipe
    }
    return static_cast<std::size_t>(count);
}

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int error_number) {
    throw Error(ErrorKind::output, fmt::format("cannot be written: {}", reason(error_number)),
                {path.string(), 0});
}

} // namespace

bool is_own_descriptor(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.parent_path();
    return path == "/dev/stdin" || folder == "/dev/fd" || folder == "/proc/self/fd";
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    if (this != &other) {
        close();
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

void FileDescriptor::close() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

void require_regular_file(const std::filesystem::path& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        throw_unreadable(path, errno);
    }
    check_kind(path, status);
    if (S_ISREG(status.st_mode) && is_system_state(path)) {
        throw Error(ErrorKind::input,
                    "is the state of the system, not a file: save its content in a file and give that",
                    {path.string(), 0});
    }
}

std::string read_file(const std::filesystem::path& path) {
    const FileDescriptor file = open_to_read(path);
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) {
        throw_unreadable(path, errno);
    }
    const auto expected_bytes = static_cast<std::size_t>(status.st_size); // 0 of a pipe
    if (expected_bytes > max_file_bytes) {
        throw_too_large(path);
    }
    std::string content;
    content.reserve(expected_bytes + 1);
    std::vector<char> block(std::size_t{1} << 16U);
    while (const std::size_t count = read_block(file, block, path)) {
        if (content.size() + count > max_file_bytes) {
            throw_too_large(path);
        }
        content.append(block.data(), count);
    }
    return content;
}

FileWriter::FileWriter(FileDescriptor descriptor, std::string name)
    : descriptor_(std::move(descriptor)), name_(std::move(name)) {
    buffer_.reserve(write_buffer_bytes);
}

void FileWriter::write(std::span<const std::byte> bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    position_ += text.size();
    if (buffer_.size() + text.size() > write_buffer_bytes) {
        flush();
    }
    if (text.size() >= write_buffer_bytes) {
        hand_over(text); // minutes of sound are not held twice
    } else {
        buffer_ += text;
    }
}

void FileWriter::check(ssize_t count) const {
    if (count < 0 && errno != EINTR) {
        throw_unwritable(name_, errno);
    }
}

void FileWriter::rewrite(std::uint64_t position, std::string_view bytes) {
    flush();
    while (!bytes.empty()) {
        const ssize_t count =
            ::pwrite(descriptor_.get(), bytes.data(), bytes.size(), static_cast<off_t>(position));
        check(count);
        const auto written = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        bytes.remove_prefix(written);
        position += written;
    }
}

void FileWriter::hand_over(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_.get(), bytes.data(), bytes.size());
        check(count);
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
}

void FileWriter::flush() {
    hand_over(buffer_);
    buffer_.clear();
}

TemporaryFile::TemporaryFile(const std::filesystem::path& target)
    : TemporaryFile(target, target.parent_path()) {}

TemporaryFile::TemporaryFile(std::filesystem::path target, const std::filesystem::path& folder)
    : target_(std::move(target)) {
    constexpr mode_t usual_permissions = 0666; // less the umask, as for any new file of this user
    struct stat status{};
    do { // a sweep of another run may remove the file in the moment before it is locked
        path_ = folder / make_temporary_name(temporary_prefix);
        lock_ =
            FileDescriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, usual_permissions));
        if (!lock_.is_open()) {
            throw_unwritable(target_, errno);
        }
        ::flock(lock_.get(), LOCK_EX);
    } while (::fstat(lock_.get(), &status) == 0 && status.st_nlink == 0);
}

TemporaryFile::~TemporaryFile() {
    if (!committed_) {
        ::unlink(path_.c_str());
    }
}

FileDescriptor TemporaryFile::descriptor() const {
    FileDescriptor second(::fcntl(lock_.get(), F_DUPFD_CLOEXEC, 0));
    if (!second.is_open()) {
        throw_unwritable(target_, errno);
    }
    return second;
}

void TemporaryFile::sync() const {
    sync_file(lock_.get(), target_);
}

void TemporaryFile::commit_synced() {
    sync();
    commit();
    sync_folder(target_.parent_path());
}

void TemporaryFile::commit() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) {
        throw_unwritable(target_, errno);
    }
    committed_ = true;
}

std::uint64_t TemporaryFile::size() const {
    struct stat status{};
    if (::fstat(lock_.get(), &status) != 0) {
        throw_unwritable(target_, errno);
    }
    return static_cast<std::uint64_t>(status.st_size);
}

bool is_temporary_file_name(const std::filesystem::path& path) {
    return is_temporary_name(path.filename().string(), temporary_prefix);
}

FileDescriptor take_over_temporary_file(const std::filesystem::path& path) {
    if (!is_temporary_file_name(path)) {
        return {};
    }
    FileDescriptor file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    const bool is_abandoned = file.is_open() && ::fstat(file.get(), &status) == 0 &&
                              S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                              status.st_nlink == 1 && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0;
    if (!is_abandoned) {
        file.close();
    }
    return file;
}

void sweep_temporary_files(const std::filesystem::path& folder) {
    for (FolderReader files(folder); files.next();) {
        if (take_over_temporary_file(files.path()).is_open()) {
            ::unlink(files.path().c_str());
        }
    }
}

void remove_file(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::remove(path, error);
    if (error) {
        throw Error(ErrorKind::output, fmt::format("cannot be removed: {}", reason(error.value())),
                    {path.string(), 0});
    }
}

void rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        throw_unwritable(to, errno);
    }
}

void create_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw Error(ErrorKind::output,
                    fmt::format("this folder cannot be created: {}", reason(error.value())),
                    {folder.string(), 0});
    }
}

} // namespace recital
