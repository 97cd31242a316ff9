// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/text_names.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/heading_text.h"
#include "document/subject/person_name.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace recital {

namespace {

constexpr std::size_t max_searched_bytes = std::size_t{64} << 10;

constexpr ByteSet around_names(",;:!?()[]\""); ///< punctuation that belongs to no name

/// Decomposed, so that accents are separate characters.
std::string decomposed(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
    if (U_FAILURE(error) != 0 || find_non_ascii(text) >= text.size()) {
        return std::string(text);
    }
    const icu::UnicodeString wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string result;
    nfd->normalize(wide, error).toUTF8String(result);
    return result;
}

bool is_whole_word(std::string_view text, std::size_t at, std::size_t size) {
    return (at == 0 || !is_word_byte(text[at - 1])) &&
           (at + size == text.size() || !is_word_byte(text[at + size]));
}

/// The word without punctuation around it that does not belong to a name, and without a possessive ending.
std::string_view name_part(std::string_view word) {
    std::string_view part = trimmed(word, around_names);
    for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (part.ends_with(ending)) {
            part.remove_suffix(ending.size());
        }
    }
    const bool keeps_stop =
        count_code_points(part) <= 2 || part.find('.') + 1 < part.size() || is_name_suffix(part);
    if (part.ends_with('.') && !keeps_stop) {
        part.remove_suffix(1);
    }
    return part;
}

char folded_first(std::string_view text) {
    const char first = text.empty() ? '\0' : text.front();
    return first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
}

/// The words from `at` on that have the key together; empty if they do not.
std::string words_with_key(const std::vector<std::string_view>& words, std::size_t at, std::string_view key) {
    constexpr std::size_t max_words = 12;
    std::string rest(key);
    std::string found;
    for (std::size_t n = at; n < std::min(words.size(), at + max_words) && !rest.empty(); ++n) {
        const std::string_view part = name_part(words[n]);
        const std::string part_key = spelling_key(part);
        if (part_key.empty() || !rest.starts_with(part_key)) {
            return {};
        }
        rest.erase(0, part_key.size());
        found += found.empty() ? "" : " ";
        found += part;
    }
    return rest.empty() ? found : std::string();
}

/// A quick test of the first letter of words.
class Beginnings {
public:
    explicit Beginnings(std::string_view key) : key_(key) {}

    /// Whether the key may begin with that of the word.
    bool may_be_at(std::string_view word) {
        std::size_t position = around_names.find_other_in(word);
        if (position == npos || is_ascii(word[position])) {
            return position != npos && folded_first(word.substr(position)) == key_.front();
        }
        const char32_t letter = next_code_point(word, position);
        const auto found = known_.find(letter);
        return found != known_.end() ? found->second
                                     : known_.emplace(letter, is_first_of_key(letter)).first->second;
    }

private:
    /// Marks may change places when a word is decomposed, so only what is a letter of its own is compared.
    [[nodiscard]] bool is_first_of_key(char32_t letter) const {
        std::string written;
        append_utf8(written, letter);
        const std::string key = spelling_key(written);
        std::size_t end = 0;
        static_cast<void>(next_code_point(key, end));
        constexpr unsigned letters = U_GC_L_MASK;
        const bool is_mark = (U_MASK(u_charType(static_cast<UChar32>(letter))) & letters) == 0;
        return is_mark || key.empty() || key_.starts_with(std::string_view(key).substr(0, end));
    }

    std::string_view key_;
    std::unordered_map<char32_t, bool> known_; ///< letters beyond ASCII
};

bool has_capital(std::string_view name) {
    for (std::size_t position = 0; position < name.size();) {
        if (is_upper(next_code_point(name, position))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string spelling_key(std::string_view name) {
    const std::string letters = decomposed(fold_case(name));
    std::string key;
    for (std::size_t position = 0; position < letters.size();) {
        const char32_t c = next_code_point(letters, position);
        if (is_letter(c) || is_digit(c)) {
            append_utf8(key, c);
        }
    }
    return key;
}

TextNames::TextNames(const Outline& outline) {
    for (const Block& block : outline.blocks) {
        if (block.kind != Block::Kind::heading && bytes_ < max_searched_bytes) {
            paragraphs_.push_back(prefix_on_character(block.text, max_searched_bytes - bytes_));
            words_.push_back(split(paragraphs_.back(), ' '));
            bytes_ += block.text.size();
        }
    }
}

std::string TextNames::spelling_of(std::string_view name) const {
    const std::string key = spelling_key(name);
    std::string in_capitals;
    Beginnings beginnings(key);
    for (const std::vector<std::string_view>& words : words_) {
        for (std::size_t n = 0; n < words.size() && !key.empty(); ++n) {
            if (!beginnings.may_be_at(words[n])) {
                continue;
            }
            const std::string spelling = words_with_key(words, n, key);
            if (has_capital(spelling) && !is_all_capitals(spelling)) {
                return spelling;
            }
            in_capitals = in_capitals.empty() && has_capital(spelling) ? spelling : in_capitals;
        }
    }
    return in_capitals;
}

std::size_t TextNames::mentions_of(std::string_view words) const {
    std::size_t count = 0;
    for (const std::string_view paragraph : paragraphs_) {
        for (auto at = paragraph.find(words); at != std::string_view::npos && !words.empty();
             at = paragraph.find(words, at + words.size())) {
            count += static_cast<std::size_t>(is_whole_word(paragraph, at, words.size()));
        }
    }
    return count;
}

bool TextNames::quotes(std::string_view words) const {
    constexpr std::array<std::string_view, 5> opening = {"\"", "\u201C", "\u201E", "\u00AB", "\u2018"};
    return std::any_of(paragraphs_.begin(), paragraphs_.end(), [&](std::string_view paragraph) {
        return std::any_of(opening.begin(), opening.end(), [&](std::string_view mark) {
            return paragraph.find(std::string(mark) + std::string(words)) != std::string_view::npos;
        });
    });
}

} // namespace recital
