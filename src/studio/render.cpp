// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/render.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/resources.h"
#include "container/book/lyrics.h"
#include "document/grouping/merge.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/assembly/covers.h"
#include "studio/assembly/take_scheduler.h"
#include "studio/narration/narrators.h"
#include "studio/output/book_file.h"
#include "studio/output/chapter_files.h"
#include "studio/output/subtitle_names.h"
#include "studio/planning/plan.h"
#include "studio/process/signals.h"
#include "studio/pronunciation/pronouncer.h"
#include "text/script/announcements.h"
#include "text/script/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <unordered_set>

namespace recital {

namespace {

/// The stages of one run and their wiring: plan, then for each book document, script, takes and file.
class Run {
public:
    Run(const Job& job, RunListener& listener);

    RunReport execute();

private:
    void execute_plan();
    [[nodiscard]] bool is_passage_left();
    void start_passage(const SlotHandle& place);
    void prepare_folders(const std::vector<std::filesystem::path>& outputs);
    [[nodiscard]] Document read_sources(const std::vector<SourceRef>& sources);
    void open_book(std::size_t number, const std::vector<SourceRef>& sources);
    [[nodiscard]] SlotHandle begin_book(std::size_t number, const std::vector<SourceRef>& sources);
    [[nodiscard]] bool look_up(const SlotHandle& place);
    void estimate(const SlotHandle& place);
    void take_over(const CompletedTake& completed);
    void fail_take(const CompletedTake& completed);
    [[nodiscard]] bool is_open(const BookInProgress* book_in_progress) const;
    void finish_if_complete(BookInProgress* book_in_progress);
    [[nodiscard]] BookReport report_on(const BookInProgress& book_in_progress) const;
    void write(BookInProgress& book_in_progress);
    [[nodiscard]] bool attempt(const std::vector<SourceRef>& sources, const std::function<void()>& work);
    void fail(const std::vector<SourceRef>& sources, const Error& error);
    void drop(const BookInProgress* book_in_progress);
    void tell_progress(const std::string& musician);

    const Job& job_;
    RunListener& listener_;
    SourceReader reader_;
    Pronouncer pronouncer_;
    TakeStore store_;
    Narrators narrators_;
    Covers covers_;
    TakeScheduler scheduler_;
    std::unordered_set<std::uint64_t> prepared_folders_; ///< hashes of their names

    std::optional<Plan> plan_;
    std::size_t next_book_ = 0; ///< of the plan, to be opened
    std::vector<std::unique_ptr<BookInProgress>> books_in_progress_;

