// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/opening_statement.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/fronted_subject.h"
#include "document/subject/opening_words.h"
#include "document/subject/person_name.h"
#include "document/subject/predicate.h"
#include "document/subject/sentence_subject.h"
#include "document/subject/stated_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace recital {

namespace {

/// The languages whose verbs are looked for: that of the text and English, and all if the sentence is about a
/// person beyond doubt.
std::vector<std::string> languages_to_try(std::string_view language, bool is_about_person) {
    std::vector<std::string> languages{std::string(language), "en"};
    if (is_about_person) {
        const auto more = StructureWords::known().copula_languages();
        languages.insert(languages.end(), more.begin(), more.end());
    }
    return languages;
}

/// Reads a first sentence.
class OpeningReader {
public:
    OpeningReader(std::string_view sentence, std::string_view language)
        : sentence_(sentence), language_(language) {}

    OpeningStatement read() {
        if (read_birth_first() || read_described_subject() || read_named_subject() || read_group() ||
            read_stylised_subject()) {
            return std::move(statement_);
        }
        return {};
    }

private:
    /// "Born Nora Winter in 1981, Ivory Lane is a singer.": the subject follows a comma.
    bool read_birth_first() {
        const std::vector<OpeningWord> words = opening_words(sentence_);
        const NamingPhrase* const phrase = phrase_at(words, 0);
        if (phrase == nullptr || phrase->relation != NameRelation::birth) {
            return false;
        }
        for (std::size_t n = 1; n + 2 < words.size(); ++n) {
            if (!words[n].opens_piece || words[n].depth != 0) {
                continue;
            }
            const std::string_view rest = sentence_.substr(offset_of(words[n], sentence_));
            OpeningReader reader(rest, language_);
            if (reader.read_plain_subject()) {
                statement_ = std::move(reader.statement_);
                const StatedName name = read_stated_name(sentence_.substr(words[0].written.size()));
                add_name(name, NameRelation::birth);
                return true;
            }
        }
        return false;
    }

    /// A name directly before its verb, of several words or with a noun that makes it a person or a group.
    bool read_plain_subject() {
        const LeadingName name = read_name(sentence_);
        return !name.words.empty() && !name.comma_follows && name.rest.find('(') != 0 &&
               read_named_subject() && (statement_.defines() || name.words.size() > 1);
    }

    /// "Concert pianist Nora Winter is", "Die Geigerin Nora Winter ist": a name of several words after a noun
    /// for a musician, which says who it is.
    bool read_described_subject() {
        constexpr std::size_t max_description = 8;
        const std::vector<OpeningWord> words = opening_words(sentence_);
        for (std::size_t n = 1; n < std::min(words.size(), max_description); ++n) {
            if (!may_describe(words, n - 1)) {
                return false;
            }
            const bool ends = ends_description(words, n - 1) && begins_upper(words[n].written);
            if (!ends) {
                continue;
            }
            OpeningReader reader(sentence_.substr(offset_of(words[n], sentence_)), language_);
            if (read_name(reader.sentence_).words.size() < 2 || !reader.read_named_subject()) {
                continue;
            }
            statement_ = std::move(reader.statement_);
            statement_.kind = statement_.kind == SubjectKind::unknown ? SubjectKind::person : statement_.kind;
            statement_.occupation = words[n - 1].key;
            return true;
        }
        return false;
    }

    /// Whether the word can be in a description before a name: none that begins a clause or names somebody
    /// else.
    [[nodiscard]] bool may_describe(const std::vector<OpeningWord>& words, std::size_t n) const {
        const OpeningWord& word = words[n];
        const StructureWords& structure = StructureWords::known();
        const bool is_article = NamingWords::known().articles.contains(word.key);
        const bool opens =
            n == 0 && !is_article &&
            (structure.openers(language_).contains(word.key) || structure.openers("en").contains(word.key));
        return word.depth == 0 && !word.key.empty() && !opens && !is_possessive(word.written) &&
               (n == 0 || !NamingWords::known().stops.contains(word.key)) &&
               !NamingWords::known().possessives.contains(word.key) && !is_verb(words[n]);
    }

    /// The noun for a musician is written small, or is the first word or one after an article; what is
    /// written large may be a name.
    static bool ends_description(const std::vector<OpeningWord>& words, std::size_t n) {
        const OpeningWord& word = words[n];
        const bool after_article = NamingWords::known().articles.contains(words.front().key);
        const bool may_be_noun = n == 0 || after_article || !begins_upper(word.written);
        return may_be_noun && !word.written.ends_with(',') && names_occupation(word.key);
    }

