// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject.h"

#include "base/unicode.h"
#include "document/heading_text.h"
#include "document/structure_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

/// Whether the word is written like a part of a name: a capital first, or "d'Indy", "McCartney", "k.d.".
bool is_capitalised(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const char32_t code_point = next_code_point(word, position);
        if (is_letter(code_point)) {
            return is_upper(code_point) ||
                   (position < word.size() && (word[position] == '\'' || word[position] == '.'));
        }
        if (code_point != '"' && code_point != U'\u201C' && code_point != '\'' && code_point != U'\u2018') {
            return false;
        }
    }
    return false;
}

/// A name taken from the front of a sentence.
struct LeadingName {
    std::vector<std::string_view> words;
    std::string_view rest; ///< what follows
    bool comma_follows = false;
};

bool is_suffix(std::string_view word) {
    return word == "Jr." || word == "Sr." || word == "Jr" || word == "Sr" || word == "II" || word == "III" ||
           word == "IV";
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

std::string_view without_comma(std::string_view word) {
    return word.ends_with(',') ? word.substr(0, word.size() - 1) : word;
}

LeadingName read_name(std::string_view sentence) {
    constexpr std::size_t most_words = 12;
    const StructureWords& words = StructureWords::known();
    LeadingName name{{}, sentence, false};
    while (!name.rest.empty() && name.words.size() < most_words) {
        const std::string_view written = first_word(name.rest);
        const std::string_view word = without_comma(written);
        if (name.comma_follows && !is_suffix(word)) {
            break;
        }
        const bool particle = !name.words.empty() && words.particles.contains(word);
        if (!is_capitalised(word) && !particle) {
            break;
        }
        name.words.push_back(word);
        name.rest.remove_prefix(std::min(name.rest.size(), written.size() + 1));
        name.comma_follows = word.size() < written.size();
    }
    while (!name.words.empty() && words.particles.contains(name.words.back())) {
        name.words.pop_back();
    }
    return name;
}

/// The text behind a parenthesis that starts here, nested ones included; unchanged where it is not closed.
std::string_view behind_parenthesis(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += static_cast<int>(text[i] == '(') - static_cast<int>(text[i] == ')');
        if (depth == 0) {
            text.remove_prefix(i + 1);
            while (text.starts_with(' ') || text.starts_with(',')) {
                text.remove_prefix(1);
            }
            return text;
        }
    }
    return text;
}

/// Whether one of the phrases starts here as whole words.
bool starts_with_any(std::string_view text, const StructureWords::Set& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [text](const std::string& phrase) {
        return text.starts_with(phrase) && (text.size() == phrase.size() || text[phrase.size()] == ' ');
    });
}

/// An apposition may stand between the name and its verb: "..., known as ..., was"; the verb follows a comma
/// then.
bool verb_follows(std::string_view rest, bool behind_comma) {
    const StructureWords& words = StructureWords::known();
    if (starts_with_any(rest, words.copulas)) {
        return true;
    }
    if (!behind_comma) {
        return false;
    }
    const std::string_view sentence = rest.substr(0, rest.find(". "));
    for (auto comma = sentence.find(", "); comma != std::string_view::npos;
         comma = sentence.find(", ", comma + 1)) {
        if (starts_with_any(sentence.substr(comma + 2), words.copulas)) {
            return true;
        }
    }
    return false;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

/// "Valentin's" names Valentin, but as the owner of the subject.
bool is_possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("\u2019s") || word.ends_with("s'") ||
           word.ends_with("s\u2019");
}

/// The years in "(baptised 17 December 1770 – 26 March 1827)", "(born 1988)", "(died 1750)".
void take_life_dates(std::string_view parenthesis, Subject& subject) {
    std::vector<std::string> years;
    std::size_t first = 0;
    for (std::size_t i = 0; i < parenthesis.size();) {
        const std::size_t end = std::min(parenthesis.find_first_not_of("0123456789", i), parenthesis.size());
        if (end - i == 4) {
            first = years.empty() ? i : first;
            years.emplace_back(parenthesis.substr(i, 4));
        }
        i = end == i ? i + 1 : end;
    }
    if (years.empty()) {
        return;
    }
    const std::string before = fold_case(parenthesis.substr(0, first));
    const bool died_only = years.size() == 1 && (before.find("died") != std::string::npos ||
                                                 before.find("d. ") != std::string::npos);
    (died_only ? subject.died : subject.born) = years.front();
    if (years.size() > 1) {
        subject.died = years.back();
    }
}

/// The first of the trades that the sentence names, in the longest form that is known.
std::string occupation_in(std::string_view sentence) {
    const StructureWords::Set& occupations = StructureWords::known().occupations;
    const std::string folded = fold_case(sentence);
    for (std::size_t start = 0; start < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" ,.;:", start), folded.size());
        const std::size_t second =
            std::min(folded.find_first_of(" ,.;:", std::min(end + 1, folded.size())), folded.size());
        for (const std::size_t stop : {second, end}) {
            if (stop > start && occupations.contains(folded.substr(start, stop - start))) {
                return folded.substr(start, stop - start);
            }
        }
        start = end + 1;
    }
    return {};
}

