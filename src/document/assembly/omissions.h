// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "document/model/outline.h"

#include <string>
#include <vector>

namespace recital {

/// One warning for each kind of omission, in the order of their first occurrence, which quotes the first
/// ones: "not read: 3 captions ("Bell in 1931", ...)". `name` is the file.
[[nodiscard]] std::vector<Diagnostic> describe_omissions(const std::vector<Omission>& omissions,
                                                         const std::string& name);

} // namespace recital
