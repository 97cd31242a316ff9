// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The words by which texts mark how they are built, from `data/languages/structure`. Those of all languages
/// are known at once: a heading is a heading also where its language was not recognised. Compared after case
/// folding.
class StructureWords {
public:
    using Set = std::set<std::string, std::less<>>;

    /// Reads every list of the folder, named by language. Throws a `usage` error with file and line for an
    /// entry of unknown kind.
    explicit StructureWords(const std::filesystem::path& folder);

    /// The words that the program is installed with, loaded on first use.
    [[nodiscard]] static const StructureWords& known();

    /// The title of a first chapter without a heading, in the language, given by its BCP 47 tag, or else in
    /// English.
    [[nodiscard]] const std::string& opening(std::string_view language) const;

    Set divisions;      ///< "chapter": a number follows
    Set headings;       ///< "preface": is a line of its own
    Set numbers;        ///< "three"
    Set weak;           ///< a cut title does not end with these
    Set objects;        ///< "him": takes the verb before it along where a title is cut
    Set particles;      ///< "van": inside a name, without a capital
    Set honorifics;     ///< "sir"
    Set births;         ///< "born": is before a date
    Set deaths;         ///< "died"
    Set maidens;        ///< "née": is before a name of birth
    Set endings;        ///< "the end": a line that closes a book and is not read
    Set unread;         ///< "index": a heading whose text is not read aloud
    Set marks;          ///< "citation needed": left out where it is in square brackets
    Set glosses;        ///< "listen": begins a part of a parenthesis that is left out
    Set languages;      ///< "russian": so does this before a colon
    Set small;          ///< "of": written small inside a title
    Set credits;        ///< "produced by": begins a paragraph before a book that is left out
    Set about;          ///< "the life of": begins a title, before the person's name
    Set about_tails;    ///< "a biography": ends one
    Set occupations;    ///< "pianist"
    Set figures;        ///< "illustration": begins what stands for a picture, in square brackets
    Set approximations; ///< "c.", "after": makes the year after it inexact
    Set doubts;         ///< "probably", "or": leaves a year open
    Set activities;     ///< "fl.": the years after it are not those of a life

    /// How the prose of one language tells of a life.
    struct Life {
        Set birth_verbs;    ///< "was born"; "wurde ... geboren" stands around its date
        Set birth_openings; ///< "born": opens a sentence whose subject follows the date and a comma
        Set death_verbs;    ///< "died"
        Set his_death;      ///< "until his death"
        Set her_death;      ///< "until her death"
        Set he;             ///< subject of a sentence
        Set she;
        Set date_words; ///< "in": may be between the verb and the year beside names and numbers
        Set others;     ///< "mother": of whom a pronoun after it may tell
    };
    /// Of the language, a BCP 47 tag; empty sets where it has none.
    [[nodiscard]] const Life& life(std::string_view language) const;

    /// "was": what follows the subject of a biography's first sentence in the language, a BCP 47 tag.
    [[nodiscard]] const Set& copulas(std::string_view language) const;
    /// The languages whose copulas are known, in order.
    [[nodiscard]] std::vector<std::string> copula_languages() const;
    /// No name begins with these in the language.
    [[nodiscard]] const Set& openers(std::string_view language) const;

private:
    using SetOfLanguage = std::map<std::string, Set, std::less<>>;

    [[nodiscard]] static const Set& of_language(const SetOfLanguage& sets, std::string_view language);
    void read(const std::filesystem::path& file);

    std::map<std::string, std::string, std::less<>> openings_; ///< by language
    SetOfLanguage copulas_;
    SetOfLanguage openers_;
    std::map<std::string, Life, std::less<>> lives_;
};

} // namespace recital
