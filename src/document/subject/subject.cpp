// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/subject.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/inline/unspeakable.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"
#include "document/subject/person_name.h"
#include "document/subject/vital_dates.h"
#include "document/subject/vital_dates_prose.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

/// How many brackets open here, less those that close; ideographic scripts have brackets of full width.
int depth_of(char32_t code_point) {
    const bool opens = code_point == '(' || code_point == U'\uFF08';
    return static_cast<int>(opens) - static_cast<int>(code_point == ')' || code_point == U'\uFF09');
}

bool starts_with_parenthesis(std::string_view text) {
    std::size_t position = 0;
    return depth_of(next_code_point(text, position)) > 0;
}

/// The text behind a parenthesis that starts here, nested ones included; unchanged where it is not closed.
std::string_view after_parenthesis(std::string_view text) {
    int depth = 0;
    for (std::size_t position = 0; position < text.size();) {
        depth += depth_of(next_code_point(text, position));
        if (depth == 0) {
            text.remove_prefix(position);
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
bool verb_follows(std::string_view rest, bool after_comma, const StructureWords::Set& copulas) {
    if (starts_with_any(rest, copulas)) {
        return true;
    }
    if (!after_comma) {
        return false;
    }
    const std::string_view sentence = rest.substr(0, rest.find(". "));
    for (auto comma = sentence.find(", "); comma != std::string_view::npos;
         comma = sentence.find(", ", comma + 1)) {
        if (starts_with_any(sentence.substr(comma + 2), copulas)) {
            return true;
        }
    }
    return false;
}

/// The text behind a name of birth: "née Wieck", "geb. Wieck"; unchanged where there is none.
std::string_view after_name_of_birth(std::string_view rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!StructureWords::known().maidens.contains(word) || word.size() == rest.size()) {
        return rest;
    }
    const LeadingName name = read_name(rest.substr(word.size() + 1));
    return name.words.empty() ? rest : name.rest;
}

/// Fills in what is not known yet, where both make a life.
void take_years(const VitalDates& found, Subject& subject) {
    const VitalDates years{subject.born.empty() ? found.born : subject.born,
                           subject.died.empty() ? found.died : subject.died};
    if (is_possible_lifespan(years)) {
        subject.born = years.born;
        subject.died = years.died;
    }
}

/// ", né le 22 août 1862 et mort en 1918, est": what stands between the name and its verb, where it tells of
/// a birth or a death.
std::string_view dates_in_apposition(const LeadingName& name) {
    const StructureWords& words = StructureWords::known();
    const std::string_view first = name.rest.substr(0, name.rest.find(' '));
    const bool tells = name.comma_follows && (words.births.contains(first) || words.deaths.contains(first));
    return tells ? name.rest.substr(0, name.rest.rfind(',', name.rest.find(". "))) : std::string_view();
}

/// A name in a script without capitals, which only dates of a life behind it show to be one: "坂本龍一 (1952
/// – 2023)".
LeadingName read_name_without_case(std::string_view sentence) {
    constexpr std::size_t max_length = 40; // characters
    for (std::size_t position = 0; position < sentence.size();) {
        const std::size_t at = position;
        const char32_t c = next_code_point(sentence, position);
        if (depth_of(c) > 0) {
            const std::string_view name = trimmed(sentence.substr(0, at));
            const bool fits = !name.empty() && count_code_points(name) <= max_length;
            return fits ? LeadingName{{name}, sentence.substr(at), false} : LeadingName{{}, sentence, false};
        }
        const bool part = (is_letter(c) && !is_upper(c) && !is_lower(c)) || c == ' ' || c == U'\u30FB';
        if (!part) {
            break;
        }
    }
    return {{}, sentence, false};
}

/// The languages in whose words the verb is looked for: that of the text and English, and all where dates of
/// a life leave no doubt that the sentence is about a person.
std::vector<std::string> languages_to_try(std::string_view language, bool dated) {
    std::vector<std::string> languages{std::string(language), "en"};
    if (dated) {
        const auto more = StructureWords::known().copula_languages();
        languages.insert(languages.end(), more.begin(), more.end());
    }
    return languages;
}

/// Whether a verb follows that makes the name the subject, in one of the languages.
bool is_said_of(const LeadingName& name, std::string_view rest, bool after_comma,
                const std::vector<std::string>& languages) {
    const StructureWords& words = StructureWords::known();
    const std::string first = fold_case(name.words.front());
    return std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
        return !words.openers(language).contains(first) &&
               verb_follows(rest, after_comma, words.copulas(language));
    });
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

Subject subject_of_first_sentence(std::string_view paragraph, std::string_view language) {
    LeadingName name = read_name(paragraph);
    const bool has_case = !name.words.empty();
    if (!has_case) {
        name = read_name_without_case(paragraph);
    }
    if (name.words.empty() || is_possessive(name.words.back())) {
        return {};
    }
    const std::string_view after_name = after_name_of_birth(name.rest);
    const bool parenthesis = starts_with_parenthesis(after_name);
    const std::string_view rest = parenthesis ? after_parenthesis(after_name) : after_name;
    // One word alone is too little to be sure of, unless what follows are somebody's dates or origins.
    if (name.words.size() == 1 && !parenthesis) {
        return {};
    }
    const std::string_view dates =
        parenthesis ? after_name.substr(0, after_name.size() - rest.size()) : dates_in_apposition(name);
    Subject subject;
    take_years(vital_dates_in(dates), subject);
    const bool dated = !subject.born.empty() || !subject.died.empty();
    if ((!has_case && !dated) ||
        !is_said_of(name, rest, name.comma_follows || parenthesis, languages_to_try(language, dated))) {
        return {};
    }
    subject.musician = name.text();
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
    std::size_t max_length = 0;
    for (const std::string& prefix : words.about) {
        if (folded.starts_with(prefix + ' ') && prefix.size() > max_length) {
            max_length = prefix.size();
        }
    }
    return std::string(max_length == 0 ? person : person.substr(max_length + 1));
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
    if (words.size() > 1 && is_digits(words.front())) {
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

/// The bracket behind a name at the front of a text, in any script and whatever follows; spaces inside names
/// differ in scripts that need none.
std::string_view bracket_after(std::string_view text, std::string_view name) {
    std::size_t at = 0;
    for (const char byte : name) {
        while (at < text.size() && text[at] == ' ' && byte != ' ') {
            ++at;
        }
        if (byte != ' ' && (at == text.size() || text[at++] != byte)) {
            return {};
        }
    }
    const std::string_view rest = trimmed(text.substr(at), " ");
    return starts_with_parenthesis(rest) ? rest.substr(0, rest.size() - after_parenthesis(rest).size())
                                         : std::string_view();
}

/// The years of a life that stand elsewhere than behind the subject of the first sentence. A title may be
/// about anything.
void add_years(const Outline& outline, std::string_view first_paragraph, Subject& subject) {
    if (subject.born.empty() && subject.died.empty()) {
        take_years(vital_dates_in(bracket_after(first_paragraph, subject.musician)), subject);
    }
    const bool person = subject.certain || names_person(subject.musician);
    if (person && (subject.born.empty() || subject.died.empty())) {
        take_years(vital_dates_in_prose(outline, subject), subject);
    }
}

} // namespace

bool names_somebody(std::string_view name) {
    return has_letter_or_digit(name) || name.find('!') != std::string_view::npos;
}

Subject find_subject(const Outline& outline, const std::string& name, const std::string& forced) {
    const auto first_of = [&outline](Block::Kind kind) {
        return std::find_if(outline.blocks.begin(), outline.blocks.end(),
                            [kind](const Block& block) { return block.kind == kind; });
    };
    Subject subject;
    std::string_view first_paragraph;
    if (const auto paragraph = first_of(Block::Kind::paragraph); paragraph != outline.blocks.end()) {
        first_paragraph = paragraph->text;
        subject = subject_of_first_sentence(first_paragraph, outline.language);
    }
    const auto call = [&subject](std::string called, const char* evidence, bool certain) {
        subject.musician = std::move(called);
        subject.evidence = evidence;
        subject.certain = certain;
    };
    const auto heading = first_of(Block::Kind::heading);
    if (names_somebody(forced)) {
        call(forced, "the command line", true);
    } else if (names_somebody(outline.musician)) {
        call(in_spoken_order(outline.musician), "what the source declares", true);
    } else if (!subject.musician.empty()) {
        // as the first sentence says
    } else if (has_letter_or_digit(person_in_title(outline.title))) {
        call(person_in_title(outline.title), "the title", false);
    } else if (heading != outline.blocks.end() && !names_division(first_line(heading->text)) &&
               has_letter_or_digit(heading->text)) {
        call(person_in_title(heading_title(heading->text)), "the first heading", false);
    } else if (has_letter_or_digit(std::filesystem::path(name).stem().string())) {
        call(without_unspeakable(title_from_file_name(name)), "the file name", false);
    }
    subject.aliases = aliases_of(subject.musician);
    add_years(outline, first_paragraph, subject);
    return subject;
}

} // namespace recital
