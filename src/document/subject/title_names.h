// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The person whom a title names: "The Life of Clara Schumann", "Clara Schumann: A Biography"; the title
/// itself if it contains no such words.
[[nodiscard]] std::string person_in_title(std::string_view title);

/// The parts of a title that may be a name, in order, without words such as "biography" after them and
/// without a distinction in brackets: "Mara Bell (harpist) | Encyclopedia" gives "Mara Bell" and
/// "Encyclopedia".
[[nodiscard]] std::vector<std::string> parts_of_title(std::string_view title);

/// The person whom the first part of a title names: "Mara Bell" of "Mara Bell (harpist)", "Bell, Mara -
/// Biography"; empty if it is not exactly a name of at least two words.
[[nodiscard]] std::string person_named_by(std::string_view title);

/// Whether the name has a word that names of sites have: "Encyclopedia", "HarpWiki".
[[nodiscard]] bool may_name_site(std::string_view name);

/// Whether the name has no other words than such and small ones: "Untitled Document", "About me", "New Page
/// 1".
[[nodiscard]] bool names_only_site(std::string_view name);

/// "Mara Bell" for "Mara Bell (harpist)" and "Mara Bell (1951–2010)": what distinguishes a person is not part
/// of the name. A view into it.
[[nodiscard]] std::string_view without_distinction(std::string_view name);

/// What a bracket or a comma at the end of a name adds to it, which distinguishes the person from others:
/// "musician", "born 1951", "2", "alias Kestrel". Empty if there is none, or if the bracket may belong to the
/// name: "The Lamp (Is Broken)". A view into it.
[[nodiscard]] std::string_view stated_distinction(std::string_view name);

/// The name without it. A view into it.
[[nodiscard]] std::string_view without_stated_distinction(std::string_view name);

/// Without "biography" and the like at its end; unchanged if nothing else would remain. A view into it.
[[nodiscard]] std::string_view without_tail(std::string_view name);

} // namespace recital
