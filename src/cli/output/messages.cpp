// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/messages.h"

#include <fmt/format.h>

#include <cstdio>

namespace recital {

void print_warning(const Diagnostic& diagnostic) {
    fmt::print(stderr, "recital: warning: {}\n", diagnostic.to_string());
}

void print_failure(const FailureReport& failure) {
    fmt::print(stderr, "recital: {}: {}\n", SourcePlace{failure.source, failure.line}.to_string(),
               failure.error);
}

void print_error(const Error& error) {
    fmt::print(stderr, "recital: {}\n", error.to_string());
}

} // namespace recital
