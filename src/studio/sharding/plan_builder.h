// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files/external_sorter.h"
#include "document/grouping/group.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/planning/output_stems.h"
#include "studio/sharding/plan_file.h"
#include "studio/sharding/text_entry.h"
#include "studio/sharding/text_sets.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <unordered_set>
#include <vector>

namespace recital {

/// Makes the plan of any number of texts: finds which make one book, names the books' files, and sorts the
/// books by length. Makes the books that `plan_books` makes, but keeps in memory only a few bytes for a text;
/// everything else is sorted in temporary files.
class PlanBuilder {
public:
    /// `folder` is for temporary files. Job and listener outlive the builder; the listener is told of
    /// namesakes and near-copies.
    PlanBuilder(const Job& job, const std::filesystem::path& folder, RunListener& listener);

    /// Enters the next text, in the order in which texts are given. Throws an `output` error.
    void add(const TextEntry& entry);

    /// Calls `visit` with every record, the longest first. To be called once.
    void finish(const std::function<void(const PlanRecord&)>& visit);

private:
    struct NumberedText {
        std::uint64_t number = 0; ///< among all texts, from 0
        TextEntry text;
    };

    void group_texts();
    void make_books(std::span<const NumberedText> texts);
    void add_book(std::span<const NumberedText> texts, const BookGroup& group);
    void spread_over_folders(PlanRecord& record) const;
    [[nodiscard]] std::unordered_set<std::uint64_t> find_contested_names();
    void name_books();

    const Job& job_;
    RunListener& listener_;
    std::filesystem::path folder_;
    OutputStems stems_;
    TextSets sets_;
    ExternalSorter texts_;  ///< by number
    ExternalSorter books_;  ///< by the number of their first text; files have the names that they want
    ExternalSorter sorted_; ///< the longest first
};

} // namespace recital
