// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/book_in_progress.h"
#include "studio/job/report.h"
#include "studio/output/take_sink.h"

#include <cstddef>
#include <memory>

namespace recital {

/// Writes the subtitles that the report names for the production's book in the format of that number. The
/// production must outlive the sink.
[[nodiscard]] std::unique_ptr<TakeSink> subtitles_sink(const BookInProgress& book_in_progress,
                                                       std::size_t format, const FileReport& report);

/// Writes those of the chapters' files. Production and report must outlive the sink.
[[nodiscard]] std::unique_ptr<TakeSink> chapter_subtitles_sink(const BookInProgress& book_in_progress,
                                                               std::size_t format, const FileReport& report);

} // namespace recital
