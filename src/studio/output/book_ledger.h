// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "studio/job/job.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace recital {

/// Which books the last run over the same inputs made in a folder: a list beside the takes, since a book
/// holds no paths. By it a run finds the books that are still there although nothing makes them any more.
/// Without a cache nothing is known. docs/formats/run-state.md specifies the file.
class BookLedger {
public:
    /// The job outlives this object.
    explicit BookLedger(const Job& job);
    BookLedger(const BookLedger&) = delete;
    BookLedger& operator=(const BookLedger&) = delete;
    ~BookLedger();

    /// Enters a book of this run by one of its files. What cannot be noted is left out: a run does not fail
    /// for its notes.
    void add(const std::filesystem::path& file);

    using Predicate = std::function<bool(const std::filesystem::path& stem)>;

    /// The books of earlier runs that `is_made`, asked with their stems, does not know, and of which there is
    /// still a file.
    [[nodiscard]] std::vector<std::filesystem::path> find_orphans(const Predicate& is_made) const;

    /// Keeps the list for the next run, these orphans included. Without it the earlier list stays.
    void save(const std::vector<std::filesystem::path>& orphans);

private:
    void open();
    void give_up();
    void add_stem(const std::filesystem::path& stem); ///< a file without its extension

    const Job& job_;
    std::filesystem::path path_; ///< of the list; empty if there is none
    std::filesystem::path output_;
    bool is_written_;
    std::unique_ptr<TemporaryFile> file_;
    std::unique_ptr<FileWriter> writer_;
};

/// One sentence about orphans that names the first of them; empty if there are none.
[[nodiscard]] std::string describe_orphans(const std::vector<std::filesystem::path>& orphans);

} // namespace recital
