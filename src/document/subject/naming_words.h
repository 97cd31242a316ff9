// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/word_set.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a phrase states of the name that follows it.
enum class NameRelation {
    known_as,      ///< "known professionally as": the name that people know
    called,        ///< "known as": the same, if it directly follows the full name
    alias,         ///< "also known as": another name
    birth,         ///< "born", "real name": the name at birth
    stage_name_of, ///< "the stage name of": the name at birth, after the one that people know
};

/// A naming phrase as folded words without surrounding punctuation.
struct NamingPhrase {
    std::vector<std::string> words; ///< at least one
    NameRelation relation = NameRelation::alias;
    bool in_predicate = true; ///< whether it also counts after the verb; "performs as Carmen" does not

    /// "known professionally as": what follows is a name even with a small article, "the Weaver".
    [[nodiscard]] bool names_artist() const;
};

/// The words by which texts name people and groups, from `data/languages/naming`. Those of all languages are
/// merged. Folded, without surrounding punctuation.
class NamingWords {
public:
    using Set = WordSet;

    /// Reads every list of the folder. Throws a `usage` error with file and line for an entry of unknown
    /// kind.
    explicit NamingWords(const std::filesystem::path& folder);

    /// The words installed with the program, loaded on first use and kept until the program ends.
    [[nodiscard]] static const NamingWords& known();

    /// The longest phrase that `words` begins with; null if there is none. Valid as long as this object.
    [[nodiscard]] const NamingPhrase* phrase_at(std::span<const std::string> words) const;

    /// Whether a phrase begins with the word: a quick test before `phrase_at`.
    [[nodiscard]] bool begins_phrase(std::string_view word) const { return phrases_.contains(word); }

    Set ensembles;   ///< "band"; "-band" is an ending
    Set persons;     ///< "artist": besides the occupations of StructureWords
    Set works;       ///< "song": its subject is not a person
    Set stops;       ///< "of": after these no noun describes the subject itself
    Set joints;      ///< "and"
    Set as;          ///< "as": precedes a name after a birth and its date
    Set places;      ///< "from": precedes a place
    Set possessives; ///< "her": begins a predicate about somebody else
    Set articles;    ///< "the"
    Set honours;     ///< "mbe"
    Set sites;       ///< "encyclopedia": part of a site's name; "-wiki" is an ending
    Set page_words;  ///< "untitled", "new": titles of pages consist of these and of words of sites
    Set file_tails;  ///< "draft": follows a name in that of a file, and says which version it is
    Set title_tails; ///< "biography": follows a name in a title

private:
    void read(const std::filesystem::path& file);

    std::map<std::string, std::vector<NamingPhrase>, std::less<>> phrases_; ///< by first word, longest first
};

/// Whether `words` contains the folded word, or an ending of it that is at least two letters shorter.
[[nodiscard]] bool matches(const NamingWords::Set& words, std::string_view folded);

/// The word without punctuation around it, folded: what NamingWords and its phrases consist of.
[[nodiscard]] std::string naming_key(std::string_view word);

} // namespace recital
