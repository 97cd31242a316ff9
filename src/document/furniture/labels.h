// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/furniture/furniture.h"
#include "document/furniture/phrases.h"

#include <string>
#include <string_view>

namespace recital {

/// A line in lower case, with "#" for each number.
[[nodiscard]] std::string folded_line(std::string_view text);

/// Without the arrows, bullets and punctuation around a label.
[[nodiscard]] std::string_view bare_label(std::string_view text);

/// "×", "☰", "»": signs on which to click.
[[nodiscard]] bool is_button(std::string_view text);

/// The kind of the phrase; empty if it is not in the set. Valid as long as the set.
[[nodiscard]] std::string_view kind_in(const FurniturePhrases::Whole& set, std::string_view text);

/// The kind of a folded line that is a label, or several in a row: "Previous | Next", "Home > Musicians >
/// Bell"; empty if it is none.
[[nodiscard]] std::string_view kind_of_labels(std::string_view folded, FurniturePlace place);

} // namespace recital
