// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"
#include "text/classifier.h"

#include <string>

namespace recital {

/// BWV 1007, K. 545, D960, Hob. XVI:52, K. Anh. 9
bool Classifier::read_catalogue() {
    if (!known_as(WordClass::catalogue)) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_mark(next, ".") && is_glued(next)) {
        ++next;
    }
    std::size_t group = 0;
    if (is_word(next) && roman_value(text(next)) != 0 && is_mark(next + 1, ":") && is_number(next + 2)) {
        group = roman_value(text(next));
        next += 2;
    }
    const bool glued_letter = is_glued(next) && next == index_ + 1 && text(index_).size() == 1;
    if (!small_number(next) || (glued_letter && text(next).size() < 3)) {
        return false;
    }
    const auto* name = language_.stylised_name(text(index_));
    const std::size_t number = next;
    if (name == nullptr) {
        take(Letters{text(index_), false}, group == 0 ? number : number - 2);
    } else {
        take(Entry{name->spoken}, group == 0 ? number : number - 2);
    }
    if (group != 0) {
        take(Number{std::to_string(group), {}, false, false}, number - 1);
        take(Silent{}, number);
    }
    while (small_number(index_)) {
        take(Digits{std::string(text(index_)), false}, index_ + 1);
        // The second number of "846–893" and "331/300i" is said alike.
        const bool range =
            is_dash(index_) && is_glued(index_) && small_number(index_ + 1) && is_glued(index_ + 1);
        const bool slash = is_mark(index_, "/") && is_glued(index_) && small_number(index_ + 1);
        if (!range && !slash) {
            break;
        }
        take(range ? TokenClass(Entry{language_.phrase("range")}) : TokenClass(Silent{}), index_ + 1);
    }
    if (is_word(index_) && is_glued(index_) && text(index_).size() == 1) {
        take(Letters{text(index_), false}, index_ + 1);
    }
    return true;
}

/// A minor, B♭, F# major, E-flat, Bb major
bool Classifier::read_key() {
    const auto word = text(index_);
    const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'G';
    std::size_t next = index_ + 1;
    if (letter && is_glued(next) && is_any_mark(next, {"♭", "♯", "#", "♮"}) && !is_number(next + 1)) {
        const auto* accidental = is_mark(next, "♭") ? "flat" : is_mark(next, "♮") ? "natural" : "sharp";
        take(Letters{word, false}, next);
        take(Entry{language_.phrase(accidental)}, next + 1);
        const bool chord = is_mark(index_, "m") && is_glued(index_);
        return !chord || take(Entry{language_.phrase("minor")}, index_ + 1);
    }
    if (letter) {
        next += is_mark(next, "-") && is_glued(next) ? 1U : 0U;
        return is_class(next, WordClass::key_word) && take(Letters{word, false}, next);
    }
    const bool flat = word.size() == 2 && word[0] >= 'A' && word[0] <= 'G' && word[1] == 'b';
    if (flat && is_class(next, WordClass::key_word)) {
        take(Letters{word.substr(0, 1), false}, next);
        tokens_.push_back({Entry{language_.phrase("flat")}, tokens_.back().end, tokens_.back().end});
        return true;
    }
    // "Sonata in a minor," is the key where nothing follows that is minor.
    const bool small_key = word == "a" && index_ > 0 && text(index_ - 1) == language_.phrase("in") &&
                           is_class(next, WordClass::key_word) && !is_word(next + 1);
    return small_key && take(Letters{word, false}, next);
}

} // namespace recital