    RunReport report_;
    RunProgress progress_;
};

std::vector<std::filesystem::path> paths_of(const BookPlan& plan) {
    std::vector<std::filesystem::path> paths;
    std::transform(plan.sources.begin(), plan.sources.end(), std::back_inserter(paths),
                   [](const SourceRef& source) { return source.path; });
    return paths;
}

Run::Run(const Job& job, RunListener& listener)
    : job_(job), listener_(listener), reader_(job.reading, job.fields),
      pronouncer_(resource_folder() / "data", job.voice, job.lexicons,
                  [this](const Diagnostic& diagnostic) { listener_.on_warning(diagnostic); }),
      store_(job.cache.empty() ? TakeStore::temporary() : TakeStore(job.cache)), narrators_(job, store_),
      covers_(job, store_, [this](const Diagnostic& diagnostic) { listener_.on_warning(diagnostic); }),
      scheduler_(job.workers, job.take_cpu_seconds, store_) {}

RunReport Run::execute() {
    const auto start = std::chrono::steady_clock::now();
    plan_.emplace(plan_books(job_, listener_));
    report_.failed = plan_->failures();
    execute_plan();
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report_;
}

void Run::execute_plan() {
    progress_.books_planned = plan_->size();
    if (!job_.dry_run && plan_->size() > 0) {
        store_.open_for_writing();
    }
    while (true) {
        check_interrupted();
        while (scheduler_.has_room() && is_passage_left()) {
            start_passage(scheduler_.next());
        }
        if (scheduler_.is_idle()) {
            return;
        }
        for (const FinishedTakes& finished : scheduler_.wait()) {
            for (const std::string& key : finished.keys) {
                take_over(scheduler_.complete(finished, key));
            }
        }
    }
}

/// Opens the next book when the ones in the making have nothing left to start.
bool Run::is_passage_left() {
    while (scheduler_.is_queue_empty() && next_book_ < plan_->size()) {
        check_interrupted();
        const std::size_t number = next_book_++;
        const std::vector<SourceRef> sources = plan_->sources(number);
        (void)attempt(sources, [&] { open_book(number, sources); });
    }
    return !scheduler_.is_queue_empty();
}

/// Takes what is stored of a passage and has the rest rendered. Not before it is its turn: a passage may
/// return, in one book or the next, and is stored by then.
void Run::start_passage(const SlotHandle& place) {
    check_interrupted();
    BookInProgress& book = *place.book_in_progress;
    const bool is_started = attempt(book.plan().sources, [&] {
        if (job_.dry_run) {
            estimate(place);
        } else if (!look_up(place)) {
            scheduler_.start(place);
        }
    });
    if (!is_started) {
        drop(&book);
        return;
    }
    tell_progress(book.plan().musician);
    finish_if_complete(&book);
}

Document Run::read_sources(const std::vector<SourceRef>& sources) {
    std::vector<Document> documents;
    documents.reserve(sources.size());
    for (const SourceRef& source : sources) {
        documents.push_back(reader_.read(source));
    }
    return merge_documents(std::move(documents));
}

/// Makes the files' folders and removes what killed runs left in them, once: one may hold millions of books.
void Run::prepare_folders(const std::vector<std::filesystem::path>& outputs) {
    for (const std::filesystem::path& output : outputs) {
        const auto folder = output.has_parent_path() ? output.parent_path() : std::filesystem::path(".");
        create_folder(folder);
        if (prepared_folders_.insert(hash_64(folder.string())).second) {
            sweep_temporary_files(folder);
        }
    }
}

/// Reads and says the text; what it was read from is gone when its takes are looked up. The book's first
/// slot.
SlotHandle Run::begin_book(std::size_t number, const std::vector<SourceRef>& sources) {
    Document document = read_sources(sources);
    const BookPlan plan = plan_->open(number, document);
    if (!job_.dry_run) {
        prepare_folders(plan.outputs);
    }
    if (const std::string remark = narrators_.remark(document.language); !remark.empty()) {
        listener_.on_warning({remark, {document.sources.front(), 0}});
    }
    Narrator& narrator = narrators_.of(document.language);
    const Voice& voice = narrator.voice();
    const std::size_t limit = passage_limit(voice.engine.words_per_minute);
    Script script = make_script(document, narrator.language(), limit);
    document.sections = {}; // the script has the text
    announce(script, voice.announcements, narrator.announcement_phrases(), narrator.language(), limit);
    pronouncer_.pronounce(script, paths_of(plan));
    BookTags tags = make_tags(document, plan, voice);
    apply_given_tags(job_.metadata, tags);
    if (const std::string remark = remark_on_chapters(script.chapters.size(), job_.formats);
        !remark.empty()) {
        listener_.on_warning({remark, {document.sources.front(), 0}});
    }
    auto book_in_progress =
        std::make_unique<BookInProgress>(plan, std::move(script), std::move(tags), narrator.contexts());
    BookInProgress& book = *book_in_progress;
    book.carry_text(job_.lyrics && (job_.split_chapters || book.text_bytes() <= max_lyrics_bytes));
    if (!job_.dry_run) {
        check_outputs(report_on(book), job_.overwrite);
        book.set_covers(covers_.of(plan, document));
    }
    books_in_progress_.push_back(std::move(book_in_progress));
    return {&book, &narrator, 0};
}

void Run::open_book(std::size_t number, const std::vector<SourceRef>& sources) {
    SlotHandle place = begin_book(number, sources);
    BookInProgress& book = *place.book_in_progress;
    progress_.takes_known += book.slots().size() * book.formats();
    for (; place.slot < book.slots().size(); ++place.slot) {
        scheduler_.enqueue(place);
    }
    tell_progress(book.plan().musician);
}

/// Takes what is stored of a passage, and says whether that is all.
bool Run::look_up(const SlotHandle& place) {
    BookInProgress& book = *place.book_in_progress;
    bool complete = true;
    for (std::size_t format = 0; format < book.formats(); ++format) {
        if (const auto stored = store_.find(book.key(place.slot, format))) {
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
        if (const auto samples = store_.find_length(book.key(place.slot, format))) {
            book.count_stored(place.slot, format, *samples);
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
    const Take& take = *completed.take;
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
        if (!is_open(ref.book_in_progress)) {
            continue; // it waited twice for the same take and has failed already
        }
        const BookPlan plan = ref.book_in_progress->plan();
        const Passage& passage = ref.book_in_progress->slots()[ref.slot].passage;
        const Error& error = *completed.error;
        if (error.kind() == ErrorKind::output || !completed.at_sentence || passage.sentences.empty()) {
            fail(plan.sources, error);
        } else {
            const Sentence& sentence = passage.sentences[*completed.at_sentence];
            fail(plan.sources, Error(error.kind(), fmt::format("{} at \"{}\"", error.what(), sentence.source),
                                     {plan.sources[passage.source].path.string(), sentence.line}));
        }
        drop(ref.book_in_progress);
    }
}

bool Run::is_open(const BookInProgress* book_in_progress) const {
    return std::any_of(books_in_progress_.begin(), books_in_progress_.end(),
                       [&](const auto& open) { return open.get() == book_in_progress; });
}

void Run::finish_if_complete(BookInProgress* book_in_progress) {
    if (!is_open(book_in_progress) || !book_in_progress->is_complete()) {
        return;
    }
    (void)attempt(book_in_progress->plan().sources, [&] { write(*book_in_progress); });
    drop(book_in_progress);
}

BookReport Run::report_on(const BookInProgress& book_in_progress) const {
    BookReport report = book_in_progress.report();
    if (job_.split_chapters) {
        std::for_each(report.files.begin(), report.files.end(), name_chapter_files);
    }
    name_subtitles(report, job_.subtitles);
    return report;
}

void Run::write(BookInProgress& book_in_progress) {
    BookReport report = report_on(book_in_progress);
    if (!job_.dry_run) {
        check_outputs(report, job_.overwrite);
        write_book_files(book_in_progress, store_, report);
    }
    ++report_.books;
    ++progress_.books_done;
    listener_.on_book(report);
}

/// Work on one book: what goes wrong costs that book alone. Whether all went well.
bool Run::attempt(const std::vector<SourceRef>& sources, const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const Error& error) {
        fail(sources, error);
    } catch (const std::exception& error) {
        fail(sources, Error(ErrorKind::internal, fmt::format("a defect of this program: {}", error.what())));
    }
    return false;
}

void Run::fail(const std::vector<SourceRef>& sources, const Error& error) {
    const std::string source = sources.front().path.string();
    const bool elsewhere = !error.place().file.empty() && error.place().file != source;
    ++report_.failed;
    listener_.on_failure({source, elsewhere ? 0 : error.place().line, error.kind(),
                          elsewhere ? error.to_string() : error.what()});
}

void Run::drop(const BookInProgress* book_in_progress) {
    scheduler_.drop(book_in_progress);
    std::erase_if(books_in_progress_, [&](const auto& open) { return open.get() == book_in_progress; });
}

void Run::tell_progress(const std::string& musician) {
    progress_.musician = musician;
    listener_.on_progress(progress_);
}

} // namespace

RunReport render(const Job& job, RunListener& listener) {
    watch_signals();
    return Run(job, listener).execute();
}

} // namespace recital
