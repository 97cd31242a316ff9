// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/shard_journal.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"
#include "base/error.h"
#include "base/system/system_error.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/state/file_digests.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t length_bytes = 4;
constexpr std::size_t checksum_bytes = 8;
constexpr std::size_t head_bytes = length_bytes + checksum_bytes;
constexpr std::uint64_t max_entry_bytes = std::uint64_t{1} << 28U;

std::string encode_entry(const JournalEntry& entry) {
    ByteWriter out;
    put_digest(out, entry.key);
    out.text(entry.line);
    out.text(entry.block);
    const std::string content = out.take();
    std::string bytes;
    put_little_endian(bytes, content.size(), length_bytes);
    put_little_endian(bytes, hash_64(content), checksum_bytes);
    return bytes + content;
}

JournalEntry decode_entry(std::string_view content) {
    ByteReader in(content);
    JournalEntry entry;
    entry.key = take_digest(in);
    entry.line = in.text();
    entry.block = in.text();
    in.expect_end();
    return entry;
}

/// False if there are not so many bytes.
bool read_at(int descriptor, std::uint64_t offset, std::string& bytes) {
    const ssize_t count = ::pread(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    return count == static_cast<ssize_t>(bytes.size());
}

/// The entry at `offset`, which is moved behind it; nothing at the end, and where the file is damaged.
std::optional<JournalEntry> read_entry(int descriptor, std::uint64_t& offset) {
    std::string head(head_bytes, '\0');
    if (!read_at(descriptor, offset, head)) {
        return std::nullopt;
    }
    const std::uint64_t size = read_little_endian(std::string_view(head).substr(0, length_bytes));
    std::string content(std::min(size, max_entry_bytes), '\0');
    if (!read_at(descriptor, offset + head_bytes, content) ||
        hash_64(content) != read_little_endian(std::string_view(head).substr(length_bytes))) {
        return std::nullopt;
    }
    try {
        JournalEntry entry = decode_entry(content);
        offset += head_bytes + size;
        return entry;
    } catch (const MalformedBytes&) {
        return std::nullopt;
    }
}

FileDescriptor open_to_read(const std::filesystem::path& path) {
    // A named pipe would wait for somebody who writes.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    return file.is_open() && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) ? std::move(file)
                                                                                          : FileDescriptor();
}

} // namespace

ShardJournal::ShardJournal(const std::filesystem::path& folder, const std::string& shard) {
    create_folder(folder);
    sweep_temporary_files(folder); // of attempts that were killed while they wrote their manifest
    for (AttemptFile& file : find_attempts(folder, journal_extension, shard)) {
        attempt_ = std::max(attempt_, file.attempt + 1);
        earlier_.push_back(std::move(file.path));
    }
    for (const AttemptFile& file : find_attempts(folder, manifest_extension, shard)) {
        attempt_ = std::max(attempt_, file.attempt + 1);
    }
    for (std::uint32_t file = 0; file < earlier_.size(); ++file) {
        load(file);
    }
    std::stable_sort(places_.begin(), places_.end());
    claim(folder, shard);
}

/// Two attempts that begin at once get two numbers.
void ShardJournal::claim(const std::filesystem::path& folder, const std::string& shard) {
    constexpr mode_t for_all = 0666; // as far as the user's mask allows
    while (true) {
        path_ = attempt_path(folder, shard, attempt_, journal_extension);
        file_ =
            FileDescriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, for_all));
        if (file_.is_open()) {
            (void)::flock(file_.get(), LOCK_EX | LOCK_NB);
            return;
        }
        if (errno != EEXIST) {
            throw Error(ErrorKind::output, system_error_text(errno), {path_.string(), 0});
        }
        ++attempt_;
    }
}

void ShardJournal::load(std::uint32_t file) {
    const FileDescriptor journal = open_to_read(earlier_[file]);
    std::uint64_t offset = 0;
    for (std::uint64_t begin = 0; const auto entry = read_entry(journal.get(), offset); begin = offset) {
        places_.push_back({entry->key.low, file, begin});
    }
}

std::optional<JournalEntry> ShardJournal::find(const Digest& key) const {
    const auto [first, last] = std::equal_range(places_.begin(), places_.end(), Place{key.low, 0, 0});
    for (auto place = last; place != first;) {
        --place;
        std::uint64_t offset = place->offset;
        auto entry = read_entry(open_to_read(earlier_[place->file]).get(), offset);
        if (entry && entry->key == key) {
            return entry;
        }
    }
    return std::nullopt;
}

void ShardJournal::add(const JournalEntry& entry) {
    const std::string bytes = encode_entry(entry);
    const off_t end = ::lseek(file_.get(), 0, SEEK_END);
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t count = ::write(file_.get(), rest.data(), rest.size());
        if (count < 0 && errno != EINTR) {
            const std::string cause = system_error_text(errno);
            (void)!::ftruncate(file_.get(), end); // or what is added later could not be read
            throw Error(ErrorKind::output, cause, {path_.string(), 0});
        }
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
}

void ShardJournal::visit(const Visitor& visit) {
    std::uint64_t offset = 0;
    while (const auto entry = read_entry(file_.get(), offset)) {
        visit(*entry);
    }
}

void ShardJournal::remove_ended() {
    for (const std::filesystem::path& path : earlier_) {
        const FileDescriptor journal = open_to_read(path);
        if (journal.is_open() && ::flock(journal.get(), LOCK_EX | LOCK_NB) == 0) {
            ::unlink(path.c_str());
        }
    }
}

} // namespace recital
