// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace recital {

/// What a source says of itself; empty if it does not.
struct Metadata {
    std::string id;     ///< the musician's identity
    std::string title;  ///< of the text
    std::string author; ///< of the text
    std::string date;   ///< of the text (ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD)
    std::string description;
    std::string rights;    ///< to the text
    std::string publisher; ///< of the text
    std::string cover;     ///< the bytes of an image that comes with the text
    std::string language;  ///< BCP 47 tag; never empty in a Document
    int part = 0;          ///< the position among several texts about the musician; 0 if none is declared
};

/// A name that a text may be about, and what supports it.
struct NameCandidate {
    std::string name;
    int score = 0;        ///< the candidate with the highest is chosen; see the weights in choose_subject.cpp
    std::string evidence; ///< reasons for a person, separated by "; ": "the title names a person"
};

/// Whom a text is about, and how that is known.
struct Subject {
    /// The name that people know, as written; the title if the text is not about a particular person.
    std::string musician;
    std::string birth_name;               ///< full name at birth or legal name, if it is another one
    std::vector<std::string> other_names; ///< further whole names: the one at birth, stage names, long forms
    std::string born; ///< year of the musician's birth, see VitalDates; empty if the text does not say it
    std::string died; ///< year of the musician's death, likewise
    std::string occupation;           ///< "pianist", if the first sentence says so; otherwise empty
    std::vector<std::string> aliases; ///< other forms of the musician's name: "Beethoven", "Ludwig", "Duke"
    std::string evidence;             ///< what `musician` rests on: "the subject of the first sentence"
    std::vector<NameCandidate> candidates; ///< all names that were considered, best first
    bool certain =
        false; ///< whether the evidence is the text itself or a person's word, not a title or a file name
};

} // namespace recital
