// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/person_name.h"
#include "document/subject/vital_dates.h"

#include <string_view>

namespace recital {

/// The name that a sentence begins with, without honours ("MBE") at its end or after it, or a name in a
/// script without capitals that a bracket follows; without words if there is none. Views into the sentence.
[[nodiscard]] LeadingName read_sentence_subject(std::string_view sentence);

/// The first words of the sentence if they are a name that is not written like one: "bell moor", "$mokey",
/// "8ix2ine", before a bracket, a comma or a verb; without words if one of them is a common word.
[[nodiscard]] LeadingName read_stylised_name(std::string_view sentence);

/// Whether the word is in a script with capitals.
[[nodiscard]] bool has_case(std::string_view word);

/// The years of birth and death in brackets after the name, or between it and the next comma.
[[nodiscard]] VitalDates dates_after(const LeadingName& name);

/// The text after a maiden name: "née Wieck (1819 – 1896)"; unchanged if it does not begin with one.
[[nodiscard]] std::string_view after_maiden(std::string_view rest);

} // namespace recital
