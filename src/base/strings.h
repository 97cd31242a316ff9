// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What a search returns that finds nothing.
inline constexpr std::size_t npos = std::string_view::npos;

inline constexpr std::string_view white_space = " \t\r\n\v\f"; ///< of ASCII

/// Bytes to look for in whole texts: `find_first_of` of the standard library calls a function for each byte
/// of the text.
class ByteSet {
public:
    /// `bytes` has to live as long as the set.
    constexpr explicit ByteSet(std::string_view bytes) : bytes_(bytes) {
        for (const char byte : bytes) {
            has_[static_cast<unsigned char>(byte)] = true;
        }
    }

    [[nodiscard]] constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

    /// Where the first of the bytes stands in the text, from `from` on; `npos` if there is none.
    [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
        while (from < text.size() && !contains(text[from])) {
            ++from;
        }
        return from < text.size() ? from : npos;
    }
    /// Whether the text has one of the bytes. The library looks for one byte in a long text many times as
    /// fast as for any of several, so this is worth asking before a search that usually finds nothing.
    [[nodiscard]] constexpr bool is_in(std::string_view text) const {
        constexpr std::size_t min_length = 5; // of the text, for each byte
        if (text.size() < min_length * bytes_.size()) {
            return find_in(text) != npos;
        }
        return std::any_of(bytes_.begin(), bytes_.end(),
                           [text](char byte) { return text.find(byte) != npos; });
    }

    /// Where the first byte stands that is none of these, from `from` on; `npos` if there is none.
    [[nodiscard]] constexpr std::size_t find_other_in(std::string_view text, std::size_t from = 0) const {
        while (from < text.size() && contains(text[from])) {
            ++from;
        }
        return from < text.size() ? from : npos;
    }

private:
    std::string_view bytes_;
    std::array<bool, 256> has_ = {};
};

/// Which pairs of bytes follow each other in a text. That shows for nearly all phrases that a text does not
/// have them, in much less time than a search for each.
class BytePairs {
public:
    explicit BytePairs(std::string_view text) {
        char before = '\0';
        for (const char byte : text) {
            has_[number(before, byte)] = true;
            before = byte;
        }
    }

    /// False if the text does not have the phrase; true if it has, and sometimes if it does not.
    [[nodiscard]] bool may_hold(std::string_view phrase) const {
        for (std::size_t at = 1; at < phrase.size(); ++at) {
            if (!has_[number(phrase[at - 1], phrase[at])]) {
                return false;
            }
        }
        return true;
    }

private:
    static constexpr std::size_t numbers = 1024; ///< which several pairs share

    static std::size_t number(char first, char second) {
        constexpr unsigned factor = 32; // so that pairs of small letters have numbers of their own
        return (static_cast<unsigned char>(first) * factor ^ static_cast<unsigned char>(second)) % numbers;
    }

    std::array<bool, numbers> has_ = {};
};

/// The text without the given bytes at its ends; a view into `text`.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view bytes = white_space);

/// The same with a set of bytes: for what is done to each line or word of a text.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, const ByteSet& bytes) {
    while (!text.empty() && bytes.contains(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && bytes.contains(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// Whether the text is not empty and consists of the given bytes only.
[[nodiscard]] bool consists_of(std::string_view text, std::string_view bytes);

/// Whether the text consists of ASCII digits, at least one.
[[nodiscard]] bool is_digits(std::string_view text);

/// Removes the text before the first separator, and the separator, from `text` and returns it without the
/// separator; all of it if there is none.
[[nodiscard]] std::string_view cut_front(std::string_view& text, char separator);

/// The parts between separators, unchanged; one empty part for an empty text. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// The text with every `wanted` replaced by `by`.
[[nodiscard]] std::string replaced(std::string_view text, char wanted, std::string_view by);

/// The text as content of XML, HTML or WebVTT: "&", "<" and ">" as references.
[[nodiscard]] std::string escaped_markup(std::string_view text);

} // namespace recital
