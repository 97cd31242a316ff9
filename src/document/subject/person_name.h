// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A name at the start of a sentence. Its views point into that sentence.
struct LeadingName {
    std::vector<std::string_view> words;
    std::string_view rest; ///< what follows
    bool comma_follows = false;

    [[nodiscard]] std::string text() const;
};

/// The longest run of words at the start that are written like parts of a name, with particles between them;
/// without words if there is none.
[[nodiscard]] LeadingName read_name(std::string_view sentence);

/// Whether the word is written like a part of a name: a capital first, or "d'Indy", "McCartney", "k.d.".
[[nodiscard]] bool is_name_word(std::string_view word);

/// Whether the word is a suffix of a name: "Jr.", "III".
[[nodiscard]] bool is_name_suffix(std::string_view word);

/// Whether the word is letters after a name: "MBE", "O.B.E.,".
[[nodiscard]] bool is_honour(std::string_view word);

/// Whether the word is a possessive: "Valentin's".
[[nodiscard]] bool is_possessive(std::string_view word);

/// Whether the text is exactly a name of at least two words: "Clara Schumann", "Ludwig van Beethoven".
[[nodiscard]] bool names_person(std::string_view text);

/// A name in spoken order: "Clara Schumann" for "Schumann, Clara". Other text, and text with a comma that is
/// not such a name ("Crosby, Stills & Nash"), is returned unchanged.
[[nodiscard]] std::string in_spoken_order(std::string_view name);

/// Whether a word of the name is this one, also in quotation marks: "Edgar \"Count\" Ellison".
[[nodiscard]] bool has_word_of_name(std::string_view name, std::string_view word);

/// Whether one name is a form of the other: "Clara Berg" of "Clara Josephine Berg".
[[nodiscard]] bool are_forms_of_one_name(std::string_view left, std::string_view right);

/// "mara-bell": a name as in the address of a page.
[[nodiscard]] bool is_slug(std::string_view name);

/// "The Amber Quartet": a name whose last word is a noun for a group.
[[nodiscard]] bool ends_like_group(std::string_view name);

/// Other forms of a name: "Beethoven", "Ludwig"; of "Edward Kennedy \"Duke\" Ellington" also "Duke".
[[nodiscard]] std::vector<std::string> aliases_of(std::string_view name);

} // namespace recital
