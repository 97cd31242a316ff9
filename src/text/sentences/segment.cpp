// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences/segment.h"

#include "base/punctuation.h"
#include "base/strings.h"
#include "text/language/character.h"
#include "text/language/language.h"
#include "text/sentences/abbreviation.h"
#include "text/sentences/bracket_matching.h"
#include "text/sentences/following_words.h"
#include "text/sentences/list_marker.h"
#include "text/sentences/sentence_border.h"
#include "text/sentences/unspaced_border.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace recital {

namespace {

enum class Interest : std::uint8_t { nothing, terminator, opener, wide };

constexpr std::array<Interest, 256> make_interests() {
    std::array<Interest, 256> interests{};
    for (const char byte : {'.', '!', '?'}) {
        interests[static_cast<unsigned char>(byte)] = Interest::terminator;
    }
    for (const char byte : {'"', '\'', '`', '(', '['}) {
        interests[static_cast<unsigned char>(byte)] = Interest::opener;
    }
    interests[0xE2] = Interest::wide; // “ ‘ …
    interests[0xC2] = Interest::wide; // «
    for (const std::size_t byte : {0xD6U, 0xD8U, 0xDBU, 0xDCU, 0xE0U, 0xE1U, 0xE3U, 0xEAU, 0xEFU}) {
        interests[byte] = Interest::wide; // ։ ؟ ۔ ܀ । ። 。 ꓿ ！, and 「
    }
    return interests;
}

constexpr auto interests = make_interests();

bool is_terminator(std::string_view text, std::size_t position) {
    const char byte = text[position];
    if (is_ascii(byte)) {
        return byte == '.' || byte == '!' || byte == '?';
    }
    return interests[static_cast<unsigned char>(byte)] == Interest::wide &&
           (text.substr(position).starts_with("…") ||
            ends_sentence_by_itself(character_at(text, position).code_point));
}

/// After "...", "?!", "…" or ". . ." that starts here.
std::size_t end_of_terminators(std::string_view text, std::size_t position) {
    while (position < text.size()) {
        if (is_terminator(text, position)) {
            position = character_at(text, position).end;
        } else if (text[position] == ' ' && position > 0 && text[position - 1] == '.' &&
                   (text.substr(position).starts_with(" . .") ||
                    (position > 2 && text.substr(position - 3).starts_with(". . .")))) {
            position += 2;
        } else {
            break;
        }
    }
    return position;
}

/// Whether the text ends like a sentence and has no word with a capital, apart from "eBay" and "BBC".
bool is_without_capitals(std::string_view text) {
    const auto last = text.find_last_not_of("\"')");
    if (last == npos || std::string_view(".!?").find(text[last]) == npos) {
        return false;
    }
    bool small = false; // a small letter precedes
    for (std::size_t position = 0; position < text.size(); ++position) {
        const bool starts = position == 0 || !is_word_byte(text[position - 1]);
        const bool title_case =
            starts && (position + 1 == text.size() || !is_ascii_upper(text[position + 1]));
        if (is_ascii_upper(text[position]) && (!small || title_case)) {
            return false;
        }
        small = small || is_ascii_lower(text[position]);
    }
    return small;
}

class Segmenter {
public:
    Segmenter(std::string_view text, const Language& language)
        : text_(text), language_(language),
          without_capitals_(language.is_known() && is_without_capitals(text)) {}

    std::vector<std::string_view> run() {
        begin_sentence(0);
        while (position_ < text_.size()) {
            if (position_ >= item_end_) {
                cut(item_end_);
                continue;
            }
            step();
        }
        finish(text_.size());
        return std::move(sentences_);
    }

private:
    void step() {
        switch (interests[static_cast<unsigned char>(text_[position_])]) {
        case Interest::nothing:
            ++position_;
            break;
        case Interest::terminator:
            at_terminator();
            break;
        case Interest::opener:
            at_opener();
            break;
        case Interest::wide:
            if (is_terminator(text_, position_)) {
                at_terminator();
            } else if (opens_list(position_)) {
                cut(position_);
            } else {
                at_opener();
            }
            break;
        }
    }

    /// Whether a list of several items starts at the position, after a colon: "Works: • a trio • a mass".
    [[nodiscard]] bool opens_list(std::size_t position) const {
        return position > start_ + 1 && text_[position - 1] == ' ' && text_[position - 2] == ':' &&
               end_of_list_item(text_, position) != npos;
    }

