// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/report.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace recital {

/// Remembers what was said during a run, so that each cause is told once as it happens and all of it is
/// summed up at the end.
class Recap {
public:
    /// True if the warning is to be shown now: the first of its cause, and each that matters by itself.
    [[nodiscard]] bool add(const Diagnostic& warning);
    [[nodiscard]] bool add(const SkippedReport& skipped);
    void add(const FailureReport& failure);

    [[nodiscard]] std::size_t warnings() const { return warnings_; }
    [[nodiscard]] std::size_t skipped() const { return skipped_; }

    /// Prints how many warnings were not shown, by cause.
    void print_warnings() const;
    /// Prints the skipped files by cause and the failures again.
    void print_rest() const;

private:
    /// What has one cause.
    struct Group {
        std::string summary;
        std::size_t count = 0;
        std::vector<std::string> places; ///< the first ones
        std::size_t untold = 0;          ///< after the first
    };

    std::vector<std::string> causes_; ///< in the order in which they came up
    std::map<std::string, Group> warning_groups_;
    std::vector<std::string> kinds_;
    std::map<std::string, Group> skipped_groups_;
    std::vector<std::string> failures_; ///< the first ones
    std::size_t failure_count_ = 0;
    std::size_t warnings_ = 0;
    std::size_t skipped_ = 0;
};

} // namespace recital
