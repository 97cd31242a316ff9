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

/// Whether the name has a word that names of sites have: "Encyclopedia", "HarpWiki".
[[nodiscard]] bool may_name_site(std::string_view name);

/// "Mara Bell" for "Mara Bell (harpist)" and "Mara Bell (1951–2010)": what distinguishes a person is not part
/// of the name. A view into it.
[[nodiscard]] std::string_view without_distinction(std::string_view name);

/// Without "biography" and the like at its end; unchanged if nothing else would remain. A view into it.
[[nodiscard]] std::string_view without_tail(std::string_view name);

} // namespace recital
