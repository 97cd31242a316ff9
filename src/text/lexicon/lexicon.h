// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/lexicon/file.h"
#include "text/lexicon/phoneme_table.h"
#include "text/script/script.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace recital {

/// A word of a spoken form.
struct SpokenTextWord {
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    bool joined = false;      ///< only a space or a hyphen separates it from the previous word
    std::uint64_t hash = 0;   ///< of all of it, see FoldedHash
    std::uint64_t stem = 0;   ///< without "'s", or a final s
    std::size_t stem_end = 0; ///< where that stem ends; `end` if there is no ending
    bool possessive = false;  ///< whether the stem lacks "'s"
};

/// Pronunciations of words that the voice would say wrong: entries for the voices of one language, looked up
/// in spoken forms.  The longest entry that fits wins, of equally long ones the one with the same accents,
/// then the first. Accents may be missing in the text. A word with a capital in its entry must have one in
/// the text. "'s" may follow any entry, the plural's s one that is written in small letters.
class Lexicon {
public:
    /// Takes the entries whose language is that of the voice (`tag`, BCP 47). Throws a `usage` error with
    /// file and line for an entry that cannot be read. Pronunciations in the voice's own sounds, which are
    /// the program's own and tested with it, are read when they are used only: there are thousands.
    /// `phonemes` must outlive the lexicon.
    Lexicon(std::span<const LexiconEntry> entries, std::string_view tag, const PhonemeTable& phonemes,
            SoundRange range);

    /// A matching entry. `place` points into the lexicon.
    struct Match {
        std::size_t words = 0; ///< number of words, including the first
        std::string phonemes;
        const SourcePlace* place = nullptr;
    };

    /// The best entry that starts at the word `index` and ends at or before the word `limit`; `nullopt` if
    /// there is none. `words` are all of `spoken`; see split_words.
    [[nodiscard]] std::optional<Match> match(std::string_view spoken, std::span<const SpokenTextWord> words,
                                             std::size_t index, std::size_t limit) const;

    [[nodiscard]] std::size_t size() const { return items_.size(); }

private:
    enum class Side : std::uint8_t { none, before, after };

    struct Item {
        std::vector<std::string> words;
        Side side = Side::none; ///< of the neighbours that must be there
        std::vector<std::string> neighbours;
        std::string pronunciation;
        std::string sounds; ///< see LexiconEntry
        SourcePlace place;
        bool has_capital = false;
    };
    /// How well an item fits.
    struct Fit {
        std::size_t words = 0;
        bool without_ending = false;
        bool same_accents = false;
        [[nodiscard]] auto rank() const { return std::tuple(words, without_ending, same_accents); }
    };

    void add(const LexiconEntry& entry);
    [[nodiscard]] Phonemes read(const Item& item) const;
    static void read_context(const LexiconEntry& entry, Item& item);
    [[nodiscard]] static std::optional<Fit> fit(const Item& item, std::string_view spoken,
                                                std::span<const SpokenTextWord> words, std::size_t index);
    [[nodiscard]] static bool stands_beside(const Item& item, std::string_view spoken,
                                            std::span<const SpokenTextWord> words, std::size_t index);
    [[nodiscard]] bool may_hold(std::uint64_t hash) const { return filter_[hash % filter_.size()]; }

    const PhonemeTable& phonemes_;
    SoundRange range_;
    std::vector<Item> items_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_first_word_;
    std::bitset<65536> filter_; ///< lets most words skip the look-up
};

/// The words of a spoken form in order.
[[nodiscard]] std::vector<SpokenTextWord> split_words(std::string_view spoken);

/// The pronunciations of a spoken form, in order. An earlier lexicon wins over later ones.
[[nodiscard]] std::vector<Pronunciation> find_pronunciations(std::string_view spoken,
                                                             std::span<const Lexicon* const> lexicons);

/// Gives every sentence of the script its pronunciations.
void pronounce(Script& script, std::span<const Lexicon* const> lexicons);

} // namespace recital