    /// Also "singer-songwriter" and nouns for artists.
    static bool names_occupation(std::string_view key) {
        const auto hyphen = key.rfind('-');
        const std::string_view last = hyphen == npos ? key : key.substr(hyphen + 1);
        const StructureWords::Set& occupations = StructureWords::known().occupations;
        return occupations.contains(key) || occupations.contains(last) ||
               NamingWords::known().persons.contains(last);
    }

    bool read_named_subject() {
        const LeadingName name = read_sentence_subject(sentence_);
        const std::string_view before_bracket = name.rest.substr(0, name.rest.find(" ("));
        const bool is_list = name.comma_follows && before_bracket.size() < name.rest.size() &&
                             before_bracket.find(" & ") != npos; // "Earth, Wind & Fire ("
        if (name.words.empty() || is_possessive(name.words.back()) || is_pronoun(name.text()) || is_list) {
            return false;
        }
        statement_ = {};
        statement_.name = name.text();
        statement_.dates = dates_after(name);
        follow(name);
        return has_case(name.words.front()) ? is_accepted(name) : is_dated();
    }

    /// "They were a duo": a band of such a name is not known.
    [[nodiscard]] bool is_pronoun(std::string_view name) const {
        const std::string key = fold_case(name);
        const StructureWords::Life& life = StructureWords::known().life(language_);
        const StructureWords::Life& english = StructureWords::known().life("en");
        return key == "they" || life.she.contains(key) || life.he.contains(key) ||
               english.she.contains(key) || english.he.contains(key);
    }

    /// "bell moor (born 1952)": words that are not written like a name, with dates or a noun of a person.
    bool read_stylised_subject() {
        const LeadingName name = read_stylised_name(sentence_);
        if (name.words.empty()) {
            return false;
        }
        statement_ = {};
        statement_.name = name.text();
        statement_.dates = dates_after(name);
        follow(name);
        const bool is_person = statement_.kind == SubjectKind::person && has_verb_;
        return (is_person || is_dated() || is_stage_name_) && !statement_.concerns_other;
    }

    [[nodiscard]] bool is_dated() const {
        return !statement_.dates.born.empty() || !statement_.dates.died.empty();
    }

    /// One word alone is not enough, unless dates, brackets, a noun or another name of a person follow.
    [[nodiscard]] bool is_accepted(const LeadingName& name) const {
        const bool is_named = !statement_.first_name(NameRelation::known_as).empty() || is_stage_name_;
        const bool has_bracket = name.rest.starts_with('(');
        const bool is_enough = name.words.size() > 1 || has_bracket || is_named || has_phrase_ ||
                               statement_.kind == SubjectKind::person ||
                               statement_.kind == SubjectKind::ensemble;
        const bool opens =
            StructureWords::known().openers(verb_language_).contains(fold_case(name.words.front())) &&
            statement_.kind != SubjectKind::ensemble && !is_name_with_article(name);
        const bool is_described =
            name.comma_follows && name.words.size() > 1 && is_described_after(name.rest);
        const bool is_born = is_described || !statement_.first_name(NameRelation::birth).empty() ||
                             (is_dated() && name.comma_follows && name.words.size() > 1 &&
                              !acts_on_person(opening_words(name.rest)));
        return is_enough && !opens && (has_verb_ || is_named || is_born);
    }

    /// ", born in 1873, taught her harmony": the verb after an apposition has a person as its object.
    static bool acts_on_person(const std::vector<OpeningWord>& words) {
        const StructureWords::Life& life = StructureWords::known().life("en");
        for (std::size_t n = 1; n + 1 < words.size(); ++n) {
            const bool may_be_verb = words[n].opens_piece && words[n].depth == 0 && is_small(words[n]);
            const std::string& object = words[n + 1].key;
            if (may_be_verb && (NamingWords::known().possessives.contains(object) || object == "him" ||
                                object == "them" || life.she.contains(object) || life.he.contains(object))) {
                return true;
            }
        }
        return false;
    }

    /// ", 70, a singer whose songs ..., died": an age or an article, then a noun for a musician.
    static bool is_described_after(std::string_view rest) {
        std::vector<OpeningWord> words = opening_words(rest);
        const bool has_age =
            !words.empty() && is_digits(words.front().key) && words.front().written.ends_with(',');
        const std::size_t begin = has_age ? 1 : 0;
        if (begin >= words.size() || !NamingWords::known().articles.contains(words[begin].key) ||
            acts_on_person(words)) {
            return false;
        }
        std::size_t end = begin + 1;
        while (end < words.size() && !words[end].opens_piece) {
            ++end;
        }
        return !occupation_in(std::span(words).subspan(begin, end - begin)).empty();
    }

