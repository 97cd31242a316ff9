// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/report.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace recital {

/// What was said once or more often for one cause.
struct Repeat {
    enum class Kind { warning, notice, skipped, failure };

    Kind kind = Kind::warning;
    std::string code;                     ///< of a warning, a notice and a skipped file
    std::string message;                  ///< the first one
    std::string summary;                  ///< said of many
    std::size_t count = 0;                ///< how often
    std::size_t told = 0;                 ///< of them, how many the person was shown
    std::vector<SourcePlace> places = {}; ///< the first ones
};

/// Counts what is said during a run, so that each cause is told once as it happens and all of it is summed up
/// at the end. What matters by itself is told twenty times.
class Recap {
public:
    /// True if it is to be shown now.
    [[nodiscard]] bool add(const Diagnostic& warning);
    [[nodiscard]] bool add_notice(const Diagnostic& notice);
    [[nodiscard]] bool add(const SkippedReport& skipped);
    /// Of the rows of a file that fail alike, the first is shown.
    [[nodiscard]] bool add(const FailureReport& failure);

    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    [[nodiscard]] std::size_t skipped() const { return skipped_; }

    /// What came up, in the order in which it came up first.
    [[nodiscard]] const std::vector<Repeat>& repeats() const { return repeats_; }

    /// Prints how many of that kind were not shown, by cause.
    void print_untold(Repeat::Kind kind) const;
    /// Prints the skipped files by cause and the failures again.
    void print_rest() const;

private:
    [[nodiscard]] bool add_diagnostic(Repeat::Kind kind, const Diagnostic& diagnostic);
    [[nodiscard]] bool count(const std::string& key, Repeat repeat, const SourcePlace& place,
                             std::size_t told_limit);
    void print_skipped() const;
    void print_failures() const;

    std::vector<Repeat> repeats_;
    std::unordered_map<std::string, std::size_t> indexes_; ///< of repeats, by what makes them alike
    std::size_t warnings_ = 0;
    std::size_t skipped_ = 0;
    std::size_t failures_ = 0;
};

} // namespace recital
