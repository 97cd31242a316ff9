// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// The identifier of the WAVE chunk with the book record.
inline constexpr const char* record_chunk = "rctl";

} // namespace recital
