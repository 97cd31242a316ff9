// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace recital {

/// A name that is in no lexicon.
struct UnknownName {
    std::string name;
    std::size_t count = 0;
    std::string phonemes; ///< how it would be said, in the engine's IPA
    std::string rule;     ///< the place of the evidence for its language, or of the pronunciation that the
                          ///< text gives; empty: the voice's own rules
    bool stated = false;  ///< whether the text gives the pronunciation
    SourcePlace first;    ///< its first occurrence
};

/// The result of a name check.
struct NameCheck {
    std::vector<UnknownName> names; ///< the most frequent first
    std::vector<FailureReport> failures;
};

/// Finds the names in the job's inputs that no lexicon covers. A name is a word that is capitalised inside a
/// sentence, never appears in lower case in the inputs, and is not in the engine's dictionary. Warnings go to
/// `warn`, what is only to be known to `inform`. Throws `usage`, `input` and `engine` errors.
[[nodiscard]] NameCheck check_names(const Job& job, const std::function<void(const Diagnostic&)>& warn,
                                    const std::function<void(const Diagnostic&)>& inform);

} // namespace recital
