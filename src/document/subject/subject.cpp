// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/subject.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/language/structure_words.h"
#include "document/subject/choose_subject.h"
#include "document/subject/naming_words.h"
#include "document/subject/opening_statement.h"
#include "document/subject/person_name.h"
#include "document/subject/stated_name.h"
#include "document/subject/text_names.h"
#include "document/subject/title_names.h"
#include "document/subject/vital_dates.h"
#include "document/subject/vital_dates_prose.h"

#include <algorithm>

namespace recital {

namespace {

/// The bracket after a name at the front of a text, in any script and whatever follows; spaces inside names
/// differ in scripts that need none. Empty if there is none.
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
    return leading_bracket(trimmed(text.substr(at), " "));
}

/// Fills in what is not known yet, if both years can be those of one life.
void take_years(const VitalDates& found, Subject& subject) {
    const VitalDates years{subject.born.empty() ? found.born : subject.born,
                           subject.died.empty() ? found.died : subject.died};
    if (is_possible_lifespan(years)) {
        subject.born = years.born;
        subject.died = years.died;
    }
}

/// The years of a life that are elsewhere than after the subject of the first sentence. A title may be about
/// anything.
void add_years(const Outline& outline, std::string_view first_paragraph, Subject& subject) {
    if (subject.born.empty() && subject.died.empty()) {
        take_years(vital_dates_in(bracket_after(first_paragraph, subject.musician)), subject);
    }
    const bool person = subject.certain || names_person(subject.musician);
    if (person && (subject.born.empty() || subject.died.empty())) {
        take_years(vital_dates_in_prose(outline, subject), subject);
    }
}

/// A name without "Sir" at its front.
std::string without_honorific(std::string_view name) {
    const std::string_view first = name.substr(0, name.find(' '));
    const bool is_honorific =
        first.size() < name.size() && StructureWords::known().honorifics.contains_folded(first);
    return std::string(is_honorific ? name.substr(first.size() + 1) : name);
}

/// Whether the first sentence is about the person of that name.
bool concerns(const OpeningStatement& statement, std::string_view musician) {
    if (statement.name.empty() || statement.concerns_other || statement.kind == SubjectKind::work) {
        return false;
    }
    const std::string key = spelling_key(musician);
    const bool is_named =
        spelling_key(statement.name) == key ||
        std::any_of(statement.others.begin(), statement.others.end(),
                    [&key](const OtherName& other) { return spelling_key(other.name) == key; });
    return is_named || are_forms_of_one_name(statement.name, musician);
}

void add_name(std::vector<std::string>& names, const std::string& name, std::string_view musician) {
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (is_new && spelling_key(name) != spelling_key(musician)) {
        names.push_back(name);
    }
}

/// The other names of the person, and which of them is the one at birth.
void take_names(const OpeningStatement& statement, Subject& subject) {
    const bool is_known_otherwise =
        std::any_of(statement.others.begin(), statement.others.end(), [&subject](const OtherName& other) {
            const bool is_known =
                other.relation == NameRelation::known_as || other.relation == NameRelation::called;
            return is_known && spelling_key(other.name) == spelling_key(subject.musician);
        });
    std::string birth_name(statement.first_name(NameRelation::birth));
    if (birth_name.empty() && is_known_otherwise && statement.kind != SubjectKind::ensemble) {
        birth_name = without_honorific(statement.name);
    }
    if (spelling_key(birth_name) != spelling_key(subject.musician)) {
        subject.birth_name = birth_name;
    }
    if (!birth_name.empty()) {
        add_name(subject.other_names, birth_name, subject.musician);
    }
    add_name(subject.other_names, without_honorific(statement.name), subject.musician);
    for (const OtherName& other : statement.others) {
        add_name(subject.other_names, other.name, subject.musician);
    }
}

/// The name in the bracket of a declared one: "Mara Bell (alias Kestrel)".
void take_declared_alias(std::string_view declared, Subject& subject) {
    const std::string_view bracket = stated_distinction(declared);
    const std::string_view first = bracket.substr(0, bracket.find(' '));
    if (first.size() < bracket.size() && NamingWords::known().begins_phrase(naming_key(first))) {
        const StatedName name = read_stated_name(bracket.substr(first.size()));
        if (!name.name.empty()) {
            add_name(subject.other_names, name.name, subject.musician);
        }
    }
}

/// What the first sentence says of the person.
void take_statement(const OpeningStatement& statement, Subject& subject) {
    take_years(statement.dates, subject);
    subject.occupation = statement.occupation;
    take_names(statement, subject);
    subject.certain = true;
}

/// Where the evidence for a name is that of the first sentence, or a title that the sentence agrees with.
bool is_told_by_person(std::string_view evidence) {
    return evidence.starts_with("the command line") || evidence.starts_with("what the source declares");
}

/// The statement of the first paragraph; if it has none, a clear one after a later heading that names no
/// person, as "Description".
OpeningStatement find_statement(const Outline& outline, std::string_view first_paragraph) {
    constexpr std::size_t max_headings = 8;
    OpeningStatement statement = read_opening_statement(first_paragraph, outline.language);
    std::size_t headings = 0;
    for (std::size_t n = 1; n < outline.blocks.size() && statement.name.empty(); ++n) {
        const bool follows = is_heading(outline.blocks[n - 1]) && !is_heading(outline.blocks[n]);
        if (!follows || ++headings > max_headings) {
            continue;
        }
        OpeningStatement later = read_opening_statement(outline.blocks[n].text, outline.language);
        if (later.defines() && !later.concerns_other && names_only_site(outline.blocks[n - 1].text)) {
            statement = std::move(later);
        }
    }
    return statement;
}

} // namespace

Subject subject_of_first_sentence(std::string_view paragraph, std::string_view language) {
    const OpeningStatement statement = read_opening_statement(paragraph, language);
    Subject subject;
    if (statement.name.empty()) {
        return subject;
    }
    const std::string_view known = statement.first_name(NameRelation::known_as);
    subject.musician = known.empty() ? statement.name : std::string(known);
    subject.evidence = "the subject of the first sentence";
    take_statement(statement, subject);
    return subject;
}

bool names_somebody(std::string_view name) {
    return has_letter_or_digit(name) || name.find('!') != std::string_view::npos;
}

Subject find_subject(const Outline& outline, const std::string& name, const std::string& forced) {
    const auto paragraph = std::find_if(outline.blocks.begin(), outline.blocks.end(), [](const Block& block) {
        return block.kind == Block::Kind::paragraph;
    });
    const std::string_view first_paragraph =
        paragraph == outline.blocks.end() ? std::string_view() : std::string_view(paragraph->text);
    const OpeningStatement statement = find_statement(outline, first_paragraph);
    Subject subject;
    subject.candidates = score_names(outline, statement, name, forced);
    if (subject.candidates.empty()) {
        return subject;
    }
    const NameCandidate& best = subject.candidates.front();
    subject.musician = best.name;
    subject.evidence = best.evidence.substr(0, best.evidence.find("; "));
    subject.certain = is_told_by_person(best.evidence);
    if (concerns(statement, subject.musician) || (subject.certain && statement.defines())) {
        take_statement(statement, subject);
    }
    take_declared_alias(outline.musician, subject);
    subject.aliases = aliases_of(subject.musician);
    add_years(outline, first_paragraph, subject);
    return subject;
}

} // namespace recital
