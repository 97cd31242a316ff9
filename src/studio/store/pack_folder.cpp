// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/pack_folder.h"

#include "base/folder_reader.h"
#include "studio/store/growing_pack.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <system_error>
#include <utility>

namespace recital {

namespace {

/// Packs are joined within a class of sizes, so that every byte is copied once for each class.
struct SizeClass {
    std::uint64_t min_bytes;
    std::uint64_t max_bytes;
};
constexpr std::array<SizeClass, 2> size_classes = {
    {{0, std::uint64_t{8} << 20U}, {std::uint64_t{8} << 20U, full_pack_bytes}}};
constexpr std::size_t max_packs_of_class = 8;

/// Locked for this process alone; closed if the file is gone or a run is using it.
FileDescriptor lock_unused(const std::filesystem::path& path) {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.is_open() && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        file.close();
    }
    return file;
}

/// A pack with its lock.
struct LockedPack {
    Pack pack;
    FileDescriptor lock;
};

std::vector<LockedPack> lock_packs(std::span<const PackFile> files) {
    std::vector<LockedPack> packs;
    for (const PackFile& file : files) {
        FileDescriptor lock = lock_unused(file.path);
        std::optional<Pack> pack = lock.is_open() ? Pack::open(file.path) : std::nullopt;
        if (pack) {
            packs.push_back({std::move(*pack), std::move(lock)});
        }
    }
    return packs;
}

/// Packs of limited size that entries are copied into.
class JoinedPacks {
public:
    explicit JoinedPacks(const std::filesystem::path& folder) : folder_(folder) {}

    /// The entries of the pack that were not copied before, in the order in which they lie in their file.
    void copy(const LockedPack& source) {
        std::vector<PackedEntry> entries = source.pack.entries();
        std::sort(entries.begin(), entries.end(), [](const PackedEntry& left, const PackedEntry& right) {
            return left.place.offset < right.place.offset;
        });
        for (const PackedEntry& entry : entries) {
            const auto content = read_at(source.lock, entry.place.offset, entry.place.bytes);
            if (content && content->size() == entry.place.bytes && copied_.insert(entry.name).second) {
                put(entry.name, *content);
            }
        }
    }

    void finish() {
        if (growing_) {
            (void)growing_->finish();
            growing_.reset();
        }
    }

private:
    void put(const EntryName& name, const std::string& content) {
        if (!growing_) {
            growing_.emplace(folder_);
        }
        growing_->put(name, content);
        if (growing_->bytes() >= full_pack_bytes) {
            finish();
        }
    }

    const std::filesystem::path& folder_;
    std::optional<GrowingPack> growing_;
    std::set<EntryName> copied_;
};

/// `files`: the latest first, so that of entries with one name the latest is copied.
bool join(const std::filesystem::path& folder, std::span<const PackFile> files) {
    const std::vector<LockedPack> packs = lock_packs(files);
    if (packs.size() <= max_packs_of_class) {
        return false;
    }
    JoinedPacks joined(folder);
    for (const LockedPack& pack : packs) {
        joined.copy(pack);
    }
    joined.finish();
    for (const LockedPack& pack : packs) {
        remove_file(pack.pack.path());
    }
    return true;
}

} // namespace

std::vector<PackFile> list_packs(const std::filesystem::path& folder) {
    std::vector<PackFile> packs;
    for (FolderReader entries(folder); entries.next();) {
        const std::filesystem::path& path = entries.path();
        struct stat status{};
        if (path.extension() == pack_extension && ::lstat(path.c_str(), &status) == 0 &&
            S_ISREG(status.st_mode)) {
            packs.push_back({path, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec});
        }
    }
    std::sort(packs.begin(), packs.end(), [](const PackFile& left, const PackFile& right) {
        return left.path.filename() > right.path.filename();
    });
    return packs;
}

std::vector<std::filesystem::path> list_unfinished_packs(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> packs;
    for (FolderReader entries(folder); entries.next();) {
        if (is_temporary_file_name(entries.path())) {
            packs.push_back(entries.path());
        }
    }
    return packs;
}

bool join_small_packs(const std::filesystem::path& folder) {
    const FileDescriptor lock(
        ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.is_open() || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    bool has_joined = false;
    for (const SizeClass& sizes : size_classes) {
        std::vector<PackFile> packs = list_packs(folder);
        std::erase_if(packs, [&sizes](const PackFile& pack) {
            return pack.bytes < sizes.min_bytes || pack.bytes >= sizes.max_bytes;
        });
        if (packs.size() > max_packs_of_class) {
            has_joined = join(folder, packs) || has_joined;
        }
    }
    return has_joined;
}

std::uint64_t remove_oldest_packs(const std::filesystem::path& folder, std::uint64_t max_bytes) {
    std::vector<PackFile> packs = list_packs(folder);
    std::uint64_t left = 0;
    for (const PackFile& pack : packs) {
        left += pack.bytes;
    }
    std::sort(packs.begin(), packs.end(), [](const PackFile& one, const PackFile& other) {
        return std::pair(one.last_used, one.path) < std::pair(other.last_used, other.path);
    });
    std::uint64_t removed = 0;
    for (const PackFile& pack : packs) {
        if (left - removed <= max_bytes) {
            break;
        }
        if (lock_unused(pack.path).is_open() && ::unlink(pack.path.c_str()) == 0) {
            removed += pack.bytes;
        }
    }
    return removed;
}

} // namespace recital
