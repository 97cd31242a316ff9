// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job.h"
#include "studio/report.h"
#include "studio/source.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// One book to be made: who, from what, where to. The text is read again when its turn comes, so that a plan
/// of millions stays small.
struct BookPlan {
    std::string id; ///< of the musician: as declared by the source, else made from the name
    std::string musician;
    std::string name;               ///< of the book: the musician, told apart from namesakes
    std::vector<SourceRef> sources; ///< at least one, in reading order
    std::string reason;             ///< what tells whom it is about, and why its sources belong together
    std::filesystem::path output;
};

/// All books of a job, and the sources that cannot become one.
struct Plan {
    std::vector<BookPlan> books;
    std::vector<FailureReport> failures;
};

/// Reads every input once, finds whom it is about and gives each musician a book and a file of its own.
/// Warnings go to the listener. Throws `usage` errors where inputs and output do not fit together.
[[nodiscard]] Plan plan_books(const Job& job, RunListener& listener);

} // namespace recital
