// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/codec/take.h"
#include "studio/takes/speech.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace recital {

/// Finished takes on disk, each under the hash of its key, readable by its owner only. Several runs may share
/// one store: a take appears whole or not at all.
class TakeStore {
public:
    /// A store in `folder`, kept for later runs; made when the first take comes.
    explicit TakeStore(std::filesystem::path folder);

    /// A store for this run alone, in the system's folder for temporary files, removed with this object.
    /// Removes those that killed runs of this user left there.
    [[nodiscard]] static TakeStore temporary();

    TakeStore(TakeStore&& other) noexcept;
    TakeStore& operator=(TakeStore&&) = delete;
    TakeStore(const TakeStore&) = delete;
    TakeStore& operator=(const TakeStore&) = delete;
    ~TakeStore();

    /// Removes what killed runs left behind and makes the folder. Throws an `output` error where it cannot be
    /// written.
    void open_for_writing() const;

    /// The take; nothing if it is not there or is damaged.
    [[nodiscard]] std::optional<Take> find(const TakeId& id) const;

    /// What a book has to know of the take, by one short read; nothing if it is not there or this part of it
    /// is damaged. Whether its sound is damaged is not looked at: that would take reading it.
    [[nodiscard]] std::optional<TakeSummary> find_summary(const TakeId& id) const;

    /// A file for a take or kept speech that another process writes. It has no name that is looked for until
    /// it is committed. Throws an `output` error.
    [[nodiscard]] std::unique_ptr<TemporaryFile> begin_take(const TakeId& id) const;
    [[nodiscard]] std::unique_ptr<TemporaryFile> begin_speech(const TakeId& id) const;

    /// Writes a take, or speech, into such a file. Throws an `output` error.
    void write_take(FileDescriptor file, const std::string& key, const Take& take,
                    const TakeSummary& summary) const;
    void write_speech(FileDescriptor file, const std::string& key, const SpeechTake& speech) const;

    /// Where kept speech is looked for, with everything else.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    /// Takes a damaged take out of the way. Throws an `output` error.
    void remove(const TakeId& id) const;

    /// Kept speech; nothing if it is not there or is damaged.
    [[nodiscard]] std::optional<SpeechTake> find_speech(const TakeId& id) const;

    /// The content of the note of that key: other results that are worth keeping, such as a drawn cover.
    /// Nothing if there is none, or if it is damaged or cannot be read.
    [[nodiscard]] std::optional<std::string> find_note(const std::string& key) const;
    /// Throws an `output` error.
    void put_note(const std::string& key, const std::string& content) const;

private:
    TakeStore(std::filesystem::path folder, FileDescriptor lock);

    [[nodiscard]] std::filesystem::path path_of(const TakeId& id, const char* extension) const;
    [[nodiscard]] std::unique_ptr<TemporaryFile> begin(const std::filesystem::path& path) const;
    void write(const std::filesystem::path& path, const std::string& content) const;

    std::filesystem::path folder_;
    FileDescriptor lock_; ///< on the folder of a temporary store
};

} // namespace recital
