// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/report.h"

namespace recital {

/// What the program says to the person who runs it, on standard error, a line each.
void print_warning(const Diagnostic& diagnostic);
void print_notice(const Diagnostic& notice);
void print_failure(const FailureReport& failure);
void print_skipped(const SkippedReport& skipped);
void print_error(const Error& error);

} // namespace recital
