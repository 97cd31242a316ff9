// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A name taken from the front of a sentence; views into it.
struct LeadingName {
    std::vector<std::string_view> words;
    std::string_view rest; ///< what follows
    bool comma_follows = false;

    [[nodiscard]] std::string text() const;
};

/// The longest run of words at the front that are written like parts of a name, with particles between them;
/// without words where none is.
[[nodiscard]] LeadingName read_name(std::string_view sentence);

/// Whether the word names an owner: "Valentin's".
[[nodiscard]] bool is_possessive(std::string_view word);

/// Whether the text is nothing but a name of two words or more: "Clara Schumann", "Ludwig van Beethoven".
[[nodiscard]] bool names_person(std::string_view text);

/// A name as it is said: "Clara Schumann" for "Schumann, Clara", as lists are sorted. Any other text, and
/// what is no name on both sides of one comma ("Crosby, Stills & Nash"), as it is.
[[nodiscard]] std::string in_spoken_order(std::string_view name);

/// Other forms of a name: "Beethoven", "Ludwig"; of "Edward Kennedy \"Duke\" Ellington" also "Duke".
[[nodiscard]] std::vector<std::string> aliases_of(std::string_view name);

} // namespace recital
