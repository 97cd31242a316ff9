// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classify.h"

#include "text/character.h"
#include "text/classifier.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace recital {

Classifier::Classifier(std::string_view sentence, const Language& language)
    : sentence_(sentence), language_(language), pieces_(split_pieces(sentence)) {}

std::vector<Token> Classifier::run() {
    while (index_ < pieces_.size()) {
        if (read_stylised_name() || read_address()) {
            continue;
        }
        switch (pieces_[index_].kind) {
        case PieceKind::number:
            read_number();
            break;
        case PieceKind::word:
            read_word();
            break;
        case PieceKind::mark:
            read_mark();
            break;
        }
    }
    return std::move(tokens_);
}

const Piece* Classifier::piece(std::size_t index) const {
    return index < pieces_.size() ? &pieces_[index] : nullptr;
}

std::string_view Classifier::text(std::size_t index) const {
    return index < pieces_.size() ? pieces_[index].text : std::string_view{};
}

bool Classifier::is_word(std::size_t index) const {
    return index < pieces_.size() && pieces_[index].kind == PieceKind::word;
}

bool Classifier::is_number(std::size_t index) const {
    return index < pieces_.size() && pieces_[index].kind == PieceKind::number;
}

bool Classifier::is_mark(std::size_t index, std::string_view mark) const {
    return text(index) == mark;
}

bool Classifier::is_dash(std::size_t index) const {
    const auto mark = text(index);
    return mark == "-" || mark == "–" || mark == "—" || mark == "−" || mark == "‑";
}

bool Classifier::is_glued(std::size_t index) const {
    return index < pieces_.size() && !pieces_[index].spaced;
}

std::optional<unsigned> Classifier::small_number(std::size_t index) const {
    constexpr std::size_t most_digits = 4;
    if (!is_number(index) || text(index).size() > most_digits ||
        !std::all_of(text(index).begin(), text(index).end(), is_ascii_digit)) {
        return std::nullopt;
    }
    unsigned value = 0;
    for (const char digit : text(index)) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

unsigned Classifier::roman(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, unsigned>, 13> numerals{{{"M", 1000},
                                                                                     {"CM", 900},
                                                                                     {"D", 500},
                                                                                     {"CD", 400},
                                                                                     {"C", 100},
                                                                                     {"XC", 90},
                                                                                     {"L", 50},
                                                                                     {"XL", 40},
                                                                                     {"X", 10},
                                                                                     {"IX", 9},
                                                                                     {"V", 5},
                                                                                     {"IV", 4},
                                                                                     {"I", 1}}};
    unsigned value = 0;
    for (const auto& [numeral, worth] : numerals) {
        const bool once = numeral.size() == 2 || worth == 500 || worth == 50 || worth == 5;
        for (int count = 0; count < (once ? 1 : 3) && word.starts_with(numeral); ++count) {
            value += worth;
            word.remove_prefix(numeral.size());
        }
    }
    return word.empty() ? value : 0;
}

Number Classifier::number_of(std::string_view written) {
    Number number;
    bool decimals = false;
    for (const char byte : written) {
        if (byte == '.') {
            decimals = true;
        } else if (is_ascii_digit(byte)) {
            (decimals ? number.fraction : number.whole) += byte;
        }
    }
    return number;
}

bool Classifier::take(TokenClass token_class, std::size_t next) {
    tokens_.push_back({std::move(token_class), pieces_[index_].begin, pieces_[next - 1].end()});
    index_ = next;
    return true;
}

std::vector<Token> classify(std::string_view sentence, const Language& language) {
    return Classifier(sentence, language).run();
}

} // namespace recital
