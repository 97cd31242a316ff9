// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/render.h"

#include "base/file.h"
#include "base/resources.h"
#include "document/merge.h"
#include "studio/book_file.h"
#include "studio/narrators.h"
#include "studio/plan.h"
#include "studio/production.h"
#include "studio/pronouncer.h"
#include "studio/stop.h"
#include "studio/take_pool.h"
#include "text/announcements.h"
#include "text/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <unordered_map>

namespace recital {

namespace {

/// The stages of one run and their wiring: plan, then for each book document, script, takes and file.
class Run {
public:
    Run(const Job& job, RunListener& listener);

    RunReport execute();

private:
    /// A slot of a book in the making.
    struct SlotRef {
        Production* production;
        Narrator* narrator;
        std::size_t slot;
    };

    void execute_plan();
    bool start_next_take();
    void prepare_folder(const std::filesystem::path& folder);
    [[nodiscard]] Document read_sources(const std::vector<SourceRef>& sources);
    void open_book(std::size_t number, const std::vector<SourceRef>& sources);
    void take_over(const FinishedTake& finished);
    void fail_take(const FinishedTake& finished, const std::vector<SlotRef>& waiting);
    [[nodiscard]] bool is_open(const Production* production) const;
    void finish_if_complete(Production* production);
    void write(Production& production);
    void fail(const std::vector<SourceRef>& sources, const Error& error);
    void drop(const Production* production);
    void tell_progress(const std::string& musician);

    const Job& job_;
    RunListener& listener_;
    SourceReader reader_;
    Pronouncer pronouncer_;
    TakeStore store_;
    Narrators narrators_;
    TakePool pool_;
    std::filesystem::path prepared_folder_;

