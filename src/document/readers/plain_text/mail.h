// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/metadata.h"
#include "document/readers/plain_text/line_groups.h"

namespace recital {

/// Whether the group is the header of an electronic letter (RFC 5322): fields of a name, a colon and a value,
/// among them the sender and a subject or date.
[[nodiscard]] bool is_mail_header(const LineGroup& group);

/// Takes title and author from a header's subject and sender, where the source does not name them otherwise.
void take_mail_header(const LineGroup& group, Metadata& metadata);

/// Whether the group begins a letter's signature: a line of two hyphens (RFC 3676, section 4.3).
[[nodiscard]] bool begins_signature(const LineGroup& group);

/// Removes the "> " of quoted mail if all lines of the group have it.
void strip_quote_marks(LineGroup& group);

} // namespace recital
