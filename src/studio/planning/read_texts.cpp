// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/read_texts.h"

#include "studio/sources/gather.h"
#include "studio/sources/musician_id.h"

#include <fmt/format.h>

#include <string>
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

} // namespace

std::vector<std::filesystem::path> find_texts(const Job& job, RunListener& listener) {
    GatheredInputs inputs = gather_inputs(job.inputs);
    for (const Diagnostic& warning : inputs.warnings) {
        listener.on_warning(warning);
    }
    for (const SkippedReport& skipped : inputs.skipped) {
        listener.on_skipped(skipped);
    }
    if (inputs.files.empty()) {
        throw Error(ErrorKind::input,
                    "contains no biography: put text files there, or give the files themselves",
                    {job.inputs.front().string(), 0});
    }
    return std::move(inputs.files);
}

std::size_t read_texts(const Job& job, std::span<const TextFile> files, SourceReader& reader,
                       RunListener& listener, const TextVisitor& visit) {
    std::size_t failures = 0;
    WantedIds wanted(job.ids);
    const auto fail = [&](const SourceRef& source, const Error& error, const std::string& id) {
        const std::size_t line = error.place().line != 0 ? error.place().line : source.line;
        listener.on_failure({source.path.string(), line, error.kind(), error.what(), id});
        wanted.found(id);
        ++failures;
    };
    for (std::size_t file = 0; file < files.size(); ++file) {
        const auto enter = [&](const SourceRef& source, Document&& document) {
            wanted.found(document.id.empty() ? id_from_name(document.musician) : document.id);
            for (const Diagnostic& diagnostic : document.diagnostics) {
                listener.on_warning(diagnostic);
            }
            for (const Diagnostic& notice : document.notices) {
                listener.on_notice(notice);
            }
            visit(file, source, std::move(document));
        };
        reader.read_all(files[file].path, enter, fail, files[file].part);
    }
    for (const std::string& id : wanted.missing()) {
        listener.on_failure(no_such_id(id, job.inputs));
        ++failures;
    }
    return failures;
}

} // namespace recital
