// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/claim.h"

#include "base/error.h"
#include "base/system/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <initializer_list>
#include <string>
#include <system_error>

namespace recital {

namespace {

int errno_of(int result) {
    return result < 0 ? errno : 0;
}

bool is_one_of(int error, std::initializer_list<int> errors) {
    return std::find(errors.begin(), errors.end(), error) != errors.end();
}

/// The file system does not know RENAME_NOREPLACE: it says nothing about the name.
bool is_flag_refused(int error) {
    return is_one_of(error, {EINVAL, ENOSYS, EOPNOTSUPP});
}

bool is_link_refused(int error) {
    return is_one_of(error, {EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EINVAL});
}

[[noreturn]] void throw_unclaimable(const std::filesystem::path& path, int error) {
    throw Error(ErrorKind::output, fmt::format("cannot be written: {}", system_error_text(error)),
                {path.string(), 0});
}

/// True if both are names of one existing file.
bool are_one_file(const std::filesystem::path& left, const std::filesystem::path& right) {
    struct stat one{};
    struct stat other{};
    return ::stat(left.c_str(), &one) == 0 && ::stat(right.c_str(), &other) == 0 &&
           one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool holds_reservation_text(int descriptor) {
    std::array<char, reservation_text.size() + 1> content{};
    const ssize_t size = ::pread(descriptor, content.data(), content.size(), 0);
    return size >= 0 && std::string_view(content.data(), static_cast<std::size_t>(size)) == reservation_text;
}

/// The reservation at `path`, locked; closed if there is none or another program holds it.
FileDescriptor lock_abandoned_reservation(const std::filesystem::path& path) {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat held{};
    struct stat named{};
    const bool is_ours = file.is_open() && ::fstat(file.get(), &held) == 0 && S_ISREG(held.st_mode) &&
                         holds_reservation_text(file.get()) && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 &&
                         ::stat(path.c_str(), &named) == 0 && held.st_dev == named.st_dev &&
                         held.st_ino == named.st_ino; // nobody replaced it before the lock was ours
    if (!is_ours) {
        file.close();
    }
    return file;
}

/// A name that is being claimed.
class NameClaim {
public:
    NameClaim(const std::filesystem::path& from, const std::filesystem::path& to, ClaimCalls& calls)
        : from_(from), to_(to), calls_(calls) {}

    [[nodiscard]] bool make() {
        const int error = calls_.rename_without_replacing(from_, to_);
        return is_flag_refused(error) ? by_link() : concluded(error);
    }

private:
    [[nodiscard]] bool by_link() {
        const int error = calls_.link(from_, to_);
        // NFS may repeat a call that succeeded, and then reports that the name exists.
        if (error != 0 && !(error == EEXIST && are_one_file(from_, to_))) {
            return is_link_refused(error) ? by_reservation() : concluded(error);
        }
        if (const int unlink_error = calls_.unlink(from_); unlink_error != 0) {
            throw_unclaimable(from_, unlink_error);
        }
        return true;
    }

    [[nodiscard]] bool by_reservation() {
        FileDescriptor reservation;
        const int error = calls_.create(to_, reservation);
        if (error != 0) {
            return concluded(error);
        }
        // Until here the file is empty and unlocked, and every other program takes the name for taken.
        if (::flock(reservation.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            return false;
        }
        if (::pwrite(reservation.get(), reservation_text.data(), reservation_text.size(), 0) < 0) {
            const int write_error = errno;
            (void)calls_.unlink(to_);
            throw_unclaimable(to_, write_error);
        }
        replace_reservation();
        return true;
    }

    void replace_reservation() {
        if (const int error = calls_.rename(from_, to_); error != 0) {
            (void)calls_.unlink(to_);
            throw_unclaimable(to_, error);
        }
    }

    [[nodiscard]] bool concluded(int error) {
        if (error != 0 && error != EEXIST) {
            throw_unclaimable(to_, error);
        }
        return error == 0 || take_over();
    }

    [[nodiscard]] bool take_over() {
        const FileDescriptor reservation = lock_abandoned_reservation(to_);
        if (reservation.is_open()) {
            replace_reservation();
        }
        return reservation.is_open();
    }

    const std::filesystem::path& from_;
    const std::filesystem::path& to_;
    ClaimCalls& calls_;
};

} // namespace

int ClaimCalls::rename_without_replacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    return errno_of(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE));
}

int ClaimCalls::link(const std::filesystem::path& from, const std::filesystem::path& to) {
    return errno_of(::link(from.c_str(), to.c_str()));
}

int ClaimCalls::unlink(const std::filesystem::path& path) {
    return errno_of(::unlink(path.c_str()));
}

int ClaimCalls::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
    return errno_of(::rename(from.c_str(), to.c_str()));
}

int ClaimCalls::create(const std::filesystem::path& path, FileDescriptor& created) {
    created = FileDescriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    return created.is_open() ? 0 : errno;
}

ClaimCalls& ClaimCalls::system() {
    static ClaimCalls calls;
    return calls;
}

bool claim_name(const std::filesystem::path& from, const std::filesystem::path& to, ClaimCalls& calls) {
    return NameClaim(from, to, calls).make();
}

bool commit_to_free_name(TemporaryFile& file, ClaimCalls& calls) {
    const bool is_claimed = claim_name(file.path(), file.target(), calls);
    if (is_claimed) {
        file.release();
    }
    return is_claimed;
}

bool claim_folder_name(const std::filesystem::path& from, const std::filesystem::path& to,
                       ClaimCalls& calls) {
    const int error = calls.rename_without_replacing(from, to);
    if (error == 0 || is_one_of(error, {EEXIST, ENOTEMPTY})) {
        return error == 0;
    }
    if (!is_flag_refused(error)) {
        throw_unclaimable(to, error);
    }
    if (::mkdir(to.c_str(), 0777) != 0) {
        if (errno == EEXIST) {
            return false;
        }
        throw_unclaimable(to, errno);
    }
    if (const int rename_error = calls.rename(from, to); rename_error != 0) {
        ::rmdir(to.c_str());
        if (is_one_of(rename_error, {EEXIST, ENOTEMPTY})) {
            return false; // somebody used the new folder at once
        }
        throw_unclaimable(to, rename_error);
    }
    return true;
}

bool is_reservation(const std::filesystem::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.is_open() && holds_reservation_text(file.get());
}

bool is_abandoned_reservation(const std::filesystem::path& path) {
    return lock_abandoned_reservation(path).is_open();
}

} // namespace recital
