// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/run.h"

#include "base/system/system_error.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/assembly/take_scheduler.h"
#include "studio/book_opener.h"
#include "studio/output/book_file.h"
#include "studio/output/bookshelf.h"
#include "studio/output/finished_books.h"
#include "studio/output/staged_book.h"
#include "studio/planning/cost_estimate.h"
#include "studio/process/signals.h"
#include "studio/sources/document_cache.h"
#include "studio/state/run_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <functional>
#include <iterator>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

TakeStore open_store(const Job& job, RunListener& listener) {
    const auto warn = [&listener](const Diagnostic& diagnostic) { listener.on_warning(diagnostic); };
    return job.cache.empty() ? TakeStore::temporary() : TakeStore(job.cache, job.cache_bytes, warn);
}

} // namespace

Run::Run(const Job& job, RunListener& listener, RunListener& shelf_listener, History history)
    : job_(job), listener_(listener), history_(history),
      documents_(SourceReader(job.reading, job.fields, job.limits, job.ids), job.document_budget),
      store_(open_store(job, listener)), notes_(job, store_), shelf_(job, notes_, shelf_listener),
      opener_(job, documents_, listener, store_, notes_, shelf_),
      scheduler_(job.workers, job.limits, store_, job.keep_speech),
      finished_books_(shelf_, store_, [this](const FinishedBook& book, const std::optional<Error>& error) {
          settle(book, error);
      }) {
    if (history_.recorder != nullptr) {
        documents_.reader().set_content_listener(
            [recorder = history_.recorder](const std::filesystem::path& text, const Digest& content) {
                recorder->on_text_read(text, content);
            });
    }
}

RunReport Run::execute(const RecordSource& plan, std::size_t failures) {
    report_.failed = failures;
    progress_.books_planned = plan.size();
    if (!job_.dry_run && plan.size() > 0) {
        store_.open_for_writing();
    }
    try {
        make_books(plan);
    } catch (const Interrupted&) {
        finished_books_.put_in_place(); // they cost no more time
        throw;
    }
    finished_books_.put_in_place();
    shelf_.finish();
    if (!job_.dry_run) {
        keep_notes();
    }
    store_.finish();
    return report_;
}

/// What is measured again by the next run is no reason for this one to fail.
void Run::keep_notes() {
    try {
        notes_.save();
    } catch (const Error&) {
        return;
    }
    if (history_.recorder != nullptr) {
        history_.recorder->set_installation(notes_.installation());
    }
}

void Run::make_books(const RecordSource& plan) {
    while (true) {
        check_interrupted();
        schedule_passages(plan);
        if (finished_books_.is_due()) {
            finished_books_.put_in_place();
        }
        if (scheduler_.is_idle()) {
            return;
        }
        receive_takes();
    }
}

void Run::schedule_passages(const RecordSource& plan) {
    while (scheduler_.has_room()) {
        open_books_until_passages_wait(plan);
        if (scheduler_.is_queue_empty()) {
            return;
        }
        start_passage(scheduler_.next());
    }
}

/// Books are opened as late as possible: each is in memory until it is finished.
void Run::open_books_until_passages_wait(const RecordSource& plan) {
    while (scheduler_.is_queue_empty() && next_book_ < plan.size()) {
        check_interrupted();
        const PlanRecord record = plan.record(next_book_++);
        (void)attempt(record, [&] { open_book(record); });
    }
}

void Run::open_book(const PlanRecord& record) {
    const BookRecorder::Opening opening(history_.recorder, [&] { return history_.key_of(record); });
    if (repeat_failure(record) || keep_unchanged(record)) {
        return;
    }
    const std::uint64_t uses = store_.uses();
    OpenedBook& opened = open_books_.emplace_back(opener_.open(record));
    opened.opened_at = uses;
    BookInProgress& book = *opened.book_in_progress;
    progress_.takes_known += book.slots() * book.formats();
    for (std::size_t slot = 0; slot < book.slots(); ++slot) {
        scheduler_.enqueue({&book, opened.narrator, slot});
    }
    tell_progress(book.plan().musician);
}

/// A book that cannot be made is not tried again. Whether it was so.
bool Run::repeat_failure(const PlanRecord& record) {
    const auto failure =
        history_.earlier == nullptr ? std::nullopt : history_.earlier->find_failure(history_.key_of(record));
    if (failure) {
        ++report_.failed;
        listener_.on_failure(*failure);
    }
    return failure.has_value();
}

