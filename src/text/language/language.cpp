// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/language.h"

#include "base/error.h"
#include "base/strings.h"
#include "text/language/character.h"

#include <fmt/format.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace recital {

std::span<const Abbreviation> Language::abbreviations(std::string_view word) const {
    if (const auto found = abbreviations_.find(word); found != abbreviations_.end()) {
        return found->second;
    }
    const auto ending = std::find_if(
        abbreviation_endings_.begin(), abbreviation_endings_.end(), [word](std::string_view entry) {
            return word.size() >= entry.size() && word.ends_with(entry.substr(1));
        });
    return ending == abbreviation_endings_.end() ? std::span<const Abbreviation>{}
                                                 : abbreviations_.find(*ending)->second;
}

bool Language::reads(std::string_view word) const {
    for (std::size_t position = 0; position < word.size();) {
        const auto character = character_at(word, position);
        UErrorCode status = U_ZERO_ERROR;
        const bool known =
            is_ascii(word[position]) ||
            std::ranges::count(scripts_, static_cast<int>(uscript_getScript(
                                             static_cast<UChar32>(character.code_point), &status))) != 0;
        if (!known) {
            return false;
        }
        position = character.end;
    }
    return true;
}

bool Language::is_feminine(std::string_view noun) const {
    return !lists("masculine nouns", noun) &&
           std::any_of(feminine_endings_.begin(), feminine_endings_.end(),
                       [&](const std::string& ending) { return noun.ends_with(ending); });
}

std::uint64_t Language::classes(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
}

bool Language::is(std::string_view word, LexicalClass lexical_class) const {
    return (classes(word) & static_cast<std::uint64_t>(lexical_class)) != 0;
}

StressRole Language::stress_role(std::string_view word) const {
    const auto found = stresses_.find(word);
    return found == stresses_.end() ? StressRole::none : found->second;
}

unsigned Language::month(std::string_view word) const {
    return is(word, LexicalClass::ordinary_word) ? 0 : possible_month(word);
}

unsigned Language::possible_month(std::string_view word) const {
    const auto found = months_.find(word);
    return found == months_.end() ? 0 : found->second;
}

const Unit* Language::unit(std::string_view symbol) const {
    const auto found = units_.find(symbol);
    return found == units_.end() ? nullptr : &found->second;
}

const Currency* Language::currency(std::string_view symbol) const {
    const auto found = currencies_.find(symbol);
    return found == currencies_.end() ? nullptr : &found->second;
}

std::string_view Language::symbol(std::string_view symbol) const {
    const auto found = symbols_.find(symbol);
    return found == symbols_.end() ? std::string_view{} : std::string_view(found->second);
}

const StylisedName* Language::stylised_name(std::string_view text, std::size_t position) const {
    const auto rest = text.substr(position);
    constexpr std::size_t max_opener_length = 32;
    const auto start = rest.substr(0, max_opener_length);
    const auto lexemes = split_lexemes(start.substr(0, start.find(' ')), number_marks_);
    const auto found = lexemes.empty() ? names_.end() : names_.find(lexemes.front().text);
    if (found == names_.end()) {
        return nullptr;
    }
    const auto fits = [&](const StylisedName& name) {
        if (!rest.starts_with(name.written)) {
            return false;
        }
        const auto end = name.written.size();
        const auto kind = end < rest.size() ? character_at(rest, end).kind : CharacterKind::space;
        const auto last = character_at(rest, previous_start(rest, end)).kind;
        return (kind != CharacterKind::letter && kind != CharacterKind::digit) ||
               last == CharacterKind::other;
    };
    const auto name = std::find_if(found->second.begin(), found->second.end(), fits);
    return name == found->second.end() ? nullptr : &*name;
}

std::optional<OrdinalForm> Language::ordinal_ending(std::string_view ending) const noexcept {
    for (const auto& [written, form] : ordinal_endings_) {
        if (written == ending) {
            return form;
        }
    }
    return std::nullopt;
}

bool Language::is_ordinal_ending(std::string_view ending) const noexcept {
    const auto form = ordinal_ending(ending);
    return form == OrdinalForm::usual || form == OrdinalForm::feminine;
}

std::size_t Language::ordinal_ending_length(std::string_view word) const noexcept {
    for (const auto& [written, form] : ordinal_endings_) {
        if (form == OrdinalForm::usual && is_ascii_lower(written.front()) && word.ends_with(written)) {
            return written.size();
        }
    }
    return 0;
}

std::string_view Language::magnitude_mark(std::string_view mark) const {
    const auto found = magnitude_marks_.find(mark);
    return found == magnitude_marks_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view Language::dynamic(std::string_view mark) const {
    const auto found = dynamics_.find(mark);
    return found == dynamics_.end() ? std::string_view{} : std::string_view(found->second);
}

const std::pair<std::string, std::string>* Language::chord_quality(std::string_view symbol) const {
    const auto found = std::find_if(chord_qualities_.begin(), chord_qualities_.end(),
                                    [&](const auto& quality) { return symbol.starts_with(quality.first); });
    return found == chord_qualities_.end() ? nullptr : &*found;
}

std::string_view Language::decade(unsigned decade) const {
    const auto found = decades_.find(decade);
    return found == decades_.end() ? std::string_view{} : std::string_view(found->second);
}

const Unit* Language::part(std::uint64_t denominator) const {
    const auto found = parts_.find(denominator);
    return found == parts_.end() ? nullptr : &found->second;
}

bool Language::lists(std::string_view key, std::string_view word) const {
    std::string_view listed = phrase(key);
    while (!listed.empty()) {
        if (cut_front(listed, ' ') == word) {
            return true;
        }
    }
    return false;
}

std::string_view Language::phrase(std::string_view key) const {
    const auto found = phrases_.find(key);
    if (found == phrases_.end()) {
        throw Error(ErrorKind::usage,
                    fmt::format("phrases.tsv of the language '{}' has no entry '{}'", tag_, key));
    }
    return found->second;
}

} // namespace recital
