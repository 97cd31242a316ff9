// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/subject/vital_dates.h"

namespace recital {

/// The subject's years of birth and death as stated in sentences of a text: "She was born in Lviv on 5 May
/// 1900" in one of the opening paragraphs, "died in 1980" or "until her death in 1980" in any. The subject of
/// the sentence must be the subject's name, or a pronoun after sentences that are not about anybody else;
/// only dates and places may be between verb and year. Years on which sentences disagree, or that cannot be
/// one life, are left empty.
[[nodiscard]] VitalDates vital_dates_in_prose(const Outline& outline, const Subject& subject);

} // namespace recital