    void begin_sentence(std::size_t position) {
        while (position < text_.size() && text_[position] == ' ') {
            ++position;
        }
        start_ = position;
        position_ = position;
        item_end_ = end_of_list_item(text_, start_);
    }

    void finish(std::size_t end) {
        while (end > start_ && text_[end - 1] == ' ') {
            --end;
        }
        if (end > start_) {
            sentences_.push_back(text_.substr(start_, end - start_));
        }
    }

    void cut(std::size_t end) {
        finish(end);
        begin_sentence(end);
    }

    /// Passes over a quotation or parenthesis up to the terminator before its closing mark, which decides.
    void at_opener() {
        const auto end = opening_mark(text_, position_) == 0 ? npos : end_of_bracketed(text_, position_);
        if (end == npos || end > item_end_) {
            position_ = character_at(text_, position_).end;
            return;
        }
        std::size_t last = previous_start(text_, end);
        while (last > position_ && closing_mark(text_, last) != 0) {
            last = previous_start(text_, last);
        }
        if (!is_terminator(text_, last)) {
            position_ = end;
            if (is_broken_off(last, end)) {
                cut(end);
            }
            return;
        }
        while (last > position_ + 1 && is_terminator(text_, previous_start(text_, last))) {
            last = previous_start(text_, last);
        }
        position_ = last;
        at_terminator();
    }

    /// “I never—” She stopped: whether a dash breaks the quotation off and a sentence follows it.
    [[nodiscard]] bool is_broken_off(std::size_t last, std::size_t end) const {
        const auto rest = text_.substr(last);
        const bool dash = rest.starts_with("—") || rest.starts_with("–") ||
                          (rest.starts_with('-') && last > 0 && text_[last - 1] == '-');
        if (!dash || end + 1 >= text_.size() || text_[end] != ' ') {
            return false;
        }
        const auto word = letters_at(text_, end + 1);
        const auto next = letters_at(text_, std::min(text_.size(), end + 1 + word.size() + 1));
        const bool replies = opening_mark(text_, end + 1) != 0 &&
                             starts_upper(text_.substr(end + 1 + opening_mark(text_, end + 1)));
        const bool acts =
            starts_upper(word) && is_verb(next, language_) && !is_speaker(text_, end + 1, language_);
        const bool opens = starts_upper(word) && opens_sentence(text_, end + 1, language_) &&
                           !(word == "I" && language_.is(next, LexicalClass::speech_verb));
        return replies || acts || opens;
    }

    void at_terminator() {
        Terminator terminator{position_, end_of_terminators(text_, position_), 0};
        terminator.end = end_of_closers(terminator.run_end);
        position_ = terminator.end;
        if (terminator.end >= text_.size()) {
            return;
        }
        if (is_word_in_brackets(terminator) && is_before_caseless(terminator.end)) {
            return;
        }
        if (is_script_border(text_, start_, terminator)) {
            cut(terminator.end);
            return;
        }
        if (text_[terminator.end] != ' ') {
            // Without known abbreviations a full stop without a space is not evidence.
            if (language_.is_known() && is_glued_border(text_, start_, terminator, language_)) {
                cut(terminator.end);
            }
            return;
        }
        // "Four movements: 1. Allegro 2. Adagio": the first item stays with what announces it.
        const auto marker = terminator.first - chunk_before(text_, start_, terminator.first).size();
        if (opens_list(marker)) {
            item_end_ = std::min(item_end_, end_of_list_item(text_, marker));
            return;
        }
        if (const auto end = end_of_name(terminator)) {
            position_ = end;
            return;
        }
        if (is_sentence_border(text_, start_, terminator, language_, without_capitals_)) {
            // In "ended. . . . The next" the first full stop ends the sentence, the rest is an ellipsis.
            const bool omission = text_.substr(terminator.first).starts_with(". . . .") &&
                                  terminator.first > 0 && text_[terminator.first - 1] != ' ';
            cut(omission ? terminator.first + 1 : terminator.end);
            position_ = std::max(position_, terminator.end);
        }
    }

