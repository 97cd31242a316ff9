// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>

namespace recital {

/// Why there is a warning, as `data/messages/warnings.tsv` lists it.
struct DiagnosticCause {
    std::string code;    ///< as a program names it: "table-not-read"; "other" if it is not listed
    std::string summary; ///< said of many at once: "tables are not read aloud"; empty if each is to be shown
};

/// The cause of a warning, by its words.
[[nodiscard]] const DiagnosticCause& cause_of(const Diagnostic& diagnostic);

} // namespace recital
