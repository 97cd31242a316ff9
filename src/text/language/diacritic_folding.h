// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

namespace detail {

/// Bytes of words in spoken forms, in lower case: ASCII letters and the apostrophe; 0 for all others.
constexpr std::array<unsigned char, 256> make_word_bytes() {
    std::array<unsigned char, 256> bytes{};
    for (unsigned char letter = 'a'; letter <= 'z'; ++letter) {
        bytes[letter] = letter;
        bytes[letter - 'a' + 'A'] = letter;
    }
    bytes['\''] = '\'';
    return bytes;
}

inline constexpr auto word_bytes = make_word_bytes();

} // namespace detail

/// A running hash of a word that ignores accents and case.
class FoldedHash {
public:
    /// Adds the letter that starts at byte `position` and returns the byte after it.
    std::size_t add(std::string_view text, std::size_t position) {
        if (const auto byte = detail::word_bytes[static_cast<unsigned char>(text[position])]; byte != 0) {
            mix(byte);
            return position + 1;
        }
        return add_other(text, position);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    /// FNV-1a, 64 bits.
    void mix(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }
    std::size_t add_other(std::string_view text, std::size_t position);

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

/// The hash of a word, see FoldedHash.
[[nodiscard]] std::uint64_t folded_hash(std::string_view word);

/// The letter as passed to a voice for Latin script: without diacritics that such a voice does not know (see
/// transliterate); empty for a letter of another script.
[[nodiscard]] std::string known_letter(char32_t code_point);

/// The letters in lower case without diacritics, "ae" for "æ"; other characters as they are.
[[nodiscard]] std::string fold_letters(std::string_view text);

/// How closely a written word matches the word of an entry.
enum class LetterMatch {
    different,
    without_accents, ///< at least one letter lacks the accent that the entry has
    same,
};

/// Compares ignoring case. The written word may leave out accents (Dvorak, "ae" for "æ"), but must not have
/// any that the entry lacks.
[[nodiscard]] LetterMatch match_letters(std::string_view written, std::string_view entry);

} // namespace recital
