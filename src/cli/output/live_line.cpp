// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/live_line.h"

#include "base/time_text.h"
#include "base/unicode.h"
#include "cli/output/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t max_live_name_columns = 60;
constexpr std::size_t min_name_columns = 8; // fewer say nothing of a name

/// Time left by the pace so far, supposing that books not yet begun are like those begun.
double seconds_left(const RunProgress& progress, double elapsed) {
    const auto done = static_cast<double>(progress.takes_done);
    const double books_begun = std::max(1.0, static_cast<double>(progress.books_done + 1));
    const double share = std::max(1.0, static_cast<double>(progress.books_planned) / books_begun);
    return elapsed / done * (static_cast<double>(progress.takes_known) * share - done);
}

/// What is shown beside the name, the longest first.
std::vector<std::string> forms_of(const RunProgress& progress, double elapsed) {
    const std::string left = fmt::format("{} left", time_text(seconds_left(progress, elapsed)));
    const std::string takes = fmt::format("take {} of {}", progress.takes_done, progress.takes_known);
    const std::string books = fmt::format(
        "book {} of {}", std::min(progress.books_done + 1, progress.books_planned), progress.books_planned);
    return {
        fmt::format("{}  {}  {:.0f} x real time  {}", takes, books, progress.speech_seconds / elapsed, left),
        fmt::format("{}  {}  {}", takes, books, left),
        fmt::format("{}  {}", books, left),
        left,
    };
}

} // namespace

std::string live_line(const RunProgress& progress, double elapsed, std::size_t columns) {
    const std::size_t room = std::max<std::size_t>(columns, 2) - 1; // terminals differ in the last column
    const std::string separator = "  ";
    for (const std::string& form : forms_of(progress, elapsed)) {
        const std::size_t taken = columns_of(form) + separator.size();
        if (taken + min_name_columns <= room) {
            return shown_in_columns(progress.musician, std::min(room - taken, max_live_name_columns)) +
                   separator + form;
        }
    }
    return shown_in_columns(forms_of(progress, elapsed).back(), room);
}

} // namespace recital
