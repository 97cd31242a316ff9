// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/earlier_run.h"

#include "studio/output/book_ledger.h"
#include "studio/planning/book_names.h"
#include "studio/process/signals.h"
#include "studio/state/file_digests.h"
#include "studio/state/installation.h"
#include "studio/state/run_folder.h"
#include "studio/state/run_sources.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

namespace recital {

namespace {

/// Counts the books that are reported, and knows which files they have.
class ReportedBooks : public RunListener {
public:
    explicit ReportedBooks(RunListener& listener) : listener_(listener) {}

    void on_warning(const Diagnostic& warning) override { listener_.on_warning(warning); }
    void on_notice(const Diagnostic& notice) override { listener_.on_notice(notice); }
    void on_skipped(const SkippedReport& skipped) override { listener_.on_skipped(skipped); }
    void on_progress(const RunProgress& progress) override { listener_.on_progress(progress); }
    void on_failure(const FailureReport& failure) override { listener_.on_failure(failure); }
    void on_book(const BookReport& book) override {
        add_to_totals(book, report_.totals);
        ++report_.books;
        ++report_.unchanged;
        for (const FileReport& file : book.files) {
            stems_.insert(hash_of_stem(std::filesystem::path(file.file).replace_extension()));
        }
        listener_.on_book(book);
    }

    [[nodiscard]] const RunReport& report() const { return report_; }
    [[nodiscard]] bool has(const std::filesystem::path& stem) const {
        return stems_.contains(hash_of_stem(stem));
    }

private:
    RunListener& listener_;
    RunReport report_;
    std::unordered_set<std::uint64_t> stems_;
};

} // namespace

bool has_run_record(const Job& job) {
    return !job.cache.empty() && !job.dry_run && !job.excerpt && are_inputs_comparable(job);
}

EarlierRun::EarlierRun(const Job& job) : job_(job), file_(run_record_path(job)) {
    load();
}

void EarlierRun::load() {
    std::optional<RunSources> sources;
    std::string block;
    std::string end;
    for (std::uint64_t position = file_.position(); file_.next(block); position = file_.position()) {
        ByteReader in(block);
        const RunBlock kind = take_kind(in);
        if (kind == RunBlock::sources) {
            sources = RunSources::take(in);
        } else if (kind == RunBlock::book) {
            books_.push_back({take_recorded_book(in).report.key.low, position});
        } else if (kind == RunBlock::end) {
            end = block;
        }
    }
    if (!sources || end.empty()) {
        throw MalformedBytes();
    }
    std::stable_sort(books_.begin(), books_.end());
    const Comparison comparison = job_.check_content ? Comparison::content : Comparison::stamps;
    const RunInputs inputs = find_run_inputs(job_);
    are_texts_unchanged_ = sources->are_texts_still(inputs, comparison);
    is_rest_unchanged_ = sources->is_rest_still(inputs, comparison);
    load_end(end);
}

void EarlierRun::load_end(const std::string& block) {
    ByteReader in(block);
    (void)take_kind(in);
    is_complete_ = in.flag();
    is_rest_unchanged_ = Installation::take(in).is_still(job_) && is_rest_unchanged_;
    constexpr std::size_t min_folder_bytes = 24;
    folders_.resize(in.count(min_folder_bytes));
    for (auto& [folder, books] : folders_) {
        folder = in.text();
        books = take_digest(in);
    }
}

std::optional<RunReport> EarlierRun::repeat(RunListener& listener) {
    const auto start = std::chrono::steady_clock::now();
    if (!is_complete_ || !are_texts_unchanged_ || !is_rest_unchanged_ || !are_folders_unchanged() ||
        !are_books_intact()) {
        return std::nullopt;
    }
    RunReport report = report_all(listener);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

bool EarlierRun::are_folders_unchanged() const {
    return std::all_of(folders_.begin(), folders_.end(),
                       [](const auto& folder) { return stamps_of_books(folder.first) == folder.second; });
}

bool EarlierRun::are_books_intact() {
    std::string block;
    file_.rewind();
    while (file_.next(block)) {
        check_interrupted();
        ByteReader in(block);
        if (take_kind(in) == RunBlock::book && !are_files_intact(take_recorded_book(in).report, in)) {
            return false;
        }
    }
    return true;
}

RunReport EarlierRun::report_all(RunListener& listener) {
    ReportedBooks reported(listener);
    std::string block;
    file_.rewind();
    while (file_.next(block)) {
        check_interrupted();
        ByteReader in(block);
        const RunBlock kind = take_kind(in);
        if (kind == RunBlock::warning) {
            listener.on_warning(take_diagnostic(in));
        } else if (kind == RunBlock::notice) {
            listener.on_notice(take_diagnostic(in));
        } else if (kind == RunBlock::skipped) {
            listener.on_skipped(take_skipped(in));
        } else if (kind == RunBlock::book) {
            report_again(take_recorded_book(in), reported);
        }
    }
    const auto orphans = BookLedger(job_).find_orphans(
        [&reported](const std::filesystem::path& stem) { return reported.has(stem); });
    if (const std::string message = describe_orphans(orphans); !message.empty()) {
        listener.on_warning({message, {job_.output.string(), 0}});
    }
    return reported.report();
}

std::optional<EarlierRun> find_earlier_run(const Job& job) {
    try {
        return std::optional<EarlierRun>(std::in_place, job);
    } catch (const MalformedBytes&) {
        return std::nullopt; // there is none yet, or it is damaged
    } catch (const Error&) {
        return std::nullopt; // the run will meet the error, too, and say what it costs
    }
}

std::optional<RecordedBook> EarlierRun::find(const Digest& key) {
    if (!is_rest_unchanged_) {
        return std::nullopt;
    }
    std::string block;
    const auto [first, last] = std::equal_range(books_.begin(), books_.end(), Entry{key.low, 0});
    for (auto entry = first; entry != last; ++entry) {
        file_.read_at(entry->position, block);
        ByteReader in(block);
        (void)take_kind(in);
        RecordedBook book = take_recorded_book(in);
        if (book.report.key == key && !book.report.is_name_shared && are_files_intact(book.report, in)) {
            return book;
        }
    }
    return std::nullopt;
}

} // namespace recital
