// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace recital {

/// The words by which a language marks how a text is built, from `data/languages/<code>/structure.tsv`.
/// All but `opening` are compared after case folding.
class StructureWords {
public:
    using Set = std::set<std::string, std::less<>>;

    /// Throws a `usage` error with file and line for an entry of unknown kind.
    explicit StructureWords(const std::filesystem::path& file);

    /// The words of the program's default language, loaded on first use.
    [[nodiscard]] static const StructureWords& english();

    Set divisions;       ///< "chapter": a number follows
    Set headings;        ///< "preface": stands alone
    Set numbers;         ///< "three"
    Set weak;            ///< a cut title does not end with these
    Set objects;         ///< "him": takes the verb before it along where a title is cut
    Set particles;       ///< "van": inside a name, without a capital
    Set honorifics;      ///< "sir"
    Set copulas;         ///< "was"
    Set openers;         ///< no name begins with these
    Set unread;          ///< "index": a heading whose text is not read aloud
    Set marks;           ///< "citation needed": left out where it stands in square brackets
    Set glosses;         ///< "listen": begins a part of a parenthesis that is left out
    Set languages;       ///< "russian": so does this before a colon
    Set small;           ///< "of": written small inside a title
    Set credits;         ///< "produced by": begins a paragraph in front of a book that is left out
    Set about;           ///< "the life of": begins a title, before the person's name
    Set about_tails;     ///< "a biography": ends one
    Set occupations;     ///< "pianist"
    Set figures;         ///< "illustration": begins what stands for a picture, in square brackets
    std::string opening; ///< the title of a first chapter without a heading
};

} // namespace recital
