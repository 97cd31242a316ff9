// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/book_opener.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/resources.h"
#include "container/book/lyrics.h"
#include "document/grouping/merge.h"
#include "studio/job/metadata_tags.h"
#include "studio/output/book_file.h"
#include "studio/output/temporary_folder.h"
#include "studio/planning/output_stems.h"
#include "text/script/announcements.h"
#include "text/script/readability.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

namespace {

std::vector<std::filesystem::path> paths_of(const BookPlan& plan) {
    std::vector<std::filesystem::path> paths;
    std::transform(plan.sources.begin(), plan.sources.end(), std::back_inserter(paths),
                   [](const SourceRef& source) { return source.path; });
    return paths;
}

} // namespace

BookOpener::BookOpener(const Job& job, DocumentCache& documents, RunListener& listener, TakeStore& store,
                       MachineNotes& notes, Bookshelf& shelf)
    : job_(job), listener_(listener), documents_(documents),
      pronouncer_(resource_folder() / "data", job.voice, job.lexicons,
                  [&listener](const Diagnostic& diagnostic) { listener.on_notice(diagnostic); }),
      narrators_(job, store, notes),
      covers_(job, store, notes,
              [&listener](const Diagnostic& diagnostic) { listener.on_warning(diagnostic); }),
      shelf_(shelf) {}

std::string BookOpener::environment() {
    Hasher hasher;
    for (const TakeContext& context : narrators_.of(job_.voice.language).contexts()) {
        hasher.update(context.environment + "\n");
    }
    return hasher.hex();
}

OpenedBook BookOpener::open(const PlanRecord& record) {
    Document document = read(record.sources);
    if (!job_.plan.empty()) { // otherwise it was said when the run was planned
        std::for_each(document.diagnostics.begin(), document.diagnostics.end(),
                      [this](const Diagnostic& diagnostic) { listener_.on_warning(diagnostic); });
    }
    require_readable(document);
    document.musician = record.musician; // one of several names, or that of the folder
    BookPlan book{record, output_paths(record, job_)};
    book.subject = static_cast<const Subject&>(document);
    shelf_.name(book, document);
    warn_of_language(document);
    Narrator& narrator = narrators_.of(document.language);
    Script script = say(document, book, narrator);
    warn_of_unmarked_chapters(script, document);
    BookTags tags = tag(document, book, narrator.voice());
    auto book_in_progress = std::make_unique<BookInProgress>(book, std::move(script), std::move(tags),
                                                             job_.formats, narrator.contexts());
    book_in_progress->carry_text(carries_lyrics(*book_in_progress));
    if (!job_.dry_run) {
        prepare_outputs(*book_in_progress);
        book_in_progress->set_covers(covers_.of(book, document));
    }
    return {std::move(book_in_progress), &narrator};
}

Document BookOpener::read(const std::vector<SourceRef>& sources) {
    std::vector<Document> documents;
    documents.reserve(sources.size());
    for (const SourceRef& source : sources) {
        documents.push_back(documents_.take(source));
    }
    return merge_documents(std::move(documents));
}

Script BookOpener::say(Document& document, const BookPlan& plan, Narrator& narrator) {
    const Voice& voice = narrator.voice();
    Script script = make_script(
        document, std::exchange(document.sections, {}), narrator.language(),
        passage_limit(voice.engine.words_per_minute),
        spoken_announcements(voice.announcements, narrator.announcement_phrases(), document.musician));
    pronouncer_.pronounce(script, paths_of(plan), document, narrator.language());
    if (job_.excerpt) { // after that: names are said as they are in the whole book
        script = take_excerpt(std::move(script), *job_.excerpt, voice.engine.words_per_minute);
    }
    return script;
}

BookTags BookOpener::tag(const Document& document, const BookPlan& plan, const Voice& voice) const {
    BookTags tags = make_tags(document, plan, voice);
    apply_given_tags(job_.metadata, tags);
    return tags;
}

void BookOpener::warn_of_language(const Document& document) {
    warn(narrators_.remark(document.language), document);
}

void BookOpener::warn_of_unmarked_chapters(const Script& script, const Document& document) {
    warn(remark_on_chapters(script.chapters.size(), job_.formats), document);
}

/// A long text is left out of the book's tags (see `lyrics`), but chapters' files carry their parts of it.
bool BookOpener::carries_lyrics(const BookInProgress& book_in_progress) const {
    return job_.lyrics && (job_.split_chapters || book_in_progress.text_bytes() <= max_lyrics_bytes);
}

/// Before any work on the takes: it would be lost if the files could not be written.
void BookOpener::prepare_outputs(const BookInProgress& book_in_progress) {
    for (const std::filesystem::path& output : book_in_progress.plan().outputs) {
        prepare_folder(output.has_parent_path() ? output.parent_path() : std::filesystem::path("."));
    }
    check_outputs(report_with_files(book_in_progress, job_), job_.overwrite);
}

/// Makes the folder and removes what killed runs left in it, once: it may hold millions of books.
void BookOpener::prepare_folder(const std::filesystem::path& folder) {
    create_folder(folder);
    if (prepared_folders_.insert(hash_64(folder.string())).second) {
        sweep_temporary_files(folder);
        sweep_temporary_folders(folder);
    }
}

void BookOpener::warn(const std::string& warning, const Document& document) {
    if (!warning.empty()) {
        listener_.on_warning({warning, {document.sources.front(), 0}});
    }
}

} // namespace recital
