// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/opening_reader.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/opening_parts.h"
#include "document/subject/opening_words.h"
#include "document/subject/person_name.h"
#include "document/subject/predicate.h"
#include "document/subject/sentence_subject.h"
#include "document/subject/stated_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <array>
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
            StructureWords::known().openers(verb_language_).contains_folded(name.words.front()) &&
            statement_.kind != SubjectKind::ensemble && !is_name_with_article(name);
        const bool is_described =
            name.comma_follows && name.words.size() > 1 && is_described_after(name.rest);
        const bool is_born = is_described || !statement_.first_name(NameRelation::birth).empty() ||
                             (is_dated() && name.comma_follows && name.words.size() > 1 &&
                              !acts_on_person(opening_words(name.rest)));
        return is_enough && !opens && (has_verb_ || is_named || is_born);
    }

    /// "The Page", of which the sentence says that it is a musician.
    [[nodiscard]] bool is_name_with_article(const LeadingName& name) const {
        return name.words.size() > 1 && statement_.kind == SubjectKind::person &&
               NamingWords::known().articles.contains_folded(name.words.front()) &&
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
                               StructureWords::known().openers(language_).contains_folded(name) ||
                               StructureWords::known().openers("en").contains_folded(name);
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

} // namespace

OpeningStatement read_statement(std::string_view sentence, std::string_view language) {
    return OpeningReader(sentence, language).read();
}

} // namespace recital
