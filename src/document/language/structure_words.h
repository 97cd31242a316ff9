// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/word_set.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The words by which texts mark their structure, from `data/languages/structure`. Those of all languages are
/// merged, so that a heading is recognised even if the language is not. Compared after case folding.
class StructureWords {
public:
    using Set = WordSet;

    /// Reads every list of the folder; each file is named after its language. Throws a `usage` error with
    /// file and line for an entry of unknown kind.
    explicit StructureWords(const std::filesystem::path& folder);

    /// The words installed with the program, loaded on first use and kept until the program ends.
    [[nodiscard]] static const StructureWords& known();

    /// The title of a first chapter without a heading, in the language, given by its BCP 47 tag, or in
    /// English if it has none.
    [[nodiscard]] const std::string& opening(std::string_view language) const;

    Set divisions;      ///< "chapter": a number follows
    Set headings;       ///< "preface": a heading without a number
    Set numbers;        ///< "three"
    Set weak;           ///< a cut title does not end with these
    Set objects;        ///< "him": if a title is cut before it, the verb before it is cut as well
    Set particles;      ///< "van": inside a name, without a capital
    Set honorifics;     ///< "sir"
    Set births;         ///< "born": precedes a date
    Set deaths;         ///< "died"
    Set maidens;        ///< "née": precedes a name at birth
    Set endings;        ///< "the end": a line that closes a book and is not read
    Set unread;         ///< "index": a heading whose text is not read aloud
    Set boxes;          ///< "related posts": an unread heading of links, after which a text may go on
    Set asides;         ///< "source": in parentheses, a link of a page that is left out
    Set marks;          ///< "citation needed": left out in square brackets
    Set glosses;        ///< "listen": begins a part of a parenthesis that is left out
    Set pronounced;     ///< "pronounced": precedes a respelling
    Set accents;        ///< "us": precedes a pronunciation in that English
    Set rhymes;         ///< "rhymes with": precedes a word that rhymes with a name
    Set alikes;         ///< "sounds like": precedes words that sound as a name does
    Set languages;      ///< "russian": so does this before a colon ("listen", above)
    Set acronyms;       ///< "abba": keeps its capitals in a title
    Set modifiers;      ///< "old", "-ous": a cut title does not end with these words and endings
    Set sayings;        ///< "wrote": a line that ends with it and a colon introduces what follows
    Set subordinates;   ///< "when", "that": a line in which it precedes the verb is no sentence
    Set salutations;    ///< "dear", "by": a line that begins with it is no heading
    Set small;          ///< "of": in lower case inside a title
    Set credits;        ///< "produced by": begins a paragraph before a book that is left out
    Set about;          ///< "the life of": begins a title, before the person's name
    Set about_tails;    ///< "a biography": ends one
    Set occupations;    ///< "pianist"
    Set citations;      ///< "ibid": a note with it names its source
    Set figures;        ///< "illustration": begins a placeholder for a picture, in square brackets
    Set approximations; ///< "c.", "after": makes the year after it inexact
    Set doubts;         ///< "probably", "or": leaves a year open
    Set activities;     ///< "fl.": the years after it are not those of birth and death
    Set all_openers;    ///< "the": those of `openers` of all languages

    /// The words of one language for births and deaths in prose.
    struct Life {
        Set birth_verbs;    ///< "was born"; "wurde ... geboren" encloses the date
        Set birth_openings; ///< "born": opens a sentence whose subject follows the date and a comma
        Set death_verbs;    ///< "died"
        Set his_death;      ///< "until his death"
        Set her_death;      ///< "until her death"
        Set he;             ///< subject of a sentence
        Set she;
        Set date_words; ///< "in": may be between the verb and the year beside names and numbers
        Set others;     ///< "mother": a later pronoun may refer to her
    };
    /// Those of a language, given by its BCP 47 tag; empty sets if there are none.
    [[nodiscard]] const Life& life(std::string_view language) const;

    /// "was": what follows the subject of a biography's first sentence in the language, a BCP 47 tag.
    [[nodiscard]] const Set& copulas(std::string_view language) const;
    /// The languages whose copulas are known, in order.
    [[nodiscard]] std::vector<std::string> copula_languages() const;
    /// Words of the language with which no name begins.
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
