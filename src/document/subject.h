// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// The person that a biography's first sentence is about: "Ludwig van Beethoven (baptised 17 December 1770 –
/// 26 March 1827) was ..." gives the name as written. Empty where the sentence does not begin with a name.
[[nodiscard]] std::string subject_of_first_sentence(std::string_view paragraph);

/// A file's name as a title: "01_bekzat-petrenko.txt" gives "Bekzat Petrenko".
[[nodiscard]] std::string title_from_file_name(const std::string& name);

/// Whom the outline is about: declared by the source, else the subject of the first sentence, else the title
/// or first heading, else the file's name. Never empty.
[[nodiscard]] std::string find_musician(const Outline& outline, const std::string& name);

} // namespace recital
