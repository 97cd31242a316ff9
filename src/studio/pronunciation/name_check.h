// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace recital {

/// A name that no lexicon has.
struct UnknownName {
    std::string name;
    std::size_t count = 0;
    std::string phonemes; ///< how it would be said, in IPA as the engine writes it
    std::string rule;     ///< what decides that: the place of the evidence of its language; empty: the voice
    SourcePlace first;    ///< where it stands first
};

/// What a check of names has found.
struct NameCheck {
    std::vector<UnknownName> names; ///< the most frequent first
    std::vector<FailureReport> failures;
};

/// Finds the names in the job's inputs that no lexicon covers. A name is a word that has a capital inside a
/// sentence and nowhere in the inputs a small letter, and that the engine's dictionary does not list.
/// Warnings go to `warn`. Throws `usage`, `input` and `engine` errors.
[[nodiscard]] NameCheck check_names(const Job& job, const std::function<void(const Diagnostic&)>& warn);

} // namespace recital
