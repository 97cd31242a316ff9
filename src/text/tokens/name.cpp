// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>

namespace recital {

/// P!nk, AC/DC: the longest entry that starts here and ends where a word does.
bool Classifier::read_stylised_name() {
    if (index_ > 0 && is_glued(index_) && pieces_[index_ - 1].kind != PieceKind::mark) {
        return false;
    }
    const auto* name = known_as(WordClass::opens_stylised_name)
                           ? language_.stylised_name(sentence_, pieces_[index_].begin)
                           : nullptr;
    // "Anh" without a number or a stop is a person.
    const bool person = known_as(WordClass::catalogue) && is_ascii_lower(text(index_).back()) &&
                        !is_number(index_ + 1) && !is_mark(index_ + 1, ".");
    if (name == nullptr || person) {
        return false;
    }
    const auto end = pieces_[index_].begin + name->written.size();
    std::size_t next = index_ + 1;
    while (piece(next) != nullptr && pieces_[next].begin < end) {
        ++next;
    }
    return take(Entry{name->spoken}, next);
}

/// www.example.com/music, name@example.com, example.com
bool Classifier::read_address() {
    if (index_ > 0 && is_glued(index_) && !is_any_mark(index_ - 1, {"(", "<", "[", "\"", "“"})) {
        return false;
    }
    if (!is_word(index_) && !is_number(index_)) {
        return false;
    }
    std::size_t behind = index_ + 1;
    while (is_glued(behind)) {
        ++behind;
    }
    if (behind < index_ + 3) {
        return false;
    }
    auto written = span(index_, behind);
    const auto scheme = written.find("://");
    const bool address =
        written.starts_with("www.") || scheme != std::string_view::npos ||
        (written.find('@') != std::string_view::npos && written.find('.') != std::string_view::npos);
    while (behind > index_ + 1 &&
           is_any_mark(behind - 1, {".", ",", ")", "]", ">", ";", ":", "?", "!", "\"", "”", "/"})) {
        --behind;
    }
    const auto ends_domain = [&](std::size_t last) {
        return is_class(last, WordClass::top_level_domain) && is_mark(last - 1, ".") && last > index_ + 1;
    };
    auto slash = index_;
    while (slash < behind && !is_mark(slash, "/")) {
        ++slash;
    }
    const bool domain = ends_domain(behind - 1) || ends_domain(slash - 1);
    if (!address && !domain) {
        return false;
    }
    if (scheme != std::string_view::npos) {
        take(Silent{}, std::min(behind, index_ + 4));
    }
    while (index_ < behind) {
        const auto part = text(index_);
        if (is_number(index_)) {
            read_plain_number();
        } else if (is_word(index_)) {
            const bool spelled = part == "www" || (index_ + 1 == behind && part.size() == 2);
            take(spelled ? TokenClass(Letters{part, false}) : TokenClass(PlainWord{part}), index_ + 1);
        } else if (part == "." || part == "/" || part == "-" || part == "_") {
            take(Entry{language_.phrase(part == "."   ? "dot"
                                        : part == "/" ? "slash"
                                        : part == "-" ? "dash"
                                                      : "underscore")},
                 index_ + 1);
        } else {
            take(Entry{language_.symbol(part)}, index_ + 1);
        }
    }
    return true;
}

/// The "[12]" or "[citation needed]" behind a word.
bool Classifier::read_note_mark() {
    constexpr std::size_t longest = 18;
    if (!is_mark(index_, "[") || !is_glued(index_) || index_ == 0) {
        return false;
    }
    std::size_t close = index_ + 1;
    while (piece(close) != nullptr && !is_mark(close, "]") &&
           pieces_[close].begin < pieces_[index_].begin + longest) {
        ++close;
    }
    const bool closed = piece(close) != nullptr && pieces_[close].end() - pieces_[index_].begin <= longest;
    // "[He] sang": behind a mark that opens, nothing can be noted; nor is "play[ed]" a note.
    const bool opens =
        is_any_mark(index_ - 1, {"“", "‘", "(", "\"", "'"}) && (index_ == 1 || pieces_[index_ - 1].spaced);
    return closed && !opens && take(Silent{}, close + 1);
}

/// [T]he, play[ed]: letters that an editor put in.
bool Classifier::read_edited_word() {
    std::size_t behind = index_;
    bool edited = false;
    bool letters = false;
    while (piece(behind) != nullptr && (behind == index_ || is_glued(behind))) {
        const bool insertion = is_mark(behind, "[") && is_word(behind + 1) && is_glued(behind + 1) &&
                               is_mark(behind + 2, "]") && is_glued(behind + 2);
        // "word[a]" has a note.
        constexpr std::size_t longest_ending = 3; // play[ing]
        const bool long_ending = insertion && behind != index_ && text(behind + 1).size() > longest_ending;
        const bool note = insertion && text(behind + 1).size() == 1 &&
                          !(is_word(behind + 3) && is_glued(behind + 3)) &&
                          !is_any_mark(behind + 1, {"s", "d"});
        if (note || long_ending || (!insertion && !is_word(behind))) {
            break;
        }
        edited = edited || insertion;
        letters = letters || !insertion;
        behind += insertion ? 3 : 1;
    }
    return edited && letters && take(PlainWord{span(index_, behind)}, behind);
}

/// #NowPlaying, @name
bool Classifier::read_hashtag() {
    const bool tag = is_any_mark(index_, {"#", "@"}) && is_word(index_ + 1) && is_glued(index_ + 1);
    if (!tag) {
        return false;
    }
    take(Entry{language_.phrase(is_mark(index_, "#") ? "hashtag" : "at")}, index_ + 1);
    // #NowPlaying is two words.
    auto word = text(index_);
    auto begin = pieces_[index_].begin;
    while (!word.empty()) {
        std::size_t end = 1;
        while (end < word.size() && !(is_ascii_upper(word[end]) && is_ascii_lower(word[end - 1]))) {
            ++end;
        }
        tokens_.push_back({PlainWord{word.substr(0, end)}, begin, begin + end});
        begin += end;
        word.remove_prefix(end);
    }
    ++index_;
    return true;
}

} // namespace recital
