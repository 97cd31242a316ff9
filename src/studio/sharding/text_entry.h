// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/candidate_group.h"
#include "document/grouping/identity.h"
#include "document/model/document.h"
#include "studio/planning/text_facts.h"
#include "studio/sources/source.h"

#include <string>
#include <string_view>

namespace recital {

/// What a plan keeps of a text after it was read.
struct TextEntry {
    SourceRef source;
    TextFacts facts;
    Identity identity; ///< without folder, which depends on other texts
    IdentityHash hash; ///< without folder, likewise

    /// The folder of a whole file, whose other texts may be about the same person; empty for a record.
    [[nodiscard]] std::string folder() const;
};

/// `seconds` is the estimated length of its speech.
[[nodiscard]] TextEntry make_text_entry(const SourceRef& source, const Document& document, double seconds);

/// The entry as bytes, and back. `read_text_entry` throws MalformedBytes.
[[nodiscard]] std::string to_bytes(const TextEntry& entry);
[[nodiscard]] TextEntry read_text_entry(std::string_view bytes);

} // namespace recital
