// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/book_history.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/state/block_file.h"
#include "studio/state/run_blocks.h"
#include "studio/state/run_inputs.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// True if records of this job's runs are kept: it has a cache, its inputs can be compared, and it does more
/// than plan.
[[nodiscard]] bool has_run_record(const Job& job);

/// The last run of a job, by the record that it left; see RunRecorder.
class EarlierRun : public FinishedEarlier {
public:
    /// The job outlives this object. Reads the whole record. Throws MalformedBytes if there is none, or it is
    /// damaged; an Error if the job's inputs cannot be looked for.
    explicit EarlierRun(const Job& job);

    /// If a run now would make the same books of the same texts, and all of them are there as that run wrote
    /// them, tells the listener what it was told then, and returns what the run would. Parses no text and
    /// writes nothing. Nothing if the job has to be run. Throws Interrupted if a signal asked to stop.
    [[nodiscard]] std::optional<RunReport> repeat(RunListener& listener);

    /// How many books it has made.
    [[nodiscard]] std::size_t books() const { return books_.size(); }

    /// In constant time.
    [[nodiscard]] std::optional<RecordedBook> find(const Digest& key) override;

private:
    /// Where a book is in the record.
    struct Entry {
        std::uint64_t key = 0; ///< half of it
        std::uint64_t position = 0;

        friend bool operator<(const Entry& left, const Entry& right) { return left.key < right.key; }
    };

    void load();
    void load_end(const std::string& block);
    [[nodiscard]] bool are_books_intact();
    [[nodiscard]] bool are_folders_unchanged() const;
    RunReport report_all(RunListener& listener);

    const Job& job_;
    BlockFileReader file_;
    std::vector<Entry> books_; ///< in order
    bool are_texts_unchanged_ = false;
    bool is_rest_unchanged_ = false; ///< everything but the texts
    bool is_complete_ = false;       ///< nothing failed, and no text changed during the run
    std::vector<std::pair<std::filesystem::path, Digest>> folders_; ///< whose books decide names
};

/// Nothing if there is none that can be used.
[[nodiscard]] std::optional<EarlierRun> find_earlier_run(const Job& job);

} // namespace recital
