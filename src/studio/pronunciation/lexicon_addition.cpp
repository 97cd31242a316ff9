// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/lexicon_addition.h"

#include "base/file.h"
#include "base/resources.h"
#include "base/system/system_error.h"
#include "base/unicode.h"
#include "studio/pronunciation/phoneme_reading.h"
#include "text/lexicon/edit.h"
#include "text/lexicon/file.h"
#include "text/lexicon/lexicon.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace recital {

namespace {

/// Throws a `usage` error unless the voice can say the entry; returns how it says it.
std::string checked_ipa(const LexiconEntry& entry, const Voice& voice) {
    const PhonemeTable phonemes(resource_folder() / "data" / "phonemes", voice.language);
    if (phonemes.is_empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("there are no pronunciations for voices in the language {}", voice.language));
    }
    (void)Lexicon({&entry, 1}, voice.language, phonemes, SoundRange::foreign);
    const Phonemes read = phonemes.read(entry.pronunciation, SoundRange::foreign, {});
    const SpokenForm form{entry.written, {{0, entry.written.size(), read.text, {}}}};
    return read_phonemes({&form, 1}, voice).front();
}

/// Keeps other processes that add to lexicons of the folder waiting, until it is destroyed.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder)
        : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (!folder_.is_open() || ::flock(folder_.get(), LOCK_EX) != 0) {
            throw Error(ErrorKind::output, fmt::format("cannot be used: {}", system_error_text(errno)),
                        {folder.string(), 0});
        }
    }

private:
    FileDescriptor folder_;
};

/// The file itself where the path is a link to it.
std::filesystem::path target_of(const std::filesystem::path& path) {
    std::error_code failure;
    const std::filesystem::path target =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path), failure);
    return failure ? std::filesystem::absolute(path) : target;
}

/// Who may use the file stays as it was.
void write(const std::filesystem::path& file, const std::string& text) {
    struct stat status{};
    const bool is_there = ::stat(file.c_str(), &status) == 0;
    if (is_there && ::access(file.c_str(), W_OK) != 0) {
        throw Error(ErrorKind::output, fmt::format("cannot be written: {}", system_error_text(errno)),
                    {file.string(), 0});
    }
    TemporaryFile temporary(file);
    FileWriter writer(temporary.descriptor(), file.string());
    writer.write(text);
    writer.flush();
    if (is_there) {
        ::fchmod(temporary.descriptor().get(), status.st_mode & 07777U);
    }
    temporary.commit_synced();
}

} // namespace

std::filesystem::path lexicon_for(std::span<const std::filesystem::path> inputs) {
    const std::string_view name = lexicon_file_names.front();
    if (inputs.empty()) {
        return name;
    }
    std::error_code ignored;
    const std::filesystem::path& input = inputs.front();
    if (!std::filesystem::exists(input, ignored) || is_own_descriptor(input)) {
        throw Error(
            ErrorKind::usage,
            fmt::format("'{}' is not a file or folder beside which a lexicon can be: name the lexicon "
                        "with --lexicon",
                        input.string()));
    }
    return (std::filesystem::is_directory(input, ignored) ? input : input.parent_path()) / name;
}

LexiconAddition add_to_lexicon(const std::filesystem::path& table, const std::string& written,
                               const std::string& pronunciation, const Voice& voice) {
    if (fold_case(table.extension().string()) == ".pls") {
        throw Error(
            ErrorKind::usage,
            "entries are added to tables (.tsv), not to W3C lexicons: give another file with --lexicon",
            {table.string(), 0});
    }
    std::string before;
    const std::string ipa =
        checked_ipa({normalise_nfc(written), {}, {}, normalise_nfc(pronunciation), {}}, voice);
    const std::filesystem::path file = target_of(table);
    const FolderLock lock(file.parent_path());
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) {
        (void)read_lexicon(file); // what is wrong in it would be found by the next run only
        before = read_file(file);
    }
    EditedTable edited = with_entry(before, written, pronunciation);
    write(file, edited.text);
    return {{table.string(), edited.line}, std::move(edited.replaced), ipa};
}

} // namespace recital
