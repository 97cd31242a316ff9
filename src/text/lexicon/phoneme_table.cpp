// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/phoneme_table.h"

#include "base/data_table.h"
#include "base/language_tag.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view ending_row = "-s";

/// eSpeak NG reserves so much for a word (N_WORD_PHONEMES), and crashes at some hundred more.
constexpr std::size_t max_phoneme_bytes = 200;

std::string file_stem(const std::filesystem::path& folder, std::string_view tag) {
    const std::string whole(tag);
    return std::filesystem::exists(folder / (whole + ".tsv")) ? whole : std::string(primary_subtag(tag));
}

/// Whether a mark stands there that belongs to the letter in front of it (a tilde, not the tie of two
/// letters).
bool has_mark_at(std::string_view ipa, std::size_t position) {
    constexpr char32_t first_mark = 0x300;
    constexpr char32_t last_mark = 0x36F;
    constexpr char32_t tie = 0x361;
    if (position >= ipa.size()) {
        return false;
    }
    const char32_t code_point = next_code_point(ipa, position);
    return code_point >= first_mark && code_point <= last_mark && code_point != tie;
}

} // namespace

PhonemeTable::PhonemeTable(const std::filesystem::path& folder, std::string_view tag) {
    const std::string stem = file_stem(folder, tag);
    const auto file = [&](const char* name) { return folder / (stem + name); };
    if (std::filesystem::exists(file(".tsv"))) {
        load_symbols(file(".tsv"));
        if (std::filesystem::exists(file("_foreign.tsv"))) {
            load_foreign(file("_foreign.tsv"));
        }
        if (std::filesystem::exists(file("_respelling.tsv"))) {
            respellings_ = RespellingTable(file("_respelling.tsv"));
        }
    }
}

PhonemeTable::Kind PhonemeTable::kind_named(const std::string& name, const SourcePlace& place) {
    constexpr std::array<std::pair<std::string_view, Kind>, 10> kinds = {{
        {"long", Kind::long_vowel},
        {"short", Kind::short_vowel},
        {"weak", Kind::weak_vowel},
        {"voiced", Kind::voiced},
        {"voiceless", Kind::voiceless},
        {"sibilant", Kind::sibilant},
        {"primary", Kind::primary_stress},
        {"secondary", Kind::secondary_stress},
        {"border", Kind::border},
        {"silent", Kind::silent},
    }};
    const auto* found =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == name; });
    if (found == kinds.end()) {
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' is not a kind of sound: see the first lines of this file", name),
                    place);
    }
    return found->second;
}

void PhonemeTable::load_symbols(const std::filesystem::path& path) {
    for (const DataRow& row : read_data_table(path, 3, 3)) {
        const Symbol symbol{row.cells[1], kind_named(row.cells[2], row.place)};
        if (row.cells[0] == ending_row) {
            endings_[symbol.kind] = symbol.mnemonic;
            continue;
        }
        const std::string ipa = normalise_nfc(row.cells[0]);
        symbols_[ipa] = {{symbol}, {symbol}, false};
        max_symbol_length_ = std::max(max_symbol_length_, ipa.size());
    }
}

void PhonemeTable::load_foreign(const std::filesystem::path& path) {
    constexpr std::size_t columns = 4;
    std::size_t max_foreign_length = 0;
    std::vector<std::pair<std::string, Sounds>> anywhere; // not yet known, so that no row rests on another
    for (const DataRow& row : read_data_table(path, columns, 2)) {
        const auto english = [&](const std::string& ipa) {
            const auto words = split(ipa, SoundRange::own, row.place, {});
            return words.empty() ? Word() : words.front();
        };
        Sounds sounds{english(row.cells[1]), {}, true};
        sounds.at_word_end = row.cells[2].empty() ? sounds.anywhere : english(row.cells[2]);
        const std::string ipa = normalise_nfc(row.cells[0]);
        max_foreign_length = std::max(max_foreign_length, ipa.size());
        if (row.cells[3].empty()) {
            anywhere.emplace_back(ipa, std::move(sounds));
        } else {
            by_language_[row.cells[3]].insert_or_assign(ipa, std::move(sounds));
        }
    }
    max_symbol_length_ = std::max(max_symbol_length_, max_foreign_length);
    for (auto& [ipa, sounds] : anywhere) {
        symbols_.try_emplace(std::move(ipa), std::move(sounds));
    }
}

