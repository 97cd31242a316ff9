// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// An id for a musician whose source declares none, made from the name: lower case, words joined by hyphens;
/// stable, and readable in a report.
[[nodiscard]] std::string id_from_name(std::string_view name);

} // namespace recital
