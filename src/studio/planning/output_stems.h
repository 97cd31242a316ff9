// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/planning/book_names.h"
#include "studio/planning/plan_record.h"
#include "studio/planning/text_facts.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace recital {

/// Decides under which names the books of a plan are written: one path without extension for each format,
/// below the output folder. No two books share one. Remembers only the paths that are not what the book alone
/// asks for.
class OutputStems {
public:
    /// Takes over formats, template and tags of the job, which is not needed afterwards.
    explicit OutputStems(const Job& job);

    /// Decides for the next book. `text` is the first of its texts.
    void assign(std::size_t book, const PlanRecord& record, const TextFacts& text);
    /// To be called after the last `assign`: frees what only that needs.
    void finish() { taken_ = {}; }

    /// What the book is called if no other has the name.
    [[nodiscard]] std::vector<std::filesystem::path> wanted(const PlanRecord& record,
                                                            const TextFacts& text) const;

    /// What was decided, given the record and the text that `assign` got.
    [[nodiscard]] std::vector<std::filesystem::path> of(std::size_t book, const PlanRecord& record,
                                                        const TextFacts& text) const;

private:
    [[nodiscard]] bool is_taken(const std::vector<std::filesystem::path>& paths) const;
    std::vector<std::string> formats_; ///< their names
    std::optional<OutputTemplate> template_;
    GivenTags metadata_;
    std::unordered_set<std::uint64_t> taken_;                           ///< hashes of the paths, case aside
    std::map<std::size_t, std::vector<std::filesystem::path>> renamed_; ///< books whose name was taken
};

/// The names that a book may have, best first; `wanted` is the first of them, for each format.
[[nodiscard]] NameLadder ladder_of(const PlanRecord& record, std::vector<std::filesystem::path> wanted);

/// The files of the book, one for each format of the job: in its output folder, or the one file that it
/// names.
[[nodiscard]] std::vector<std::filesystem::path> output_paths(const PlanRecord& record, const Job& job);

} // namespace recital
