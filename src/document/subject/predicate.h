// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/opening_statement.h"
#include "document/subject/opening_words.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string>

namespace recital {

/// What the predicate of a first sentence says of its subject.
struct Predicate {
    static constexpr std::size_t no_name = std::numeric_limits<std::size_t>::max();

    SubjectKind kind = SubjectKind::unknown;
    bool concerns_other = false; ///< see OpeningStatement

    /// The number of the word that follows a naming phrase ("... singer known professionally as"), if its
    /// name is that of the subject.
    std::size_t stated_name_at = no_name;
    NameRelation relation = NameRelation::known_as; ///< of that phrase
};

/// The first occupation that words outside of brackets name, in the longest form that is known; empty if
/// there is none.
[[nodiscard]] std::string occupation_in(std::span<const OpeningWord> words);

/// Reads the words after the verb.
[[nodiscard]] Predicate read_predicate(std::span<const OpeningWord> words);

} // namespace recital
