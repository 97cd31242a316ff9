// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan.h"

#include "base/unicode.h"
#include "studio/planning/gather.h"
#include "studio/planning/output_name.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <utility>

namespace recital {

namespace {

/// Signs of vowels and the like that scripts of South Asia, Thai and others write beside a letter: names may
/// differ by them alone. Accents that any script may have are none.
bool is_vowel_sign(char32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    const auto character = static_cast<UChar32>(code_point);
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 &&
           uscript_getScript(character, &status) != USCRIPT_INHERITED;
}

/// Lower case, words joined by hyphens: stable, and readable in a report.
std::string id_from_name(std::string_view name) {
    std::string id;
    const std::string folded = fold_case(normalise_nfc(name));
    for (std::size_t position = 0; position < folded.size();) {
        const char32_t code_point = next_code_point(folded, position);
        if (is_letter(code_point) || is_digit(code_point) || is_vowel_sign(code_point)) {
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

/// What the template of paths may ask for, but for the format.
std::map<std::string, std::string> template_values(const Job& job, const BookPlan& book,
                                                   const Document& document) {
    constexpr std::size_t year_digits = 4;
    BookTags tags;
    tags.title = book.name;
    tags.artist = document.author;
    tags.language = document.language;
    tags.date = document.date;
    apply_given_tags(job.metadata, tags);
    return {{"musician", book.musician}, {"title", tags.title}, {"author", tags.artist},
            {"language", tags.language}, {"id", book.id},       {"year", tags.date.substr(0, year_digits)}};
}

/// Reads everything once; counts what cannot be read.
Catalogue read_catalogue(const Job& job, RunListener& listener, std::size_t& failures) {
    std::vector<Diagnostic> warnings;
    Catalogue catalogue(gather_inputs(job.inputs, warnings));
    for (const Diagnostic& warning : warnings) {
        listener.on_warning(warning);
    }
    if (catalogue.paths().empty()) {
        throw Error(ErrorKind::input,
                    "holds no biography: put text files there, or name the files themselves",
                    {job.inputs.front().string(), 0});
    }
    SourceReader reader(job.reading, job.fields, job.limits);
    const auto fail = [&](const SourceRef& source, const Error& error) {
        const std::size_t line = error.place().line != 0 ? error.place().line : source.line;
        listener.on_failure({source.path.string(), line, error.kind(), error.what()});
        ++failures;
    };
    for (std::size_t path = 0; path < catalogue.paths().size(); ++path) {
        const auto enter = [&](const SourceRef& source, const Document& document) {
            for (const Diagnostic& diagnostic : document.diagnostics) {
                listener.on_warning(diagnostic);
            }
            catalogue.add(path, source, document);
        };
        reader.read_all(catalogue.paths()[path], enter, fail);
    }
    return catalogue;
}

/// Reads the members of a company again and puts together what belongs together.
class CandidateGrouper {
public:
    CandidateGrouper(const Job& job, const Catalogue& catalogue, RunListener& listener)
        : catalogue_(catalogue), listener_(listener), reader_(job.reading, job.fields, job.limits) {}

    void group(std::span<const std::uint32_t> members, PlannedBooks& books, std::size_t& failures) {
        std::vector<Identity> identities;
        std::vector<std::uint32_t> documents;
        for (const std::uint32_t member : members) {
            const SourceRef source = catalogue_.source(member);
            try {
                identities.push_back(identity(source, catalogue_.shared_folder(member)));
                documents.push_back(member);
            } catch (const Error& error) {
                listener_.on_failure({source.path.string(), source.line, error.kind(), error.what()});
                ++failures;
            }
        }
        std::vector<Diagnostic> warnings;
        for (const BookGroup& group : group_documents(identities, warnings)) {
            books.add(group, documents);
        }
        for (const Diagnostic& warning : warnings) {
            listener_.on_warning(warning);
        }
    }

private:
    [[nodiscard]] Identity identity(const SourceRef& source, std::string folder) {
        Identity identity = identity_of(reader_.read(source));
        if (source.line > 0 && !identity.id.empty()) {
            identity.fingerprint = {}; // a dump that names its rows has no drafts
        }
        identity.source = source.to_string();
        identity.folder = std::move(folder);
        return identity;
    }

    const Catalogue& catalogue_;
    RunListener& listener_;
    SourceReader reader_;
};

} // namespace

void PlannedBooks::add(std::uint32_t document) {
    books_.push_back({static_cast<std::uint32_t>(documents_.size()), 0});
    documents_.push_back(document);
}

void PlannedBooks::add(const BookGroup& group, std::span<const std::uint32_t> documents) {
    notes_.push_back({group.musician, group.distinction, group.reason});
    counts_.push_back(static_cast<std::uint32_t>(group.documents.size()));
    books_.push_back(
        {static_cast<std::uint32_t>(documents_.size()), static_cast<std::uint32_t>(notes_.size())});
    for (const std::size_t document : group.documents) {
        documents_.push_back(documents[document]);
    }
}

void PlannedBooks::sort() {
    const auto given = [this](const Book& book) {
        const auto first = documents_.begin() + book.first;
        return *std::min_element(first, first + (book.note == 0 ? 1 : counts_[book.note - 1]));
    };
    std::sort(books_.begin(), books_.end(),
              [&given](const Book& left, const Book& right) { return given(left) < given(right); });
}

std::span<const std::uint32_t> PlannedBooks::documents(std::size_t book) const {
    const auto [first, note] = books_[book];
    return std::span(documents_).subspan(first, note == 0 ? 1 : counts_[note - 1]);
}

const PlannedBooks::Note* PlannedBooks::note(std::size_t book) const {
    return books_[book].note == 0 ? nullptr : &notes_[books_[book].note - 1];
}

Plan::Plan(const Job& job, Catalogue catalogue, PlannedBooks books, std::size_t failures)
    : job_(job), catalogue_(std::move(catalogue)), books_(std::move(books)), failures_(failures),
      is_one_file_(format_of_output(job.output)) {
    if (is_one_file_ && books_.size() > 1) {
        throw Error(ErrorKind::usage,
                    fmt::format("these inputs are {} books and cannot share one file: give a folder with -o",
                                books_.size()),
                    {job.output.string(), 0});
    }
}

std::vector<SourceRef> Plan::sources(std::size_t book) const {
    std::vector<SourceRef> sources;
    for (const std::uint32_t document : books_.documents(book)) {
        sources.push_back(catalogue_.source(document));
    }
    return sources;
}

BookPlan Plan::open(std::size_t book, const Document& document) {
    static const PlannedBooks::Note none;
    const PlannedBooks::Note* const found = books_.note(book);
    const PlannedBooks::Note& note = found == nullptr ? none : *found;
    BookPlan plan;
    plan.musician = note.musician.empty() ? document.musician : note.musician;
    plan.name =
        note.distinction.empty() ? plan.musician : fmt::format("{} ({})", plan.musician, note.distinction);
    plan.id = document.id.empty() ? id_from_name(plan.name) : document.id;
    plan.sources = sources(book);
    plan.reason = document.evidence;
    if (!note.reason.empty()) {
        plan.reason += (plan.reason.empty() ? "" : "; ") + note.reason;
    }
    plan.outputs = outputs_of(plan, document);
    return plan;
}

std::vector<std::filesystem::path> Plan::outputs_of(const BookPlan& book, const Document& document) {
    if (is_one_file_) {
        return {job_.output};
    }
    std::vector<std::filesystem::path> outputs;
    if (job_.output_template) {
        auto values = template_values(job_, book, document);
        for (const FormatSettings& format : job_.formats) {
            values["format"] = format.traits().name;
            outputs.push_back(job_.output_template->path(values, book.name));
        }
        outputs = names_.assign(outputs);
    } else {
        outputs.assign(job_.formats.size(), names_.assign(book.name));
    }
    for (std::size_t n = 0; n < outputs.size(); ++n) {
        outputs[n] = job_.output / outputs[n];
        outputs[n] += extension_of(job_.formats[n]);
    }
    return outputs;
}

Plan plan_books(const Job& job, RunListener& listener) {
    check_output(job);
    std::size_t failures = 0;
    Catalogue catalogue = read_catalogue(job, listener, failures);
    const CandidateGroups candidate_groups = catalogue.take_candidate_groups();
    CandidateGrouper grouper(job, catalogue, listener);
    PlannedBooks books;
    for (std::size_t i = 0; i < candidate_groups.size(); ++i) {
        const std::span<const std::uint32_t> members = candidate_groups[i];
        if (members.size() == 1) {
            books.add(members.front());
        } else {
            grouper.group(members, books, failures);
        }
    }
    books.sort();
    return {job, std::move(catalogue), std::move(books), failures};
}

} // namespace recital
