// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/messages.h"

#include "cli/output/place_text.h"
#include "cli/output/print.h"

namespace recital {

namespace {

void print_placed(const char* kind, const SourcePlace& place, const std::string& message) {
    const std::string where = place_text(place);
    print_message("recital: {}{}{}{}\n", kind, Whole{where}, where.empty() ? "" : ": ", message);
}

void print_failure(const FailureReport& failure) {
    print_placed("error: ", {failure.source, failure.line}, failure.error);
}

void print_skipped(const SkippedReport& skipped) {
    print_placed("warning: ", {skipped.source, 0}, "skipped: " + skipped.reason);
}

} // namespace

void print_warning(const Diagnostic& warning) {
    print_placed("warning: ", warning.place, warning.message);
}

void print_error(const Error& error) {
    print_placed("error: ", error.place(), error.what());
}

void Messages::warn(const Diagnostic& warning) {
    if (recap_.add(warning)) {
        prepare_();
        print_warning(warning);
    }
}

void Messages::notify(const Diagnostic& notice) {
    if (recap_.add_notice(notice) && !quiet_) {
        prepare_();
        print_placed("", notice.place, notice.message);
    }
}

void Messages::skip(const SkippedReport& skipped) {
    if (recap_.add(skipped)) {
        prepare_();
        print_skipped(skipped);
    }
}

void Messages::fail(const FailureReport& failure) {
    if (recap_.add(failure)) {
        prepare_();
        print_failure(failure);
    }
}

void Messages::finish_warnings() const {
    recap_.print_untold(Repeat::Kind::warning);
    if (!quiet_) {
        recap_.print_untold(Repeat::Kind::notice);
    }
}

void Messages::finish_failures() const {
    recap_.print_untold(Repeat::Kind::failure);
}

} // namespace recital
