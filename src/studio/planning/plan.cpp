// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan.h"

#include "studio/job/diagnostic_causes.h"
#include "studio/planning/gather.h"
#include "studio/planning/musician_id.h"
#include "studio/planning/output_name.h"
#include "studio/planning/speech_estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// The ids that a job asks for, and which of them were found.
class WantedIds {
public:
    explicit WantedIds(const std::vector<std::string>& ids) : missing_(ids) {}

    void found(const std::string& id) { std::erase(missing_, id); }
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }

private:
    std::vector<std::string> missing_;
};

FailureReport no_such_id(const std::string& id, const std::vector<std::filesystem::path>& inputs) {
    return {inputs.front().string(), 0, ErrorKind::input,
            fmt::format("nothing in the inputs has the id \"{}\": ids are in the field \"id\" of a table, in "
                        "front matter, and in what --dry-run --json prints",
                        id),
            id};
}

/// Reads every text once: keeps its facts in the catalogue and, as far as memory allows, the text in
/// `documents`. Counts what cannot be read.
Catalogue read_catalogue(const Job& job, DocumentCache& documents, RunListener& listener,
                         std::size_t& failures) {
    GatheredInputs inputs = gather_inputs(job.inputs);
    for (const Diagnostic& warning : inputs.warnings) {
        listener.on_warning(warning);
    }
    for (const SkippedReport& skipped : inputs.skipped) {
        listener.on_skipped(skipped);
    }
    Catalogue catalogue(std::move(inputs.files));
    if (catalogue.paths().empty()) {
        throw Error(ErrorKind::input,
                    "contains no biography: put text files there, or give the files themselves",
                    {job.inputs.front().string(), 0});
    }
    WantedIds wanted(job.ids);
    const auto fail = [&](const SourceRef& source, const Error& error, const std::string& id) {
        const std::size_t line = error.place().line != 0 ? error.place().line : source.line;
        listener.on_failure({source.path.string(), line, error.kind(), error.what(), id});
        wanted.found(id);
        ++failures;
    };
    for (std::size_t path = 0; path < catalogue.paths().size(); ++path) {
        const auto enter = [&](const SourceRef& source, Document&& document) {
            wanted.found(document.id.empty() ? id_from_name(document.musician) : document.id);
            for (const Diagnostic& diagnostic : document.diagnostics) {
                listener.on_warning(diagnostic);
            }
            for (const Diagnostic& notice : document.notices) {
                listener.on_notice(notice);
            }
            catalogue.add(path, source, document, estimate_seconds(document, job.voice));
            documents.keep(source, std::move(document));
        };
        documents.reader().read_all(catalogue.paths()[path], enter, fail);
    }
    for (const std::string& id : wanted.missing()) {
        listener.on_failure(no_such_id(id, job.inputs));
        ++failures;
    }
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
    for (const Diagnostic& warning : warnings) {
        const DiagnosticCause& cause = cause_of(warning);
        if (cause.code == "near-copy") {
            listener.on_skipped({warning.place.file, cause.code, warning.message});
        } else {
            listener.on_warning(warning);
        }
    }
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
    if (books > 1 && format_of_output(job.output)) {
        throw Error(
            ErrorKind::usage,
            fmt::format("these inputs are {} books and cannot share one file: give a folder with -o", books),
            {job.output.string(), 0});
    }
}

/// The first that is not empty of what the texts of a book have in that field.
std::string first_known(std::span<const TextFacts> texts, std::string TextFacts::* field) {
    const auto known = std::find_if(texts.begin(), texts.end(),
                                    [field](const TextFacts& text) { return !(text.*field).empty(); });
    return known == texts.end() ? std::string() : (*known).*field;
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
    const PlannedBooks::Note& note = found == nullptr ? none : *found;
    const TextFacts& first = texts.front();
    PlanRecord record;
    record.musician = note.musician.empty() ? first.musician : note.musician;
    record.name = note.distinction.empty() ? record.musician
                                           : fmt::format("{} ({})", record.musician, note.distinction);
    record.is_id_declared = !first.id.empty();
    record.id = record.is_id_declared ? first.id : id_from_name(record.name);
    record.born = first_known(texts, &TextFacts::born);
    record.died = first_known(texts, &TextFacts::died);
    record.occupation = first_known(texts, &TextFacts::occupation);
    record.reason = first.evidence;
    if (!note.reason.empty()) {
        record.reason += (record.reason.empty() ? "" : "; ") + note.reason;
    }
    record.language = first.language;
    for (const TextFacts& text : texts) {
        record.seconds += text.seconds;
    }
    record.seconds = rounded_seconds(record.seconds);
    for (const std::uint32_t document : books_.documents(book)) {
        record.sources.push_back(catalogue_.source(document));
    }
    return record;
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
