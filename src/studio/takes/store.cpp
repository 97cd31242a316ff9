// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/store.h"

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/temporary_name.h"
#include "studio/takes/stored_note.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr const char* take_extension = ".take";
constexpr const char* speech_extension = ".speech";
constexpr const char* note_extension = ".note";

constexpr std::string_view temporary_prefix = "recital-takes-";

[[nodiscard]] FileDescriptor open_folder(const std::filesystem::path& folder) {
    return FileDescriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
}

/// True for a folder of this user that no living run has locked.
bool is_abandoned(const std::filesystem::path& path) {
    const FileDescriptor folder = open_folder(path);
    struct stat status{};
    return folder.is_open() && ::fstat(folder.get(), &status) == 0 && status.st_uid == ::geteuid() &&
           ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
}

void write_all(FileDescriptor file, const std::filesystem::path& path, const std::string& content) {
    FileWriter writer(std::move(file), path.string());
    writer.write(content);
    writer.flush();
}

void sweep_temporary_stores() {
    std::error_code failure;
    const auto folder = std::filesystem::temp_directory_path(failure);
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::filesystem::path& path = entry->path();
        if (is_temporary_name(path.filename().string(), temporary_prefix) && is_abandoned(path)) {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    }
}

} // namespace

TakeStore::TakeStore(std::filesystem::path folder) : TakeStore(std::move(folder), FileDescriptor()) {}

TakeStore::TakeStore(std::filesystem::path folder, FileDescriptor lock)
    : folder_(std::move(folder)), lock_(std::move(lock)) {}

TakeStore TakeStore::temporary() {
    sweep_temporary_stores();
    struct stat status{};
    while (true) { // a sweep of another run may take the folder in the moment before it is locked
        const std::filesystem::path name =
            std::filesystem::temp_directory_path() / make_temporary_name(temporary_prefix);
        if (::mkdir(name.c_str(), S_IRWXU) != 0) {
            throw Error(ErrorKind::output,
                        fmt::format("no folder for temporary files can be created: {}: set TMPDIR to a "
                                    "folder that can be written",
                                    std::strerror(errno)),
                        {name.string(), 0});
        }
        FileDescriptor lock = open_folder(name);
        ::flock(lock.get(), LOCK_EX);
        if (::stat(name.c_str(), &status) == 0) {
            return {name, std::move(lock)};
        }
    }
}

TakeStore::TakeStore(TakeStore&& other) noexcept = default;

TakeStore::~TakeStore() {
    if (lock_.is_open()) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
}

void TakeStore::open_for_writing() const {
    const bool is_new = !std::filesystem::exists(folder_);
    create_folder(folder_);
    if (is_new) {
        ::chmod(folder_.c_str(), S_IRWXU); // what people read is their own affair
    }
    if (::access(folder_.c_str(), W_OK | X_OK) != 0) {
        throw Error(
            ErrorKind::output,
            "takes cannot be stored here: choose another folder with --cache, or none with --no-cache",
            {folder_.string(), 0});
    }
    sweep_temporary_files(folder_);
}

std::filesystem::path TakeStore::path_of(const TakeId& id, const char* extension) const {
    const std::string name = id.hex();
    return folder_ / name.substr(0, 2) / (name + extension);
}

std::optional<Take> TakeStore::find(const TakeId& id) const {
    const auto path = path_of(id, take_extension);
    if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
        return std::nullopt;
    }
    try {
        return parse_take(read_file(path), id);
    } catch (const Error&) {
        return std::nullopt; // it will be rendered again and replaced
    }
}

std::optional<TakeSummary> TakeStore::find_summary(const TakeId& id) const {
    const FileDescriptor file(::open(path_of(id, take_extension).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, take_head_bytes> head{};
    if (!file.is_open() || ::read(file.get(), head.data(), head.size()) != ssize_t{head.size()}) {
        return std::nullopt;
    }
    try {
        return parse_take_head({head.data(), head.size()}, id);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void TakeStore::remove(const TakeId& id) const {
    remove_file(path_of(id, take_extension));
}

std::optional<SpeechTake> TakeStore::find_speech(const TakeId& id) const {
    const auto path = path_of(id, speech_extension);
    if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
        return std::nullopt;
    }
    try {
        return parse_speech(read_file(path), id);
    } catch (const Error&) {
        return std::nullopt; // it will be said again and replaced
    }
}

std::unique_ptr<TemporaryFile> TakeStore::begin_take(const TakeId& id) const {
    return begin(path_of(id, take_extension));
}

std::unique_ptr<TemporaryFile> TakeStore::begin_speech(const TakeId& id) const {
    return begin(path_of(id, speech_extension));
}

void TakeStore::write_take(FileDescriptor file, const std::string& key, const Take& take,
                           const TakeSummary& summary) const {
    write_all(std::move(file), path_of(digest_of(key), take_extension), serialise_take(take, summary, key));
}

void TakeStore::write_speech(FileDescriptor file, const std::string& key, const SpeechTake& speech) const {
    write_all(std::move(file), path_of(digest_of(key), speech_extension), serialise_speech(speech, key));
}

std::optional<std::string> TakeStore::find_note(const std::string& key) const {
    const auto path = path_of(digest_of(key), note_extension);
    if (std::error_code ignored; !std::filesystem::exists(path, ignored)) {
        return std::nullopt;
    }
    try {
        return parse_note(read_file(path), key);
    } catch (const Error&) {
        return std::nullopt; // it will be made again and replaced
    }
}

void TakeStore::put_note(const std::string& key, const std::string& content) const {
    write(path_of(digest_of(key), note_extension), serialise_note(content, key));
}

std::unique_ptr<TemporaryFile> TakeStore::begin(const std::filesystem::path& path) const {
    create_folder(path.parent_path());
    return std::make_unique<TemporaryFile>(path, folder_);
}

void TakeStore::write(const std::filesystem::path& path, const std::string& content) const {
    const std::unique_ptr<TemporaryFile> file = begin(path);
    write_all(file->descriptor(), path, content);
    file->commit();
}

} // namespace recital
