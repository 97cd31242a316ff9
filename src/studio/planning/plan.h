// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/planning/catalogue.h"
#include "studio/planning/output_stems.h"
#include "studio/planning/plan_record.h"
#include "studio/planning/planned_books.h"
#include "studio/planning/record_source.h"
#include "studio/planning/text_facts.h"
#include "studio/sources/document_cache.h"

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// All books of a job. Kept compactly, some 110 bytes for a book of one text; the records are made when they
/// are asked for, in any order and as often as wanted.
class Plan : public RecordSource {
public:
    /// `failures` is the number of sources that became no book. `job` is not needed afterwards.
    Plan(const Job& job, Catalogue catalogue, PlannedBooks books, std::size_t failures);

    [[nodiscard]] std::size_t size() const override { return books_.size(); }
    [[nodiscard]] std::size_t failures() const { return failures_; }

    /// The book of that number, from 0; books are numbered in the order in which their texts were given.
    [[nodiscard]] PlanRecord record(std::size_t book) const override;

private:
    [[nodiscard]] std::vector<TextFacts> facts(std::size_t book) const;
    [[nodiscard]] PlanRecord record_without_stems(std::size_t book, std::span<const TextFacts> texts) const;

    Catalogue catalogue_;
    PlannedBooks books_;
    std::size_t failures_;
    OutputStems stems_;
};

/// Reads every input once, finds whom it is about and gives each musician a book. Texts that fit into the
/// budget of `documents` are kept there. Warnings, among them those of near-copies and namesakes, and what
/// cannot be read go to the listener. Throws `usage` errors if inputs and output do not fit together.
[[nodiscard]] Plan plan_books(const Job& job, DocumentCache& documents, RunListener& listener);

} // namespace recital
