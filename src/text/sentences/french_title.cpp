// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/french_title.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/sentences/abbreviation.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

bool starts_with_apostrophe(std::string_view text) {
    return text.starts_with('\'') || text.starts_with("’");
}

/// "de Lamartine", "d'Indy", "l'abbé"
bool starts_with_particle(std::string_view text) {
    const auto word = letters_at(text, 0);
    if (word == "d" || word == "l") {
        return starts_with_apostrophe(text.substr(1));
    }
    return word == "de" || word == "du" || word == "des" || word == "le";
}

/// "and Mme. Erard", "et Mlle"
bool starts_with_other_title(std::string_view text, const Language& language) {
    const auto first = text.starts_with('&') ? text.substr(0, 1) : letters_at(text, 0);
    if (first != "&" && first != "et" && first != language.phrase("and")) {
        return false;
    }
    text.remove_prefix(first.size());
    return text.starts_with(' ') && language.is(letters_at(text, 1), LexicalClass::french_title);
}

/// Fétis, Ysaÿe; not Pérez
bool has_french_letter(std::string_view word) {
    constexpr std::array<std::string_view, 10> letters{"é", "è", "ê", "ë", "ç", "ï", "î", "ÿ", "œ", "É"};
    return !word.ends_with('z') && std::any_of(letters.begin(), letters.end(),
                                               [word](auto letter) { return word.find(letter) != npos; });
}

/// Whether the sentence has words that are French beyond doubt: Mlle., Monsieur, Conservatoire, M. de.
bool has_french_word(std::string_view sentence, const Language& language) {
    constexpr std::size_t looked_at = 512;
    sentence = sentence.substr(0, looked_at);
    for (std::size_t position = 0; position < sentence.size();) {
        const auto word = letters_at(sentence, position);
        if (language.is(word, LexicalClass::french_title) || language.is(word, LexicalClass::french_place)) {
            return true;
        }
        const auto rest = sentence.substr(position + word.size());
        if (word == "M" && rest.starts_with(". ") &&
            (starts_with_particle(rest.substr(2)) || has_french_letter(letters_at(rest, 2)))) {
            return true;
        }
        position = word.empty() ? character_at(sentence, position).end : position + word.size();
    }
    return false;
}

/// Whether a given name and a surname follow: "Camille Roux".
bool starts_with_french_name(std::string_view text, const Language& language) {
    const auto given = letters_at(text, 0);
    return language.is(given, LexicalClass::french_name) && text.substr(given.size()).starts_with(' ') &&
           starts_upper(text.substr(given.size() + 1));
}

} // namespace

bool is_french_title(const Surroundings& around, const Language& language) {
    const auto before = without_openers(around.before);
    const auto after = around.after;
    const bool initial = starts_upper(before) && !language.is(before, LexicalClass::sentence_starter) &&
                         !language.is(before, LexicalClass::french_place);
    const bool editor = before.ends_with('.') && starts_lower(before); // ed. M. Cauchie
    if (!around.stop || initial || editor) {
        return false;
    }
    if (starts_with_particle(after) || starts_with_other_title(after, language)) {
        return true;
    }
    const auto word = letters_at(after, 0);
    const bool name = word.size() > 1 && starts_upper(word) && character_at(word, 0).end < word.size() &&
                      !opens_sentence(after, 0, language);
    return name && (starts_with_french_name(after, language) || has_french_letter(word) ||
                    has_french_word(around.sentence, language));
}

} // namespace recital