    std::optional<Plan> plan_;
    std::size_t next_book_ = 0; ///< of the plan, to be opened
    std::vector<std::unique_ptr<Production>> productions_;
    std::deque<SlotRef> queue_;
    std::unordered_map<std::string, std::vector<SlotRef>> in_flight_; ///< by key: who waits for the take

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
      pool_(job.workers, job.take_cpu_seconds, store_) {}

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
        check_stop();
        while (pool_.has_room() && start_next_take()) {
        }
        if (pool_.is_idle()) {
            return;
        }
        for (const FinishedTake& finished : pool_.wait()) {
            take_over(finished);
        }
    }
}

/// Starts one take, opening the next book when the ones in the making have nothing left to start.
bool Run::start_next_take() {
    while (queue_.empty() && next_book_ < plan_->size()) {
        check_stop();
        const std::size_t number = next_book_++;
        const std::vector<SourceRef> sources = plan_->sources(number);
        try {
            open_book(number, sources);
        } catch (const Error& error) {
            fail(sources, error);
        }
    }
    if (queue_.empty()) {
        return false;
    }
    const SlotRef next = queue_.front();
    queue_.pop_front();
    const TakeSlot& slot = next.production->slots()[next.slot];
    const auto [entry, is_new] = in_flight_.try_emplace(slot.take.key);
    entry->second.push_back(next);
    if (is_new) {
        pool_.start(slot.take.key, slot.request, next.narrator->context(), next.narrator->gain());
    }
    return true;
}

Document Run::read_sources(const std::vector<SourceRef>& sources) {
    std::vector<Document> documents;
    documents.reserve(sources.size());
    for (const SourceRef& source : sources) {
        documents.push_back(reader_.read(source));
    }
    return merge_documents(std::move(documents));
}

/// Makes the folder and removes what killed runs left in it, once: it may hold millions of books.
void Run::prepare_folder(const std::filesystem::path& folder) {
    create_folder(folder);
    if (folder != prepared_folder_) {
        sweep_temporary_files(folder);
        prepared_folder_ = folder;
    }
}

void Run::open_book(std::size_t number, const std::vector<SourceRef>& sources) {
    const Document document = read_sources(sources);
    const BookPlan plan = plan_->open(number, document);
    if (!job_.dry_run) {
        check_output(plan, job_.overwrite);
        prepare_folder(plan.output.has_parent_path() ? plan.output.parent_path() : ".");
    }
    if (const std::string remark = narrators_.remark(document.language); !remark.empty()) {
        listener_.on_warning({remark, {document.sources.front(), 0}});
    }
    Narrator& narrator = narrators_.of(document.language);
    const Voice& voice = narrator.context().voice;
    const std::size_t limit = passage_limit(voice.engine.words_per_minute);
    Script script = make_script(document, narrator.language(), limit);
    announce(script, voice.announcements, narrator.announcement_phrases(), narrator.language(), limit);
    pronouncer_.pronounce(script, paths_of(plan));
    auto production =
        std::make_unique<Production>(plan, script, make_tags(document, plan, voice), narrator.context());
    Production& book = *production;
    productions_.push_back(std::move(production));
    progress_.takes_known += book.slots().size();
    for (std::size_t n = 0; n < book.slots().size(); ++n) {
        if (const auto stored = store_.find(book.slots()[n].take.key)) {
            book.deliver(n, *stored, false);
            ++progress_.takes_done;
        } else if (job_.dry_run) {
            book.estimate(n);
        } else {
            queue_.push_back({&book, &narrator, n});
        }
    }
    tell_progress(plan.musician);
    finish_if_complete(&book);
}

void Run::take_over(const FinishedTake& finished) {
    const auto entry = in_flight_.extract(finished.key);
    const std::vector<SlotRef>& waiting = entry.mapped();
    std::optional<Take> take;
    if (!finished.error) {
        take = store_.find(finished.key);
    }
    if (!take) {
        FinishedTake failure = finished;
        if (!failure.error) {
            failure.error.emplace(ErrorKind::output,
                                  "a finished take cannot be read back: the folder of stored "
                                  "takes may be full or damaged (see --cache)");
        }
        fail_take(failure, waiting);
        return;
    }
    bool rendered = true; // the first who waited caused the work, the others share it
    progress_.speech_seconds += static_cast<double>(take->samples) / job_.format.sample_rate;
    for (const SlotRef& ref : waiting) {
        ref.production->deliver(ref.slot, *take, rendered);
        rendered = false;
        ++progress_.takes_done;
        tell_progress(ref.production->plan().musician);
    }
    for (const SlotRef& ref : waiting) {
        finish_if_complete(ref.production);
    }
}

void Run::fail_take(const FinishedTake& finished, const std::vector<SlotRef>& waiting) {
    for (const SlotRef& ref : waiting) {
        if (!is_open(ref.production)) {
            continue; // it waited twice for the same take and has failed already
        }
        const BookPlan plan = ref.production->plan();
        const Passage& passage = ref.production->slots()[ref.slot].passage;
        const Error& error = *finished.error;
        if (error.kind() == ErrorKind::output || !finished.at_sentence || passage.sentences.empty()) {
            fail(plan.sources, error);
        } else {
            const Sentence& sentence = passage.sentences[*finished.at_sentence];
            fail(plan.sources, Error(error.kind(), fmt::format("{} at \"{}\"", error.what(), sentence.source),
                                     {plan.sources.front().path.string(), sentence.line}));
        }
        drop(ref.production);
    }
}

bool Run::is_open(const Production* production) const {
    return std::any_of(productions_.begin(), productions_.end(),
                       [&](const auto& open) { return open.get() == production; });
}

void Run::finish_if_complete(Production* production) {
    if (!is_open(production) || !production->is_complete()) {
        return;
    }
    try {
        write(*production);
    } catch (const Error& error) {
        fail(production->plan().sources, error);
    }
    drop(production);
}

void Run::write(Production& production) {
    BookReport report = production.report();
    if (!job_.dry_run) {
        check_output(production.plan(), job_.overwrite);
        report.bytes = write_book_file(production, store_);
    }
    ++report_.books;
    ++progress_.books_done;
    listener_.on_book(report);
}

void Run::fail(const std::vector<SourceRef>& sources, const Error& error) {
    const std::string source = sources.front().path.string();
    const bool elsewhere = !error.place().file.empty() && error.place().file != source;
    ++report_.failed;
    listener_.on_failure({source, elsewhere ? 0 : error.place().line, error.kind(),
                          elsewhere ? error.to_string() : error.what()});
}

/// Forgets a book that is finished or has failed; what its running takes bring is kept in the store.
void Run::drop(const Production* production) {
    const auto belongs = [&](const SlotRef& ref) { return ref.production == production; };
    std::erase_if(queue_, belongs);
    for (auto& [key, waiting] : in_flight_) {
        std::erase_if(waiting, belongs);
    }
    std::erase_if(productions_, [&](const auto& open) { return open.get() == production; });
}

void Run::tell_progress(const std::string& musician) {
    progress_.musician = musician;
    listener_.on_progress(progress_);
}

} // namespace

RunReport render(const Job& job, RunListener& listener) {
    watch_stop_signals();
    return Run(job, listener).execute();
}

} // namespace recital
