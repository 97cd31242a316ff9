// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output/json_lines.h"
#include "document/model/metadata.h"

#include <string>
#include <vector>

namespace recital {

/// Adds the further names of a musician to a report, "birth_name" and "other_names" if there are any, and
/// under "candidates" the names that were considered, with their scores and evidence.
void put_names(Json& report, const std::string& birth_name, const std::vector<std::string>& other_names,
               const std::vector<NameCandidate>& candidates);

} // namespace recital
