// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>

namespace recital {

namespace {

/// True for a word in Han characters or kana.
bool is_east_asian(std::string_view word) {
    constexpr char32_t first = 0x2E80;
    constexpr char32_t last = 0x9FFF;
    const char32_t c = word.empty() ? U' ' : character_at(word, 0).code_point;
    return c >= first && c <= last;
}

} // namespace

/// P!nk, AC/DC: the longest entry that starts here and ends where a word does.
bool Classifier::read_stylised_name() {
    if (index_ > 0 && is_glued(index_) && lexemes_[index_ - 1].kind != LexemeKind::mark) {
        return false;
    }
    const auto* name = known_as(LexicalClass::opens_stylised_name)
                           ? language_.stylised_name(sentence_, lexemes_[index_].begin)
                           : nullptr;
    // "Anh" without a number or a stop is a person.
    const bool person = known_as(LexicalClass::catalogue) && is_ascii_lower(text(index_).back()) &&
                        !is_number(index_ + 1) && !is_mark(index_ + 1, ".");
    if (name == nullptr || person) {
        return false;
    }
    const auto end = lexemes_[index_].begin + name->written.size();
    std::size_t next = index_ + 1;
    while (lexeme(next) != nullptr && lexemes_[next].begin < end) {
        ++next;
    }
    return take(Entry{name->spoken}, next);
}

namespace {

/// Whether the path of an address has a part that is a code and not words: "dQw4w9WgXcQ", "a81bc81b". Only
/// the host of such an address is read.
bool holds_code(std::string_view path) {
    constexpr std::size_t min_length = 5;
    constexpr std::size_t min_capitals_length = 8;
    constexpr std::string_view between = "/-_.?=&#+%~:,";
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find_first_of(between));
        const auto count = [part](char first, char last) {
            return std::count_if(part.begin(), part.end(),
                                 [first, last](char byte) { return byte >= first && byte <= last; });
        };
        const auto digits = count('0', '9');
        const auto capitals = count('A', 'Z');
        const auto small = count('a', 'z');
        if (part.size() >= min_length &&
            ((digits > 0 && capitals + small > 1) ||
             (part.size() >= min_capitals_length && capitals > 2 && small > 1))) {
            return true;
        }
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return false;
}

} // namespace