const PhonemeTable::Sounds* PhonemeTable::find(const std::string& ipa, SoundRange range,
                                               const std::string& language) const {
    if (const auto own = by_language_.find(language); own != by_language_.end()) {
        if (const auto row = own->second.find(ipa); row != own->second.end()) {
            return &row->second;
        }
    }
    const auto row = symbols_.find(ipa);
    const bool usable = row != symbols_.end() && (range == SoundRange::foreign || !row->second.foreign);
    return usable ? &row->second : nullptr;
}

/// The longest symbol that stands there, and its length in bytes; null where none does.
std::pair<const PhonemeTable::Sounds*, std::size_t> PhonemeTable::find_at(const std::string& ipa,
                                                                          std::size_t position,
                                                                          SoundRange range,
                                                                          const std::string& language) const {
    for (std::size_t length = std::min(max_symbol_length_, ipa.size() - position); length > 0; --length) {
        const Sounds* sounds = find(ipa.substr(position, length), range, language);
        if (sounds != nullptr && !has_mark_at(ipa, position + length) &&
            !cuts_symbol(ipa, position, length, range, language)) {
            return {sounds, length};
        }
    }
    return {nullptr, 0};
}

/// Whether a stress with its vowel, of which tables have rows, is part of a longer sound: "ˈa" of "ˈaɪ".
bool PhonemeTable::cuts_symbol(const std::string& ipa, std::size_t position, std::size_t length,
                               SoundRange range, const std::string& language) const {
    constexpr std::string_view stress = "ˈ";
    return length > stress.size() && std::string_view(ipa).substr(position).starts_with(stress) &&
           find_at(ipa, position + stress.size(), range, language).second > length - stress.size();
}

bool PhonemeTable::is_vowel(const Symbol& symbol) {
    return symbol.kind <= Kind::weak_vowel;
}

bool PhonemeTable::is_stress(const Symbol& symbol) {
    return symbol.kind == Kind::primary_stress || symbol.kind == Kind::secondary_stress;
}

/// The words of the IPA, each the symbols it is made of; a stress stands right in front of its vowel.
std::vector<PhonemeTable::Word> PhonemeTable::split(std::string_view written, SoundRange range,
                                                    const SourcePlace& place,
                                                    const std::string& language) const {
    const std::string ipa = normalise_nfc(written);
    std::vector<Word> words(1);
    std::vector<Symbol> stress;
    for (std::size_t position = 0; position < ipa.size();) {
        if (ipa[position] == ' ') {
            words.emplace_back();
            ++position;
            continue;
        }
        const auto [sounds, length] = find_at(ipa, position, range, language);
        if (sounds == nullptr) {
            std::size_t end = position;
            (void)next_code_point(ipa, end);
            throw Error(
                ErrorKind::usage,
                fmt::format("'{}' in the pronunciation /{}/ is not a known sound: data/phonemes lists them",
                            ipa.substr(position, end - position), ipa),
                place);
        }
        position += length;
        const bool ends = position == ipa.size() || ipa[position] == ' ';
        for (const Symbol& symbol : ends ? sounds->at_word_end : sounds->anywhere) {
            if (is_stress(symbol)) {
                stress = {symbol};
                continue;
            }
            if (is_vowel(symbol) && !stress.empty()) {
                words.back().push_back(stress.front());
                stress.clear();
            }
            words.back().push_back(symbol);
        }
    }
    std::erase_if(words, [](const Word& word) { return word.empty(); });
    return words;
}