/// A book that is as it would be made again is not opened. Whether it was so.
bool Run::keep_unchanged(const PlanRecord& record) {
    auto book = history_.earlier == nullptr ? std::nullopt : history_.earlier->find(history_.key_of(record));
    std::vector<std::string> sources;
    std::transform(record.sources.begin(), record.sources.end(), std::back_inserter(sources),
                   [](const SourceRef& source) { return source.to_string(); });
    // Remarks name the row of a table, which may be another one now.
    if (!book || (book->report.sources != sources && !book->remarks.empty()) ||
        !shelf_.keep(record, book->report)) {
        return false;
    }
    for (const SourceRef& source : record.sources) {
        documents_.forget(source);
    }
    book->report.sources = std::move(sources);
    add_to_totals(book->report, report_.totals);
    ++report_.books;
    ++report_.unchanged;
    ++progress_.books_done;
    report_again(*book, listener_);
    return true;
}

/// Takes what is stored of a passage and has the rest rendered. Not before it is its turn: a passage may
/// return, in one book or the next, and is stored by then.
void Run::start_passage(const SlotHandle& place) {
    check_interrupted();
    BookInProgress& book = *place.book_in_progress;
    const bool is_started = attempt(book.plan(), [&] {
        std::vector<std::string> keys = book.name_takes(place.slot);
        if (job_.dry_run) {
            estimate(place);
        } else if (!look_up(place)) {
            scheduler_.start(place, std::move(keys));
        }
    });
    if (!is_started) {
        drop(&book);
        return;
    }
    tell_progress(book.plan().musician);
    finish_if_complete(&book);
}

void Run::receive_takes() {
    for (const FinishedTakes& finished : scheduler_.wait()) {
        for (std::size_t n = 0; n < finished.ids.size(); ++n) {
            take_over(scheduler_.complete(finished, n));
        }
    }
}

/// Takes what is stored of a passage, and says whether that is all.
bool Run::look_up(const SlotHandle& place) {
    BookInProgress& book = *place.book_in_progress;
    bool complete = true;
    for (std::size_t format = 0; format < book.formats(); ++format) {
        if (book.is_delivered(place.slot, format)) {
            continue; // only a take in another format was damaged
        }
        if (const auto stored = store_.find_summary(book.id(place.slot, format))) {
            book.deliver(place.slot, format, *stored, false);
            ++progress_.takes_done;
        } else {
            complete = false;
        }
    }
    return complete;
}

/// Foresees what a passage will cost.
void Run::estimate(const SlotHandle& place) {
    BookInProgress& book = *place.book_in_progress;
    for (std::size_t format = 0; format < book.formats(); ++format) {
        if (const auto stored = store_.find_summary(book.id(place.slot, format))) {
            book.deliver(place.slot, format, *stored, false);
            ++progress_.takes_done;
        } else {
            book.estimate(place.slot, format);
        }
    }
}

void Run::take_over(const CompletedTake& completed) {
    if (!completed.take) {
        fail_take(completed);
        return;
    }
    const TakeSummary& take = *completed.take;
    bool rendered = true; // the first who waited caused the work, the others share it
    for (const auto& [place, format] : completed.waiting) {
        BookInProgress& book = *place.book_in_progress;
        book.deliver(place.slot, format, take, rendered);
        if (rendered) {
            progress_.speech_seconds += static_cast<double>(take.samples) / book.format(format).sample_rate;
        }
        rendered = false;
        ++progress_.takes_done;
        tell_progress(book.plan().musician);
    }
    for (const TakeRef& ref : completed.waiting) {
        finish_if_complete(ref.place.book_in_progress);
    }
}

void Run::fail_take(const CompletedTake& completed) {
    for (const auto& [ref, format] : completed.waiting) {
        if (!is_open(ref.book_in_progress) || ref.book_in_progress->is_left_out(ref.slot)) {
            continue; // it waited twice for the same take and has failed already
        }
        const BookPlan plan = ref.book_in_progress->plan();
        const Passage& passage = ref.book_in_progress->passage(ref.slot);
        const Error& error = *completed.error;
        if (error.kind() == ErrorKind::output || !completed.at_sentence || passage.sentences.empty()) {
            fail(plan, error);
        } else {
            const Sentence& sentence = passage.sentences[*completed.at_sentence];
            if (leave_out(ref, error, sentence)) {
                continue;
            }
            fail(plan, error.reworded(fmt::format("{} at \"{}\"", error.what(), sentence.source),
                                      {plan.sources[passage.source].path.string(), sentence.line}));
        }
        drop(ref.book_in_progress);
    }
}

/// Whether the book goes on without the passage.
bool Run::leave_out(const SlotHandle& place, const Error& error, const Sentence& sentence) {
    if (!job_.skips_passages || error.kind() != ErrorKind::engine) {
        return false;
    }
    BookInProgress& book = *place.book_in_progress;
    const Passage& passage = book.passage(place.slot);
    listener_.on_warning({fmt::format("a passage is left out: {} at \"{}\"", error.what(), sentence.source),
                          {book.plan().sources[passage.source].path.string(), sentence.line}});
    progress_.takes_done -= book.leave_out(place.slot);
    scheduler_.enqueue(place);
    return true;
}