/// www.example.com/music, name@example.com, example.com
bool Classifier::read_address() {
    if (index_ > 0 && is_glued(index_) && !is_any_mark(index_ - 1, {"(", "<", "[", "\"", "“"})) {
        return false;
    }
    if (!is_word(index_) && !is_number(index_)) {
        return false;
    }
    constexpr std::size_t max_lexemes = 200; // rows of "a[b[a[b" may be endless
    std::size_t after = index_ + 1;
    while (is_glued(after) && after <= index_ + max_lexemes) {
        ++after;
    }
    if (after < index_ + 3 || after > index_ + max_lexemes) {
        return false;
    }
    auto written = span(index_, after);
    const auto scheme = written.find("://");
    const bool address =
        written.starts_with("www.") || scheme != std::string_view::npos ||
        (written.find('@') != std::string_view::npos && written.find('.') != std::string_view::npos);
    while (after > index_ + 1 &&
           is_any_mark(after - 1, {".", ",", ")", "]", ">", ";", ":", "?", "!", "\"", "”", "/"})) {
        --after;
    }
    const auto ends_domain = [&](std::size_t last) {
        return is_class(last, LexicalClass::top_level_domain) && is_mark(last - 1, ".") && last > index_ + 1;
    };
    auto slash = index_;
    while (slash < after && !is_mark(slash, "/")) {
        ++slash;
    }
    const bool domain = ends_domain(after - 1) || ends_domain(slash - 1);
    if (!address && !domain) {
        return false;
    }
    if (scheme != std::string_view::npos) {
        take(Silent{}, std::min(after, index_ + 4));
    }
    auto host_end = index_;
    while (host_end < after && !is_mark(host_end, "/")) {
        ++host_end;
    }
    const bool code = (address || domain) && host_end < after && !is_mark(host_end + 1, "/") &&
                      holds_code(span(host_end, after));
    const auto end = after;
    after = code ? host_end : after;
    while (index_ < after) {
        const auto part = text(index_);
        if (is_number(index_)) {
            read_plain_number();
        } else if (is_word(index_)) {
            const bool spelled = part == "www" || (index_ + 1 == after && part.size() == 2);
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
    return !code || take(Silent{}, end);
}

/// The "[12]" or "[citation needed]" after a word.
bool Classifier::read_note_mark() {
    constexpr std::size_t max_length = 18;
    if (!is_mark(index_, "[") || !is_glued(index_) || index_ == 0) {
        return false;
    }
    std::size_t close = index_ + 1;
    while (lexeme(close) != nullptr && !is_mark(close, "]") &&
           lexemes_[close].begin < lexemes_[index_].begin + max_length) {
        ++close;
    }
    const bool closed =
        lexeme(close) != nullptr && lexemes_[close].end() - lexemes_[index_].begin <= max_length;
    // "[He] sang": after a mark that opens, nothing can be noted; nor is "play[ed]" a note.
    const bool opens =
        is_any_mark(index_ - 1, {"“", "‘", "(", "\"", "'"}) && (index_ == 1 || lexemes_[index_ - 1].spaced);
    return closed && !opens && take(Silent{}, close + 1);
}

/// [T]he, play[ed]: letters that an editor put in.
bool Classifier::read_edited_word() {
    std::size_t after = index_;
    bool edited = false;
    bool letters = false;
    while (lexeme(after) != nullptr && (after == index_ || is_glued(after))) {
        const bool insertion = is_mark(after, "[") && is_word(after + 1) && is_glued(after + 1) &&
                               is_mark(after + 2, "]") && is_glued(after + 2);
        // "word[a]" has a note.
        constexpr std::size_t max_ending_length = 3; // play[ing]
        const bool long_ending = insertion && after != index_ && text(after + 1).size() > max_ending_length;
        const bool note = insertion && text(after + 1).size() == 1 &&
                          !(is_word(after + 3) && is_glued(after + 3)) && !is_any_mark(after + 1, {"s", "d"});
        if (note || long_ending || (!insertion && !is_word(after))) {
            break;
        }
        edited = edited || insertion;
        letters = letters || !insertion;
        after += insertion ? 3 : 1;
    }
    return edited && letters && take(PlainWord{span(index_, after)}, after);
}

/// the person(s), which class(es), the CD(s)
bool Classifier::read_bracketed_plural() {
    const auto word = text(index_);
    const bool plural = is_word(index_) && word.size() > 1 && is_mark(index_ + 1, "(") &&
                        is_any_mark(index_ + 2, {"s", "es", "S", "ES"}) && is_mark(index_ + 3, ")");
    const bool glued = is_glued(index_ + 1) && is_glued(index_ + 2) && is_glued(index_ + 3);
    if (!plural || !glued || (is_glued(index_ + 4) && is_word(index_ + 4))) {
        return false;
    }
    const bool spelled = std::all_of(word.begin(), word.end(), is_ascii_upper) && is_mark(index_ + 2, "s") &&
                         !language_.is(word, LexicalClass::acronym);
    return spelled ? take(Letters{word, true}, index_ + 4)
                   : take(PlainWord{span(index_, index_ + 4)}, index_ + 4);
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
    auto begin = lexemes_[index_].begin;
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

/// 山田太郎 (Yamada Taro), Yamada Taro (山田太郎): a name in letters that the voice cannot read beside its
/// romanisation, which alone is said. What transliteration makes of them is Mandarin, also if they are not.
bool Classifier::read_romanised_name() {
    if (!is_east_asian(text(index_)) || language_.reads(text(index_))) {
        return false;
    }
    std::size_t next = index_;
    while (is_east_asian(text(next)) && !is_any_mark(next, {"、", "。"})) {
        ++next;
    }
    const bool enclosed = index_ > 1 && is_any_mark(index_ - 1, {"(", "（", ":", "："});
    const bool explained =
        is_any_mark(next, {"(", "（"}) && !is_east_asian(text(next + 1)) && starts_upper(text(next + 1));
    const bool listed = enclosed && is_any_mark(next, {",", ";", "，", "、"}) &&
                        !is_east_asian(text(next + 1)) && starts_upper(text(next + 1));
    const bool repeated = enclosed && is_any_mark(index_ - 1, {"(", "（"}) &&
                          is_any_mark(next, {")", "）"}) && is_word(index_ - 2) &&
                          starts_upper(text(index_ - 2));
    return (explained || listed || repeated) && take(Silent{}, listed ? next + 1 : next);
}

} // namespace recital
