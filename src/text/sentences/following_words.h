// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// Whether a word in small letters can be the verb of a sentence: one of the language's finite verbs or, in
/// English, a past participle.
[[nodiscard]] bool is_verb(std::string_view word, const Language& language);

/// Whether the text has a word that `is_verb`.
[[nodiscard]] bool has_verb(std::string_view text, const Language& language);

/// Whether one or two names and a verb of speaking follow: "'Why?' Clara asked".
[[nodiscard]] bool is_speaker(std::string_view text, std::size_t position, const Language& language);

/// "He moved to L.A. Paul stayed", not "the U.K. Paul Robeson tour": whether a person follows who does
/// something. `before` is the word before the initials.
[[nodiscard]] bool names_actor(std::string_view text, std::size_t position, std::string_view before,
                               const Language& language);

/// "in the U.K. Touring was easier", not "the U.S. Army was": whether a capitalised word that does not go on
/// after initials follows, and a verb.
[[nodiscard]] bool names_other_subject(std::string_view text, std::size_t position, const Language& language);

/// "She wrote for R.E.M. Michael Stipe sang it": whether a given name, a surname and a verb follow.
[[nodiscard]] bool names_person(std::string_view text, std::size_t position, const Language& language);

/// "8 p.m. Easter Sunday", "5 p.m. New York time", "The service at 9 a.m. Sunday was full", not "It ended at
/// 1 a.m. Monday was a holiday": whether the words at the position belong to the time of day before them.
/// `so_far` is the sentence before the position.
[[nodiscard]] bool names_day(std::string_view text, std::size_t position, std::string_view so_far,
                             const Language& language);

} // namespace recital
