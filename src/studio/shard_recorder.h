// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/book_history.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/job/settings_digest.h"
#include "studio/manifest/manifest_segment.h"
#include "studio/manifest/shard_journal.h"
#include "studio/planning/plan_record.h"
#include "studio/sharding/plan_file.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// What one shard of a plan has made: keeps its journal while it runs, so that another attempt goes on where
/// this one was stopped, and writes its manifest at the end.
class ShardRecorder : public BookRecorder, public FinishedEarlier {
public:
    /// `shard` names the shard's files. Job and listener outlive it. Throws `output` and `engine` errors.
    ShardRecorder(const Job& job, const PlanSummary& plan, std::string shard, RunListener& listener);

    /// Names what the book is made from: the record, the settings and data that shape it, the versions of
    /// program and engine.
    [[nodiscard]] Digest key_of(const PlanRecord& record);

    [[nodiscard]] std::optional<RecordedBook> find(const Digest& key) override;
    [[nodiscard]] std::optional<FailureReport> find_failure(const Digest& key) override;

    void on_warning(const Diagnostic& diagnostic) override;
    void on_notice(const Diagnostic& notice) override;
    void on_skipped(const SkippedReport& skipped) override { listener_.on_skipped(skipped); }
    void on_progress(const RunProgress& progress) override { listener_.on_progress(progress); }
    void on_book(const BookReport& book) override;
    void on_failure(const FailureReport& failure) override;

    /// Writes the manifest of the shard. To be called when all its books were made or have failed.
    /// `environment` describes this machine, see SegmentSummary.
    void finish(const std::string& environment);

private:
    /// A book that was begun or found.
    struct OpenBook {
        PlanRecord record;
        std::string settings;
        std::vector<Remark> remarks;
        std::string line; ///< of the manifest, if an earlier attempt has made it
    };

    void set_opening(const std::optional<Digest>& key) override { opening_ = key; }
    void add_remark(bool is_warning, const Diagnostic& diagnostic);
    [[nodiscard]] std::string settings_of(const PlanRecord& record);
    [[nodiscard]] ManifestEntry entry_of(const OpenBook& book) const;
    void warn_of_other_environments(const std::string& environment) const;

    const Job& job_;
    RunListener& listener_;
    SettingsDigest settings_;
    std::string programs_; ///< that make the books, with their versions
    std::string engine_;
    Digest plan_;
    std::string shard_;
    std::filesystem::path folder_;
    ShardJournal journal_;
    std::optional<Digest> opening_;
    std::map<Digest, OpenBook> open_;
};

} // namespace recital
