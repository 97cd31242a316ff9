// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/subject/opening_statement.h"

#include <string>

namespace recital {

/// The names that the outline may be about, with scores and evidence, best first; empty if nothing names
/// anybody. `statement` is that of its first paragraph, `name` the file's name, `forced` a person's word,
/// which overrides everything.
[[nodiscard]] std::vector<NameCandidate> score_names(const Outline& outline,
                                                     const OpeningStatement& statement,
                                                     const std::string& name, const std::string& forced);

} // namespace recital
