// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/piece.h"

#include "text/character.h"

namespace recital {

namespace {

std::size_t end_of_digits(std::string_view text, std::size_t position) {
    while (position < text.size() && is_ascii_digit(text[position])) {
        ++position;
    }
    return position;
}

/// Behind "1,234,567.89", "1905" or "3.5".
std::size_t end_of_number(std::string_view text, std::size_t position) {
    constexpr std::size_t group = 3;
    std::size_t end = end_of_digits(text, position);
    while (end - position <= group * 7 && end < text.size() && text[end] == ',' &&
           end_of_digits(text, end + 1) == end + 1 + group) {
        end += 1 + group;
    }
    if (end + 1 < text.size() && text[end] == '.' && is_ascii_digit(text[end + 1])) {
        const auto decimals = end_of_digits(text, end + 1);
        // "15.01.2020" is no decimal number.
        if (!(decimals + 1 < text.size() && text[decimals] == '.' && is_ascii_digit(text[decimals + 1]))) {
            end = decimals;
        }
    }
    return end;
}

std::size_t apostrophe_length(std::string_view text, std::size_t position) {
    const auto rest = text.substr(position);
    return rest.starts_with('\'') ? 1 : rest.starts_with("’") ? std::string_view("’").size() : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t position) {
    while (position < text.size()) {
        if (const auto character = character_at(text, position); character.kind == CharacterKind::letter) {
            position = character.end;
            continue;
        }
        const auto length = apostrophe_length(text, position);
        if (length == 0 || position + length >= text.size() ||
            character_at(text, position + length).kind != CharacterKind::letter) {
            break;
        }
        position += length;
    }
    return position;
}

} // namespace

std::vector<Piece> split_pieces(std::string_view sentence) {
    std::vector<Piece> pieces;
    bool spaced = false;
    for (std::size_t position = 0; position < sentence.size();) {
        const auto character = character_at(sentence, position);
        if (character.kind == CharacterKind::space) {
            spaced = true;
            position = character.end;
            continue;
        }
        PieceKind kind = PieceKind::mark;
        std::size_t end = character.end;
        if (character.kind == CharacterKind::letter) {
            kind = PieceKind::word;
            end = end_of_word(sentence, position);
        } else if (is_ascii_digit(sentence[position])) {
            kind = PieceKind::number;
            end = end_of_number(sentence, position);
        }
        pieces.push_back({kind, sentence.substr(position, end - position), position, spaced});
        spaced = false;
        position = end;
    }
    return pieces;
}

} // namespace recital
