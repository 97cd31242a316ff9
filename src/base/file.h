// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

/// Owns one POSIX file descriptor and closes it.
class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
    FileDescriptor(FileDescriptor&& other) noexcept;
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() { close(); }

    [[nodiscard]] int get() const { return descriptor_; }
    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    void close();

private:
    int descriptor_ = -1;
};

/// Whether the path is a descriptor that this process was started with, such as /dev/stdin or the /dev/fd/63
/// of a shell's `<(...)`: it is meant to be read whatever it is.
[[nodiscard]] bool is_own_descriptor(const std::filesystem::path& path);

/// Throws an `input` error unless the path leads to a regular file: reading from a pipe, a device or
/// a view into the kernel (/proc) may never end. Descriptors that the process was started with (/dev/stdin,
/// /dev/fd/N) may be anything but a folder.
void require_regular_file(const std::filesystem::path& path);

/// The whole file as bytes, at most 1 GiB. Throws an `input` error that says why it cannot be read (missing,
/// no permission, too large, or refused by `require_regular_file`).
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Buffered writer, made for appending, that tells of a full disk at the write that met it. Throws `output`
/// errors.
class FileWriter {
public:
    /// Takes over an open descriptor; `name` stands in messages.
    FileWriter(FileDescriptor descriptor, std::string name);

    void write(std::span<const std::byte> bytes);
    void write(std::string_view bytes) { write(std::as_bytes(std::span(bytes))); }

    /// Puts other bytes in the place of some that were written: for what is known only at the end.
    void rewrite(std::uint64_t position, std::string_view bytes);

    /// Hands what is buffered to the kernel. Must be called before the file is used: nothing else reports a
    /// failure of the last write.
    void flush();

    /// Bytes written so far.
    [[nodiscard]] std::uint64_t position() const { return position_; }

private:
    void check(ssize_t count) const;
    void hand_over(std::string_view bytes); ///< to the kernel

    FileDescriptor descriptor_;
    std::string name_;
    std::string buffer_;
    std::uint64_t position_ = 0;
};

/// A file being written beside its final name, so that nothing half-written ever has a name that a person
/// uses: `.recital-` and the digits of `make_temporary_name`, in the same folder. It is locked while it is
/// written, which distinguishes it from a leftover of a killed run.
class TemporaryFile {
public:
    /// Creates the file in the folder of `target`, which must exist. Throws an `output` error.
    explicit TemporaryFile(const std::filesystem::path& target);
    /// Creates the file in `folder`, which must exist and lie on the file system of `target`.
    TemporaryFile(std::filesystem::path target, const std::filesystem::path& folder);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    /// Removes the file unless it was committed.
    ~TemporaryFile();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// A second descriptor onto the file, for whoever writes it.
    [[nodiscard]] FileDescriptor descriptor() const;

    /// Its bytes so far, as far as they were handed to the kernel. Throws an `output` error.
    [[nodiscard]] std::uint64_t size() const;

    /// Returns when its bytes, as far as they were handed to the kernel, are on the disk. Throws an `output`
    /// error.
    void sync() const;

    /// Renames the file to its target, replacing what is there. After a power cut the target is whole only if
    /// the file was synced before, and has the name for certain only once its folder is (base/sync.h). Throws
    /// an `output` error.
    void commit();

    /// Syncs the file, renames it to its target, and syncs the folder: after a power cut the target is what
    /// it was before or what it is now. Throws an `output` error.
    void commit_synced();

    /// Gives it another target on the same file system.
    void set_target(std::filesystem::path target) { target_ = std::move(target); }
    [[nodiscard]] const std::filesystem::path& target() const { return target_; }

    /// Somebody else renamed or removed the file: it is not removed at the end.
    void release() { committed_ = true; }

private:
    std::filesystem::path target_;
    std::filesystem::path path_;
    FileDescriptor lock_;
    bool committed_ = false;
};

/// True for a path with a name of TemporaryFile.
[[nodiscard]] bool is_temporary_file_name(const std::filesystem::path& path);

/// The file at `path`, open for reading and writing and locked, if it is a temporary file that a killed run
/// of this user left: a regular file with a name of TemporaryFile that nobody has locked. Else a closed
/// descriptor.
[[nodiscard]] FileDescriptor take_over_temporary_file(const std::filesystem::path& path);

/// Removes the temporary files that killed runs of this user left in `folder`. Everything else stays.
void sweep_temporary_files(const std::filesystem::path& folder);

/// Removes the file if it is there. Throws an `output` error.
void remove_file(const std::filesystem::path& path);

/// Renames a file, replacing what has the name. Throws an `output` error.
void rename_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Creates the folder and its parents. Throws an `output` error.
void create_folder(const std::filesystem::path& folder);

} // namespace recital
