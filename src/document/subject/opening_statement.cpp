// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/opening_statement.h"

#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/fronted_subject.h"
#include "document/subject/opening_reader.h"
#include "document/subject/opening_words.h"
#include "document/subject/person_name.h"
#include "document/subject/sentence_subject.h"
#include "document/subject/stated_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>

namespace recital {

namespace {

/// "She is known professionally as Ivory Lane.", "Better known as Glass Heron, she ...".
void take_second_sentence(std::string_view sentence, std::string_view language, OpeningStatement& statement) {
    constexpr std::size_t max_words_before = 4;
    const std::vector<OpeningWord> words = opening_words(sentence);
    const StructureWords::Life& life = StructureWords::known().life(language);
    const StructureWords::Life& english = StructureWords::known().life("en");
    for (std::size_t n = 0; n < std::min(words.size(), max_words_before); ++n) {
        if (!NamingWords::known().begins_phrase(words[n].key)) {
            continue;
        }
        std::vector<std::string> keys;
        for (std::size_t k = n; k < words.size(); ++k) {
            keys.push_back(words[k].key);
        }
        const NamingPhrase* const phrase = NamingWords::known().phrase_at(keys);
        const std::string& first = words.front().key;
        const bool is_pronoun = life.she.contains(first) || life.he.contains(first) ||
                                english.she.contains(first) || english.he.contains(first) || first == "they";
        if (phrase == nullptr || !phrase->in_predicate || phrase->words.size() < 2) {
            continue;
        }
        if (phrase->relation == NameRelation::known_as && (is_pronoun || n == 0)) {
            const auto at = static_cast<std::size_t>(words[n + phrase->words.size() - 1].written.data() +
                                                     words[n + phrase->words.size() - 1].written.size() -
                                                     sentence.data());
            const StatedName name = read_stated_name(sentence.substr(at));
            if (!name.name.empty() && !name.in_place && name.name != statement.name) {
                statement.others.push_back({name.name, NameRelation::known_as});
            }
        }
        return;
    }
}

OpeningStatement statement_about(FrontedName fronted) {
    OpeningStatement statement;
    statement.name = fronted.name.text();
    statement.occupation = std::move(fronted.occupation);
    return statement;
}

/// "Praised by critics, pianist Mara Bell is one of": the statement about a subject that something precedes.
OpeningStatement read_after_front(std::string_view sentence, std::string_view language) {
    for (const std::string_view part : parts_after_front(sentence, language)) {
        const LeadingName first = read_sentence_subject(part);
        const bool is_in_list =
            first.words.size() == 1 && first.comma_follows; // "in Austin, Texas, Mara Bell"
        const bool may_be_name = begins_upper(part) && !is_in_list;
        if (OpeningStatement found = may_be_name ? read_statement(part, language) : OpeningStatement();
            !found.name.empty() && found.kind != SubjectKind::work) {
            return found;
        }
        constexpr std::string_view article = "the ";
        if (part.starts_with(article)) { // "the Amber Quartet is"
            OpeningStatement group = read_statement(part.substr(article.size()), language);
            if (group.kind == SubjectKind::ensemble) {
                return group;
            }
        }
        if (FrontedName fronted = read_fronted_name(part); !fronted.name.words.empty()) {
            return statement_about(std::move(fronted));
        }
    }
    // "Amber Quartet has", "Norwegian singer Ida Holm has"
    if (FrontedName group = read_fronted_name(sentence);
        !group.name.words.empty() &&
        matches(NamingWords::known().ensembles, fold_case(group.name.words.back()))) {
        return statement_about(std::move(group));
    }
    if (FrontedName described = read_described_name(sentence); !described.name.words.empty()) {
        return statement_about(std::move(described));
    }
    return {};
}

} // namespace

std::string_view OpeningStatement::first_name(NameRelation relation) const {
    const auto found = std::find_if(others.begin(), others.end(), [relation](const OtherName& other) {
        return other.relation == relation;
    });
    return found == others.end() ? std::string_view() : std::string_view(found->name);
}

OpeningStatement read_opening_statement(std::string_view paragraph, std::string_view language) {
    const std::string text = opening_text(paragraph);
    const std::vector<std::string_view> sentences = opening_sentences(text);
    OpeningStatement statement = read_statement(sentences.front(), language);
    if (statement.name.empty()) {
        statement = read_after_front(sentences.front(), language);
    }
    if (statement.name.empty() && sentences.size() > 1) {
        // What precedes it may be anything, so it must be clear.
        statement = read_statement(sentences[1], language);
        const bool is_clear = statement.defines() || !statement.first_name(NameRelation::known_as).empty();
        return is_clear && !statement.concerns_other ? statement : OpeningStatement{};
    }
    if (!statement.name.empty() && sentences.size() > 1 && statement.kind != SubjectKind::work &&
        !statement.concerns_other) {
        take_second_sentence(sentences[1], language, statement);
    }
    return statement;
}

} // namespace recital