    static bool is_small(const OpeningWord& word) {
        std::size_t position = 0;
        return is_lower(next_code_point(word.written, position));
    }

    /// "The Page", of which the sentence says that it is a musician.
    [[nodiscard]] bool is_name_with_article(const LeadingName& name) const {
        return name.words.size() > 1 && statement_.kind == SubjectKind::person &&
               NamingWords::known().articles.contains(fold_case(name.words.front())) &&
               std::all_of(name.words.begin(), name.words.end(), begins_upper);
    }

    /// Goes on from the name to the verb and through the predicate, and takes the names on the way.
    void follow(const LeadingName& name) {
        const std::vector<OpeningWord> words = opening_words(name.rest);
        const bool has_apposition = name.comma_follows || name.rest.starts_with('(') ||
                                    phrase_at(words, 0) != nullptr || after_maiden(name.rest) != name.rest;
        const std::size_t verb = read_appositions(words, name.rest, has_apposition);
        if (verb == words.size()) {
            return;
        }
        const Predicate predicate = read_predicate(std::span(words).subspan(verb));
        const bool is_group = predicate.kind == SubjectKind::unknown && names_group(name);
        statement_.kind = is_group ? SubjectKind::ensemble : predicate.kind;
        statement_.concerns_other = predicate.concerns_other;
        statement_.occupation = occupation_in(words);
        if (predicate.stated_name_at != Predicate::no_name) {
            is_stage_name_ = predicate.relation == NameRelation::stage_name_of;
            const std::size_t at = verb + predicate.stated_name_at;
            const OpeningWord& word = words[is_stage_name_ ? after_description(words, at) : at];
            add_name(read_stated_name(name.rest.substr(offset_of(word, name.rest))), predicate.relation);
        }
    }

    /// "the Scottish singer Nora Winter": the number of the word after the last noun for a musician before a
    /// name; `at` if there is none.
    static std::size_t after_description(const std::vector<OpeningWord>& words, std::size_t at) {
        constexpr std::size_t max_words = 8;
        std::size_t begin = at;
        for (std::size_t n = at; n + 1 < std::min(words.size(), at + max_words); ++n) {
            if (n > at && words[n].opens_piece) {
                break;
            }
            if (is_occupation(words[n].key) && begins_upper(words[n + 1].written)) {
                begin = n + 1;
            }
        }
        return begin;
    }

