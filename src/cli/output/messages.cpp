// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/messages.h"

#include "cli/output/standard_streams.h"

#include <fmt/format.h>

namespace recital {

void print_warning(const Diagnostic& diagnostic) {
    print_message("recital: warning: {}\n", diagnostic.to_string());
}

void print_notice(const Diagnostic& notice) {
    print_message("recital: {}\n", notice.to_string());
}

void print_failure(const FailureReport& failure) {
    print_message("recital: error: {}: {}\n", SourcePlace{failure.source, failure.line}.to_string(),
                  failure.error);
}

void print_skipped(const SkippedReport& skipped) {
    print_message("recital: warning: {}: skipped: {}\n", skipped.source, skipped.reason);
}

void print_error(const Error& error) {
    print_message("recital: error: {}\n", error.to_string());
}

} // namespace recital
