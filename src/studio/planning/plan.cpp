// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan.h"

#include "studio/planning/make_record.h"
#include "studio/planning/output_name.h"
#include "studio/planning/read_texts.h"
#include "studio/planning/speech_estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// Keeps the facts of every text in the catalogue and, as far as memory allows, the text in `documents`.
/// Counts what cannot be read.
Catalogue read_catalogue(const Job& job, DocumentCache& documents, RunListener& listener,
                         std::size_t& failures) {
    Catalogue catalogue(find_texts(job, listener));
    SpeechEstimate estimate(job.voice);
    std::vector<TextFile> files;
    for (const std::filesystem::path& path : catalogue.paths()) {
        files.push_back({path, {}});
    }
    failures = read_texts(job, files, documents.reader(), listener,
                          [&](std::size_t file, const SourceRef& source, Document&& document) {
                              catalogue.add(file, source, document, estimate.seconds(document));
                              documents.keep(source, std::move(document));
                          });
    return catalogue;
}

/// Makes the books of those candidates that belong together.
void group_candidates(std::span<const std::uint32_t> members, const Catalogue& catalogue, PlannedBooks& books,
                      RunListener& listener) {
    std::vector<Identity> identities;
    identities.reserve(members.size());
    for (const std::uint32_t member : members) {
        identities.push_back(catalogue.identity(member));
    }
    std::vector<Diagnostic> warnings;
    for (const BookGroup& group : group_documents(identities, warnings)) {
        books.add(group, members);
    }
    tell_of_grouping(warnings, listener);
}

PlannedBooks group_catalogue(Catalogue& catalogue, RunListener& listener) {
    const CandidateGroups candidates = catalogue.take_candidate_groups();
    PlannedBooks books;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::span<const std::uint32_t> members = candidates[i];
        if (members.size() == 1) {
            books.add(members.front());
        } else {
            group_candidates(members, catalogue, books, listener);
        }
    }
    books.sort();
    catalogue.forget_identities();
    return books;
}

/// Those that are nearly the same as others are in no book.
void forget_unused(const Catalogue& catalogue, const PlannedBooks& books, DocumentCache& documents) {
    std::vector<bool> is_used(catalogue.size());
    for (std::size_t book = 0; book < books.size(); ++book) {
        for (const std::uint32_t document : books.documents(book)) {
            is_used[document] = true;
        }
    }
    for (std::size_t document = 0; document < catalogue.size(); ++document) {
        if (!is_used[document]) {
            documents.forget(catalogue.source(document));
        }
    }
}

void check_output_holds(const Job& job, std::size_t books) {
    if (books > 1 && job.excerpt) {
        throw Error(ErrorKind::usage,
                    fmt::format("these inputs are {} books, of which only one can be heard at a time: give "
                                "one text, or one row of a table with --id",
                                books));
    }
    if (books > 1 && format_of_output(job.output)) {
        throw Error(
            ErrorKind::usage,
            fmt::format("these inputs are {} books and cannot share one file: give a folder with -o", books),
            {job.output.string(), 0});
    }
}

} // namespace

Plan::Plan(const Job& job, Catalogue catalogue, PlannedBooks books, std::size_t failures)
    : catalogue_(std::move(catalogue)), books_(std::move(books)), failures_(failures), stems_(job) {
    for (std::size_t book = 0; book < books_.size(); ++book) {
        const std::vector<TextFacts> texts = facts(book);
        stems_.assign(book, record_without_stems(book, texts), texts.front());
    }
    stems_.finish();
}

PlanRecord Plan::record(std::size_t book) const {
    const std::vector<TextFacts> texts = facts(book);
    PlanRecord record = record_without_stems(book, texts);
    record.stems = stems_.of(book, record, texts.front());
    return record;
}

std::vector<TextFacts> Plan::facts(std::size_t book) const {
    std::vector<TextFacts> facts;
    for (const std::uint32_t document : books_.documents(book)) {
        facts.push_back(catalogue_.facts(document));
    }
    return facts;
}

PlanRecord Plan::record_without_stems(std::size_t book, std::span<const TextFacts> texts) const {
    static const PlannedBooks::Note none;
    const PlannedBooks::Note* const found = books_.note(book);
    std::vector<SourceRef> sources;
    for (const std::uint32_t document : books_.documents(book)) {
        sources.push_back(catalogue_.source(document));
    }
    const PlannedBooks::Note& note = found == nullptr ? none : *found;
    return make_record(texts, std::move(sources), note.musician, note.distinction, note.reason);
}

Plan plan_books(const Job& job, DocumentCache& documents, RunListener& listener) {
    check_output(job);
    std::size_t failures = 0;
    Catalogue catalogue = read_catalogue(job, documents, listener, failures);
    PlannedBooks books = group_catalogue(catalogue, listener);
    forget_unused(catalogue, books, documents);
    check_output_holds(job, books.size());
    return {job, std::move(catalogue), std::move(books), failures};
}

} // namespace recital
