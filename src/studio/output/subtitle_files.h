// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/job/report.h"

#include <cstddef>

namespace recital {

/// Writes the subtitles that the report names for the production's book in the format of that number, and for
/// the files of its chapters. Throws an `output` error.
void write_subtitles(const BookInProgress& book_in_progress, std::size_t format, const TakeLoader& load,
                     const FileReport& report);

} // namespace recital