/// eSpeak NG says phonemes without a stress weakly. Where no mark stands, the last word is given its stress,
/// and each word in front of it a secondary one if its vowel is long ("Carl Bach", but "von Suppé").
void PhonemeTable::add_stress(std::vector<Word>& words) {
    for (std::size_t n = 0; n < words.size(); ++n) {
        Word& word = words[n];
        if (std::any_of(word.begin(), word.end(), is_stress)) {
            continue;
        }
        const bool last = n + 1 == words.size();
        const auto vowel = std::find_if(word.begin(), word.end(), [&](const Symbol& symbol) {
            return symbol.kind == Kind::long_vowel || (last && symbol.kind == Kind::short_vowel);
        });
        if (vowel != word.end()) {
            word.insert(vowel, {{}, last ? Kind::primary_stress : Kind::secondary_stress});
        }
    }
}

/// Whether two mnemonics beside each other could be read as another one.
bool PhonemeTable::must_be_parted(const Symbol& left, const Symbol& right) {
    if (is_vowel(left)) {
        return is_vowel(right);
    }
    constexpr std::string_view stops = "td";
    constexpr std::string_view hisses = "sSzZ";
    return left.mnemonic.size() == 1 && stops.find(left.mnemonic[0]) != std::string_view::npos &&
           !right.mnemonic.empty() && hisses.find(right.mnemonic[0]) != std::string_view::npos;
}

std::string PhonemeTable::mnemonics(const Word& word) {
    std::string text;
    Symbol before;
    for (const Symbol& symbol : word) {
        if (symbol.kind == Kind::primary_stress || symbol.kind == Kind::secondary_stress) {
            text += symbol.kind == Kind::primary_stress ? '\'' : ',';
            before = {};
        } else if (!symbol.mnemonic.empty()) {
            text += !before.mnemonic.empty() && must_be_parted(before, symbol) ? "|" : "";
            text += symbol.mnemonic;
            before = symbol;
        }
    }
    return text;
}

std::string PhonemeTable::ending_of(const Word& word) const {
    const auto last = std::find_if(word.rbegin(), word.rend(),
                                   [](const Symbol& symbol) { return !symbol.mnemonic.empty(); });
    if (last == word.rend()) {
        return {};
    }
    const auto ending = endings_.find(is_vowel(*last) ? Kind::voiced : last->kind);
    return ending == endings_.end() ? std::string() : ending->second;
}

Phonemes PhonemeTable::read(std::string_view pronunciation, SoundRange range, const SourcePlace& place,
                            const std::string& language) const {
    Phonemes phonemes = read_written(pronunciation, range, place, language);
    if (phonemes.text.size() > max_phoneme_bytes) {
        throw Error(
            ErrorKind::usage,
            fmt::format("the pronunciation '{}' is too long: the speech engine takes at most {} bytes "
                        "of phonemes, and this is {}",
                        pronunciation, max_phoneme_bytes, phonemes.text.size()),
            place);
    }
    return phonemes;
}

Phonemes PhonemeTable::read_written(std::string_view pronunciation, SoundRange range,
                                    const SourcePlace& place, const std::string& language) const {
    if (!pronunciation.starts_with('/')) {
        return read_ipa(respellings_.to_ipa(pronunciation, place), range, place);
    }
    if (pronunciation.size() < 2 || !pronunciation.ends_with('/')) {
        throw Error(ErrorKind::usage,
                    fmt::format("the pronunciation '{}' has no second slash", pronunciation), place);
    }
    return read_ipa(pronunciation.substr(1, pronunciation.size() - 2), range, place, language);
}

Phonemes PhonemeTable::read_ipa(std::string_view ipa, SoundRange range, const SourcePlace& place,
                                const std::string& language) const {
    auto words = split(ipa, range, place, language);
    const bool spoken = std::any_of(words.begin(), words.end(), [](const Word& word) {
        return std::any_of(word.begin(), word.end(), is_vowel);
    });
    if (!spoken) {
        throw Error(ErrorKind::usage, fmt::format("the pronunciation '{}' has no vowel", ipa), place);
    }
    add_stress(words);
    Phonemes phonemes;
    for (const Word& word : words) {
        phonemes.text += phonemes.text.empty() ? "" : " ";
        phonemes.text += mnemonics(word);
    }
    phonemes.ending = ending_of(words.back());
    return phonemes;
}

} // namespace recital
