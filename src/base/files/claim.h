// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"

#include <filesystem>
#include <string_view>

namespace recital {

/// The system calls that claim a name in a folder. Each returns 0 or the `errno` value of its failure. The
/// real ones are virtual so that a test can be a file system that refuses some of them.
class ClaimCalls {
public:
    ClaimCalls() = default;
    ClaimCalls(const ClaimCalls&) = delete;
    ClaimCalls& operator=(const ClaimCalls&) = delete;
    virtual ~ClaimCalls() = default;

    /// renameat2 with RENAME_NOREPLACE. File systems without that flag refuse it by EINVAL or ENOSYS.
    [[nodiscard]] virtual int rename_without_replacing(const std::filesystem::path& from,
                                                       const std::filesystem::path& to);
    /// A hard link. File systems without them refuse it by EPERM, EOPNOTSUPP, ENOSYS or EMLINK.
    [[nodiscard]] virtual int link(const std::filesystem::path& from, const std::filesystem::path& to);
    [[nodiscard]] virtual int unlink(const std::filesystem::path& path);
    /// Replaces `to` if it exists.
    [[nodiscard]] virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to);
    /// open with O_CREAT and O_EXCL: EEXIST if there is a file, or anything else, at `path`.
    [[nodiscard]] virtual int create(const std::filesystem::path& path, FileDescriptor& created);

    /// The system's own. Lives as long as the program.
    [[nodiscard]] static ClaimCalls& system();
};

/// Renames `from` to `to` unless something exists at `to`: two programs that claim one name at the same time,
/// on one machine or on several that share the folder, never replace each other's file. Both paths are on
/// one file system. Returns false, and leaves `from` as it is, if the name is taken. Throws an `output`
/// error.
///
/// The first of three ways that the file system supports: renameat2 with RENAME_NOREPLACE; link and unlink;
/// an exclusively created file at `to` (the reservation), which the rename then replaces. A reservation holds
/// `reservation_text` and is locked by flock while its program lives; one that a killed program left behind
/// is taken over.
[[nodiscard]] bool claim_name(const std::filesystem::path& from, const std::filesystem::path& to,
                              ClaimCalls& calls = ClaimCalls::system());

/// Commits the file without replacing anything: renames it to its target unless something exists there.
/// Returns false, and leaves the file uncommitted, if the name is taken. Throws an `output` error.
[[nodiscard]] bool commit_to_free_name(TemporaryFile& file, ClaimCalls& calls = ClaimCalls::system());

/// Like `claim_name`, for a folder. Where the file system cannot rename without replacing, an empty folder at
/// `to` is the reservation.
[[nodiscard]] bool claim_folder_name(const std::filesystem::path& from, const std::filesystem::path& to,
                                     ClaimCalls& calls = ClaimCalls::system());

/// The content of a reservation: for people who find one.
inline constexpr std::string_view reservation_text =
    "recital reserved this name for a book that it was about to finish.\n";

/// True if the file is a reservation, of a program that lives or of one that was killed.
[[nodiscard]] bool is_reservation(const std::filesystem::path& path);

/// True if the file is a reservation that a killed program left behind: nobody loses it.
[[nodiscard]] bool is_abandoned_reservation(const std::filesystem::path& path);

} // namespace recital
