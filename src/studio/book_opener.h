// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/assembly/covers.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/narration/narrators.h"
#include "studio/output/bookshelf.h"
#include "studio/planning/plan_record.h"
#include "studio/pronunciation/pronouncer.h"
#include "studio/sources/document_cache.h"
#include "studio/store/take_store.h"
#include "text/script/script.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace recital {

/// A book whose takes can be made.
struct OpenedBook {
    std::unique_ptr<BookInProgress> book_in_progress;
    Narrator* narrator = nullptr; ///< who reads it; lives as long as the opener
    std::uint64_t opened_at = 0;  ///< uses of the store until then
    bool has_lost_takes = false;  ///< some were damaged in the store and had to be rendered again
};

/// Opens the books of a run: reads what a book is made from, says it in words, and lays out its takes.
class BookOpener {
public:
    /// Job, documents, listener, store, notes and shelf must outlive the opener. Throws `usage` errors for
    /// lexicons and covers that cannot be used.
    BookOpener(const Job& job, DocumentCache& documents, RunListener& listener, TakeStore& store,
               MachineNotes& notes, Bookshelf& shelf);

    /// A digest of all of this machine that can change the bytes of books in the voice's own language.
    [[nodiscard]] std::string environment();

    /// The book of that record. Its warnings go to the listener; the text that it was read from is gone when
    /// this returns. Books can be opened in any order. Throws an Error if the book cannot be made.
    [[nodiscard]] OpenedBook open(const PlanRecord& record);

private:
    [[nodiscard]] Document read(const std::vector<SourceRef>& sources);
    /// Leaves the document without its sections.
    [[nodiscard]] Script say(Document& document, const BookPlan& plan, Narrator& narrator);
    [[nodiscard]] BookTags tag(const Document& document, const BookPlan& plan, const Voice& voice) const;
    void warn_of_language(const Document& document);
    void warn_of_unmarked_chapters(const Script& script, const Document& document);
    [[nodiscard]] bool carries_lyrics(const BookInProgress& book_in_progress) const;
    void prepare_outputs(const BookInProgress& book_in_progress);
    void prepare_folder(const std::filesystem::path& folder);
    /// A warning about the text as a whole; an empty one is none.
    void warn(const std::string& warning, const Document& document);

    const Job& job_;
    RunListener& listener_;
    DocumentCache& documents_;
    Pronouncer pronouncer_;
    Narrators narrators_;
    Covers covers_;
    Bookshelf& shelf_;
    std::unordered_set<std::uint64_t> prepared_folders_; ///< hashes of their names
};

} // namespace recital