    /// Also with an ending of another case: "Gitarristen".
    static bool is_occupation(std::string_view key) {
        const auto is_known = [](std::string_view word) {
            return StructureWords::known().occupations.contains(word) ||
                   NamingWords::known().persons.contains(word);
        };
        constexpr std::array<std::string_view, 4> endings = {"", "en", "s", "n"};
        return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
            return key.ends_with(ending) && is_known(key.substr(0, key.size() - ending.size()));
        });
    }

    /// "The Amber Quartet".
    static bool names_group(const LeadingName& name) {
        return name.words.size() > 1 && matches(NamingWords::known().ensembles, fold_case(name.words.back()));
    }

    /// The number of the first word after the verb; that of all words if there is no verb.
    std::size_t read_appositions(const std::vector<OpeningWord>& words, std::string_view text,
                                 bool has_apposition) {
        bool names_other = false;
        bool may_be_verb = true;
        for (std::size_t n = 0; n < words.size();) {
            const OpeningWord& word = words[n];
            if (const NamingPhrase* const phrase = phrase_at(words, n); phrase != nullptr) {
                has_phrase_ = true;
                const std::size_t next =
                    names_other ? n + phrase->words.size() : take_name(words, n, *phrase, text);
                may_be_verb = next > n + phrase->words.size();
                n = next;
                continue;
            }
            const bool is_named = !statement_.first_name(NameRelation::known_as).empty();
            if (word.depth == 0 && (may_be_verb || (has_apposition && word.opens_piece))) {
                if (const std::size_t verb = verb_at(words, n, is_dated() || is_named); verb > n) {
                    has_verb_ = true;
                    return verb;
                }
            }
            if (!has_apposition) {
                break;
            }
            names_other = names_other || is_relative(word.key);
            may_be_verb = false;
            ++n;
        }
        return words.size();
    }

    [[nodiscard]] bool is_relative(const std::string& key) const {
        return StructureWords::known().life(language_).others.contains(key) ||
               StructureWords::known().life("en").others.contains(key);
    }

    /// Takes the name after a phrase. Returns the number of the word after it, or after the phrase.
    std::size_t take_name(const std::vector<OpeningWord>& words, std::size_t at, const NamingPhrase& phrase,
                          std::string_view text) {
        std::size_t next = at + phrase.words.size();
        if (next >= words.size()) {
            return next;
        }
        std::size_t from = offset_of(words[next], text);
        StatedName name = read_stated_name(text.substr(from));
        if (phrase.relation == NameRelation::birth && !is_full(name)) {
            const std::size_t as = name_after_birth(words, next);
            if (as == words.size()) {
                return next;
            }
            from = offset_of(words[as], text);
            name = read_stated_name(text.substr(from));
            if (!is_full(name)) {
                return next;
            }
        }
        const bool is_nickname = phrase.relation == NameRelation::called && name.quoted;
        if (name.name.empty() && phrase.names_artist()) {
            name = read_name_with_article(text.substr(from));
        }
        add_name(name, is_nickname ? NameRelation::alias : phrase.relation);
        while (next < words.size() && offset_of(words[next], text) < from + name.length) {
            ++next;
        }
        return next;
    }

    /// "born 4 June 1981 as Nora Winter": the word after "as" in the same brackets or between the same
    /// commas.
    static std::size_t name_after_birth(const std::vector<OpeningWord>& words, std::size_t from) {
        constexpr std::size_t max_words = 8;
        for (std::size_t n = from; n + 1 < words.size() && n < from + max_words; ++n) {
            const bool is_new_piece =
                n > from && words[n].opens_piece && !begins_with_digit(words[n].written);
            if (words[n].depth != words[from].depth || is_new_piece) {
                break;
            }
            if (NamingWords::known().as.contains(words[n].key)) {
                return n + 1;
            }
        }
        return words.size();
    }

    static bool is_full(const StatedName& name) {
        const auto words = split(name.name, ' ');
        return words.size() > 1 && std::none_of(words.begin(), words.end(), begins_with_digit);
    }

    void add_name(const StatedName& name, NameRelation relation) {
        const bool is_birth = relation == NameRelation::birth || relation == NameRelation::stage_name_of;
        if (name.name.empty() || name.name == statement_.name || (is_birth && !is_full(name)) ||
            (!is_birth && name.in_place)) {
            return;
        }
        statement_.others.push_back({name.name, is_birth ? NameRelation::birth : relation});
    }

    [[nodiscard]] bool is_verb(const OpeningWord& word) const {
        return StructureWords::known().copulas(language_).contains(word.key) ||
               StructureWords::known().copulas("en").contains(word.key);
    }

    /// The number of the word after a verb that begins at `at`; `at` if there is none.
    std::size_t verb_at(const std::vector<OpeningWord>& words, std::size_t at, bool is_about_person) {
        const std::string pair =
            at + 1 < words.size() ? verb_key(words[at]) + ' ' + verb_key(words[at + 1]) : "";
        for (const std::string& language : languages_to_try(language_, is_about_person)) {
            const StructureWords::Set& copulas = StructureWords::known().copulas(language);
            for (const auto& [key, length] : {std::pair(pair, 2U), std::pair(verb_key(words[at]), 1U)}) {
                if (copulas.contains(key)) {
                    verb_language_ = language;
                    return at + length;
                }
            }
        }
        return verb_before_article(words, at);
    }

    /// The same for verbs of all languages that an article follows: "es un", "ist eine".
    std::size_t verb_before_article(const std::vector<OpeningWord>& words, std::size_t at) {
        const bool has_article =
            at + 1 < words.size() && NamingWords::known().articles.contains(words[at + 1].key);
        if (!has_article) {
            return at;
        }
        for (const std::string& language : StructureWords::known().copula_languages()) {
            if (StructureWords::known().copulas(language).contains(verb_key(words[at]))) {
                verb_language_ = language;
                return at + 1;
            }
        }
        return at;
    }

    /// A dash can be the verb.
    static std::string verb_key(const OpeningWord& word) {
        return word.key.empty() ? std::string(word.written) : word.key;
    }

    /// The name of a group, which may have words of any kind, or a single word of any form.
    bool read_group() {
        constexpr std::size_t max_words = 14;
        statement_ = {};
        const std::vector<OpeningWord> words = opening_words(sentence_);
        for (std::size_t n = 1; n < std::min(max_words, words.size()); ++n) {
            if (words[n].depth != 0) {
                continue;
            }
            const std::size_t verb = verb_at(words, n, false);
            if (verb == n) {
                continue;
            }
            const std::string_view subject =
                trimmed(sentence_.substr(0, offset_of(words[n], sentence_)), " ");
            return take_group(subject, read_predicate(std::span(words).subspan(verb)));
        }
        return false;
    }

    bool take_group(std::string_view subject, const Predicate& predicate) {
        const std::string_view name = group_name(subject);
        const bool is_single_word = name.find(' ') == std::string_view::npos;
        const bool is_common = is_pronoun(name) ||
                               StructureWords::known().openers(language_).contains(fold_case(name)) ||
                               StructureWords::known().openers("en").contains(fold_case(name));
        const bool is_person = predicate.kind == SubjectKind::person && is_single_word && !is_common;
        if (name.empty() || is_common || (predicate.kind != SubjectKind::ensemble && !is_person)) {
            return false;
        }
        statement_.name = name;
        statement_.kind = predicate.kind;
        statement_.occupation = occupation_in(opening_words(sentence_));
        take_names_of_group(subject.substr(name.size()));
        return true;
    }

    void take_names_of_group(std::string_view apposition) {
        const std::vector<OpeningWord> words = opening_words(apposition);
        for (std::size_t n = 0; n < words.size();) {
            const NamingPhrase* const phrase = phrase_at(words, n);
            n = phrase == nullptr ? n + 1 : take_name(words, n, *phrase, apposition);
        }
    }

    /// The subject without brackets and appositions: "Moss, Reed & Young", "The Lanterns" of "The Lanterns,
    /// formed in 1960,".
    static std::string_view group_name(std::string_view subject) {
        std::string_view name = trimmed(subject.substr(0, subject.find(" (")), " ,");
        const auto comma = name.find(", ");
        const bool is_list =
            name.find('&') != std::string_view::npos || name.find(" and ") != std::string_view::npos;
        const bool goes_on = comma != std::string_view::npos && begins_upper(name.substr(comma + 2));
        if (goes_on && !is_list && has_small_word(name.substr(0, comma))) {
            return {}; // "With ten records sold, Mara Bell is", "Formed in 2016, The Lanterns are"
        }
        if (comma != std::string_view::npos && !(is_list && goes_on)) {
            name = name.substr(0, comma);
        }
        return name;
    }

    static bool has_small_word(std::string_view name) {
        const std::vector<std::string_view> words = split(name, ' ');
        return std::any_of(words.begin(), words.end(), [](std::string_view word) {
            return !begins_upper(word) && !begins_with_digit(word);
        });
    }

    static const NamingPhrase* phrase_at(const std::vector<OpeningWord>& words, std::size_t at) {
        if (at >= words.size() || !NamingWords::known().begins_phrase(words[at].key)) {
            return nullptr;
        }
        constexpr std::size_t max_phrase = 10;
        std::vector<std::string> keys;
        for (std::size_t n = at; n < std::min(words.size(), at + max_phrase); ++n) {
            // A phrase does not go on after a comma or a bracket.
            if (n > at && (words[n].opens_piece || words[n].depth != words[at].depth)) {
                break;
            }
            keys.push_back(words[n].key);
        }
        return NamingWords::known().phrase_at(keys);
    }

    static std::size_t offset_of(const OpeningWord& word, std::string_view text) {
        return static_cast<std::size_t>(word.written.data() - text.data());
    }

    std::string_view sentence_;
    std::string_view language_;
    OpeningStatement statement_;
    bool has_verb_ = false;
    bool has_phrase_ = false;    ///< whether a naming phrase precedes the verb
    bool is_stage_name_ = false; ///< whether the predicate says that the subject is somebody's stage name
    std::string verb_language_ = "en";
};

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
        if (OpeningStatement found = may_be_name ? OpeningReader(part, language).read() : OpeningStatement();
            !found.name.empty() && found.kind != SubjectKind::work) {
            return found;
        }
        constexpr std::string_view article = "the ";
        if (part.starts_with(article)) { // "the Amber Quartet is"
            OpeningStatement group = OpeningReader(part.substr(article.size()), language).read();
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
    OpeningStatement statement = OpeningReader(sentences.front(), language).read();
    if (statement.name.empty()) {
        statement = read_after_front(sentences.front(), language);
    }
    if (statement.name.empty() && sentences.size() > 1) {
        // What precedes it may be anything, so it must be clear.
        statement = OpeningReader(sentences[1], language).read();
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
