// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/render_shards.h"

#include "base/error.h"
#include "studio/manifest/manifest_entry.h"
#include "studio/manifest/manifest_folder.h"
#include "studio/manifest/manifest_merge.h"
#include "studio/planning/output_name.h"
#include "studio/run.h"
#include "studio/shard_recorder.h"
#include "studio/sharding/plan_file.h"
#include "studio/sharding/shard_records.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace recital {

namespace {

/// Some books of a plan.
class SelectedRecords : public RecordSource {
public:
    SelectedRecords(const PlanFile& plan, const std::unordered_set<std::string>& books) : plan_(plan) {
        for (std::size_t book = 0; book < plan.size(); ++book) {
            if (books.contains(record_digest(plan.record(book)).hex())) {
                selected_.push_back(book);
            }
        }
    }

    [[nodiscard]] std::size_t size() const override { return selected_.size(); }
    [[nodiscard]] PlanRecord record(std::size_t book) const override { return plan_.record(selected_[book]); }

private:
    const PlanFile& plan_;
    std::vector<std::size_t> selected_;
};

void add_to(RunReport& sum, const RunReport& run) {
    sum.books += run.books;
    sum.failed += run.failed;
    sum.unchanged += run.unchanged;
    sum.totals.audio_seconds += run.totals.audio_seconds;
    sum.totals.bytes += run.totals.bytes;
    sum.totals.cpu_seconds += run.totals.cpu_seconds;
}

RunReport run_shard(const Job& job, const PlanFile& plan, const RecordSource& records,
                    const std::string& name, RunListener& listener) {
    if (job.dry_run) {
        return Run(job, listener, listener, {}).execute(records, 0);
    }
    ShardRecorder recorder(job, plan.summary(), name, listener);
    Run run(job, recorder, listener, {&recorder, &recorder, [&recorder](const PlanRecord& record) {
                                          return recorder.key_of(record);
                                      }});
    const RunReport report = run.execute(records, 0);
    recorder.finish(run.environment());
    return report;
}

} // namespace

RunReport render_shards(const Job& job, RunListener& listener) {
    const auto start = std::chrono::steady_clock::now();
    check_output(job);
    const PlanFile plan(job.plan);
    RunReport sum;
    if (job.retries_failed) {
        const ManifestRoot root = read_manifest_root(job.manifest);
        if (root.content != plan.summary().content) {
            throw Error(ErrorKind::input, "this manifest belongs to another plan",
                        {job.manifest.string(), 0});
        }
        const SelectedRecords failed(plan, failed_books(root));
        add_to(sum, run_shard(job, plan, failed, std::string(retry_name), listener));
    } else {
        for (const Shard& shard : job.shards) {
            add_to(sum, run_shard(job, plan, ShardRecords(plan, shard), shard.file_name(), listener));
        }
    }
    sum.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return sum;
}

} // namespace recital
