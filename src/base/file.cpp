// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

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
    case ENAMETOOLONG:
        return "its name is too long for this file system";
    default:
        return std::generic_category().message(error_number);
    }
}

[[noreturn]] void throw_unwritable(const std::filesystem::path& path, int error_number) {
    throw Error(ErrorKind::output, fmt::format("cannot be written: {}", reason(error_number)),
                {path.string(), 0});
}

} // namespace

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

std::string read_file(const std::filesystem::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.is_open()) {
        throw Error(ErrorKind::input, fmt::format("cannot be read: {}", reason(errno)), {path.string(), 0});
    }
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) {
        throw Error(ErrorKind::input, fmt::format("cannot be read: {}", reason(errno)), {path.string(), 0});
    }
    if (S_ISDIR(status.st_mode)) {
        throw Error(ErrorKind::input, "is a folder where a file is expected", {path.string(), 0});
    }
    std::string content;
    content.reserve(static_cast<std::size_t>(status.st_size) + 1);
    std::vector<char> block(std::size_t{1} << 16);
    while (true) {
        const ssize_t count = ::read(file.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw Error(ErrorKind::input, fmt::format("cannot be read: {}", reason(errno)),
                        {path.string(), 0});
        }
        if (count == 0) {
            return content;
        }
        content.append(block.data(), static_cast<std::size_t>(count));
    }
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
    std::string name;
    struct stat status {};
    do { // a sweep of another run may take the file in the moment before it is locked
        name = (folder / fmt::format("{}XXXXXX", temporary_prefix)).string();
        lock_ = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
        if (!lock_.is_open()) {
            throw_unwritable(target_, errno);
        }
        ::flock(lock_.get(), LOCK_EX);
    } while (::fstat(lock_.get(), &status) == 0 && status.st_nlink == 0);
    path_ = name;
    // mkstemp makes files private; a book is given the permissions that any new file of this user has.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(lock_.get(), 0666 & ~mask);
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

void TemporaryFile::commit() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) {
        throw_unwritable(target_, errno);
    }
    committed_ = true;
}

std::uint64_t TemporaryFile::size() const {
    struct stat status {};
    if (::fstat(lock_.get(), &status) != 0) {
        throw_unwritable(target_, errno);
    }
    return static_cast<std::uint64_t>(status.st_size);
}

void sweep_temporary_files(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (!entry.path().filename().string().starts_with(temporary_prefix)) {
            continue;
        }
        const FileDescriptor file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
        if (file.is_open() && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) {
            ::unlink(entry.path().c_str());
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
