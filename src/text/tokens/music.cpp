// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// BWV 1007, K. 545, D960, Hob. XVI:52, K. Anh. 9
bool Classifier::read_catalogue() {
    if (!known_as(LexicalClass::catalogue)) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_mark(next, ".") && is_glued(next)) {
        ++next;
    }
    std::size_t group = 0;
    std::string_view part; // the letter of Hob. VIIb:1
    auto numeral = text(next);
    if (numeral.size() > 1 && is_ascii_lower(numeral.back())) {
        part = numeral.substr(numeral.size() - 1);
        numeral.remove_suffix(1);
    }
    const bool parted = is_any_mark(next + 1, {":", "/"}) && is_glued(next + 1);
    if (is_word(next) && roman_value(numeral) != 0 && parted && is_number(next + 2)) {
        group = roman_value(numeral);
        next += 2;
    }
    const bool glued_letter = is_glued(next) && next == index_ + 1 && text(index_).size() == 1;
    const bool ordinal = is_glued(next + 1) && is_ordinal_ending(text(next + 1)); // W. 57th Street
    if (!small_number(next) || ordinal || (glued_letter && text(next).size() < 3)) {
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
        if (!part.empty()) {
            tokens_.push_back({Letters{part, false}, tokens_.back().end, tokens_.back().end});
        }
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

/// A minor, B♭, F# major, E-flat, Bb major, D min.
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
        // D min., E maj.
        const bool shortened = is_any_mark(next, {"min", "maj", "Min", "Maj"}) && !is_glued(next);
        if (const auto* mode = shortened ? language_.chord_quality(text(next)) : nullptr; mode != nullptr) {
            take(Letters{word, false}, next);
            const bool stop = is_mark(next + 1, ".") && is_glued(next + 1) && lexeme(next + 2) != nullptr;
            return take(Entry{mode->second}, stop ? next + 2 : next + 1);
        }
        next += is_mark(next, "-") && is_glued(next) ? 1U : 0U;
        // "Of A Minor's Rights": a key owns little.
        if (word == "A" && is_kind(next + 1, LexemeKind::possessive) && starts_upper(text(next))) {
            return false;
        }
        return is_class(next, LexicalClass::key_word) && take(Letters{word, false}, next);
    }
    const bool flat = word.size() == 2 && word[0] >= 'A' && word[0] <= 'G' && word[1] == 'b';
    // "Ab", "Cb" and "Fb" are as often something else; "Gb" after a number is a unit.
    const auto is_flat_key = [&](std::size_t index) {
        const auto key = text(index);
        return key.size() == 2 && key[0] >= 'A' && key[0] <= 'G' && key[1] == 'b' &&
               (index == 0 || !is_number(index - 1));
    };
    const bool after_article = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner);
    const bool keyed =
        flat &&
        (is_class(next, LexicalClass::instrument) || is_flat_key(index_ + 2) ||
         (index_ > 1 && (is_flat_key(index_ - 2) || is_flat_key(index_ - 3))) ||
         ((is_flat_key(index_ + 3) || is_flat_key(index_ + 4)) && !starts_upper(text(next))) ||
         (index_ > 0 && text(index_ - 1) == language_.phrase("in")) || (after_article && !is_word(next)));
    constexpr std::string_view sure_flats = "BEDG";
    const bool sure =
        flat && sure_flats.find(word[0]) != std::string_view::npos && (index_ == 0 || !is_number(index_ - 1));
    if (flat && (sure || keyed || is_class(next, LexicalClass::key_word))) {
        take(Letters{word.substr(0, 1), false}, next);
        tokens_.push_back({Entry{language_.phrase("flat")}, tokens_.back().end, tokens_.back().end});
        return true;
    }
    // "Sonata in a minor," names a key unless a noun follows "minor".
    const bool small_key = word == "a" && index_ > 0 && text(index_ - 1) == language_.phrase("in") &&
                           is_class(next, LexicalClass::key_word) && !is_word(next + 1);
    return small_key && take(Letters{word, false}, next);
}

/// "pp, then mf and ff"
bool Classifier::read_dynamic() {
    constexpr std::size_t max_mark_length = 3;
    const auto spoken =
        text(index_).size() <= max_mark_length ? language_.dynamic(text(index_)) : std::string_view{};
    if (spoken.empty() || (is_glued(index_ + 1) && is_any_mark(index_ + 1, {"'", "’", "/", "-"}))) {
        return false;
    }
    if (!dynamics_) { // counted once: a line of data may hold thousands
        dynamics_ = std::count_if(lexemes_.begin(), lexemes_.end(), [&](const Lexeme& lexeme) {
            return lexeme.kind == LexemeKind::word && !language_.dynamic(lexeme.text).empty();
        });
    }
    return *dynamics_ > 1 && take(Entry{spoken}, index_ + 1);
}

