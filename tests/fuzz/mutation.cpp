// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/mutation.h"

#include "base/hash.h"
#include "fuzz/parts.h"

#include <algorithm>
#include <array>

namespace recital::fuzz {

namespace {

constexpr std::size_t max_bytes = 16384;

/// What programs stumble over.
constexpr std::array<std::string_view, 16> awkward_pieces = {
    std::string_view("\0\0\0\0\0\0\0\0", 8),
    "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
    "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F",
    "-1",
    "18446744073709551615",
    "1e308",
    "\xC3",
    "\xED\xA0\x80",
    "\xEF\xBB\xBF",
    "\xE2\x80\xAE",
    "\r\n",
    "\n\n",
    "\t",
    "\"",
    "../",
    "<",
};

} // namespace

Mutation::Mutation(std::vector<std::string> inputs, std::vector<std::string> words, std::string_view name)
    : inputs_(std::move(inputs)), words_(std::move(words)),
      random_(static_cast<std::mt19937::result_type>(hash_64(name))) {
    if (inputs_.empty()) {
        inputs_.emplace_back();
    }
    words_.insert(words_.end(), awkward_pieces.begin(), awkward_pieces.end());
}

std::string Mutation::next() {
    constexpr std::size_t max_changes = 6;
    std::string text = any_input();
    for (std::size_t changes = 1 + below(max_changes); changes > 0; --changes) {
        change(text);
    }
    text.resize(std::min(text.size(), max_bytes));
    return text;
}

std::string_view Mutation::piece_of(std::string_view text, std::size_t max_piece) {
    return text.empty() ? text : text.substr(below(text.size()), 1 + below(max_piece));
}

void Mutation::change(std::string& text) {
    constexpr std::size_t short_piece = 4;
    constexpr std::size_t long_piece = 128;
    constexpr std::size_t kinds = 7;
    const std::size_t place = below(text.size() + 1);
    switch (below(kinds)) {
    case 0:
        text.erase(place, 1 + below(short_piece));
        break;
    case 1:
        text.erase(place, 1 + below(long_piece));
        break;
    case 2:
        text.insert(place, piece_of(any_input(), long_piece));
        break;
    case 3:
        text.insert(place, std::string(piece_of(text, long_piece)));
        break;
    case 4:
        text.insert(place, words_[below(words_.size())]);
        break;
    case 5:
        text.insert(place, 1, static_cast<char>(below(256)));
        break;
    default:
        if (place < text.size()) {
            text[place] = static_cast<char>(static_cast<unsigned char>(text[place]) ^ (1U << below(8)));
        }
    }
}

std::vector<std::string> parse_dictionary(std::string_view text) {
    std::vector<std::string> words;
    for (const std::string& line : lines_of(text)) {
        if (line.size() < 2 || line.front() != '"' || line.back() != '"') {
            continue;
        }
        std::string& word = words.emplace_back();
        for (std::size_t n = 1; n + 1 < line.size(); ++n) {
            if (line[n] == '\\' && line[n + 1] == 'x') {
                word += static_cast<char>(std::stoi(line.substr(n + 2, 2), nullptr, 16));
                n += 3;
            } else {
                n += line[n] == '\\' ? 1U : 0U;
                word += line[n];
            }
        }
    }
    return words;
}

} // namespace recital::fuzz
