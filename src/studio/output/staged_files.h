// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"
#include "studio/output/temporary_folder.h"

#include <memory>

namespace recital {

/// The chapter files and subtitles of a book's file while it is written. They are finished before it is
/// certain what the book will be called, so they wait in a hidden folder beside it.
class StagedFiles {
public:
    /// `file` names what is to be written. Throws an `output` error.
    explicit StagedFiles(const FileReport& file);

    /// The same, with the names in the hidden folder. Only the book's own file keeps its name.
    [[nodiscard]] const FileReport& report() const { return staged_; }

    [[nodiscard]] bool is_empty() const { return folder_ == nullptr; }

    /// Renames everything to the names that `file` has now, replacing what is there, and removes what this
    /// program wrote for chapters that the book had before. Throws an `output` error.
    void put_in_place(const FileReport& file) const;

private:
    std::unique_ptr<TemporaryFolder> folder_; ///< if there is anything to be written
    FileReport staged_;
};

} // namespace recital
