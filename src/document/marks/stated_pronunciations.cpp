// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/stated_pronunciations.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/language/word_list.h"
#include "document/marks/glosses.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

using Kind = StatedPronunciation::Kind;

/// Removes the quotation marks and other signs at both ends of a word, not the stop of an initial.
std::string_view bare_word(std::string_view word) {
    constexpr std::array<std::string_view, 10> signs = {"\"", "'", "*", ",", ":", "(", "“", "”", "‘", "’"};
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view sign : signs) {
            if (word.starts_with(sign)) {
                word.remove_prefix(sign.size());
                changed = true;
            }
            if (word.ends_with(sign)) {
                word.remove_suffix(sign.size());
                changed = true;
            }
        }
    }
    return word;
}

/// "Bell." ends a sentence; "J." and "Jr." do not.
bool ends_sentence(std::string_view word) {
    constexpr std::size_t max_initial = 3;
    return (word.ends_with('.') && word.size() > max_initial) || word.ends_with('!') || word.ends_with('?');
}

/// The words before byte `position` that may be a name: capitalised ones and the particles between them. The
/// last one may be without a capital if `any_last` is set ("deadmau5").
std::string name_before(std::string_view text, std::size_t position, bool any_last) {
    constexpr std::size_t max_words = 7;
    const StructureWords& known = StructureWords::known();
    std::vector<std::string> words;
    std::string_view rest = text.substr(0, position);
    while (words.size() < max_words) {
        rest = trimmed(rest, " ");
        const auto blank = rest.find_last_of(" (");
        const std::string_view written = blank == std::string_view::npos ? rest : rest.substr(blank + 1);
        const std::string_view word = bare_word(written);
        const bool capital = starts_upper(word);
        const bool first = words.empty();
        if (word.empty() ||
            (!first && (ends_sentence(written) || written.ends_with(',') || written.ends_with(';'))) ||
            (!capital && !(first && any_last) && (first || !known.particles.contains_folded(word)))) {
            break;
        }
        words.emplace_back(word);
        if (blank == std::string_view::npos || rest[blank] == '(') {
            break;
        }
        rest = rest.substr(0, blank);
    }
    while (words.size() > 1 && !starts_upper(words.back())) {
        words.pop_back();
    }
    std::string name;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        name += name.empty() ? "" : " ";
        name += *word;
    }
    return name;
}

/// The language or accent that a label names: "German pronunciation", "UK"; empty if none.
std::string language_in(std::string_view label) {
    const StructureWords& words = StructureWords::known();
    std::string language;
    const std::string folded = fold_case(label);
    for (std::string_view rest = folded; !rest.empty();) {
        const std::string_view word = bare_word(cut_front(rest, ' '));
        if (words.languages.contains(word) || words.accents.contains(word)) {
            language = word;
        }
    }
    return language;
}

/// Letters of a respelling, with its hyphens. Wikipedia writes "d(ə-)VOR-zhak": what is in parentheses may
/// be left out, and is. Joiners that keep a line together are left out as well.
std::string plain_respelling(std::string_view written) {
    std::string plain;
    int depth = 0;
    for (std::size_t position = 0; position < written.size();) {
        const std::size_t begin = position;
        const char32_t c = next_code_point(written, position);
        depth += static_cast<int>(c == '(') - static_cast<int>(c == ')');
        const bool joiner = c == 0x2060 || c == 0x200B || c == 0xAD;
        const bool hyphen = c == 0x2010 || c == 0x2011 || c == 0x2013;
        if (depth == 0 && c != ')' && !joiner) {
            plain += hyphen ? "-" : written.substr(begin, position - begin);
        }
    }
    return plain;
}

/// Reads a parenthesis or the text around a trigger word.
class Reader {
public:
    Reader(const Block& block, std::vector<StatedPronunciation>& found)
        : text_(block.text), line_(block.line), found_(found) {}

    void read() {
        static constexpr ByteSet openers("([/");
        const bool has_brackets = openers.is_in(text_);
        for (auto at = has_brackets ? openers.find_in(text_) : npos; at != npos;
             at = openers.find_in(text_, at)) {
            const std::size_t end = text_[at] == '(' ? read_parenthesis(at) : read_phonetics(at);
            at = std::max(end, at + 1);
        }
        const StructureWords& words = StructureWords::known();
        const BytePairs pairs(text_);
        read_after(words.pronounced, pairs, Kind::respelling);
        read_after(words.rhymes, pairs, Kind::rhyme);
        read_after(words.alikes, pairs, Kind::alike);
    }

private:
    void add(Kind kind, std::string_view name, std::string_view written, std::string language = {}) {
        constexpr std::size_t max_length = 120;
        if (!written.empty() && written.size() <= max_length) {
            found_.push_back({kind, std::string(name), std::string(written), std::move(language), line_, 0});
        }
    }