namespace {

constexpr std::string_view roots = "ABCDEFG";

/// Removes a sharp or a flat from the start of a chord symbol and returns its spoken form; otherwise an empty
/// string.
std::string_view cut_accidental(std::string_view& symbol) {
    struct Accidental {
        std::string_view written;
        std::string_view phrase;
    };
    static constexpr std::array<Accidental, 4> accidentals{
        {{"#", "sharp"}, {"♯", "sharp"}, {"b", "flat"}, {"♭", "flat"}}};
    for (const auto& accidental : accidentals) {
        if (symbol.starts_with(accidental.written)) {
            symbol.remove_prefix(accidental.written.size());
            return accidental.phrase;
        }
    }
    return {};
}

/// Cuts the digits off the front.
std::string cut_digits(std::string_view& symbol) {
    const auto end = std::min(symbol.find_first_not_of("0123456789"), symbol.size());
    std::string digits(symbol.substr(0, end));
    symbol.remove_prefix(end);
    return digits;
}

} // namespace

/// Cmaj7, F#m7b5, B♭sus4, Gm, D/F#
bool Classifier::read_chord() {
    constexpr std::size_t max_length = 24;
    constexpr std::size_t max_digits = 2;
    const auto begin = lexemes_[index_].begin;
    const auto rest = sentence_.substr(begin, max_length);
    if (roots.find(rest[0]) == std::string_view::npos ||
        (index_ > 0 && is_glued(index_) && is_word(index_ - 1))) {
        return false;
    }
    auto symbol = rest.substr(0, rest.find_first_of(" ,;:.)]!?'\""));
    for (const std::string_view dash : {"-", "–", "—", "’"}) {
        symbol = symbol.substr(0, symbol.find(dash));
    }
    const auto end = begin + symbol.size();
    std::vector<TokenClass> said{Letters{symbol.substr(0, 1), false}};
    symbol.remove_prefix(1);
    const auto say_phrase = [&](std::string_view key) { said.emplace_back(Entry{language_.phrase(key)}); };
    bool quality_seen = false;
    bool name_like = false; // "Amin" and "Emin" are persons
    if (const auto accidental = cut_accidental(symbol); !accidental.empty()) {
        say_phrase(accidental);
    }
    while (!symbol.empty()) {
        if (symbol[0] == '/' && symbol.size() > 1 && roots.find(symbol[1]) != std::string_view::npos) {
            say_phrase("over");
            said.emplace_back(Letters{symbol.substr(1, 1), false});
            symbol.remove_prefix(2);
            const auto accidental = cut_accidental(symbol);
            if (!accidental.empty()) {
                say_phrase(accidental);
            }
            quality_seen = quality_seen || !accidental.empty();
        } else if (const auto* quality = language_.chord_quality(symbol)) {
            said.emplace_back(Entry{quality->second});
            symbol.remove_prefix(quality->first.size());
            quality_seen = true;
            name_like = name_like || quality->first.size() > 2;
        } else {
            const auto accidental = cut_accidental(symbol);
            const auto digits = cut_digits(symbol);
            if (digits.empty() || digits.size() > max_digits) {
                return false;
            }
            quality_seen = quality_seen || !accidental.empty() || said.size() == 2; // F#7
            if (!accidental.empty()) {
                say_phrase(accidental);
            }
            said.emplace_back(Number{digits, {}, false, false});
        }
    }
    // "Am" opens questions, and "A4" is only a letter and a number.
    const bool am = said.size() == 2 && sentence_.substr(begin, end - begin) == "Am" &&
                    !is_any_mark(index_ + 1, {",", "-", "–", "/"});
    const bool person = name_like && said.size() == 2;
    if (!quality_seen || am || person) {
        return false;
    }
    for (auto& part : said) {
        tokens_.push_back({std::move(part), begin, end});
    }
    while (index_ < lexemes_.size() && lexemes_[index_].begin < end) {
        ++index_;
    }
    return true;
}

namespace {

constexpr unsigned degrees = 7;

/// 1 to 7 for the numeral of a degree, otherwise 0. A minor chord has small letters: ii, vi.
unsigned degree_of(std::string_view numeral) {
    constexpr std::array<std::string_view, 5> minors{"ii", "iii", "iv", "vi", "vii"};
    std::string capitals(numeral);
    if (std::find(minors.begin(), minors.end(), numeral) != minors.end()) {
        std::transform(capitals.begin(), capitals.end(), capitals.begin(), to_ascii_upper);
    }
    const auto value = roman_value(capitals);
    return value <= degrees ? value : 0;
}

} // namespace

