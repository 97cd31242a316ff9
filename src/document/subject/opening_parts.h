// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/subject/naming_words.h"
#include "document/subject/opening_words.h"
#include "document/subject/person_name.h"
#include "document/subject/stated_name.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

/// The noun for a musician is written small, or is the first word or one after an article; what is
/// written large may be a name.
[[nodiscard]] bool ends_description(const std::vector<OpeningWord>& words, std::size_t n);

/// ", born in 1873, taught her harmony": the verb after an apposition has a person as its object.
[[nodiscard]] bool acts_on_person(const std::vector<OpeningWord>& words);

/// ", 70, a singer whose songs ..., died": an age or an article, then a noun for a musician.
[[nodiscard]] bool is_described_after(std::string_view rest);

/// "the Scottish singer Nora Winter": the number of the word after the last noun for a musician before a
/// name; `at` if there is none.
[[nodiscard]] std::size_t after_description(const std::vector<OpeningWord>& words, std::size_t at);

/// "The Amber Quartet".
[[nodiscard]] bool names_group(const LeadingName& name);

/// "born 4 June 1981 as Nora Winter": the word after "as" in the same brackets or between the same
/// commas.
[[nodiscard]] std::size_t name_after_birth(const std::vector<OpeningWord>& words, std::size_t from);

[[nodiscard]] bool is_full(const StatedName& name);

/// The subject without brackets and appositions: "Moss, Reed & Young", "The Lanterns" of "The Lanterns,
/// formed in 1960,".
[[nodiscard]] std::string_view group_name(std::string_view subject);

[[nodiscard]] const NamingPhrase* phrase_at(const std::vector<OpeningWord>& words, std::size_t at);

} // namespace recital
