// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/plan.h"

#include "base/unicode.h"
#include "document/gather.h"
#include "document/read.h"
#include "studio/file_name.h"
#include "studio/stop.h"

#include <fmt/format.h>

#include <unordered_map>

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
        book.output = job.output / (names.assign(book.musician, book.id) + extension_of(job.format));
    }
}

} // namespace

Plan plan_books(const Job& job, RunListener& listener) {
    std::vector<Diagnostic> warnings;
    const std::vector<std::filesystem::path> sources = gather_inputs(job.inputs, warnings);
    for (const Diagnostic& warning : warnings) {
        listener.on_warning(warning);
    }
    if (sources.empty()) {
        throw Error(ErrorKind::input,
                    "holds no biography: put text files there, or name the files themselves",
                    {job.inputs.front().string(), 0});
    }
    Plan plan;
    std::unordered_map<std::string, std::size_t> book_of;
    for (const auto& source : sources) {
        check_stop();
        try {
            const Document document = read_document(source);
            for (const Diagnostic& diagnostic : document.diagnostics) {
                listener.on_warning(diagnostic);
            }
            const std::string id = document.id.empty() ? id_from_name(document.musician) : document.id;
            const auto [entry, is_new] = book_of.try_emplace(id, plan.books.size());
            if (is_new) {
                plan.books.push_back({id, document.musician, {}, {}});
            }
            plan.books[entry->second].sources.push_back(source);
        } catch (const Error& error) {
            plan.failures.push_back({source.string(), error.place().line, error.kind(), error.what()});
        }
    }
    assign_outputs(job, plan.books);
    return plan;
}

} // namespace recital
