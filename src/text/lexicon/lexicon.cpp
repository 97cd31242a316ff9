// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/lexicon.h"

#include "base/language_tag.h"
#include "base/strings.h"
#include "text/language/character.h"
#include "text/language/diacritic_folding.h"
#include "text/spoken/transliteration.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

std::string_view text_of(std::string_view spoken, const SpokenTextWord& word) {
    return spoken.substr(word.begin, word.end - word.begin);
}

std::string_view stem_of(std::string_view spoken, const SpokenTextWord& word) {
    return spoken.substr(word.begin, word.stem_end - word.begin);
}

/// The first sign that the written form of an entry may not have; empty if there is none.
std::string_view unusable_sign(std::string_view written) {
    for (std::size_t position = 0; position < written.size();) {
        const auto character = character_at(written, position);
        const auto text = written.substr(position, character.end - position);
        position = character.end;
        if (character.kind != CharacterKind::letter && text != " " && text != "-" && text != "." &&
            text != "'" && text != "’") {
            return text;
        }
    }
    return {};
}

bool has_letter(std::string_view written) {
    for (std::size_t position = 0; position < written.size();) {
        const auto character = character_at(written, position);
        if (character.kind == CharacterKind::letter) {
            return true;
        }
        position = character.end;
    }
    return false;
}

void require_speakable(const LexiconEntry& entry) {
    if (const std::string_view sign = unusable_sign(entry.written); !sign.empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' cannot be used in the written form of an entry: write it in "
                                "letters, as `recital script` shows it",
                                sign),
                    entry.place);
    }
    if (!has_letter(entry.written)) {
        throw Error(ErrorKind::usage, "the written form of this entry has no letter", entry.place);
    }
}

/// The words of an entry as they stand in a spoken form: stops of initials are not spoken.
std::vector<std::string> entry_words(std::string_view written) {
    std::vector<std::string> words;
    std::string word;
    bool foreign_script = false;
    const auto close = [&] {
        if (!word.empty()) {
            words.push_back(foreign_script ? transliterate(word) : word);
            word.clear();
            foreign_script = false;
        }
    };
    for (std::size_t position = 0; position < written.size();) {
        const auto character = character_at(written, position);
        const auto text = written.substr(position, character.end - position);
        position = character.end;
        if (text == " " || text == "-" || text == ".") {
            close();
        } else if (text == "'" || text == "’") {
            word += '\'';
        } else {
            const auto known = known_letter(character.code_point);
            foreign_script = foreign_script || known.empty();
            word += known.empty() ? text : known;
        }
    }
    close();
    return words;
}

} // namespace

bool is_entry_form(std::string_view text) {
    return has_letter(text) && unusable_sign(text).empty();
}

Lexicon::Lexicon(std::string_view tag, const PhonemeTable& phonemes, SoundRange range)
    : tag_(tag), phonemes_(phonemes), range_(range) {}

Lexicon::Lexicon(std::span<const LexiconEntry> entries, std::string_view tag, const PhonemeTable& phonemes,
                 SoundRange range)
    : Lexicon(tag, phonemes, range) {
    add(entries);
}

void Lexicon::add(std::span<const LexiconEntry> entries) {
    for (const LexiconEntry& entry : entries) {
        if (includes_tag(entry.language, tag_)) {
            if (phonemes_.is_empty()) {
                throw Error(ErrorKind::usage,
                            fmt::format("pronunciations cannot be given for a voice in '{}': data/phonemes "
                                        "has no table for it",
                                        tag_),
                            entry.place);
            }
            add(entry);
        }
    }
    std::sort(by_first_word_.begin(), by_first_word_.end(),
              [](const IndexRow& left, const IndexRow& right) { return left.order() < right.order(); });
}

void Lexicon::add(const LexiconEntry& entry) {
    require_speakable(entry);
    const std::vector<std::string> words = entry_words(entry.written);
    Item item;
    item.written = keep(entry.written);
    item.pronunciation = keep(entry.pronunciation);
    item.sounds = keep(entry.sounds);
    item.file = keep_file(entry.place.file);
    item.line = static_cast<std::uint32_t>(entry.place.line);
    item.words = static_cast<std::uint32_t>(words.size());
    read_context(entry, item);
    if (range_ == SoundRange::foreign) {
        (void)read(item);
    }
    const std::uint64_t hash = folded_hash(words.front());
    by_first_word_.push_back({hash, static_cast<std::uint32_t>(items_.size())});
    filter_.set(hash % filter_.size());
    items_.push_back(item);
}

Lexicon::Part Lexicon::keep(std::string_view text) {
    const Part part{static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())};
    text_ += text;
    return part;
}

