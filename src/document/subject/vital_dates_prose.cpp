// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/vital_dates_prose.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/person_name.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace recital {

namespace {

using Set = StructureWords::Set;

constexpr std::size_t opening_paragraphs = 5;

/// The subject of the biography and the words of its language.
class VitalDatesReader {
public:
    VitalDatesReader(const Outline& outline, const Subject& subject)
        : outline_(outline), musician_(subject.musician), words_(split(musician_, ' ')),
          life_(StructureWords::known().life(outline.language)) {
        for (const std::string& alias : subject.aliases) {
            // "Strauss" of "Johann Strauss II" may be his father.
            if (subject.aliases.front() == words_.back() && is_of_nobody_else(alias)) {
                names_.push_back(alias);
            }
        }
        for (const std::string& name : subject.other_names) {
            if (name.find(' ') != std::string::npos) {
                names_.push_back(name);
            }
        }
        count_pronouns();
    }

    VitalDates read() {
        std::size_t number = 0;
        for (std::size_t i = 0; i < outline_.blocks.size(); ++i) {
            const Block& block = outline_.blocks[i];
            if (block.kind == Block::Kind::heading) {
                continue;
            }
            opening_ = number++ < opening_paragraphs;
            if (opening_ || tells_of_death(block.text)) {
                follow(i);
            }
        }
        const VitalDates years{only(births_), only(deaths_)};
        return is_possible_lifespan(years) ? years : VitalDates{};
    }

private:
    /// To whom a pronoun at the start of the next sentence refers. The death of a friend is described like
    /// that of the subject and may be mentioned anywhere, so a death needs more evidence than a birth.
    struct Context {
        bool birth = true;
        bool death = true;
    };

    static std::string only(const std::set<std::string>& years) {
        return years.size() == 1 ? *years.begin() : std::string();
    }

