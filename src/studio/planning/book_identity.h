// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/origin.h"

#include <string>

namespace recital {

struct PlanRecord;

/// Whom the book of the record is about, without the sketch of its text.
[[nodiscard]] BookIdentity identify(const PlanRecord& record);

/// Whether two books, made by any runs, are about one person. If both declare an id, the ids decide, but
/// a number of a table's row needs support if the names differ. Otherwise the names must be equal, nothing
/// may contradict (see `contradiction`), and something must speak for it: a common source, a common year of
/// birth or death, or texts that are mostly the same. Two books of which the texts say too little count as
/// books about two people: then neither replaces the other.
[[nodiscard]] bool are_about_one_person(const BookOrigin& one, const BookOrigin& other);

/// 16 lower-case hexadecimal digits of a hash of the identity.
[[nodiscard]] std::string identity_digits(const BookIdentity& identity);

/// "1901–1980", "1901–" or "–1980"; empty if neither year is known.
[[nodiscard]] std::string years_of(const BookIdentity& identity);

/// The name as names are compared: normalised, without regard to case.
[[nodiscard]] std::string folded_musician(const BookIdentity& identity);

} // namespace recital
