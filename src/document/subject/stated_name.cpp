// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/stated_name.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

namespace {

struct Quotes {
    std::string_view open;
    std::string_view close;
};

constexpr std::array quotes = {Quotes{"\"", "\""},         Quotes{"\u201C", "\u201D"},
                               Quotes{"\u201E", "\u201C"}, Quotes{"\u201E", "\u201D"},
                               Quotes{"\u00AB", "\u00BB"}, Quotes{"\u2018", "\u2019"},
                               Quotes{"'", "'"},           Quotes{"\u300C", "\u300D"}};

constexpr std::size_t max_name_words = 6;

/// What may be between the phrase and the name: blanks, a colon, a dash.
std::size_t skip_to_name(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        if (rest.front() == ' ' || rest.front() == ':' || rest.starts_with("- ")) {
            ++at;
        } else if (rest.starts_with("\u2014 ") || rest.starts_with("\u2013 ")) {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

bool is_article(std::string_view word) {
    return NamingWords::known().articles.contains_folded(word);
}

/// "the Queen of Harlem", "The First Lady of Song".
bool is_description(std::string_view name) {
    const std::vector<std::string_view> words = split(name, ' ');
    const StructureWords::Set& particles = StructureWords::known().particles;
    return words.size() > 2 && is_article(words.front()) &&
           std::any_of(std::next(words.begin()), words.end(), [&particles](std::string_view word) {
               return word == "of" || particles.contains(word);
           });
}

StatedName read_quoted(std::string_view text) {
    constexpr std::size_t max_length = 60; // bytes
    for (const Quotes& pair : quotes) {
        if (!text.starts_with(pair.open)) {
            continue;
        }
        const auto end = text.find(pair.close, pair.open.size());
        if (end != std::string_view::npos && end <= max_length) {
            const std::string_view name =
                trimmed(text.substr(pair.open.size(), end - pair.open.size()), " ,.");
            return {is_description(name) ? std::string() : std::string(name), end + pair.close.size(), true};
        }
    }
    return {};
}

/// A word of a name, and whether punctuation after it ends the name.
struct NameWord {
    std::string_view word;
    bool ends = false;
};

/// "Jr.", "J.", "St." keep their full stop.
bool keeps_stop(std::string_view word) {
    return is_name_suffix(word) || count_code_points(word) <= 2 || word.find('.') + 1 < word.size();
}

NameWord name_word(std::string_view written) {
    std::string_view word = written;
    while (!word.empty()) {
        const bool is_mark = std::string_view(",;:)]\"").find(word.back()) != std::string_view::npos;
        if (!is_mark && (word.back() != '.' || keeps_stop(word))) {
            break;
        }
        word.remove_suffix(1);
    }
    return {word, word.size() < written.size()};
}

bool begins_like_name(std::string_view word) {
    std::size_t position = 0;
    const char32_t first = next_code_point(word, position);
    return is_name_word(word) || is_digit(first);
}

bool begins_upper_or_digit(std::string_view word) {
    std::size_t position = 0;
    const char32_t first = next_code_point(word, position);
    return is_upper(first) || is_digit(first) || !is_lower(first);
}

bool can_be_inside(std::string_view word) {
    return begins_like_name(word) || word == "&" || StructureWords::known().particles.contains(word);
}

/// The end of what precedes `word` in `text`, of which it is a view, plus the word.
std::size_t end_of(std::string_view word, std::string_view text) {
    return static_cast<std::size_t>(word.data() - text.data()) + word.size();
}

/// The words of a name that begins the text. Sets `next_word` if another word follows without punctuation.
std::vector<std::string_view> capitalised_run(std::string_view text, std::string_view& next_word) {
    std::vector<std::string_view> run;
    for (const std::string_view written : split(text, ' ')) {
        const NameWord next = name_word(written);
        if (next.word.empty() || written.front() == '(' || run.size() == max_name_words) {
            break;
        }
        if (!(run.empty() ? begins_like_name(next.word) : can_be_inside(next.word))) {
            next_word = next.word;
            break;
        }
        run.push_back(next.word);
        if (next.ends) {
            break;
        }
    }
    while (!run.empty() && (run.back() == "&" || StructureWords::known().particles.contains(run.back()))) {
        run.pop_back();
    }
    return run;
}

/// "loudm0th,", "k.d. lund is": words in lower case need a clear end.
std::vector<std::string_view> small_run(std::string_view text) {
    constexpr std::size_t max_small = 3;
    const StructureWords& words = StructureWords::known();
    std::vector<std::string_view> run;
    for (const std::string_view written : split(text, ' ')) {
        const NameWord next = name_word(written);
        const bool is_verb = words.copulas("en").contains(next.word) || written.front() == '(';
        if (is_verb && !run.empty()) {
            return run;
        }
        const bool is_common = words.openers("en").contains(next.word) || is_article(next.word) ||
                               words.weak.contains(std::string(next.word)) ||
                               words.particles.contains(next.word);
        if (next.word.empty() || is_common || run.size() == max_small) {
            return {};
        }
        run.push_back(next.word);
        if (next.ends) {
            return run;
        }
    }
    return run;
}

} // namespace

StatedName read_stated_name(std::string_view text) {
    const std::size_t start = skip_to_name(text);
    const std::string_view rest = text.substr(start);
    if (StatedName quoted = read_quoted(rest); quoted.length > 0) {
        quoted.length += start;
        return quoted;
    }
    std::string_view next_word;
    std::vector<std::string_view> run = capitalised_run(rest, next_word);
    const bool is_single_word = run.size() == 1 && is_article(run.front());
    if ((next_word == "of" && !run.empty()) || is_single_word) { // "The Queen of"
        return {};
    }
    if (run.empty() || !begins_upper_or_digit(run.front())) { // "k.d. lund"
        const std::vector<std::string_view> small = small_run(rest);
        run = small.empty() ? run : small;
    }
    if (run.empty() || is_possessive(run.back())) {
        return {};
    }
    const std::string_view name = rest.substr(0, end_of(run.back(), rest));
    return {is_description(name) ? std::string() : std::string(name), start + name.size(), false,
            NamingWords::known().places.contains(next_word)};
}

StatedName read_name_with_article(std::string_view text) {
    constexpr std::string_view article = "the ";
    const std::size_t start = skip_to_name(text);
    if (!text.substr(start).starts_with(article)) {
        return {};
    }
    StatedName name = read_stated_name(text.substr(start + article.size()));
    if (!name.name.empty() && !name.quoted) {
        name.name = "The " + name.name;
        name.length += start + article.size();
        return name;
    }
    return {};
}

} // namespace recital
