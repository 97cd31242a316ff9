// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/render.h"

#include "studio/earlier_run.h"
#include "studio/planning/plan.h"
#include "studio/process/signals.h"
#include "studio/render_shards.h"
#include "studio/run.h"
#include "studio/run_recorder.h"
#include "studio/state/book_keys.h"

#include <chrono>
#include <optional>

namespace recital {

namespace {

RunReport plan_and_run(const Job& job, RunListener& listener, RunListener& shelf_listener,
                       Run::History history) {
    const auto start = std::chrono::steady_clock::now();
    Run run(job, listener, shelf_listener, history);
    const Plan plan = plan_books(job, run.documents(), listener);
    RunReport report = run.execute(plan, plan.failures());
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

} // namespace

RunReport render(const Job& job, RunListener& listener) {
    watch_signals();
    if (!job.plan.empty()) {
        return render_shards(job, listener);
    }
    if (!has_run_record(job)) {
        return plan_and_run(job, listener, listener, {});
    }
    std::optional<EarlierRun> earlier = find_earlier_run(job);
    if (auto unchanged = earlier ? earlier->repeat(listener) : std::nullopt) {
        return *unchanged;
    }
    RunRecorder recorder(job, listener);
    BookKeys keys;
    try {
        const RunReport report =
            plan_and_run(job, recorder, listener,
                         {earlier ? &*earlier : nullptr, &recorder,
                          [&keys](const PlanRecord& record) { return keys.of(record); }});
        recorder.save();
        return report;
    } catch (const Interrupted&) {
        recorder.save_part(earlier ? earlier->books() : 0);
        throw;
    }
}

} // namespace recital
