// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The person that a biography's first sentence is about: "Ludwig van Beethoven (baptised 17 December 1770 –
/// 26 March 1827) was a German composer ..." gives the name as written with dates and occupation. The name is
/// empty where the sentence does not begin with one. `language` is the BCP 47 tag of the text.
[[nodiscard]] Subject subject_of_first_sentence(std::string_view paragraph, std::string_view language = "en");

/// The person whom a title names: "The Life of Clara Schumann", "Clara Schumann: A Biography"; the title
/// itself where it says nothing of the kind.
[[nodiscard]] std::string person_in_title(std::string_view title);

/// A file's name as a title: "01_bekzat-petrenko.txt" gives "Bekzat Petrenko".
[[nodiscard]] std::string title_from_file_name(const std::string& name);

/// Whether the text can be a name: "-", "..." and blanks of all kinds are what tables have for a name that is
/// not known. "!!!" is a band.
[[nodiscard]] bool names_somebody(std::string_view name);

/// Whom the outline is about: `forced` by a person, declared by the source, else the subject of the first
/// sentence, else the title or first heading, else the file's name, whichever is the first that
/// `names_somebody`. The subject's name is empty if none of them does.
[[nodiscard]] Subject find_subject(const Outline& outline, const std::string& name,
                                   const std::string& forced = {});

} // namespace recital
