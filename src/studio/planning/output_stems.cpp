// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/output_stems.h"

#include "base/error.h"
#include "studio/job/file_name.h"
#include "studio/job/metadata_tags.h"
#include "studio/planning/book_identity.h"
#include "studio/planning/output_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

namespace {

/// What the template of paths may ask for, except the format.
std::map<std::string, std::string> template_values(const GivenTags& metadata, const PlanRecord& record,
                                                   const TextFacts& text) {
    constexpr std::size_t year_digits = 4;
    BookTags tags;
    tags.title = record.name;
    tags.artist = text.author;
    tags.language = text.language;
    tags.date = text.date;
    apply_given_tags(metadata, tags);
    return {{"musician", record.musician}, {"title", tags.title}, {"author", tags.artist},
            {"language", tags.language},   {"id", record.id},     {"year", tags.date.substr(0, year_digits)}};
}

/// What distinguishes the book's musician from namesakes. Of a text that says nothing it is the text.
BookIdentity identity_of(const PlanRecord& record) {
    BookIdentity identity = identify(record);
    identity.text = record.sources.front().content.hex();
    return identity;
}

} // namespace

OutputStems::OutputStems(const Job& job) : template_(job.output_template), metadata_(job.metadata) {
    std::transform(job.formats.begin(), job.formats.end(), std::back_inserter(formats_),
                   [](const FormatSettings& format) { return std::string(format.traits().name); });
}

void OutputStems::assign(std::size_t book, const PlanRecord& record, const TextFacts& text) {
    const NameLadder ladder = ladder_of(record, wanted(record, text));
    std::size_t rung = 0;
    while (rung + 1 < ladder.size() && is_taken(ladder.stems(rung))) {
        ++rung;
    }
    const std::vector<std::filesystem::path> assigned = ladder.stems(rung);
    for (const std::filesystem::path& path : assigned) {
        taken_.insert(hash_of_stem(path));
    }
    if (rung > 0) {
        renamed_.emplace(book, assigned);
    }
}

bool OutputStems::is_taken(const std::vector<std::filesystem::path>& paths) const {
    return std::any_of(paths.begin(), paths.end(), [this](const std::filesystem::path& path) {
        return taken_.contains(hash_of_stem(path));
    });
}

std::vector<std::filesystem::path> OutputStems::of(std::size_t book, const PlanRecord& record,
                                                   const TextFacts& text) const {
    const auto renamed = renamed_.find(book);
    return renamed == renamed_.end() ? wanted(record, text) : renamed->second;
}

std::vector<std::filesystem::path> OutputStems::wanted(const PlanRecord& record,
                                                       const TextFacts& text) const {
    if (!template_) {
        return {formats_.size(), safe_file_name(record.name)};
    }
    std::vector<std::filesystem::path> paths;
    auto values = template_values(metadata_, record, text);
    for (const std::string& format : formats_) {
        values["format"] = format;
        paths.push_back(template_->path(values, record.name));
    }
    return paths;
}

NameLadder ladder_of(const PlanRecord& record, std::vector<std::filesystem::path> wanted) {
    return {std::move(wanted), identity_of(record)};
}

std::vector<std::filesystem::path> output_paths(const PlanRecord& record, const Job& job) {
    if (format_of_output(job.output)) {
        return {job.output};
    }
    if (record.stems.size() != job.formats.size()) {
        throw Error(ErrorKind::input,
                    fmt::format("the plan has {} names of files for this book, and {} formats: "
                                "make the plan again",
                                record.stems.size(), job.formats.size()));
    }
    std::vector<std::filesystem::path> paths;
    for (std::size_t n = 0; n < job.formats.size(); ++n) {
        paths.push_back(job.output / record.stems.at(n));
        paths.back() += fmt::format(".{}", job.formats[n].traits().name);
    }
    return paths;
}

} // namespace recital