    /// Whether the stop ends a short word in small letters, or several of them with commas, which are all
    /// that the brackets around them hold: "(gt.)", "(dr., perc.)".
    [[nodiscard]] bool is_word_in_brackets(const Terminator& terminator) const {
        constexpr std::size_t max_length = 32; // bytes
        constexpr std::size_t max_word = 5;
        const auto begin = terminator.first - std::min(terminator.first - start_, max_length);
        const auto before = text_.substr(begin, terminator.first - begin);
        const auto bracket = before.find_last_of("([\x88\xBB"); // the last bytes of （ and ［ are among them
        if (terminator.end == terminator.run_end || bracket == npos ||
            opening_mark(text_, previous_start(text_, begin + bracket + 1)) == 0) {
            return false;
        }
        std::size_t letters = 0;
        for (const char byte : before.substr(bracket + 1)) {
            const bool parts = std::string_view(",&/").find(byte) != npos;
            if (!is_ascii_lower(byte) && !parts && byte != '.' && byte != ' ') {
                return false;
            }
            letters = is_ascii_lower(byte) ? letters + 1 : (parts ? 0 : letters);
            if (letters > max_word) {
                return false;
            }
        }
        return letters > 0;
    }

    /// Whether a letter that has no case follows, or a mark of such scripts.
    [[nodiscard]] bool is_before_caseless(std::size_t position) const {
        position = std::min(text_.find_first_not_of(' ', position), text_.size());
        if (position == text_.size()) {
            return false;
        }
        const auto next = character_at(text_, position);
        const auto rest = text_.substr(position);
        return is_wide(next.code_point) ||
               (next.kind == CharacterKind::letter && !starts_upper(rest) && !starts_lower(rest));
    }

    /// The byte after a stylised name that continues after the mark ("Godspeed You! Black Emperor");
    /// otherwise 0.
    [[nodiscard]] std::size_t end_of_name(const Terminator& terminator) const {
        constexpr int max_words = 3;
        auto begin = terminator.first;
        for (int words = 0; words < max_words && begin > start_; ++words) {
            const auto space = text_.substr(0, begin).rfind(' ');
            begin = space == npos || space < start_ ? start_ : space + 1;
            const auto word = begin + opening_mark(text_, begin);
            const auto* name = language_.stylised_name(text_, word);
            if (name != nullptr && word + name->written.size() > terminator.end) {
                return word + name->written.size();
            }
            begin -= begin > start_ ? 1 : 0;
        }
        return 0;
    }

    [[nodiscard]] std::size_t end_of_closers(std::size_t position) const {
        const std::size_t run_end = position;
        while (position < text_.size()) {
            if (const auto length = closing_mark(text_, position); length != 0) {
                position += length;
            } else if (text_.substr(position).starts_with(" )")) {
                position += 2;
            } else if (const auto end = end_of_note_mark(position, run_end); end != position) {
                position = end;
            } else {
                break;
            }
        }
        return position;
    }

    /// The position after a note mark: "[12]", superscript digits, or a number attached to the full stop.
    [[nodiscard]] std::size_t end_of_note_mark(std::size_t position, std::size_t run_end) const {
        constexpr std::size_t max_mark_length = 18;
        constexpr std::size_t max_digits = 3;
        if (text_[position] == '[') {
            const auto close = text_.substr(0, position + max_mark_length).find(']', position);
            return close == npos ? position : close + 1;
        }
        if (!is_ascii(text_[position])) {
            const auto character = character_at(text_, position);
            const bool dagger = character.code_point == U'†' || character.code_point == U'‡';
            return dagger || is_superscript_digit(character.code_point) ? character.end : position;
        }
        if (text_[position] == '*' && text_.substr(position + 1).starts_with(' ')) {
            return position + 1;
        }
        std::size_t end = position;
        while (end < text_.size() && is_ascii_digit(text_[end])) {
            ++end;
        }
        const bool short_number = end > position && end - position <= max_digits;
        if (!short_number || end >= text_.size() || text_[end] != ' ' || run_end < 2) {
            return position;
        }
        const auto chunk = chunk_before(text_, start_, run_end - 1);
        const bool after_word = !is_ascii_digit(text_[run_end - 2]) && language_.abbreviations(chunk).empty();
        return after_word ? end : position;
    }

    std::string_view text_;
    const Language& language_;
    bool without_capitals_ = false; ///< the text has small letters alone
    std::vector<std::string_view> sentences_;
    std::size_t start_ = 0;       ///< of the sentence
    std::size_t position_ = 0;    ///< looked at up to here
    std::size_t item_end_ = npos; ///< where the next item of a list starts
};

} // namespace

std::vector<std::string_view> segment(std::string_view paragraph, const Language& language) {
    return Segmenter(paragraph, language).run();
}

} // namespace recital
