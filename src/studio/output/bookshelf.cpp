// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/bookshelf.h"

#include "base/resources.h"
#include "container/formats.h"
#include "document/grouping/text_sketch.h"
#include "speech/engine/engine.h"
#include "studio/output/book_file.h"
#include "studio/planning/book_identity.h"
#include "studio/planning/folder_books.h"
#include "studio/planning/output_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr const char* engine_name = "eSpeak NG";

std::vector<std::filesystem::path> paths_of(const BookPlan& plan) {
    std::vector<std::filesystem::path> paths;
    std::transform(plan.sources.begin(), plan.sources.end(), std::back_inserter(paths),
                   [](const SourceRef& source) { return source.path; });
    return paths;
}

std::filesystem::path file_in(const BookReport& report, Format format) {
    const auto file =
        std::find_if(report.files.begin(), report.files.end(),
                     [format](const FileReport& entry) { return entry.format == traits_of(format).name; });
    return file->file;
}

/// Formats that are not made now would be called like the first one that is.
BookStems stems_in_folder(const PlanRecord& plan, const Job& job) {
    BookStems stems(all_formats().size(), job.output / plan.stems.front());
    for (std::size_t n = 0; n < job.formats.size(); ++n) {
        stems[static_cast<std::size_t>(job.formats[n].format)] = job.output / plan.stems.at(n);
    }
    return stems;
}

std::vector<std::filesystem::path> files_of(const BookStems& stems, const Job& job) {
    std::vector<std::filesystem::path> files;
    std::transform(job.formats.begin(), job.formats.end(), std::back_inserter(files),
                   [&stems](const FormatSettings& settings) { return file_of(stems, settings.format); });
    return files;
}

} // namespace

Bookshelf::Bookshelf(const Job& job, MachineNotes& notes, RunListener& listener)
    : job_(job), notes_(notes), listener_(listener), names_(job.formats, !job.output_template.has_value()),
      settings_(job, resource_folder() / "data"), ledger_(job) {}

void Bookshelf::name(BookPlan& plan, const Document& document) {
    plan.origin.identity = identify(plan);
    plan.origin.identity.text = sketch_text(document.sections);
    for (const SourceRef& source : plan.sources) {
        plan.origin.sources.push_back(source.content.hex());
    }
    plan.origin.settings = settings_.of(paths_of(plan));
    plan.origin.engine = engine_name;
    plan.origin.engine_version = notes_.of("version of the engine", [] { return engine_info().version; });
    if (!format_of_output(job_.output)) {
        plan.wanted = stems_in_folder(plan, job_);
        plan.home = names_.find(plan.wanted, plan.origin);
        plan.outputs = files_of(plan.home.stems, job_);
    }
    if (!plan.wanted.empty() && !plan.home.is_new) {
        ledger_.add(plan.outputs.front()); // even if it cannot be made again this time
    }
    if (const std::string remark = remark_on_name(plan); !remark.empty()) {
        listener_.on_warning({remark, {plan.outputs.front().string(), 0}});
    }
}

/// Empty if the book has the name that it wants.
std::string Bookshelf::remark_on_name(const BookPlan& plan) const {
    if (!plan.home.taken.empty()) {
        return fmt::format("has this name because {} belongs to a book about somebody else",
                           plan.home.taken.filename().string());
    }
    if (plan.wanted.empty()) { // the person named the file
        const FileOwner owner = read_owner(plan.outputs.front());
        if (owner.kind == FileOwner::Kind::identified && !are_about_one_person(owner.origin, plan.origin)) {
            return fmt::format("the book about {} that this file holds is replaced by one about {}",
                               owner.origin.identity.musician, plan.musician);
        }
    }
    return {};
}

bool Bookshelf::keep(const PlanRecord& record, const BookReport& report) {
    if (format_of_output(job_.output)) {
        return true;
    }
    if (!names_.keep(stems_in_folder(record, job_))) {
        return false;
    }
    ledger_.add(report.files.front().file);
    return true;
}

void Bookshelf::put_in_place(StagedBook& staged, BookInProgress& book, BookReport& report) {
    const BookPlan& plan = book.plan();
    if (plan.wanted.empty()) { // a file that the job names is replaced
        check_outputs(report, job_.overwrite);
        staged.put_in_place([](TemporaryFile& file, Format /*format*/) { file.commit(); }, report);
        return;
    }
    BookFiles files(names_, {plan.wanted, plan.origin, plan.home}, job_.overwrite,
                    [this](const Diagnostic& diagnostic) { listener_.on_warning(diagnostic); });
    files.move_former();
    move_to(files, book);
    check_outputs(report, job_.overwrite);
    const auto commit = [&](TemporaryFile& file, Format format) {
        files.commit(file, format);
        if (files.file(format) != file_in(report, format)) {
            move_to(files, book);
            name_files(report, book, job_);
            check_outputs(report, job_.overwrite);
        }
    };
    staged.put_in_place(commit, report);
    report.is_name_shared = files.home().rung > 0;
    ledger_.add(book.plan().outputs.front());
}

void Bookshelf::move_to(const BookFiles& files, BookInProgress& book) const {
    book.move_to(files.home(), files_of(files.home().stems, job_));
}

void Bookshelf::finish() {
    const auto orphans =
        ledger_.find_orphans([this](const std::filesystem::path& stem) { return names_.has_given(stem); });
    if (const std::string message = describe_orphans(orphans); !message.empty()) {
        listener_.on_warning({message, {job_.output.string(), 0}});
    }
    ledger_.save(orphans);
}

} // namespace recital
