// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/run_recorder.h"

#include "studio/state/block_file.h"
#include "studio/state/file_digests.h"
#include "studio/state/file_stamp.h"
#include "studio/state/installation.h"
#include "studio/state/run_blocks.h"
#include "studio/state/run_folder.h"
#include "studio/state/run_sources.h"

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// Whoever changes a file after this has returned gives it a later time than any that was recorded.
void wait_for_next_tick() {
    constexpr int max_waits = 20; // of 1 ms; the clock of the usual file systems has ticks of 1 to 10 ms
    constexpr timespec millisecond{0, 1'000'000};
    const std::int64_t recorded = file_system_time();
    for (int wait = 0; wait < max_waits && file_system_time() == recorded; ++wait) {
        ::nanosleep(&millisecond, nullptr);
    }
}

} // namespace

/// The record of a run that is under way.
class RunRecorder::Record {
public:
    explicit Record(const Job& job)
        : job_(job), sources_(job), file_(run_record_path(job), [&job] { make_run_folder(job); }) {}

    void set_content(const std::filesystem::path& text, const Digest& content) {
        sources_.set_content(text, content);
    }

    void set_opening(const std::optional<Digest>& key) { opening_ = key; }
    void set_failed() { has_failed_ = true; }
    [[nodiscard]] std::size_t books() const { return books_; }

    void add(Remark remark) {
        if (opening_) {
            remarks_[*opening_].push_back(std::move(remark));
        } else {
            file_.add(remark_block(remark));
        }
    }

    void add(const SkippedReport& skipped) { file_.add(skipped_block(skipped)); }

    void add(const BookReport& report) {
        if (!report.left_out.empty()) {
            has_failed_ = true; // the next run tries the passages again
            return;
        }
        RecordedBook book{{}, report};
        if (auto remarks = remarks_.extract(report.key)) {
            book.remarks = std::move(remarks.mapped());
        }
        file_.add(book_block(book));
        ++books_;
        if (report.is_name_shared) {
            for (const FileReport& file : report.files) {
                folders_.insert(file.file.parent_path());
            }
        }
    }

    void set_installation(const std::optional<Installation>& installation) { installation_ = installation; }

    void save() {
        const RunInputs inputs = find_run_inputs(job_);
        // What was changed within a tick of the clock is found by the next run, which reads young files.
        if (books_ == 0 || !sources_.is_rest_still(inputs, Comparison::stamps_alone)) {
            return;
        }
        add_sources();
        ByteWriter out;
        put_kind(out, RunBlock::end);
        out.flag(!has_failed_ && sources_.are_texts_still(inputs, Comparison::stamps_alone));
        (installation_ ? *installation_ : Installation(job_)).put(out);
        out.number(folders_.size());
        for (const std::filesystem::path& folder : folders_) {
            out.text(folder.native());
            put_digest(out, stamps_of_books(folder));
        }
        file_.add(out.take());
        file_.commit();
        wait_for_next_tick();
    }

private:
    void add_sources() {
        ByteWriter out;
        put_kind(out, RunBlock::sources);
        sources_.put(out);
        file_.add(out.take());
    }

    const Job& job_;
    RunSources sources_;
    BlockFileWriter file_;
    std::size_t books_ = 0;
    bool has_failed_ = false;
    std::optional<Digest> opening_;                 ///< the book that is being opened
    std::map<Digest, std::vector<Remark>> remarks_; ///< on books that are not finished
    std::optional<Installation> installation_;
    std::set<std::filesystem::path> folders_; ///< whose other books decide names of books of this run
};

RunRecorder::RunRecorder(const Job& job, RunListener& listener) : listener_(listener) {
    attempt([&] { record_ = std::make_unique<Record>(job); });
}

RunRecorder::~RunRecorder() = default;

template <typename Work>
void RunRecorder::attempt(const Work& work) {
    try {
        work();
    } catch (const std::exception&) {
        record_.reset();
    }
}

void RunRecorder::set_opening(const std::optional<Digest>& key) {
    if (record_) {
        record_->set_opening(key);
    }
}

void RunRecorder::on_warning(const Diagnostic& diagnostic) {
    if (record_) {
        attempt([&] { record_->add(Remark{true, diagnostic}); });
    }
    listener_.on_warning(diagnostic);
}

void RunRecorder::on_notice(const Diagnostic& notice) {
    if (record_) {
        attempt([&] { record_->add(Remark{false, notice}); });
    }
    listener_.on_notice(notice);
}

void RunRecorder::on_skipped(const SkippedReport& skipped) {
    if (record_) {
        attempt([&] { record_->add(skipped); });
    }
    listener_.on_skipped(skipped);
}

void RunRecorder::on_book(const BookReport& book) {
    if (record_) {
        attempt([&] { record_->add(book); });
    }
    listener_.on_book(book);
}

/// What failed is tried again by the next run.
void RunRecorder::on_failure(const FailureReport& failure) {
    if (record_) {
        record_->set_failed();
    }
    listener_.on_failure(failure);
}

void RunRecorder::on_text_read(const std::filesystem::path& text, const Digest& content) {
    if (record_) {
        record_->set_content(text, content);
    }
}

void RunRecorder::set_installation(const std::optional<Installation>& installation) {
    if (record_) {
        record_->set_installation(installation);
    }
}

void RunRecorder::save_part(std::size_t earlier_books) {
    if (record_ && record_->books() > earlier_books) {
        record_->set_failed();
        save();
    }
}

void RunRecorder::save() {
    if (record_) {
        attempt([&] { record_->save(); });
    }
}

} // namespace recital
