// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "text/lexicon/respelling.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace recital {

/// A pronunciation in eSpeak NG's phoneme mnemonics.
struct Phonemes {
    std::string text;   ///< one space between words
    std::string ending; ///< what a possessive or plural adds; empty if the language adds nothing
};

/// Which sounds a pronunciation may contain.
enum class SoundRange {
    own,     ///< those of the voice's language
    foreign, ///< also those of other languages, replaced by the nearest ones
};

/// Turns IPA and respellings into the engine's phonemes for the voices of one language, by the tables in
/// `data/phonemes` (see the README there).
class PhonemeTable {
public:
    /// Reads `folder`/<tag>.tsv, otherwise that of the primary subtag, and the files that go with it; without
    /// any the table is empty. Throws a `usage` error with file and line for a bad row.
    PhonemeTable(const std::filesystem::path& folder, std::string_view tag);

    /// Whether no symbols of the language are known.
    [[nodiscard]] bool is_empty() const { return symbols_.empty(); }

    /// Reads "/IPA/" or a respelling; see read_ipa. Throws a `usage` error at `place` that quotes what cannot
    /// be read, or is longer than the engine can say.
    [[nodiscard]] Phonemes read(std::string_view pronunciation, SoundRange range, const SourcePlace& place,
                                const std::string& language = {}) const;

    /// Translates a respelling to IPA, without slashes. Throws a `usage` error at `place` that names the
    /// syllable that cannot be read.
    [[nodiscard]] std::string respelled_ipa(std::string_view respelling, const SourcePlace& place) const {
        return respellings_.to_ipa(respelling, place);
    }

    /// Reads IPA without slashes. If `language` (an eSpeak NG voice) is given, entries for its sounds take
    /// precedence.
    [[nodiscard]] Phonemes read_ipa(std::string_view ipa, SoundRange range, const SourcePlace& place,
                                    const std::string& language = {}) const;

private:
    /// What `read` returns, of any length.
    [[nodiscard]] Phonemes read_written(std::string_view pronunciation, SoundRange range,
                                        const SourcePlace& place, const std::string& language) const;

    enum class Kind : std::uint8_t {
        long_vowel,
        short_vowel,
        weak_vowel,
        voiced,
        voiceless,
        sibilant,
        primary_stress,
        secondary_stress,
        border,
        silent,
    };

    struct Symbol {
        std::string mnemonic;
        Kind kind = Kind::silent;
    };
    using Word = std::vector<Symbol>;
    /// The engine's phonemes for an IPA symbol.
    struct Sounds {
        Word anywhere;
        Word at_word_end;
        bool foreign = false;
    };

    void load_symbols(const std::filesystem::path& path);
    void load_foreign(const std::filesystem::path& path);
    [[nodiscard]] const Sounds* find(const std::string& ipa, SoundRange range,
                                     const std::string& language) const;
    [[nodiscard]] std::pair<const Sounds*, std::size_t> find_at(const std::string& ipa, std::size_t position,
                                                                SoundRange range,
                                                                const std::string& language) const;
    [[nodiscard]] bool cuts_symbol(const std::string& ipa, std::size_t position, std::size_t length,
                                   SoundRange range, const std::string& language) const;
    [[nodiscard]] std::vector<Word> split(std::string_view written, SoundRange range,
                                          const SourcePlace& place, const std::string& language) const;
    [[nodiscard]] std::string ending_of(const Word& word) const;

    [[nodiscard]] static Kind kind_named(const std::string& name, const SourcePlace& place);
    [[nodiscard]] static bool is_vowel(const Symbol& symbol);
    [[nodiscard]] static bool is_stress(const Symbol& symbol);
    [[nodiscard]] static bool must_be_parted(const Symbol& left, const Symbol& right);
    static void add_stress(std::vector<Word>& words);
    [[nodiscard]] static std::string mnemonics(const Word& word);

    std::unordered_map<std::string, Sounds> symbols_;                                      ///< by IPA
    std::unordered_map<std::string, std::unordered_map<std::string, Sounds>> by_language_; ///< then by IPA
    std::size_t max_symbol_length_ = 0;                                                    ///< bytes
    std::unordered_map<Kind, std::string> endings_; ///< by the kind of sound before
    RespellingTable respellings_;
};

} // namespace recital