    /// Whether a paragraph is worth a closer look.
    [[nodiscard]] bool tells_of_death(std::string_view text) const {
        for (const Set* set : {&life_.death_verbs, &life_.his_death, &life_.her_death}) {
            for (const std::string& phrase : *set) {
                // Their first letter may be a capital.
                if (text.find(std::string_view(phrase).substr(1)) != std::string_view::npos) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the name belongs to nobody else in the text: "Schumann" alone may also be Robert.
    [[nodiscard]] bool is_of_nobody_else(std::string_view name) const {
        return std::all_of(outline_.blocks.begin(), outline_.blocks.end(), [&](const Block& block) {
            const std::string_view text = block.text;
            for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
                const std::string_view front = text.substr(0, at);
                const std::string_view back = text.substr(at + name.size());
                const std::string_view before =
                    front.ends_with(' ') ? front.substr(trimmed_end(front)) : std::string_view();
                const std::string_view after =
                    back.starts_with(' ') ? back.substr(1, back.find(' ', 1) - 1) : std::string_view();
                if (is_other_name(before) || is_other_name(after)) {
                    return false;
                }
            }
            return true;
        });
    }

    /// The start of the last word of a text that ends in a blank.
    static std::size_t trimmed_end(std::string_view text) {
        const auto blank = text.substr(0, text.size() - 1).rfind(' ');
        return blank == std::string_view::npos ? 0 : blank + 1;
    }

    [[nodiscard]] bool is_other_name(std::string_view word) const {
        const std::string_view name = trimmed(bare(word), " ");
        const bool parted = trimmed(word, " ") != name;
        return !parted && begins_upper(name) && !is_of_subject(name) &&
               !StructureWords::known().openers(outline_.language).contains_folded(name) &&
               !StructureWords::known().honorifics.contains_folded(name);
    }

    [[nodiscard]] bool is_of_subject(std::string_view word) const {
        return std::find(words_.begin(), words_.end(), word) != words_.end();
    }

    /// A text is about a man or about a woman: the pronoun that twice as many sentences begin with.
    void count_pronouns() {
        constexpr std::size_t max_length = 100'000; // bytes: a book has whole chapters about others
        std::size_t he = 0;
        std::size_t she = 0;
        std::size_t size = 0;
        for (const Block& block : outline_.blocks) {
            size += block.text.size();
            for (const std::string_view sentence : sentences_of(block.text)) {
                const std::string_view first = sentence.substr(0, sentence.find(' '));
                he += static_cast<std::size_t>(has(life_.he, first));
                she += static_cast<std::size_t>(has(life_.she, first));
            }
            if (size > max_length) {
                return;
            }
        }
        he_ = he > 0 && he >= 2 * she;
        she_ = she > 0 && she >= 2 * he;
    }

    [[nodiscard]] bool is_pronoun(std::string_view word) const {
        return (he_ && has(life_.he, word)) || (she_ && has(life_.she, word));
    }

    /// The text after the subject's name at its front, which may be fuller than elsewhere, or shorter: "Clara
    /// Josephine Schumann".
    [[nodiscard]] std::optional<std::string_view> after_name(std::string_view text) const {
        if (text.starts_with(musician_) && text.substr(musician_.size()).starts_with(' ')) {
            return after_bracket(text.substr(musician_.size() + 1));
        }
        const LeadingName name = read_name(text);
        if (name.words.empty() || name.comma_follows) {
            return std::nullopt;
        }
        const bool known = std::find(names_.begin(), names_.end(), name.text()) != names_.end();
        return known || is_other_form(name.words) ? std::optional(after_bracket(name.rest)) : std::nullopt;
    }

    /// Whether the words are the subject's name with more or fewer names between the first and the last.
    [[nodiscard]] bool is_other_form(const Words& words) const {
        const bool same_ends = words.size() > 1 && words_.size() > 1 && words.front() == words_.front() &&
                               words.back() == words_.back();
        const auto& [shorter, longer] = std::minmax(
            words, words_, [](const Words& left, const Words& right) { return left.size() < right.size(); });
        auto word = shorter.begin();
        for (const std::string_view one : longer) {
            word += static_cast<std::ptrdiff_t>(word != shorter.end() && *word == one);
        }
        return same_ends && word == shorter.end();
    }

    [[nodiscard]] std::optional<std::string_view> after_pronoun(std::string_view text) const {
        const auto blank = text.find(' ');
        return blank != std::string_view::npos && is_pronoun(text.substr(0, blank))
                   ? std::optional(text.substr(blank + 1))
                   : std::nullopt;
    }

    /// Reads a paragraph, after the one before it, which says whom its first pronoun means.
    void follow(std::size_t index) {
        Context context;
        if (index > 0 && outline_.blocks[index - 1].kind != Block::Kind::heading) {
            for (const std::string_view sentence : sentences_of(outline_.blocks[index - 1].text)) {
                context = after(sentence, context);
            }
        }
        for (const std::string_view sentence : sentences_of(outline_.blocks[index].text)) {
            take(sentence, context);
            context = after(sentence, context);
        }
    }

    [[nodiscard]] Context after(std::string_view sentence, Context context) const {
        const bool named = after_name(sentence).has_value();
        const bool pronoun = after_pronoun(sentence).has_value();
        const bool tells_of_subject = named || pronoun || mentions_subject(sentence);
        const bool alone = tells_of_subject && !names_others(sentence);
        return {(named || (alone && context.birth)) && !names_relatives(sentence),
                (named || context.death) && alone};
    }

    [[nodiscard]] bool mentions_subject(std::string_view sentence) const {
        const Words words = split(sentence, ' ');
        return std::any_of(words.begin(), words.end(),
                           [this](std::string_view word) { return is_pronoun(word); }) ||
               sentence.find(musician_) != std::string_view::npos;
    }

    [[nodiscard]] bool names_relatives(std::string_view sentence) const {
        const Words words = split(sentence, ' ');
        return std::any_of(words.begin(), words.end(),
                           [this](std::string_view word) { return has(life_.others, word); });
    }

    /// Whether the next pronoun may refer to somebody else: after a relative, or after a name that is not a
    /// place, which "in" or "of the" would precede.
    [[nodiscard]] bool names_others(std::string_view sentence) const {
        if (names_relatives(sentence)) {
            return true;
        }
        std::string_view before;
        for (const std::string_view word : split(sentence, ' ')) {
            const bool inside = !before.empty() && begins_upper(bare(word)) && !begins_upper(bare(before));
            if (inside && !is_of_subject(bare(word)) && !has(life_.date_words, before) && !is_pronoun(word)) {
                return true;
            }
            before = word;
        }
        return false;
    }

    void take(std::string_view sentence, const Context& context) {
        const std::optional<std::string_view> named = after_name(sentence);
        const std::optional<std::string_view> rest = named ? named : after_pronoun(sentence);
        if (rest && opening_ && (named || context.birth)) {
            take_verbs(*rest, life_.birth_verbs, births_);
        }
        if (rest && (named || context.death)) {
            take_verbs(*rest, life_.death_verbs, deaths_);
            take_death_inside(*rest);
        }
        if (opening_) {
            take_opening(sentence, life_.birth_openings, context.birth, births_);
        }
        for (const Set* set : deaths_of_others()) {
            take_opening(sentence, *set, context.death, deaths_);
        }
    }

    [[nodiscard]] std::vector<const Set*> deaths_of_others() const {
        std::vector<const Set*> sets;
        if (!she_) {
            sets.push_back(&life_.his_death);
        }
        if (!he_) {
            sets.push_back(&life_.her_death);
        }
        return sets;
    }

    /// "was born in 1900", "wurde 1900 geboren".
    void take_verbs(std::string_view rest, const Set& verbs, std::set<std::string>& years) const {
        constexpr std::string_view gap = " ... ";
        for (const std::string_view verb : verbs) {
            const auto at = verb.find(gap);
            const auto date = after_phrase(rest, verb.substr(0, at));
            if (!date) {
                continue;
            }
            const std::optional<FoundYear> told = find_leading_year(*date, life_.date_words);
            const std::string_view closing =
                at == std::string_view::npos ? std::string_view() : verb.substr(at + gap.size());
            if (told && !goes_on(told->rest) && (closing.empty() || closes(told->rest, closing))) {
                years.insert(told->year);
            }
        }
    }

    /// "She taught there until her death in 1980."
    void take_death_inside(std::string_view rest) {
        for (const Set* set : deaths_of_others()) {
            for (const std::string& phrase : *set) {
                const auto at = rest.find(" " + phrase + " ");
                if (at == std::string_view::npos || names_others(rest.substr(0, at))) {
                    continue;
                }
                const std::optional<FoundYear> told =
                    find_leading_year(rest.substr(at + phrase.size() + 2), life_.date_words);
                if (told && !goes_on(told->rest)) {
                    deaths_.insert(told->year);
                }
            }
        }
    }

    /// "Born in Lviv in 1900, she ...", "Until her death in 1980, Clara ...".
    void take_opening(std::string_view sentence, const Set& openings, bool pronoun_is_subject,
                      std::set<std::string>& years) const {
        for (const std::string& opening : openings) {
            const auto date = after_phrase(sentence, opening);
            const std::optional<FoundYear> told =
                date ? find_leading_year(*date, life_.date_words) : std::nullopt;
            if (!told) {
                continue;
            }
            const std::string_view rest = told->rest;
            const auto comma = rest.find(", ");
            if (comma == std::string_view::npos || !is_path(rest.substr(0, comma), life_.date_words)) {
                continue;
            }
            const std::string_view main = rest.substr(comma + 2);
            if (after_name(main) || (pronoun_is_subject && after_pronoun(main))) {
                years.insert(told->year);
            }
        }
    }

    /// Whether the text after a year makes it the first of several, or the year of the next event: "in 1900
    /// or 1901", "in Lviv, in 1920 he moved".
    [[nodiscard]] bool goes_on(std::string_view rest) const {
        rest = trimmed(rest, ", ");
        const std::string_view next = rest.substr(0, rest.find(' '));
        const std::string_view second = bare(rest.substr(std::min(rest.size(), next.size() + 1)));
        return has(StructureWords::known().doubts, next) || begins_with_digit(second) || is_pronoun(next) ||
               after_name(rest) || next.starts_with("\u2013") || next.starts_with('-');
    }

    [[nodiscard]] bool closes(std::string_view rest, std::string_view closing) const {
        const std::string folded = fold_case(rest);
        const auto at = folded.find(std::string(" ") + std::string(closing));
        return at != std::string::npos &&
               is_path(rest.substr(0, std::min(at, rest.size())), life_.date_words);
    }

    const Outline& outline_;
    std::string_view musician_;
    Words words_; ///< of the name
    const StructureWords::Life& life_;
    std::vector<std::string_view> names_; ///< other names that belong to nobody else
    bool he_ = false;                     ///< whether the text is about a man
    bool she_ = false;
    bool opening_ = false;
    std::set<std::string> births_;
    std::set<std::string> deaths_;
};

} // namespace

VitalDates vital_dates_in_prose(const Outline& outline, const Subject& subject) {
    const StructureWords::Life& life = StructureWords::known().life(outline.language);
    if (life.birth_verbs.empty() && life.death_verbs.empty()) {
        return {};
    }
    return VitalDatesReader(outline, subject).read();
}

} // namespace recital
