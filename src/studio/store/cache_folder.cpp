// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/cache_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/folder_reader.h"
#include "base/hash.h"
#include "studio/store/growing_pack.h"
#include "studio/store/pack_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view tag_name = "CACHEDIR.TAG";
constexpr std::string_view tag_content =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Files of recital: rendered passages, which can be made again. `recital cache clear` removes them.\n";

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    for (FolderReader reader(folder); reader.next();) {
        entries.push_back(reader.path());
    }
    return entries;
}

void require_private(const std::filesystem::path& cache) {
    struct stat status{};
    if (::stat(cache.c_str(), &status) != 0) {
        return; // writing will tell
    }
    if (status.st_uid != ::geteuid()) {
        throw Error(ErrorKind::output,
                    "this cache belongs to another user: choose another folder with --cache, or none with "
                    "--no-cache",
                    {cache.string(), 0});
    }
    if ((status.st_mode & S_IWOTH) != 0) {
        throw Error(ErrorKind::output,
                    "everybody may write to this cache: take that right away (chmod o-w), choose another "
                    "folder with --cache, or none with --no-cache",
                    {cache.string(), 0});
    }
}

void make_private_folder(const std::filesystem::path& folder) {
    const bool is_new = !std::filesystem::exists(folder);
    create_folder(folder);
    if (is_new) {
        ::chmod(folder.c_str(), S_IRWXU); // what people read is their own affair
    }
}

bool is_file_of_earlier_layout(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 3> extensions = {".take", ".speech", ".note"};
    return Digest::from_hex(path.stem().string()) &&
           std::find(extensions.begin(), extensions.end(), path.extension().string()) != extensions.end();
}

/// Earlier versions had a file for each entry, in folders of two hexadecimal digits.
void remove_earlier_layout(const std::filesystem::path& cache) {
    for (const std::filesystem::path& folder : entries_of(cache)) {
        const std::string name = folder.filename().string();
        if (name.size() != 2 || name.find_first_not_of("0123456789abcdef") != std::string::npos) {
            continue;
        }
        for (const std::filesystem::path& file : entries_of(folder)) {
            if (is_file_of_earlier_layout(file)) {
                ::unlink(file.c_str());
            }
        }
        ::rmdir(folder.c_str()); // unless something else is in it
    }
}

void write_tag(const std::filesystem::path& cache) {
    const std::filesystem::path tag = cache / tag_name;
    if (std::error_code ignored; std::filesystem::exists(tag, ignored)) {
        return;
    }
    TemporaryFile file(tag);
    FileWriter writer(file.descriptor(), tag.string());
    writer.write(tag_content);
    writer.flush();
    file.commit();
}

void count_entries(const std::filesystem::path& path, CacheContent& content) {
    const auto pack = Pack::open(path);
    if (!pack) {
        return;
    }
    ++content.packs;
    content.bytes += pack->bytes();
    for (const PackedEntry& entry : pack->entries()) {
        switch (entry.name.kind) {
        case EntryKind::take:
            ++content.takes;
            break;
        case EntryKind::speech:
            ++content.speech;
            break;
        case EntryKind::note:
            ++content.notes;
            break;
        }
    }
}

} // namespace

std::filesystem::path packs_in(const std::filesystem::path& cache) {
    return cache / "packs-1";
}

std::filesystem::path run_state_in(const std::filesystem::path& cache) {
    return cache / "runs";
}

void open_cache_folder(const std::filesystem::path& cache) {
    make_private_folder(cache);
    require_private(cache);
    if (::access(cache.c_str(), W_OK | X_OK) != 0) {
        throw Error(
            ErrorKind::output,
            "takes cannot be stored here: choose another folder with --cache, or none with --no-cache",
            {cache.string(), 0});
    }
    sweep_temporary_files(cache);
    write_tag(cache);
    remove_earlier_layout(cache);
    make_private_folder(packs_in(cache));
}

CacheContent count_cache(const std::filesystem::path& cache) {
    CacheContent content;
    const std::filesystem::path folder = packs_in(cache);
    for (const PackFile& file : list_packs(folder)) {
        count_entries(file.path, content);
        content.oldest_use = std::min(content.oldest_use.value_or(file.last_used), file.last_used);
    }
    for (const std::filesystem::path& file : list_unfinished_packs(folder)) {
        count_entries(file, content);
    }
    return content;
}

std::uint64_t prune_cache(const std::filesystem::path& cache, std::uint64_t max_bytes) {
    if (std::error_code ignored; !std::filesystem::exists(cache, ignored)) {
        return 0;
    }
    open_cache_folder(cache);
    finish_abandoned_packs(packs_in(cache));
    return remove_oldest_packs(packs_in(cache), max_bytes);
}

std::uint64_t clear_cache(const std::filesystem::path& cache) {
    if (std::error_code ignored; !std::filesystem::exists(cache, ignored)) {
        return 0;
    }
    const std::uint64_t removed = prune_cache(cache, 0);
    std::error_code ignored;
    std::filesystem::remove_all(run_state_in(cache), ignored);
    std::filesystem::remove(packs_in(cache) / "lock", ignored);
    std::filesystem::remove(packs_in(cache), ignored);
    if (!std::filesystem::exists(packs_in(cache), ignored)) {
        std::filesystem::remove(cache / tag_name, ignored);
        std::filesystem::remove(cache, ignored); // unless something else is in it
    }
    return removed;
}

} // namespace recital