/// "Beethoven", "Ludwig"; of "Edward Kennedy \"Duke\" Ellington" also "Duke".
std::vector<std::string> aliases_of(std::string_view name) {
    std::vector<std::string> words;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view word = first_word(rest);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        const bool known = is_suffix(word) || StructureWords::known().honorifics.contains(fold_case(word));
        if (!word.empty() && !known) {
            words.emplace_back(word);
        }
    }
    std::vector<std::string> aliases;
    if (words.size() < 2) {
        return aliases;
    }
    aliases.push_back(words.back());
    aliases.push_back(words.front());
    for (const std::string& word : words) {
        const std::size_t mark =
            word.starts_with("\u201C") ? 3 : static_cast<std::size_t>(word.starts_with('"'));
        if (mark > 0 && word.size() > 2 * mark) {
            aliases.push_back(word.substr(mark, word.size() - 2 * mark));
        }
    }
    return aliases;
}

std::string capitalised(std::string_view word) {
    if (word.empty() || StructureWords::known().particles.contains(word)) {
        return std::string(word);
    }
    std::size_t position = 0;
    std::string result;
    const char32_t first = next_code_point(word, position);
    append_utf8(result, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first))));
    result += word.substr(position);
    return result;
}

} // namespace

Subject subject_of_first_sentence(std::string_view paragraph) {
    const LeadingName name = read_name(paragraph);
    if (name.words.empty() || StructureWords::known().openers.contains(fold_case(name.words.front())) ||
        is_possessive(name.words.back())) {
        return {};
    }
    const bool parenthesis = name.rest.starts_with('(');
    const std::string_view rest = parenthesis ? behind_parenthesis(name.rest) : name.rest;
    // One word alone is too little to be sure of, unless what follows are somebody's dates or origins.
    if (!verb_follows(rest, name.comma_follows || parenthesis) || (name.words.size() == 1 && !parenthesis)) {
        return {};
    }
    Subject subject;
    subject.musician = joined(name.words);
    if (parenthesis) {
        take_life_dates(name.rest.substr(0, name.rest.size() - rest.size()), subject);
    }
    subject.occupation = occupation_in(rest.substr(0, rest.find(". ")));
    subject.evidence = "the subject of the first sentence";
    subject.certain = true;
    return subject;
}

std::string person_in_title(std::string_view title) {
    const StructureWords& words = StructureWords::known();
    std::string_view person = title;
    for (const std::string_view between : {": ", " - ", " \u2013 ", " \u2014 ", " | ", ", "}) {
        const auto at = person.find(between);
        if (at != std::string_view::npos &&
            words.about_tails.contains(fold_case(person.substr(at + between.size())))) {
            person = person.substr(0, at);
        }
    }
    const std::string folded = fold_case(person);
    std::size_t longest = 0;
    for (const std::string& prefix : words.about) {
        if (folded.starts_with(prefix + ' ') && prefix.size() > longest) {
            longest = prefix.size();
        }
    }
    return std::string(longest == 0 ? person : person.substr(longest + 1));
}

bool names_person(std::string_view text) {
    constexpr std::size_t most_words = 6;
    const LeadingName name = read_name(text);
    return name.rest.empty() && name.words.size() >= 2 && name.words.size() <= most_words &&
           !StructureWords::known().openers.contains(fold_case(name.words.front())) && !names_division(text);
}

std::string title_from_file_name(const std::string& name) {
    const std::string stem = normalise_nfc(std::filesystem::path(name).stem().string());
    std::vector<std::string> words;
    for (std::size_t position = 0; position < stem.size();) {
        const std::size_t end = std::min(stem.find_first_of("-_ .", position), stem.size());
        if (end > position) {
            words.push_back(stem.substr(position, end - position));
        }
        position = end + 1;
    }
    // A number in front orders the files of a folder.
    const auto is_number = [](const std::string& word) {
        return word.find_first_not_of("0123456789") == std::string::npos;
    };
    if (words.size() > 1 && is_number(words.front())) {
        words.erase(words.begin());
    }
    std::string title;
    for (const std::string& word : words) {
        title += (title.empty() ? "" : " ") + capitalised(word);
    }
    return title.empty() ? name : title;
}

namespace {

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

} // namespace

Subject find_subject(const Outline& outline, const std::string& name, const std::string& forced) {
    const auto first_of = [&outline](Block::Kind kind) {
        return std::find_if(outline.blocks.begin(), outline.blocks.end(),
                            [kind](const Block& block) { return block.kind == kind; });
    };
    Subject subject;
    if (const auto paragraph = first_of(Block::Kind::paragraph); paragraph != outline.blocks.end()) {
        subject = subject_of_first_sentence(paragraph->text);
    }
    const auto call = [&subject](std::string called, const char* evidence, bool certain) {
        subject.musician = std::move(called);
        subject.evidence = evidence;
        subject.certain = certain;
    };
    const auto heading = first_of(Block::Kind::heading);
    if (!forced.empty()) {
        call(forced, "the command line", true);
    } else if (!outline.musician.empty()) {
        call(outline.musician, "what the source declares", true);
    } else if (!subject.musician.empty()) {
        // as the first sentence says
    } else if (!outline.title.empty()) {
        call(person_in_title(outline.title), "the title", false);
    } else if (heading != outline.blocks.end() && !names_division(first_line(heading->text))) {
        call(person_in_title(heading_title(heading->text)), "the first heading", false);
    } else {
        call(title_from_file_name(name), "the file's name", false);
    }
    subject.aliases = aliases_of(subject.musician);
    return subject;
}

} // namespace recital
