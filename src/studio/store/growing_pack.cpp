// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/growing_pack.h"

#include "base/error.h"
#include "base/folder_reader.h"
#include "base/sync.h"
#include "base/system/system_error.h"
#include "base/temporary_name.h"
#include "studio/store/pack.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

namespace recital {

namespace {

/// Names that sort by time; the random part tells packs apart that two runs begin at one moment.
std::filesystem::path new_pack_path(const std::filesystem::path& folder) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    return folder /
           fmt::format("{}{}", make_temporary_name(fmt::format("{:016x}-", nanoseconds)), pack_extension);
}

[[noreturn]] void throw_unwritable(const std::string& name, int error_number) {
    throw Error(ErrorKind::output, fmt::format("takes cannot be stored: {}", system_error_text(error_number)),
                {name, 0});
}

std::filesystem::path temporary_folder() {
    std::error_code failure;
    std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
    return failure ? std::filesystem::path("/tmp") : folder;
}

/// A file that has no name, or none any more.
FileDescriptor open_nameless(const std::filesystem::path& folder) {
    FileDescriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!file.is_open()) { // not every file system has them
        std::string name = (folder / "recital-XXXXXX").string();
        file = FileDescriptor(::mkostemp(name.data(), O_CLOEXEC));
        if (file.is_open()) {
            ::unlink(name.c_str());
        }
    }
    if (!file.is_open()) {
        throw Error(
            ErrorKind::output,
            fmt::format("no temporary file can be created: {}: set TMPDIR to a folder that can be written",
                        system_error_text(errno)),
            {folder.string(), 0});
    }
    return file;
}

/// Writes all of `parts` one after the other.
void write_all(int file, std::uint64_t offset, std::span<iovec> parts, const std::string& name) {
    while (!parts.empty()) {
        const ssize_t count =
            ::pwritev(file, parts.data(), static_cast<int>(parts.size()), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw_unwritable(name, errno);
        }
        offset += static_cast<std::uint64_t>(count);
        auto rest = static_cast<std::size_t>(count);
        while (!parts.empty() && rest >= parts.front().iov_len) {
            rest -= parts.front().iov_len;
            parts = parts.subspan(1);
        }
        if (!parts.empty()) {
            parts.front().iov_base = static_cast<char*>(parts.front().iov_base) + rest;
            parts.front().iov_len -= rest;
        }
    }
}

iovec part_of(std::string_view bytes) {
    return {const_cast<char*>(bytes.data()), bytes.size()}; // NOLINT: the kernel only reads them
}

/// Writes the index where the entries end, and cuts off whatever follows.
void write_index(int file, std::span<const PackedEntry> entries, std::uint64_t end, const std::string& name) {
    const std::string index = serialise_index(entries, end);
    std::array<iovec, 1> parts = {part_of(index)};
    write_all(file, end, parts, name);
    if (::ftruncate(file, static_cast<off_t>(end + index.size())) != 0) {
        throw_unwritable(name, errno);
    }
    sync_file(file, name);
}

} // namespace

GrowingPack::GrowingPack(const std::filesystem::path& folder)
    : named_(std::make_unique<TemporaryFile>(new_pack_path(folder))), file_(named_->descriptor()) {
    write(0, pack_magic, {});
    end_ = pack_magic.size();
}

GrowingPack::GrowingPack(FileDescriptor file) : file_(std::move(file)) {
    write(0, pack_magic, {});
    end_ = pack_magic.size();
}

GrowingPack GrowingPack::nameless() {
    return GrowingPack(open_nameless(temporary_folder()));
}

std::string GrowingPack::name() const {
    return named_ ? named_->path().parent_path().string() : temporary_folder().string();
}

void GrowingPack::write(std::uint64_t offset, std::string_view first, std::string_view second) const {
    std::array<iovec, 2> parts = {part_of(first), part_of(second)};
    write_all(file_.get(), offset, parts, name());
}

void GrowingPack::put(const EntryName& name, std::string_view content) {
    write(end_, serialise_entry_head(name, content.size()), content);
    entries_[name] = {end_ + entry_head_bytes, content.size()};
    end_ += entry_head_bytes + content.size();
}

std::optional<std::string> GrowingPack::read(const EntryName& name, std::uint64_t max_bytes) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) {
        return std::nullopt;
    }
    const std::uint64_t wanted = std::min(found->second.bytes, max_bytes);
    auto content = read_at(file_, found->second.offset, wanted);
    return content && content->size() == wanted ? std::move(content) : std::nullopt;
}

void GrowingPack::sync() const {
    sync_file(file_.get(), name());
}

std::filesystem::path GrowingPack::finish() {
    std::vector<PackedEntry> entries;
    std::transform(entries_.begin(), entries_.end(), std::back_inserter(entries),
                   [](const auto& entry) { return PackedEntry{entry.first, entry.second}; });
    named_->release(); // whatever happens now, the entries can be read
    write_index(file_.get(), entries, end_, name());
    named_->commit();
    sync_folder(named_->target().parent_path());
    return named_->target();
}

void finish_abandoned_packs(const std::filesystem::path& folder) {
    for (FolderReader entries(folder); entries.next();) {
        const std::filesystem::path& path = entries.path();
        const FileDescriptor file = take_over_temporary_file(path);
        if (!file.is_open()) {
            continue;
        }
        const auto pack = Pack::open(path);
        if (!pack || pack->entries().empty()) {
            remove_file(path);
            continue;
        }
        write_index(file.get(), pack->entries(), pack->end_of_entries(), path.string());
        rename_file(path, new_pack_path(folder));
    }
}

} // namespace recital
