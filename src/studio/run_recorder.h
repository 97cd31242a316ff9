// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/book_history.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/state/installation.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

namespace recital {

/// Records what a run tells its listener, for EarlierRun. docs/formats/run-state.md specifies the file. What
/// cannot be recorded is left out: a run does not fail for its notes.
class RunRecorder : public BookRecorder {
public:
    /// Create it before any input is read. Job and listener outlive it.
    RunRecorder(const Job& job, RunListener& listener);
    ~RunRecorder() override;
    RunRecorder(const RunRecorder&) = delete;
    RunRecorder& operator=(const RunRecorder&) = delete;

    void on_warning(const Diagnostic& diagnostic) override;
    void on_notice(const Diagnostic& notice) override;
    void on_skipped(const SkippedReport& skipped) override;
    void on_progress(const RunProgress& progress) override { listener_.on_progress(progress); }
    void on_book(const BookReport& book) override;
    void on_failure(const FailureReport& failure) override;

    void on_text_read(const std::filesystem::path& text, const Digest& content) override;

    /// Otherwise `save` finds it out.
    void set_installation(const std::optional<Installation>& installation) override;

    /// Keeps the record, unless something that decides all books was changed during the run. Call it at the
    /// end of a run that was not stopped.
    void save();

    /// Keeps the record of a run that is being stopped, so that the next one keeps the books that are
    /// finished, if there are more than an earlier run's record has.
    void save_part(std::size_t earlier_books);

private:
    class Record;

    void set_opening(const std::optional<Digest>& key) override;

    template <typename Work>
    void attempt(const Work& work);

    RunListener& listener_;
    std::unique_ptr<Record> record_; ///< none once the run cannot be recorded
};

} // namespace recital