    static std::string_view without_brackets(std::string_view phonetics) {
        return trimmed(phonetics, "/[] ");
    }

    /// "Keogh /ˈkjoʊ/" outside of parentheses.
    std::size_t read_phonetics(std::size_t open) {
        const std::size_t end = after_phonetics(text_, open);
        if (end != open) {
            add(Kind::ipa, name_of_clause(open), without_brackets(text_.substr(open, end - open)));
        }
        return end;
    }

    /// Returns the position after it if it holds a pronunciation, otherwise `open`: others may be inside.
    std::size_t read_parenthesis(std::size_t open) {
        const std::size_t end = after_closing(text_, open, '(', ')');
        if (end == npos) {
            return open;
        }
        const std::string_view inside = text_.substr(open + 1, end - open - 2);
        const std::size_t before = found_.size();
        name_.reset();
        open_ = open;
        language_.clear();
        std::size_t begin = 0; // of the part of the parenthesis
        int depth = 0;         // of the parentheses inside
        bool follows_ipa = false;
        for (std::size_t at = 0; at <= inside.size();) {
            const char c = at == inside.size() ? ';' : inside[at];
            depth += static_cast<int>(c == '(') - static_cast<int>(c == ')');
            if (c == '/' || c == '[') {
                const std::size_t last = after_phonetics(inside, at);
                if (last != at) {
                    read_label(inside.substr(begin, at - begin));
                    add(Kind::ipa, name(), without_brackets(inside.substr(at, last - at)), language_);
                    begin = at = last;
                    follows_ipa = true;
                    continue;
                }
            }
            if (depth <= 0 && (c == ';' || c == ',')) {
                read_part(inside.substr(begin, at - begin), follows_ipa);
                follows_ipa = false;
                begin = at + 1;
                language_ = c == ';' ? std::string() : language_;
            }
            ++at;
        }
        return found_.size() > before ? end : open;
    }

    /// The name before the parenthesis, or inside before the pronunciation.
    const std::string& name() {
        if (!name_) {
            name_ = name_before(text_, open_, true);
        }
        return *name_;
    }

    /// What precedes IPA in a parenthesis: the name of its language, "pronounced", or another name.
    void read_label(std::string_view label) {
        if (const std::string language = language_in(label); !language.empty()) {
            language_ = language;
            return;
        }
        const std::string_view last = trimmed(label, " :");
        if (!label.empty() && !label.ends_with(": ") && !label.ends_with(':')) {
            const std::string name = name_before(last, last.size(), false);
            name_ = name.empty() ? name_ : std::optional(name);
        }
    }

    /// A part of a parenthesis without IPA, or what follows IPA in it.
    void read_part(std::string_view part, bool follows_ipa) {
        part = trimmed(part, " ");
        if (part.empty() || part.size() > 80) {
            return;
        }
        if (const auto label = part.find(": "); label != npos) { // "Russian: Ида, IPA: [ˈidə]"
            const std::string language = language_in(part.substr(0, label));
            language_ = language.empty() ? language_ : language;
        }
        const std::string plain = plain_respelling(part);
        std::string_view syllables = trimmed(plain, " ");
        if (const auto label = syllables.find(": "); label != npos) {
            syllables = syllables.substr(label + 2); // "US: shah-DAY"
        }
        const bool hyphenated = syllables.find('-') != npos; // "dVOR-zhak"
        if (is_stressed_syllables(syllables) ||
            (is_respelling(syllables) && (follows_ipa || has_capitals(syllables))) ||
            (follows_ipa && hyphenated && has_capitals(syllables))) {
            add(Kind::respelling, name(), syllables);
        }
    }

    /// The name that a pronunciation in running text is of: "The name Keogh is pronounced", "Moog, which".
    [[nodiscard]] std::string name_of_clause(std::size_t position) const {
        constexpr std::size_t max_words = 8;
        std::string_view rest = trimmed(text_.substr(0, position), " ");
        for (std::size_t words = 0; words < max_words && !rest.empty(); ++words) {
            const auto blank = rest.find_last_of(" (");
            const std::string_view written = blank == npos ? rest : rest.substr(blank + 1);
            if (words > 0 && ends_sentence(written)) {
                break;
            }
            const std::string_view word = bare_word(written);
            if (starts_upper(word) && language_in(word).empty()) { // not the "American" of "an American"
                return name_before(text_, static_cast<std::size_t>(rest.data() - text_.data()) + rest.size(),
                                   false);
            }
            rest = blank == npos ? std::string_view() : trimmed(rest.substr(0, blank + 1), " (");
        }
        return {};
    }