/// The number of the file; entries of one file come together.
std::uint32_t Lexicon::keep_file(const std::string& file) {
    if (files_.empty() || files_.back() != file) {
        files_.push_back(file);
    }
    return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string_view Lexicon::text_of(const Part& part) const {
    return std::string_view(text_).substr(part.begin, part.size);
}

SourcePlace Lexicon::place_of(const Item& item) const {
    return {files_[item.file], item.line};
}

Phonemes Lexicon::read(const Item& item) const {
    return phonemes_.read(text_of(item.pronunciation), range_, place_of(item),
                          std::string(text_of(item.sounds)));
}

void Lexicon::read_context(const LexiconEntry& entry, Item& item) {
    if (entry.context.empty()) {
        return;
    }
    const std::string_view context = entry.context;
    const auto colon = context.find(':');
    const auto side = context.substr(0, colon);
    if (colon == std::string_view::npos || colon + 1 == context.size() ||
        (side != "before" && side != "after" && side != "except-before")) {
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' is not a context: write before:word|word, after:word|word, "
                                "except-before:word|word or -",
                                context),
                    entry.place);
    }
    item.side = side == "before" ? Side::before : side == "after" ? Side::after : Side::except_before;
    item.neighbours = keep(context.substr(colon + 1));
}

bool Lexicon::stands_beside(const Item& item, std::string_view spoken, std::span<const SpokenTextWord> words,
                            std::size_t index) const {
    if (item.side == Side::none) {
        return true;
    }
    const bool is_excluded = item.side == Side::except_before;
    const std::size_t border = item.side == Side::after ? index : index + item.words;
    if (border == 0 || border >= words.size() || !words[border].joined) {
        return is_excluded;
    }
    const SpokenTextWord& beside = words[item.side == Side::after ? border - 1 : border];
    const auto neighbour =
        is_excluded && beside.possessive ? stem_of(spoken, beside) : recital::text_of(spoken, beside);
    for (auto rest = text_of(item.neighbours); !rest.empty();) {
        if (match_letters(neighbour, transliterate(cut_front(rest, '|'))) != LetterMatch::different) {
            return !is_excluded;
        }
    }
    return is_excluded;
}

std::optional<Lexicon::Fit> Lexicon::fit(const Item& item, std::string_view spoken,
                                         std::span<const SpokenTextWord> words, std::size_t index) const {
    const std::vector<std::string> item_words = entry_words(text_of(item.written));
    const bool has_capital = std::any_of(item_words.begin(), item_words.end(), starts_upper);
    const std::size_t count = item_words.size();
    Fit fit{count, true, true};
    for (std::size_t n = 0; n < count; ++n) {
        const SpokenTextWord& word = words[index + n];
        const auto written = recital::text_of(spoken, word);
        if ((n > 0 && !word.joined) || (starts_upper(item_words[n]) && !starts_upper(written))) {
            return {};
        }
        auto agreement = match_letters(written, item_words[n]);
        const bool may_end = n + 1 == count && word.stem_end != word.end && (word.possessive || !has_capital);
        if (agreement == LetterMatch::different && may_end) {
            agreement = match_letters(stem_of(spoken, word), item_words[n]);
            fit.without_ending = false;
        }
        if (agreement == LetterMatch::different) {
            return {};
        }
        fit.same_accents = fit.same_accents && agreement == LetterMatch::same;
    }
    return stands_beside(item, spoken, words, index) ? std::optional(fit) : std::nullopt;
}

std::optional<Lexicon::Match> Lexicon::match(std::string_view spoken, std::span<const SpokenTextWord> words,
                                             std::size_t index, std::size_t limit) const {
    const SpokenTextWord& first = words[index];
    const Item* best = nullptr;
    Fit best_fit;
    const auto look_up = [&](std::uint64_t hash) {
        if (!may_hold(hash)) {
            return;
        }
        auto row =
            std::lower_bound(by_first_word_.begin(), by_first_word_.end(), hash,
                             [](const IndexRow& left, std::uint64_t wanted) { return left.hash < wanted; });
        for (; row != by_first_word_.end() && row->hash == hash; ++row) {
            const Item& item = items_[row->item];
            if (item.words > limit - index) {
                continue;
            }
            const auto fitting = fit(item, spoken, words, index);
            if (fitting && (best == nullptr || fitting->rank() > best_fit.rank())) {
                best = &item;
                best_fit = *fitting;
            }
        }
    };
    look_up(first.hash);
    if (first.stem_end != first.end) {
        look_up(first.stem);
    }
    if (best == nullptr) {
        return {};
    }
    const Phonemes phonemes = read(*best);
    return Match{best_fit.words, phonemes.text + (best_fit.without_ending ? "" : phonemes.ending),
                 place_of(*best)};
}

void Lexicon::find(std::string_view spoken, std::span<const SpokenTextWord> words,
                   FoundPronunciations& found) const {
    std::size_t limit = 0; // what an earlier source has taken, this one may not reach into
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (found.is_taken(index)) {
            continue;
        }
        for (limit = std::max(limit, index); limit < words.size() && !found.is_taken(limit);) {
            ++limit;
        }
        if (const auto match = this->match(spoken, words, index, limit)) {
            found.add(index, match->words, match->phonemes, match->place);
            index += match->words - 1;
        }
    }
}

} // namespace recital
