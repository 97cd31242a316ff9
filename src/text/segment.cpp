// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/segment.h"

#include "text/character.h"
#include "text/language.h"
#include "text/list_marker.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace recital {

namespace {

constexpr auto none = std::string_view::npos;

/// Longer quotations and parentheses are read as sentences of their own, in bytes.
constexpr std::size_t longest_enclosure = 1200;
/// "At 5 a.m." in front of a name opens its sentence; in words.
constexpr std::size_t longest_opening_phrase = 4;

constexpr std::array<std::string_view, 8> closers{"\"", "'", ")", "]", "”", "’", "»", "›"};
constexpr std::array<std::string_view, 10> openers{"\"", "'", "(", "[", "“", "‘", "«", "¿", "¡", "`"};
constexpr std::array<std::string_view, 5> dashes{"—", "–", "--", "-", "―"};

template <std::size_t count>
std::size_t length_of_any(std::string_view text, std::size_t position,
                          const std::array<std::string_view, count>& marks) {
    const auto rest = text.substr(position);
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](auto mark) { return rest.starts_with(mark); });
    return found == marks.end() ? 0 : found->size();
}

bool is_terminator(std::string_view text, std::size_t position) {
    const char byte = text[position];
    return byte == '.' || byte == '!' || byte == '?' || text.substr(position).starts_with("…");
}

class Segmenter {
public:
    Segmenter(std::string_view text, const Language& language) : text_(text), language_(language) {}

