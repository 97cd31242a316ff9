// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/lexeme.h"

#include "text/language/character.h"

namespace recital {

namespace {

std::size_t end_of_digits(std::string_view text, std::size_t position) {
    while (position < text.size() && is_ascii_digit(text[position])) {
        ++position;
    }
    return position;
}

/// After "1,234,567.89", "1905" or "3.5".
std::size_t end_of_number(std::string_view text, std::size_t position, NumberMarks marks) {
    constexpr std::size_t group = 3;
    std::size_t end = end_of_digits(text, position);
    const bool groups = end - position <= group && text[position] != '0';
    while (groups && end < text.size() && text[end] == marks.group &&
           end_of_digits(text, end + 1) == end + 1 + group) {
        end += 1 + group;
    }
    // The last part of a grouped number does not have decimals either.
    const bool in_chain =
        position > 1 && text[position - 1] == marks.decimal && is_ascii_digit(text[position - 2]);
    if (!in_chain && end + 1 < text.size() && text[end] == marks.decimal && is_ascii_digit(text[end + 1])) {
        const auto decimals = end_of_digits(text, end + 1);
        // "15.01.2020" and "192.168.0.1" are not decimal numbers.
        const bool chain = decimals + 1 < text.size() && text[decimals] == marks.decimal &&
                           is_ascii_digit(text[decimals + 1]);
        end = chain ? end : decimals;
    }
    return end;
}

/// After digits of another script, of which each is said for itself.
std::size_t end_of_foreign_digits(std::string_view text, std::size_t position) {
    while (position < text.size() && !is_ascii(text[position]) &&
           character_at(text, position).kind == CharacterKind::digit) {
        position = character_at(text, position).end;
    }
    return position;
}

/// Notes of the block of musical symbols, which Unicode writes as head, stem and flags.
bool is_note(char32_t code_point) {
    constexpr char32_t first_head = 0x1D143;
    constexpr char32_t last_note = 0x1D164;
    return code_point >= first_head && code_point <= last_note;
}

std::size_t end_of_note(std::string_view text, std::size_t position) {
    constexpr char32_t first_part = 0x1D165;
    constexpr char32_t last_part = 0x1D172;
    while (position < text.size()) {
        const auto part = character_at(text, position);
        if (part.code_point < first_part || part.code_point > last_part) {
            break;
        }
        position = part.end;
    }
    return position;
}

std::size_t apostrophe_length(std::string_view text, std::size_t position) {
    const auto rest = text.substr(position);
    return rest.starts_with('\'') ? 1 : rest.starts_with("’") ? std::string_view("’").size() : 0;
}

bool is_letter_at(std::string_view text, std::size_t position) {
    return position < text.size() && character_at(text, position).kind == CharacterKind::letter;
}

/// After the "'s" at the position, otherwise the position.
std::size_t end_of_possessive(std::string_view text, std::size_t position) {
    const auto length = apostrophe_length(text, position);
    const auto letter = position + length;
    if (length == 0 || letter >= text.size() || (text[letter] != 's' && text[letter] != 'S')) {
        return position;
    }
    const bool word_goes_on = is_letter_at(text, letter + 1) ||
                              (letter + 1 < text.size() && apostrophe_length(text, letter + 1) != 0 &&
                               is_letter_at(text, letter + 1 + apostrophe_length(text, letter + 1)));
    return word_goes_on ? position : letter + 1;
}

std::size_t end_of_word(std::string_view text, std::size_t position) {
    while (position < text.size()) {
        const char byte = text[position];
        if (is_ascii_lower(byte) || is_ascii_upper(byte)) {
            ++position;
            continue;
        }
        if (const auto character = character_at(text, position); character.kind == CharacterKind::letter) {
            position = character.end;
            continue;
        }
        const auto length = apostrophe_length(text, position);
        if (length == 0 || !is_letter_at(text, position + length) ||
            end_of_possessive(text, position) != position) {
            break;
        }
        position += length;
    }
    return position;
}

} // namespace

std::vector<Lexeme> split_lexemes(std::string_view sentence, NumberMarks marks) {
    std::vector<Lexeme> lexemes;
    bool spaced = false;
    for (std::size_t position = 0; position < sentence.size();) {
        const auto character = character_at(sentence, position);
        if (character.kind == CharacterKind::space) {
            spaced = true;
            position = character.end;
            continue;
        }
        LexemeKind kind = LexemeKind::mark;
        std::size_t end = character.end;
        if (character.kind == CharacterKind::letter) {
            kind = LexemeKind::word;
            end = end_of_word(sentence, position);
        } else if (is_ascii_digit(sentence[position])) {
            kind = LexemeKind::number;
            end = end_of_number(sentence, position, marks);
        } else if (character.kind == CharacterKind::digit) {
            kind = LexemeKind::number;
            end = end_of_foreign_digits(sentence, position);
        } else if (is_note(character.code_point)) {
            end = end_of_note(sentence, end);
        } else if (!lexemes.empty() && !spaced &&
                   (lexemes.back().kind != LexemeKind::mark || lexemes.back().text == ".") &&
                   end_of_possessive(sentence, position) != position) {
            kind = LexemeKind::possessive;
            end = end_of_possessive(sentence, position);
        }
        lexemes.push_back({kind, sentence.substr(position, end - position), position, spaced});
        spaced = false;
        position = end;
    }
    return lexemes;
}

} // namespace recital
