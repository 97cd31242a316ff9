// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/person_name.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Where the subject of a sentence may begin if something precedes it: after each comma before the verb
/// "Praised by critics, pianist Mara Bell is". Views into the sentence.
[[nodiscard]] std::vector<std::string_view> parts_after_front(std::string_view sentence,
                                                              std::string_view language);

/// A name of several words before any verb, or after a noun for a musician, which is then its occupation.
struct FrontedName {
    LeadingName name; ///< without words if there is none
    std::string occupation;
};

/// Reads the name that such a part begins with: "Mara Bell has played", "pianist Mara Bell, who".
[[nodiscard]] FrontedName read_fronted_name(std::string_view part);

/// The second of them only.
[[nodiscard]] FrontedName read_described_name(std::string_view part);

} // namespace recital