    std::vector<std::string_view> run() {
        begin_sentence(0);
        while (position_ < text_.size()) {
            if (position_ >= item_end_) {
                cut(item_end_);
            }
            step();
        }
        finish(text_.size());
        return std::move(sentences_);
    }

private:
    void step() {
        switch (text_[position_]) {
        case '.':
        case '!':
        case '?':
            at_terminator();
            break;
        case '"':
        case '\'':
        case '`':
        case '(':
        case '[':
            at_opener();
            break;
        case '\xE2':
            if (is_terminator(text_, position_)) {
                at_terminator();
            } else {
                at_opener();
            }
            break;
        case '\xC2':
            at_opener();
            break;
        default:
            ++position_;
        }
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

    void at_opener() {
        const auto end = end_of_enclosure();
        if (end == none || end > item_end_) {
            position_ = character_at(text_, position_).end;
            return;
        }
        // The terminator in front of the closing mark decides; what lies before it is not looked at.
        std::size_t last = previous_start(text_, end);
        while (last > position_ && length_of_any(text_, last, closers) != 0) {
            last = previous_start(text_, last);
        }
        std::size_t first = last;
        while (first > position_ + 1 && is_terminator(text_, previous_start(text_, first))) {
            first = previous_start(text_, first);
        }
        position_ = is_terminator(text_, last) ? first : end;
    }

    /// Behind the mark that closes the quotation or parenthesis that opens at the position.
    std::size_t end_of_enclosure() const {
        const bool at_word_start =
            position_ == 0 || length_of_any(text_, previous_start(text_, position_), openers) != 0 ||
            character_at(text_, previous_start(text_, position_)).kind == CharacterKind::space ||
            length_of_any(text_, previous_start(text_, position_), dashes) != 0;
        const auto rest = text_.substr(0, position_ + longest_enclosure);
        const auto opener = text_.substr(position_);
        if (opener[0] == '(' || opener[0] == '[') {
            return closing_bracket(rest, opener[0] == '(' ? ')' : ']');
        }
        if (!at_word_start) {
            return none;
        }
        if (opener[0] == '"') {
            const auto close = rest.find('"', position_ + 1);
            return close == none ? none : close + 1;
        }
        if (opener.starts_with("“")) {
            const auto close = rest.find("”", position_);
            return close == none ? none : close + std::string_view("”").size();
        }
        if (opener.starts_with("«")) {
            const auto close = rest.find("»", position_);
            return close == none ? none : close + std::string_view("»").size();
        }
        if (opener[0] == '\'' || opener[0] == '`') {
            return closing_apostrophe(rest, "'");
        }
        return opener.starts_with("‘") ? closing_apostrophe(rest, "’") : none;
    }

    std::size_t closing_bracket(std::string_view rest, char bracket) const {
        int depth = 0;
        for (std::size_t index = position_; index < rest.size(); ++index) {
            depth += rest[index] == text_[position_] ? 1 : 0;
            depth -= rest[index] == bracket ? 1 : 0;
            if (depth == 0) {
                return index + 1;
            }
        }
        return none;
    }

    /// A single closing quotation mark is told from an apostrophe by what follows it.
    std::size_t closing_apostrophe(std::string_view rest, std::string_view mark) const {
        for (auto close = rest.find(mark, position_ + 1); close != none; close = rest.find(mark, close + 1)) {
            const auto end = close + mark.size();
            if (end >= text_.size() || character_at(text_, end).kind == CharacterKind::space ||
                character_at(text_, end).kind == CharacterKind::other) {
                return end;
            }
        }
        return none;
    }

    void at_terminator() {
        const std::size_t first = position_;
        std::size_t end = end_of_terminators(first);
        const bool attached_ellipsis = end - first > 2 && text_.substr(first).starts_with(". . . .");
        const std::size_t run_end = end;
        end = end_of_closers(end);
        position_ = end;
        if (end >= text_.size()) {
            return;
        }
        if (text_[end] != ' ') {
            if (is_glued_border(first, end)) {
                cut(end);
            }
            return;
        }
        if (attached_ellipsis && first > 0 && text_[first - 1] != ' ' &&
            starts_upper(text_.substr(next_word(end)))) {
            cut(first + 1);
            position_ = end;
            return;
        }
        if (is_border(first, run_end, end)) {
            cut(end);
        }
    }

    /// Behind "...", "?!", "…" or ". . ." that starts here.
    std::size_t end_of_terminators(std::size_t position) const {
        while (position < text_.size()) {
            if (is_terminator(text_, position)) {
                position = character_at(text_, position).end;
            } else if (text_[position] == ' ' && position > 0 && text_[position - 1] == '.' &&
                       (text_.substr(position).starts_with(" . .") ||
                        (position > 2 && text_.substr(position - 3).starts_with(". . .")))) {
                position += 2;
            } else {
                break;
            }
        }
        return position;
    }

    std::size_t end_of_closers(std::size_t position) const {
        while (position < text_.size()) {
            const auto length = length_of_any(text_, position, closers);
            if (length != 0) {
                position += length;
            } else if (const auto end = end_of_note_mark(position); end != position) {
                position = end;
            } else {
                break;
            }
        }
        return position;
    }

    /// Behind a footnote mark: "[12]", or a number that is glued to the stop.
    std::size_t end_of_note_mark(std::size_t position) const {
        constexpr std::size_t longest_mark = 18;
        if (text_[position] == '[') {
            const auto close = text_.substr(0, position + longest_mark).find(']', position);
            return close == none ? position : close + 1;
        }
        std::size_t end = position;
        while (end < text_.size() && is_ascii_digit(text_[end])) {
            ++end;
        }
        const bool after_word = position > 1 && !is_ascii_digit(text_[position - 2]) &&
                                language_.abbreviations(chunk_before(position - 1)).empty();
        return after_word && end - position <= 3 && end < text_.size() && text_[end] == ' ' ? end : position;
    }

    /// The word that ends at `end`, with the stops inside it.
    std::string_view chunk_before(std::size_t end) const {
        std::size_t start = end;
        while (start > start_) {
            const auto before = previous_start(text_, start);
            const auto character = character_at(text_, before);
            if (character.kind == CharacterKind::space ||
                (character.kind == CharacterKind::other && text_[before] != '.' &&
                 character.code_point != U'°' && character.code_point != U'\'' &&
                 character.code_point != U'’' && text_[before] != '-')) {
                break;
            }
            start = before;
        }
        return text_.substr(start, end - start);
    }

    std::string_view word_at(std::size_t position) const {
        std::size_t end = position;
        while (end < text_.size() && character_at(text_, end).kind == CharacterKind::letter) {
            end = character_at(text_, end).end;
        }
        return text_.substr(position, end - position);
    }

    /// Start of the next word, behind spaces and opening marks.
    std::size_t next_word(std::size_t position) const {
        while (position < text_.size()) {
            if (text_[position] == ' ') {
                ++position;
            } else if (const auto length = length_of_any(text_, position, openers); length != 0) {
                position += length;
            } else {
                break;
            }
        }
        return position;
    }

    /// "ended.Then": no space, yet a new sentence, unless it is part of an address.
    bool is_glued_border(std::size_t first, std::size_t end) const {
        if (first < 2 || !starts_upper(text_.substr(end)) || end - first > 3) {
            return false;
        }
        const auto word = word_at(end);
        const auto behind = end + word.size();
        const bool title_case = word.size() > 1 && starts_lower(word.substr(character_at(word, 0).end));
        const bool address =
            behind + 1 < text_.size() && text_[behind] == '.' && starts_lower(text_.substr(behind + 1));
        const auto chunk = chunk_before(first);
        const bool plain =
            chunk.size() > 1 && chunk.find('.') == none && language_.abbreviations(chunk).empty() &&
            (starts_lower(chunk.substr(previous_start(chunk, chunk.size()))) || is_ascii_digit(chunk.back()));
        return title_case && plain && !address &&
               text_.substr(start_, first - start_).find_last_of("@/") <= start_;
    }

    bool is_border(std::size_t first, std::size_t run_end, std::size_t end) {
        const auto so_far = text_.substr(start_, first - start_);
        if (is_list_marker(so_far) || !has_word(so_far)) {
            return false;
        }
        std::size_t next = end + 1;
        if (const auto dash = length_of_any(text_, next, dashes); dash != 0) {
            next += dash;
        }
        const auto word_start = next_word(next);
        if (word_start >= text_.size()) {
            return true;
        }
        const auto word = word_at(word_start);
        if (starts_lower(text_.substr(word_start))) {
            return false;
        }
        if (word.empty() && next == word_start && text_.find_first_of(",;:)]", next) == next) {
            return false;
        }
        const bool stop = run_end == first + 1 && text_[first] == '.';
        const bool quoted = end > run_end && text_[end - 1] != ']' && text_[end - 1] != ')';
        if (!stop) {
            return is_border_after_mark(first, quoted, word_start);
        }
        return quoted || is_border_after_stop(first, next, word_start);
    }

    static bool has_word(std::string_view text) {
        for (std::size_t position = 0; position < text.size();) {
            const auto character = character_at(text, position);
            if (character.kind == CharacterKind::letter || character.kind == CharacterKind::digit) {
                return true;
            }
            position = character.end;
        }
        return false;
    }

    bool is_starter(std::size_t word_start) const {
        const auto word = word_at(word_start);
        const auto behind = word_start + word.size();
        if (behind < text_.size() && text_[behind] == '.') {
            const auto readings = language_.abbreviations(word);
            return !readings.empty() && readings.front().context == Context::before_name;
        }
        return language_.is(word, WordClass::sentence_starter);
    }

    /// Behind "?", "!" or an ellipsis.
    bool is_border_after_mark(std::size_t first, bool quoted, std::size_t word_start) const {
        if (quoted && is_speaker(word_start)) {
            return false;
        }
        const bool name =
            text_[first] == '!' && language_.is(chunk_before(first), WordClass::exclamation_name);
        return !name || is_starter(word_start);
    }

    /// Whether one or two names and a verb of speaking follow: "'Why?' Clara asked".
    bool is_speaker(std::size_t position) const {
        for (int names = 0; names < 3; ++names) {
            const auto word = word_at(position);
            if (word.empty() || language_.is(word, WordClass::sentence_starter)) {
                return false;
            }
            if (language_.is(word, WordClass::speech_verb)) {
                return names > 0;
            }
            position = std::min(position + word.size() + 1, text_.size());
        }
        return false;
    }

    bool is_border_after_stop(std::size_t first, std::size_t next, std::size_t word_start) const {
        const auto chunk = chunk_before(first);
        if (chunk.empty()) {
            return true;
        }
        if (language_.month(chunk) != 0 && is_ascii_digit(text_[word_start])) {
            return false;
        }
        const bool starter = is_starter(word_start);
        if (const auto* reading = fitting_abbreviation(chunk, first, next, starter)) {
            return reading->may_end_sentence && ends_sentence(*reading, starter, word_start);
        }
        const auto last_stop = chunk.rfind('.');
        const auto last = last_stop == none ? chunk : chunk.substr(last_stop + 1);
        const bool single = !last.empty() && character_at(last, 0).end == last.size() &&
                            character_at(last, 0).kind == CharacterKind::letter;
        if (!single) {
            return true;
        }
        if (chunk == "I" && !follows_name(first - 1)) {
            return true;
        }
        return starter && !is_opening_phrase(first);
    }

    const Abbreviation* fitting_abbreviation(std::string_view chunk, std::size_t first, std::size_t next,
                                             bool starter) const {
        for (const auto& reading : language_.abbreviations(chunk)) {
            if (fits(reading.context, first - chunk.size(), next, starter)) {
                return &reading;
            }
        }
        return nullptr;
    }

    bool fits(Context context, std::size_t start, std::size_t next, bool starter) const {
        const auto following = text_.substr(std::min(next, text_.size()));
        switch (context) {
        case Context::before_name:
            return (starts_upper(following) && !language_.is(word_at(next), WordClass::sentence_starter)) ||
                   length_of_any(text_, next, openers) != 0;
        case Context::before_number: {
            const auto word = word_at(next);
            return (!following.empty() && is_ascii_digit(following[0])) ||
                   (!starter && !word.empty() && word.find_first_not_of("IVXLC") == none);
        }
        case Context::after_number:
            return start > 1 && is_ascii_digit(text_[start - (text_[start - 1] == ' ' ? 2 : 1)]);
        case Context::after_name:
            return follows_name(start) || (start > 1 && is_ascii_digit(text_[start - 2]));
        case Context::anywhere:
            return true;
        }
        return false;
    }

    /// Whether the word in front of the one that starts at `position` is capitalised.
    bool follows_name(std::size_t position) const {
        if (position < start_ + 2 || text_[position - 1] != ' ') {
            return false;
        }
        return starts_upper(chunk_before(position - 1));
    }

    /// Whether the sentence so far is only "At 5 a.m.", "In the U.S.".
    bool is_opening_phrase(std::size_t end) const {
        const auto so_far = text_.substr(start_, end - start_);
        const auto spaces = static_cast<std::size_t>(std::count(so_far.begin(), so_far.end(), ' '));
        return spaces < longest_opening_phrase && language_.is(word_at(start_), WordClass::preposition);
    }

    bool ends_sentence(const Abbreviation& reading, bool starter, std::size_t word_start) const {
        if (is_opening_phrase(position_)) {
            return false;
        }
        const auto word = word_at(word_start);
        const bool capitals = word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_upper);
        return starter || (reading.context == Context::after_number && !capitals);
    }

    std::string_view text_;
    const Language& language_;
    std::vector<std::string_view> sentences_;
    std::size_t start_ = 0;       ///< of the sentence
    std::size_t position_ = 0;    ///< looked at up to here
    std::size_t item_end_ = none; ///< where the next item of a list starts
};

} // namespace

std::vector<std::string_view> segment(std::string_view paragraph, const Language& language) {
    return Segmenter(paragraph, language).run();
}

} // namespace recital