bool Run::is_open(const BookInProgress* book_in_progress) const {
    return std::any_of(open_books_.begin(), open_books_.end(), [&](const OpenedBook& open) {
        return open.book_in_progress.get() == book_in_progress;
    });
}

void Run::finish_if_complete(BookInProgress* book_in_progress) {
    const auto open = std::find_if(open_books_.begin(), open_books_.end(), [&](const OpenedBook& candidate) {
        return candidate.book_in_progress.get() == book_in_progress;
    });
    if (open == open_books_.end() || !book_in_progress->is_complete()) {
        return;
    }
    const PlanRecord record = book_in_progress->plan();
    const bool is_written = attempt(record, [&] { write(*open); });
    if (open->book_in_progress == nullptr) {
        open_books_.erase(open); // it is among the finished ones
        release_packs();
    } else if (!is_written || book_in_progress->is_complete()) {
        drop(book_in_progress);
    }
}

void Run::write(OpenedBook& book) {
    BookReport report = report_with_files(*book.book_in_progress, job_);
    if (job_.dry_run) {
        for (std::size_t n = 0; n < report.files.size(); ++n) {
            report.files[n].bytes =
                estimate_bytes(book.book_in_progress->format(n), report.files[n].seconds(), job_.cover);
        }
        add_estimate(report, *book.book_in_progress);
        report_book(std::move(report), *book.book_in_progress);
        return;
    }
    try {
        StagedBook staged(*book.book_in_progress, store_, report);
        scheduler_.drop(book.book_in_progress.get());
        finished_books_.add({std::move(book.book_in_progress), std::move(report), std::move(staged)});
    } catch (const LostTake&) {
        if (!render_lost_takes_again(book)) {
            throw;
        }
    }
}

void Run::settle(const FinishedBook& book, const std::optional<Error>& error) {
    if (error) {
        fail(book.book->plan(), *error);
    } else {
        report_book(book.report, *book.book);
    }
}

void Run::report_book(BookReport report, const BookInProgress& book) {
    report.key = key_of(book.plan());
    add_to_totals(report, report_.totals);
    ++report_.books;
    ++progress_.books_done;
    listener_.on_book(report);
}

void Run::add_estimate(const BookReport& report, const BookInProgress& book) {
    for (std::size_t n = 0; n < report.files.size(); ++n) {
        const FileReport& file = report.files[n];
        const auto takes = static_cast<double>(std::max<std::size_t>(1, book.slots()));
        const double share = static_cast<double>(file.takes_rendered) / takes;
        report_.totals.cpu_seconds += estimate_cpu_seconds(book.format(n), share * file.seconds());
    }
}

/// Stored takes are counted on by their heads, so damage further on is found only when a book is written.
/// False if nothing can be done: nothing was lost, or it happens again.
bool Run::render_lost_takes_again(OpenedBook& book) {
    if (std::exchange(book.has_lost_takes, true)) {
        return false;
    }
    std::optional<std::size_t> last;
    for (const auto& [slot, format] : give_up_damaged_takes(*book.book_in_progress, store_)) {
        --progress_.takes_done;
        if (slot != last) {
            scheduler_.enqueue({book.book_in_progress.get(), book.narrator, slot});
        }
        last = slot;
    }
    return last.has_value();
}

/// Work on one book: what goes wrong costs that book alone. Whether all went well.
bool Run::attempt(const PlanRecord& book, const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const Error& error) {
        fail(book, error);
    } catch (const std::bad_alloc&) {
        fail(book, Error(ErrorKind::engine, memory_error_text()).set_transient(true));
    } catch (const std::exception& error) {
        fail(book, Error(ErrorKind::internal, fmt::format("a defect of this program: {}", error.what())));
    }
    return false;
}

/// Only if somebody records it.
Digest Run::key_of(const PlanRecord& book) const {
    return history_.recorder == nullptr ? Digest() : history_.key_of(book);
}

void Run::fail(const PlanRecord& book, const Error& error) {
    const std::string source = book.sources.front().path.string();
    const bool elsewhere = !error.place().file.empty() && error.place().file != source;
    ++report_.failed;
    listener_.on_failure({source, elsewhere ? 0 : error.place().line, error.kind(),
                          elsewhere ? error.to_string() : error.what(), book.id, key_of(book),
                          error.is_transient()});
}

void Run::drop(const BookInProgress* book_in_progress) {
    scheduler_.drop(book_in_progress);
    std::erase_if(open_books_,
                  [&](const OpenedBook& open) { return open.book_in_progress.get() == book_in_progress; });
    release_packs();
}

/// Only the books in the making need what is stored.
void Run::release_packs() {
    store_.keep_used_since(open_books_.empty() ? store_.uses() : open_books_.front().opened_at);
}

void Run::tell_progress(const std::string& musician) {
    progress_.musician = musician;
    listener_.on_progress(progress_);
}

} // namespace recital
