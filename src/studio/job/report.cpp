// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/report.h"

namespace recital {

void add_to_totals(const BookReport& book, RunTotals& totals) {
    totals.audio_seconds += book.files.front().seconds();
    for (const FileReport& file : book.files) {
        totals.bytes += file.bytes;
    }
}

} // namespace recital
