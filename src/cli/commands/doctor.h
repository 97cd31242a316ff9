// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital doctor`. Returns `exit_no_book` if something is missing without which there are no books,
/// `exit_some_failed` if anything else is missing.
[[nodiscard]] int run_doctor(const DoctorOptions& options);

} // namespace recital
