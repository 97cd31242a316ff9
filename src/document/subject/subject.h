// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The person that a biography's first sentence is about: "Ludwig van Beethoven (baptised 17 December 1770 –
/// 26 March 1827) was a German composer ..." gives the name as written with dates and occupation. The name is
/// empty if the sentence does not begin with one. `language` is the BCP 47 tag of the text.
[[nodiscard]] Subject subject_of_first_sentence(std::string_view paragraph, std::string_view language = "en");

/// Whether the text can be a name: "-", "..." and blanks of all kinds are what tables have for a name that is
/// not known. "!!!" is a band.
[[nodiscard]] bool names_somebody(std::string_view name);

/// Whom the outline is about: the best of the names that were `forced` by a person, declared by the source,
/// stated by the first sentence, in the title, in the first heading or in the file's name, see score_names.
/// The subject's name is empty if none of them `names_somebody`.
[[nodiscard]] Subject find_subject(const Outline& outline, const std::string& name,
                                   const std::string& forced = {});

} // namespace recital
