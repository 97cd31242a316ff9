// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/subject/vital_dates.h"

namespace recital {

/// The years of the subject's life as the sentences of a text tell them: "She was born in Lviv on 5 May 1900"
/// in one of the opening paragraphs, "died in 1980" or "until her death in 1980" in any. The subject of the
/// sentence must be the subject's name, or a pronoun after sentences about nobody else; whatever is between
/// verb and year must be a date or a place. Years that sentences tell differently, or that are no life, are
/// left out.
[[nodiscard]] VitalDates vital_dates_in_prose(const Outline& outline, const Subject& subject);

} // namespace recital