/// The index after the degrees that are listed from the index: I, IV and V; I to V; V7; the index itself if
/// there are none. `several` tells whether there is more than one.
std::size_t Classifier::after_degrees(std::size_t index, bool& several) const {
    several = false;
    std::size_t after = index;
    for (auto next = index; is_word(next) && degree_of(text(next)) != 0;) {
        several = next != index;
        after = next + 1;
        after += small_number(after) && is_glued(after) ? 1U : 0U;
        next = after;
        next += is_mark(next, ",") ? 1U : 0U;
        const auto joint = text(next);
        const bool joined = joint == language_.phrase("and") || joint == language_.phrase("or") ||
                            joint == language_.phrase("range") || joint == language_.phrase("of") ||
                            joint == "/" || joint == "&";
        next += joined ? 1U : 0U;
        next += joined && is_class(next, LexicalClass::determiner) ? 1U : 0U; // from the I to the IV
        if (next == after) {
            break;
        }
    }
    return after;
}

/// The I chord, the chords I, IV and V, from I to V: degrees beside a word of harmony, or two of them with
/// "to" in between.
bool Classifier::read_degrees() {
    if (degree_of(text(index_)) == 0 || (index_ > 0 && is_glued(index_) && !is_mark(index_ - 1, "("))) {
        return false;
    }
    bool several = false;
    const auto after = after_degrees(index_, several);
    const bool before_noun = is_class(after, LexicalClass::harmony);
    const std::size_t noun = index_ > 1 && is_mark(index_ - 1, "(") ? index_ - 2 : index_ - 1; // tonic (I)
    const bool after_noun = index_ > 0 && is_class(noun, LexicalClass::harmony) &&
                            (several || text(index_) != "I" || !is_word(index_ + 1));
    const bool named = index_ > 0 && (starts_upper(text(index_ - 1)) || follows_numbered_thing(index_));
    const bool leads = (text(index_ + 1) == language_.phrase("range") ||
                        (text(index_ + 1) == language_.phrase("of") && text(index_) != "I")) &&
                       several && !named;
    const bool determined = index_ > 0 && is_class(index_ - 1, LexicalClass::determiner);
    const bool both =
        determined && several && is_class(index_ + 2, LexicalClass::determiner); // the I and the vi
    const bool seventh = determined && is_glued(index_ + 1) && is_any_mark(index_ + 1, {"7", "9"}); // a V7
    const bool again = degrees_seen_ && !named && (text(index_) != "I" || !is_word(index_ + 1));
    if (!(before_noun || after_noun || leads || both || seventh || again)) {
        return false;
    }
    degrees_seen_ = true;
    while (index_ < after) {
        const auto written = text(index_);
        if (is_number(index_)) {
            take(number_of(written), index_ + 1);
        } else if (const auto degree = degree_of(written); degree != 0) {
            take(Number{std::to_string(degree), {}, false, false}, index_ + 1);
        } else if (written == "/") {
            take(Entry{language_.phrase("of")}, index_ + 1);
        } else if (written == ",") {
            take(Punctuation{','}, index_ + 1);
        } else {
            take(written == "&" ? TokenClass(Entry{language_.symbol("&")}) : TokenClass(PlainWord{written}),
                 index_ + 1);
        }
    }
    return true;
}

/// ii–V–I, I–vi–IV–V7: chords by their degrees. "Acts I–IV" and "pages i–xv" count on.
bool Classifier::read_progression() {
    std::vector<unsigned> values;
    bool small = false;
    std::size_t after = index_;
    for (auto next = index_;;) {
        std::string numeral(text(next));
        small = small || (!numeral.empty() && is_ascii_lower(numeral[0]));
        std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
        const auto value = is_word(next) ? roman_value(numeral) : 0;
        if (value == 0 || value > degrees) {
            break;
        }
        values.push_back(value);
        after = next + 1;
        after += small_number(after) && is_glued(after) ? 1U : 0U;
        if (!is_dash(after) || !is_glued(after) || !is_glued(after + 1)) {
            break;
        }
        next = after + 1;
    }
    constexpr std::size_t sure = 3;
    const bool falls = values.size() > 1 && values.back() < values.front();
    const bool counts_on = follows_numbered_thing(index_);
    const bool ends_here = index_ == 0 || !is_dash(index_ - 1);
    const bool harmony =
        is_class(after, LexicalClass::harmony) || (index_ > 0 && is_class(index_ - 1, LexicalClass::harmony));
    if (values.size() < 2 || counts_on || !ends_here ||
        !(values.size() >= sure || small || falls || harmony)) {
        return false;
    }
    std::size_t degree = 0;
    while (index_ < after) {
        if (is_number(index_)) {
            take(number_of(text(index_)), index_ + 1);
        } else if (is_word(index_)) {
            take(Number{std::to_string(values[degree++]), {}, false, false}, index_ + 1);
        } else {
            take(Silent{}, index_ + 1);
        }
    }
    return true;
}

} // namespace recital
