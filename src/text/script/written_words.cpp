// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/written_words.h"

#include "base/unicode.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// A span of the source without a blank in it, or several that are said as one.
struct Piece {
    TextRange written;
    bool spaced = false;
    TextRange spoken = {};
};

/// Cuts at blanks, and before wide letters and after them.
std::vector<Piece> cut(std::string_view source) {
    std::vector<Piece> pieces;
    bool is_open = false;
    bool spaced = false;
    bool after_wide = false;
    for (std::size_t position = 0; position < source.size();) {
        const std::size_t begin = position;
        const char32_t code_point = next_code_point(source, position);
        position = std::max(position, begin + 1);
        if (is_space(code_point)) {
            is_open = false;
            after_wide = false;
            spaced = true;
            continue;
        }
        const bool is_wide = is_letter(code_point) && columns_of(source.substr(begin, position - begin)) > 1;
        if (!is_open || is_wide || (after_wide && is_letter(code_point))) {
            pieces.push_back({{begin, position}, spaced && !pieces.empty()});
        }
        pieces.back().written.end = position;
        after_wide = is_letter(code_point) ? is_wide : after_wide;
        is_open = true;
        spaced = false;
    }
    return pieces;
}

void join(Piece& piece, const Piece& next) {
    piece.written.end = next.written.end;
    if (piece.spoken.begin == piece.spoken.end) {
        piece.spoken = next.spoken;
    } else if (next.spoken.begin < next.spoken.end) {
        piece.spoken.end = next.spoken.end;
    }
}

/// Sets the spoken span of each piece, and merges pieces that are spoken as one.
std::vector<Piece> with_speech(const std::vector<Piece>& pieces, const std::vector<SpokenSpan>& spans) {
    std::vector<Piece> joined;
    std::size_t joined_up_to = 0; // byte of the source
    auto span = spans.begin();
    for (Piece piece : pieces) {
        const bool is_continued = piece.written.begin < joined_up_to;
        for (; span != spans.end() && span->written.begin < piece.written.end; ++span) {
            join(piece, {piece.written, false, span->spoken});
            joined_up_to = std::max(joined_up_to, span->written.end);
        }
        if (is_continued) {
            join(joined.back(), piece);
        } else {
            joined.push_back(piece);
        }
    }
    return joined;
}

bool is_punctuation(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t code_point = next_code_point(text, position);
        position = std::max(position, begin + 1);
        if (is_letter(code_point) || is_digit(code_point)) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<WrittenWord> written_words(const Sentence& sentence) {
    const std::string_view source = sentence.source;
    std::vector<Piece> pieces;
    bool leads = false; // whether the piece before is punctuation that opens the sentence
    for (const Piece& piece : with_speech(cut(source), sentence.spans.unpack())) {
        const bool is_mark =
            piece.spoken.begin == piece.spoken.end &&
            is_punctuation(source.substr(piece.written.begin, piece.written.end - piece.written.begin));
        if (!pieces.empty() && (is_mark || leads)) {
            join(pieces.back(), piece);
            leads = leads && is_mark;
        } else {
            pieces.push_back(piece);
            leads = is_mark;
        }
    }
    std::vector<WrittenWord> words;
    words.reserve(pieces.size());
    for (const Piece& piece : pieces) {
        words.push_back(
            {std::string(source.substr(piece.written.begin, piece.written.end - piece.written.begin)),
             piece.spaced, piece.spoken});
    }
    return words;
}

} // namespace recital