    void read_after(const StructureWords::Set& phrases, const BytePairs& pairs, Kind kind) {
        for (const std::string& phrase : phrases) {
            for (auto at = pairs.may_hold(phrase) ? text_.find(phrase) : npos; at != npos;
                 at = text_.find(phrase, at + 1)) {
                const bool apart = (at == 0 || !is_letter(code_point_before(text_, at))) &&
                                   text_.substr(at + phrase.size()).starts_with(' ');
                if (apart) {
                    read_statement(at, trimmed(text_.substr(at + phrase.size()), " :"), kind);
                }
            }
        }
    }

    /// What follows "pronounced" and the like, which begins at `trigger`. A word may precede the quotation:
    /// "pronounced as 'churches'".
    void read_statement(std::size_t trigger, std::string_view after, Kind kind) {
        constexpr std::size_t max_length = 60;
        const auto blank = after.find(' ');
        if (blank != npos && starts_lower(after) && after.substr(0, blank).find('-') == npos &&
            kind == Kind::respelling) {
            const std::string_view next = after.substr(blank + 1);
            const bool quoted = next.starts_with('"') || next.starts_with('\'') || next.starts_with("“") ||
                                next.starts_with("‘");
            after = quoted || StructureWords::known().small.contains(after.substr(0, blank)) ? next : after;
        }
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> quotes = {
            {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"‘", "’"}}};
        for (const auto& [left, right] : quotes) {
            const auto end =
                after.starts_with(left) ? after.substr(0, max_length).find(right, left.size()) : npos;
            if (end != npos) {
                const auto quoted = trimmed(after.substr(left.size(), end - left.size()), ",. ");
                const std::string plain = plain_respelling(quoted);
                const bool syllables = kind == Kind::respelling && plain.find('-') != std::string::npos;
                add(syllables || kind == Kind::rhyme ? kind : Kind::alike, name_of_clause(trigger), plain);
                return;
            }
        }
        std::string_view rest = after.substr(0, after.find_first_of(",;.)("));
        std::string plain;
        if (kind == Kind::respelling) {
            // "pronounced DVOR-zhahk in Czech": the words that are syllables.
            while (!rest.empty()) {
                const std::string word = plain_respelling(bare_word(cut_front(rest, ' ')));
                if (!is_stressed_syllables(word)) {
                    break;
                }
                plain += plain.empty() ? word : " " + word;
            }
            if (plain.empty() && is_statement(trigger)) {
                add_unmarked(trigger, after);
                return;
            }
        } else {
            plain = bare_word(rest.substr(0, rest.find(' ')));
        }
        if (!plain.empty()) {
            add(kind, name_of_clause(trigger), plain);
        }
    }

    /// Whether "pronounced" is said of a name, not of an influence: "is pronounced", ", pronounced".
    [[nodiscard]] bool is_statement(std::size_t trigger) const {
        const std::string_view before = trimmed(text_.substr(0, trigger), " ");
        return before.ends_with(',') || before.ends_with('(') || before.ends_with(" is") ||
               before.ends_with(" was");
    }

    /// "pronounced shay", "pronounced dvor-zhahk": one word without stress.
    void add_unmarked(std::size_t trigger, std::string_view after) {
        const std::string word = plain_respelling(bare_word(after.substr(0, after.find_first_of(" ,;.)"))));
        const bool letters = std::all_of(word.begin(), word.end(), [](char c) {
            return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        if (letters && !is_english_word(word)) {
            const bool syllables = word.find('-') != std::string::npos;
            add(syllables ? Kind::respelling : Kind::alike, name_of_clause(trigger), word);
        }
    }

    std::string_view text_;
    std::size_t line_;
    std::vector<StatedPronunciation>& found_;
    std::size_t open_ = 0;            ///< where the parenthesis begins
    std::optional<std::string> name_; ///< of the parenthesis, once it is needed
    std::string language_;            ///< of the part of the parenthesis
};

} // namespace

std::vector<StatedPronunciation> stated_pronunciations(const std::vector<Block>& blocks) {
    std::vector<StatedPronunciation> found;
    for (const Block& block : blocks) {
        Reader(block, found).read();
    }
    return found;
}

} // namespace recital
