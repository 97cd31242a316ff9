// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/following_words.h"

#include "base/strings.h"
#include "text/language/character.h"
#include "text/sentences/abbreviation.h"

#include <algorithm>

namespace recital {

bool is_verb(std::string_view word, const Language& language) {
    constexpr std::size_t min_length = 4;
    return language.is(word, LexicalClass::finite_verb) ||
           (word.size() >= min_length && starts_lower(word) && !language.phrase("verb ending").empty() &&
            word.ends_with(language.phrase("verb ending")));
}

bool has_verb(std::string_view text, const Language& language) {
    for (std::size_t position = 0; position < text.size();) {
        const auto word = letters_at(text, position);
        if (is_verb(word, language)) {
            return true;
        }
        position = word.empty() ? character_at(text, position).end : position + word.size();
    }
    return false;
}

bool is_speaker(std::string_view text, std::size_t position, const Language& language) {
    for (int names = 0; names < 3; ++names) {
        const auto word = letters_at(text, position);
        const bool pronoun = word == "I" && names == 0; // “Where?” I asked.
        if (word.empty() || (!pronoun && language.is(word, LexicalClass::sentence_starter))) {
            return false;
        }
        if (language.is(word, LexicalClass::speech_verb)) {
            return names > 0;
        }
        position += word.size();
        position += position < text.size() && text[position] == '.' ? 1U : 0U;
        position = std::min(position + 1, text.size());
    }
    return false;
}

bool names_actor(std::string_view text, std::size_t position, std::string_view before,
                 const Language& language) {
    const auto name = letters_at(text, position);
    if (!language.is(name, LexicalClass::given_name) && !language.is(name, LexicalClass::ruler_name)) {
        return false;
    }
    auto rest = text.substr(std::min(text.size(), position + name.size()));
    const auto skip_blank = [&rest] {
        const bool blank = rest.starts_with(' ');
        rest.remove_prefix(blank ? 1 : 0);
        return blank;
    };
    if (!skip_blank()) {
        return false;
    }
    const bool place =
        before.ends_with(',') || language.is(before, LexicalClass::preposition) || before.empty();
    if (place && starts_upper(rest)) {
        rest.remove_prefix(letters_at(rest, 0).size());
        return skip_blank() && starts_lower(rest);
    }
    return starts_lower(rest);
}

bool names_other_subject(std::string_view text, std::size_t position, const Language& language) {
    const auto name = letters_at(text, position);
    const bool title_case =
        starts_upper(name) && name.size() > 1 && starts_lower(name.substr(character_at(name, 0).end));
    if (!title_case || language.is(name, LexicalClass::institution)) {
        return false;
    }
    const auto after = position + name.size();
    return text.substr(after).starts_with(' ') && is_verb(letters_at(text, after + 1), language);
}

bool names_person(std::string_view text, std::size_t position, const Language& language) {
    const auto given = letters_at(text, position);
    auto rest = text.substr(position + given.size());
    const bool is_given =
        language.is(given, LexicalClass::given_name) || language.is(given, LexicalClass::ruler_name);
    if (!is_given || !rest.starts_with(' ') || !starts_upper(rest.substr(1))) {
        return false;
    }
    rest.remove_prefix(1 + letters_at(rest, 1).size());
    return rest.starts_with(' ') && is_verb(letters_at(rest, 1), language);
}

bool names_day(std::string_view text, std::size_t position, std::string_view so_far,
               const Language& language) {
    constexpr int max_words = 4;
    bool day = false;
    for (int count = 0; count < max_words && position < text.size(); ++count) {
        const auto word = letters_at(text, position);
        if (word.empty() || is_verb(word, language)) {
            return day && (word.empty() || !has_verb(so_far, language));
        }
        day = day || (count < 2 && language.is(word, LexicalClass::day_name)) ||
              (count > 0 && word == language.phrase("time of day"));
        position += word.size();
        if (position >= text.size() || text[position] != ' ') {
            return day;
        }
        ++position;
    }
    return day;
}

} // namespace recital
