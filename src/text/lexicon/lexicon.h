// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/lexicon/file.h"
#include "text/lexicon/phoneme_table.h"
#include "text/lexicon/pronunciation_source.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace recital {

/// Pronunciations of words that the voice would say wrong: entries for the voices of one language, looked up
/// in spoken forms.  The longest entry that fits wins, of equally long ones the one with the same accents,
/// then the first. Accents may be missing in the text. A word with a capital in its entry must have one in
/// the text. "'s" may follow any entry, the plural's s one that is written in small letters.
class Lexicon : public PronunciationSource {
public:
    /// An empty lexicon for a voice whose language is `tag` (BCP 47). `phonemes` must outlive the lexicon.
    Lexicon(std::string_view tag, const PhonemeTable& phonemes, SoundRange range);
    /// With entries, see `add`.
    Lexicon(std::span<const LexiconEntry> entries, std::string_view tag, const PhonemeTable& phonemes,
            SoundRange range);

    /// Takes those of the entries whose language is that of the voice; they come after those before. Throws a
    /// `usage` error with file and line for an entry that cannot be read. Pronunciations in the voice's own
    /// sounds, which are the program's own and tested with it, are read when they are used only: there are
    /// thousands.
    void add(std::span<const LexiconEntry> entries);

    /// A matching entry.
    struct Match {
        std::size_t words = 0; ///< number of words, including the first
        std::string phonemes;
        SourcePlace place;
    };

    /// The best entry that starts at the word `index` and ends at or before the word `limit`; `nullopt` if
    /// there is none. `words` are all of `spoken`; see split_words.
    [[nodiscard]] std::optional<Match> match(std::string_view spoken, std::span<const SpokenTextWord> words,
                                             std::size_t index, std::size_t limit) const;

    void find(std::string_view spoken, std::span<const SpokenTextWord> words,
              FoundPronunciations& found) const override;

    [[nodiscard]] std::size_t size() const { return items_.size(); }

private:
    enum class Side : std::uint8_t { none, before, after, except_before };

    /// A part of `text_`.
    struct Part {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    /// An entry, as small as it can be: the program has thousands, of which a book uses a few.
    struct Item {
        Part written;
        Part neighbours; ///< parted by "|"
        Part pronunciation;
        Part sounds; ///< see LexiconEntry
        std::uint32_t file = 0;
        std::uint32_t line = 0;
        std::uint32_t words = 0;
        Side side = Side::none; ///< of the neighbours that must be there, or must not
    };
    /// An item under the hash of its first word.
    struct IndexRow {
        std::uint64_t hash = 0;
        std::uint32_t item = 0;
        [[nodiscard]] auto order() const { return std::pair(hash, item); }
    };
    /// How well an item fits.
    struct Fit {
        std::size_t words = 0;
        bool without_ending = false;
        bool same_accents = false;
        [[nodiscard]] auto rank() const { return std::tuple(words, without_ending, same_accents); }
    };

    void add(const LexiconEntry& entry);
    [[nodiscard]] Part keep(std::string_view text);
    [[nodiscard]] std::uint32_t keep_file(const std::string& file);
    [[nodiscard]] std::string_view text_of(const Part& part) const;
    [[nodiscard]] SourcePlace place_of(const Item& item) const;
    [[nodiscard]] Phonemes read(const Item& item) const;
    void read_context(const LexiconEntry& entry, Item& item);
    [[nodiscard]] std::optional<Fit> fit(const Item& item, std::string_view spoken,
                                         std::span<const SpokenTextWord> words, std::size_t index) const;
    [[nodiscard]] bool stands_beside(const Item& item, std::string_view spoken,
                                     std::span<const SpokenTextWord> words, std::size_t index) const;
    [[nodiscard]] bool may_hold(std::uint64_t hash) const { return filter_[hash % filter_.size()]; }

    std::string tag_;
    const PhonemeTable& phonemes_;
    SoundRange range_;
    std::string text_; ///< of all items
    std::vector<std::string> files_;
    std::vector<Item> items_;
    std::vector<IndexRow> by_first_word_; ///< in order
    std::bitset<65536> filter_;           ///< lets most words skip the look-up
};

/// Whether the text may be the written form of an entry: letters, and the signs between them.
[[nodiscard]] bool is_entry_form(std::string_view text);

} // namespace recital
