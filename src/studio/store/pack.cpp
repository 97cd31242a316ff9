// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/pack.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace recital {

namespace {

/// Closed if it is not a regular file or cannot be read. Never waits, not even for a pipe.
FileDescriptor open_regular(const std::filesystem::path& path, struct stat& status) {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.is_open() && (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))) {
        file.close();
    }
    return file;
}

} // namespace

std::optional<std::string> read_at(const FileDescriptor& file, std::uint64_t offset, std::uint64_t bytes) {
    std::string content(bytes, '\0');
    std::size_t filled = 0;
    while (filled < content.size()) {
        const ssize_t count = ::pread(file.get(), content.data() + filled, content.size() - filled,
                                      static_cast<off_t>(offset + filled));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return std::nullopt;
        }
        if (count == 0) {
            break;
        }
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

std::optional<Pack> Pack::open(const std::filesystem::path& path) {
    struct stat status{};
    const FileDescriptor file = open_regular(path, status);
    if (!file.is_open() || read_at(file, 0, pack_magic.size()) != pack_magic) {
        return std::nullopt;
    }
    Pack pack(path);
    pack.bytes_ = static_cast<std::uint64_t>(status.st_size);
    pack.is_finished_ = pack.read_index(file);
    if (!pack.is_finished_) {
        pack.scan_entries(file);
    }
    return pack;
}

bool Pack::read_index(const FileDescriptor& file) {
    if (bytes_ < pack_magic.size() + pack_trailer_bytes) {
        return false;
    }
    const std::uint64_t end_of_index = bytes_ - pack_trailer_bytes;
    const auto trailer = parse_trailer(read_at(file, end_of_index, pack_trailer_bytes).value_or(""));
    if (!trailer || trailer->index_offset > end_of_index) {
        return false;
    }
    const auto index = read_at(file, trailer->index_offset, end_of_index - trailer->index_offset);
    auto entries = parse_index(index.value_or(""), *trailer);
    if (!entries) {
        return false;
    }
    entries_ = std::move(*entries);
    end_of_entries_ = trailer->index_offset;
    return true;
}

void Pack::scan_entries(const FileDescriptor& file) {
    end_of_entries_ = pack_magic.size();
    while (const auto head =
               parse_entry_head(read_at(file, end_of_entries_, entry_head_bytes).value_or(""))) {
        const std::uint64_t content = end_of_entries_ + entry_head_bytes;
        if (content > bytes_ || head->content_bytes > bytes_ - content) {
            break; // the run was killed while it wrote it
        }
        entries_.push_back({head->name, {content, head->content_bytes}});
        end_of_entries_ = content + head->content_bytes;
    }
    const auto by_name = [](const PackedEntry& left, const PackedEntry& right) {
        return left.name < right.name;
    };
    std::stable_sort(entries_.begin(), entries_.end(), by_name);
    // Of two with one name, the later one replaced the other.
    const auto same = [](const PackedEntry& left, const PackedEntry& right) {
        return left.name == right.name;
    };
    entries_.erase(entries_.begin(), std::unique(entries_.rbegin(), entries_.rend(), same).base());
}

namespace {

auto lower_bound(const std::vector<PackedEntry>& entries, const EntryName& name) {
    return std::lower_bound(
        entries.begin(), entries.end(), name,
        [](const PackedEntry& entry, const EntryName& wanted) { return entry.name < wanted; });
}

} // namespace

bool Pack::has_kind(EntryKind kind) const {
    const auto first = lower_bound(entries_, {kind, {}});
    return first != entries_.end() && first->name.kind == kind;
}

std::optional<EntryPlace> Pack::find(const EntryName& name) const {
    const auto found = lower_bound(entries_, name);
    if (found == entries_.end() || found->name != name) {
        return std::nullopt;
    }
    return found->place;
}

std::optional<std::string> Pack::read(const EntryPlace& place, std::uint64_t max_bytes) {
    const std::uint64_t wanted = std::min(place.bytes, max_bytes);
    if (!use() || place.offset > bytes_ || place.bytes > bytes_ - place.offset) {
        return std::nullopt;
    }
    auto content = read_at(file_, place.offset, wanted);
    return content && content->size() == wanted ? std::move(content) : std::nullopt;
}

/// A pack is a few hundred files at most, but a run uses few of them: only those stay open.
bool Pack::use() {
    if (file_.is_open()) {
        return true;
    }
    struct stat status{};
    file_ = open_regular(path_, status);
    if (file_.is_open()) {
        ::flock(file_.get(), LOCK_SH | LOCK_NB); // merely keeps others from removing it early
        ::futimens(file_.get(), nullptr);        // fails for a reader without rights: nothing is lost
    }
    return file_.is_open();
}

} // namespace recital
