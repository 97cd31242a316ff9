// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/plan.h"

#include "base/unicode.h"
#include "document/gather.h"
#include "document/group.h"
#include "studio/file_name.h"

#include <fmt/format.h>

#include <utility>

namespace recital {

namespace {

/// Lower case, words joined by hyphens: stable, and readable in a report.
std::string id_from_name(std::string_view name) {
    std::string id;
    const std::string folded = fold_case(normalise_nfc(name));
    for (std::size_t position = 0; position < folded.size();) {
        const char32_t code_point = next_code_point(folded, position);
        if (is_letter(code_point) || is_digit(code_point)) {
            append_utf8(id, code_point);
        } else if (!id.empty() && id.back() != '-') {
            id.push_back('-');
        }
    }
    if (id.ends_with('-')) {
        id.pop_back();
    }
    return id;
}

std::string extension_of(const FormatSettings& format) {
    return fmt::format(".{}", format.traits().name);
}

/// Whether the output names the one book's file rather than a folder.
bool names_a_file(const Job& job) {
    return fold_case(job.output.extension().string()) == extension_of(job.format);
}

void assign_outputs(const Job& job, std::vector<BookPlan>& books) {
    if (names_a_file(job)) {
        if (books.size() > 1) {
            throw Error(
                ErrorKind::usage,
                fmt::format("these inputs are {} books and cannot share one file: give a folder with -o",
                            books.size()),
                {job.output.string(), 0});
        }
        if (!books.empty()) {
            books.front().output = job.output;
        }
        return;
    }
    FileNames names;
    for (BookPlan& book : books) {
        book.output = job.output / (names.assign(book.name, book.id) + extension_of(job.format));
    }
}

} // namespace

namespace {

/// What is kept of every biography between its first reading and the forming of books.
struct Catalogue {
    std::vector<SourceRef> sources;
    std::vector<Identity> identities;
    std::vector<std::string> evidence; ///< of each; kept only where a person will read it
};

Catalogue read_catalogue(const Job& job, RunListener& listener, std::vector<FailureReport>& failures) {
    std::vector<Diagnostic> warnings;
    const auto paths = gather_inputs(job.inputs, warnings);
    for (const Diagnostic& warning : warnings) {
        listener.on_warning(warning);
    }
    if (paths.empty()) {
        throw Error(ErrorKind::input,
                    "holds no biography: put text files there, or name the files themselves",
                    {job.inputs.front().string(), 0});
    }
    Catalogue catalogue;
    const SourceReader reader(job.reading, job.fields);
    const auto enter = [&](const SourceRef& source, const Document& document) {
        for (const Diagnostic& diagnostic : document.diagnostics) {
            listener.on_warning(diagnostic);
        }
        Identity identity = identity_of(document);
        if (source.line > 0 && !identity.id.empty()) {
            identity
                .fingerprint = {}; // a dump that names its rows has no drafts; millions of them have to fit
        }
        identity.source = source.to_string();
        catalogue.sources.push_back(source);
        catalogue.identities.push_back(std::move(identity));
        catalogue.evidence.push_back(job.dry_run ? document.evidence : std::string());
    };
    const auto fail = [&](const SourceRef& source, const Error& error) {
        const std::size_t line = error.place().line != 0 ? error.place().line : source.line;
        failures.push_back({source.path.string(), line, error.kind(), error.what()});
    };
    for (const auto& path : paths) {
        reader.read_all(path, enter, fail);
    }
    return catalogue;
}

BookPlan plan_book(const BookGroup& group, const Catalogue& catalogue) {
    const std::size_t first = group.documents.front();
    BookPlan book;
    book.musician = group.musician;
    book.name = group.distinction.empty() ? group.musician
                                          : fmt::format("{} ({})", group.musician, group.distinction);
    const std::string& declared = catalogue.identities[first].id;
    book.id = declared.empty() ? id_from_name(book.name) : declared;
    for (const std::size_t document : group.documents) {
        book.sources.push_back(catalogue.sources[document]);
    }
    book.reason = catalogue.evidence[first];
    if (!group.reason.empty()) {
        book.reason += (book.reason.empty() ? "" : "; ") + group.reason;
    }
    return book;
}

} // namespace

Plan plan_books(const Job& job, RunListener& listener) {
    Plan plan;
    const Catalogue catalogue = read_catalogue(job, listener, plan.failures);
    std::vector<Diagnostic> warnings;
    for (const BookGroup& group : group_documents(catalogue.identities, warnings)) {
        plan.books.push_back(plan_book(group, catalogue));
    }
    for (const Diagnostic& warning : warnings) {
        listener.on_warning(warning);
    }
    assign_outputs(job, plan.books);
    return plan;
}

} // namespace recital
