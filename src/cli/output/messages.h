// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cli/output/recap.h"
#include "studio/job/report.h"

#include <functional>
#include <string>

namespace recital {

/// What the program says to the person who runs it while it works, on standard error, a line each. Of what is
/// said again and again the first ones are shown and the others counted.
class Messages {
public:
    /// `quiet` does not show notices.
    explicit Messages(bool quiet = false) : quiet_(quiet) {}

    void warn(const Diagnostic& warning);
    void notify(const Diagnostic& notice);
    void skip(const SkippedReport& skipped);
    void fail(const FailureReport& failure);

    /// `prepare` is called before each message, for example to clear a line that is on the screen.
    void before_each(std::function<void()> prepare) { prepare_ = std::move(prepare); }

    /// Prints how many warnings and notices were not shown, by cause.
    void finish_warnings() const;
    /// The same of failures.
    void finish_failures() const;

    /// What was said so far.
    [[nodiscard]] const Recap& recap() const { return recap_; }

private:
    bool quiet_;
    Recap recap_;
    std::function<void()> prepare_ = [] {};
};

/// A warning and an error that come once.
void print_warning(const Diagnostic& warning);
void print_error(const Error& error);

} // namespace recital
