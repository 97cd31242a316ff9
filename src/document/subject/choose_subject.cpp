// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/choose_subject.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/inline/unspeakable.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"
#include "document/subject/file_names.h"
#include "document/subject/frequent_name.h"
#include "document/subject/person_name.h"
#include "document/subject/subject.h"
#include "document/subject/text_names.h"
#include "document/subject/title_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// The points of each kind of evidence. A name gets those of its strongest evidence, and `support` for each
/// further source. The order follows from what each can be mistaken for: a person's word and a declared field
/// are not guesses; a name "known professionally as" is what people know, a title may have the same name, a
/// short form of the full one, or that of a record; a first sentence usually has the long form; files are
/// often called by chance.
namespace points {
constexpr int forced = 1000;
constexpr int declared = 500;
constexpr int title_names_person = 130;
constexpr int known_as = 120;
constexpr int title_used_as_name = 105;
constexpr int called = 100;
constexpr int defined = 80;
constexpr int file_in_text = 60;
constexpr int file_words_in_text = 50;
constexpr int stated = 45;
constexpr int full_name = 40;
constexpr int any_title = 30;
constexpr int frequent = 25;
constexpr int other_name = 20;
constexpr int any_heading = 18;
constexpr int any_file = 12;
constexpr int somebody_else = 10;
constexpr int mentioned = 6;
constexpr int work = 5;
constexpr int only_site = 3; // "Untitled Document"

constexpr int support = 5;
constexpr int later_part = -15; // of a title
constexpr int names_site = -15;
constexpr int title_of_work = -80;
constexpr int common_words = -60; // the text uses them in lower case
constexpr int place = -60;
constexpr int unused = -60;     // a long text does not mention the name
constexpr int of_chapter = -60; // the heading is one of several
} // namespace points

std::string_view last_word(std::string_view name) {
    const auto space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

bool is_single_word(std::string_view name) {
    return name.find(' ') == std::string_view::npos;
}

class NameScorer {
public:
    NameScorer(const Outline& outline, const OpeningStatement& statement)
        : outline_(outline), statement_(statement), text_(outline) {}

    std::vector<NameCandidate> score(const std::string& name, const std::string& forced) {
        if (names_somebody(forced)) {
            add(forced, points::forced, "the command line");
        }
        if (names_somebody(outline_.musician)) {
            const std::string declared = in_spoken_order(without_stated_distinction(outline_.musician));
            add(is_slug(declared) ? spelling_of_slug(declared) : declared, points::declared,
                "what the source declares");
        }
        score_statement();
        score_title(outline_.title, "the title");
        if (outline_.heading != outline_.title) {
            score_title(outline_.heading, "the heading of the text");
        }
        score_first_heading();
        score_first_line();
        score_file(name);
        score_unused_title();
        std::stable_sort(
            candidates_.begin(), candidates_.end(),
            [](const NameCandidate& left, const NameCandidate& right) { return left.score > right.score; });
        return std::move(candidates_);
    }

private:
    /// Joins evidence for the same name. The spelling of the first evidence stays: files come last.
    void add(std::string name, int score, const std::string& evidence) {
        const std::string key = spelling_key(name);
        const auto found =
            std::find_if(candidates_.begin(), candidates_.end(), [&](const NameCandidate& candidate) {
                return key.empty() ? candidate.name == name : spelling_key(candidate.name) == key;
            });
        if (found == candidates_.end()) {
            candidates_.push_back({std::move(name), score, evidence});
            return;
        }
        found->score = std::max(found->score, score) + points::support;
        found->evidence += "; " + evidence;
    }

    /// The name as the title or the text spells it; unchanged if neither has it.
    [[nodiscard]] std::string spelling_of_slug(const std::string& slug) const {
        const std::string key = spelling_key(slug);
        for (const std::string& title : {outline_.title, outline_.heading}) {
            for (std::string& part : parts_of_title(title)) {
                if (spelling_key(part) == key) {
                    return std::move(part);
                }
            }
        }
        const std::string spelling = text_.spelling_of(slug);
        return spelling.empty() ? slug : spelling;
    }

    void score_statement() {
        if (statement_.name.empty()) {
            return;
        }
        const auto is_known = [this](const OtherName& other) {
            return other.relation == NameRelation::known_as ||
                   (other.relation == NameRelation::called && !prefers_full_name(other.name));
        };
        const auto known = std::find_if(statement_.others.begin(), statement_.others.end(), is_known);
        // First, because the spelling of the first evidence stays: "A-ha (stylised as a-ha)".
        add(is_all_capitals(statement_.name) ? spelled(statement_.name) : statement_.name,
            points_of_subject(known != statement_.others.end()), "the subject of the first sentence");
        for (auto other = statement_.others.begin(); other != statement_.others.end(); ++other) {
            if (other == known) {
                add(other->name,
                    other->relation == NameRelation::known_as ? points::known_as : points::called,
                    "the better known name in the first sentence");
            } else {
                add(other->name, points::other_name, "another name in the first sentence");
            }
        }
    }

    /// Whether the text goes on with the full name: "Satchmo" is a nickname if it says "Armstrong"
    /// afterwards.
    [[nodiscard]] bool prefers_full_name(std::string_view called) const {
        constexpr std::size_t min_mentions = 3;
        return text_.mentions_of(last_word(statement_.name)) >= min_mentions &&
               text_.mentions_of(last_word(called)) <= 1;
    }

    [[nodiscard]] int points_of_subject(bool is_known_otherwise) const {
        if (statement_.concerns_other) {
            return points::somebody_else;
        }
        if (statement_.kind == SubjectKind::work) {
            return points::work;
        }
        if (is_known_otherwise) {
            return points::full_name;
        }
        return statement_.defines() ? points::defined : points::stated;
    }

    void score_title(std::string_view title, const std::string& source, int extra = 0) {
        if (names_only_site(title) && !is_related(std::string(title))) {
            add(std::string(title), points::only_site, source + ", which names no person");
            return;
        }
        std::vector<std::string> parts = parts_of_title(title);
        std::erase_if(parts, [](const std::string& part) {
            return !has_letter_or_digit(part) || names_division(part);
        });
        // "About | Mara Bell & Ida Holm": the name of the page precedes that of the person.
        while (parts.size() > 1 && names_only_site(parts.front()) && !is_related(parts.front())) {
            parts.erase(parts.begin());
        }
        // "Staff Profile - Mara Bell": the first sentence may say which part is the name.
        if (std::any_of(parts.begin(), parts.end(),
                        [&](const std::string& part) { return is_related(part); })) {
            std::erase_if(parts, [&](const std::string& part) { return !is_related(part); });
        }
        // "Piano Spotlight: Mara Bell": so may the text that follows.
        const auto is_used = [this](const std::string& part) {
            return names_person(part) && text_.mentions_of(last_word(part)) > 0;
        };
        if (std::any_of(parts.begin(), parts.end(), is_used)) {
            std::erase_if(parts,
                          [&](const std::string& part) { return names_person(part) && !is_used(part); });
        }
        bool has_person = false;
        for (std::size_t n = 0; n < parts.size(); ++n) {
            const auto [part_score, reason] = score_part(parts[n], n);
            const int score =
                part_score > points::any_title && !is_related(parts[n]) ? part_score + extra : part_score;
            has_person = has_person || score >= points::title_used_as_name;
            if (n == 0 || score > points::any_title) {
                add(spelled(parts[n]), score, source + reason);
            }
        }
        const bool is_phrase = title.find(": ") != std::string_view::npos || parts.empty();
        const std::string whole = person_in_title(title);
        if (!has_person && is_phrase && has_letter_or_digit(whole) && !names_division(whole)) {
            add(whole, points::any_title + 1, source);
        }
    }

    [[nodiscard]] std::pair<int, std::string> score_part(const std::string& part, std::size_t number) const {
        const int place = number == 0 ? 0 : points::later_part;
        if (is_full_name_of_known(part)) {
            return {points::full_name, ""};
        }
        if (names_only_site(part) && !is_related(part)) {
            return {points::only_site, ", which names no person"};
        }
        if (may_name_site(part)) {
            return {points::any_title + points::names_site + place, ", which may be that of a site"};
        }
        if (is_single_word(part)) {
            return score_single_word(part, place);
        }
        if (!names_person(part) && !ends_like_group(part) && !is_group_of_text(part)) {
            return {points::any_title + place, ""};
        }
        if (const auto [penalty, reason] = doubt_about(part); penalty < 0) {
            return {points::title_names_person + penalty + place, reason};
        }
        return {points::title_names_person + place, " names a person"};
    }

    /// What suggests that a title is not a name, as points and a reason; 0 if nothing does.
    [[nodiscard]] std::pair<int, std::string> doubt_about(const std::string& part) const {
        if (is_related(part)) {
            return {0, ""};
        }
        if (is_title_of_work(part)) {
            return {points::title_of_work, ", which the text has as that of a work"};
        }
        if (has_common_words(part)) {
            return {points::common_words, ", whose words the text uses as common ones"};
        }
        if (text_.mentions_of("in " + part) > 0 || text_.mentions_of("en " + part) > 0) {
            return {points::place, ", which the text uses as a place"};
        }
        const bool is_unused = text_.is_long() && text_.mentions_of(last_word(part)) == 0;
        return is_unused ? std::pair(points::unused, std::string(", which the text does not mention"))
                         : std::pair(0, std::string());
    }

    /// Whether the first sentence has the name or a form of it.
    [[nodiscard]] bool is_related(const std::string& part) const {
        const auto is_form_of = [&part](const std::string& name) {
            return !name.empty() && are_forms_of_one_name(part, name);
        };
        return is_form_of(statement_.name) ||
               std::any_of(statement_.others.begin(), statement_.others.end(),
                           [&](const OtherName& other) { return is_form_of(other.name); });
    }

    /// A single word is a name if the first sentence has it as one, or the text uses it so. That of a surname
    /// is less than the full name.
    [[nodiscard]] std::pair<int, std::string> score_single_word(const std::string& word, int place) const {
        constexpr std::size_t min_mentions = 2;
        const bool is_in_name = has_word_of_name(statement_.name, word);
        const bool is_surname =
            is_in_name && last_word(statement_.name) == word && !is_single_word(statement_.name);
        const bool is_other = std::any_of(statement_.others.begin(), statement_.others.end(),
                                          [&word](const OtherName& other) { return other.name == word; });
        if (is_other || (is_in_name && !is_surname)) {
            return {points::title_names_person + place, " has a name of the first sentence"};
        }
        if (!is_surname && begins_with_capital(word) && text_.mentions_of(word) >= min_mentions &&
            !is_title_of_work(word) && !has_common_words(word)) {
            return {points::title_used_as_name + place, ", which the text uses as a name"};
        }
        return {points::any_title + place, ""};
    }

    /// The name that the first sentence replaces with a better known one.
    [[nodiscard]] bool is_full_name_of_known(std::string_view part) const {
        return !statement_.first_name(NameRelation::known_as).empty() &&
               spelling_key(part) == spelling_key(statement_.name);
    }

    [[nodiscard]] bool is_group_of_text(std::string_view part) const {
        return statement_.kind == SubjectKind::ensemble &&
               spelling_key(part) == spelling_key(statement_.name);
    }

    /// Whether the text quotes the words and does not otherwise use the last one.
    [[nodiscard]] bool is_title_of_work(const std::string& words) const {
        return text_.quotes(words) && !has_word_of_name(statement_.name, last_word(words));
    }

    [[nodiscard]] bool has_common_words(std::string_view part) const {
        const std::vector<std::string_view> words = split(part, ' ');
        return !has_word_of_name(statement_.name, last_word(part)) &&
               std::any_of(words.begin(), words.end(), [this](std::string_view word) {
                   const std::string small = fold_case(word);
                   return small != word && text_.mentions_of(small) > 0 &&
                          !StructureWords::known().particles.contains(small);
               });
    }

    static bool begins_with_capital(std::string_view word) {
        std::size_t position = 0;
        return is_upper(next_code_point(word, position));
    }

    /// The first heading that is not that of a page: "About the Bands".
    void score_first_heading() {
        const auto heading =
            std::find_if(outline_.blocks.begin(), outline_.blocks.end(), [this](const Block& block) {
                const std::string title =
                    is_heading(block) ? person_in_title(heading_title(block.text)) : std::string();
                return is_heading(block) && (!names_only_site(title) || is_related(title));
            });
        if (heading == outline_.blocks.end() ||
            names_division(heading->text.substr(0, heading->text.find('\n')))) {
            return;
        }
        if (heading == outline_.blocks.begin()) {
            score_title(heading_title(heading->text), "the first heading", points::of_chapter);
        } else if (has_letter_or_digit(heading->text)) {
            add(person_in_title(heading_title(heading->text)), points::any_heading, "the first heading");
        }
    }

    /// A page may have the name in a line that is not marked as a heading.
    void score_first_line() {
        constexpr std::size_t max_length = 70;
        if (outline_.blocks.size() < 2 || outline_.blocks.front().kind == Block::Kind::heading) {
            return;
        }
        const std::string& line = outline_.blocks.front().text;
        const bool ends_open = std::string_view(".,;:!?\"").find(line.back()) == std::string_view::npos;
        if (line.size() <= max_length && ends_open && !person_named_by(line).empty()) {
            score_title(line, "the first line", points::of_chapter);
        }
    }

    void score_file(const std::string& name) {
        const std::string title = without_unspeakable(title_from_file_name(name));
        if (!has_letter_or_digit(title)) {
            return;
        }
        if (names_only_site(title) && !is_related(title)) {
            add(title, points::only_site, "the file name, which names no person");
            score_frequent_name();
            return;
        }
        const bool is_needless =
            std::any_of(candidates_.begin(), candidates_.end(),
                        [](const NameCandidate& candidate) { return candidate.score >= points::defined; });
        const std::string spelling = is_needless ? std::string() : text_.spelling_of(title);
        if (!spelling.empty() && !is_single_word(title)) {
            add(spelling, points::file_in_text, "the file name, which the text has as well");
        } else if (!is_needless && names_person(title) && mentions_all_words(title)) {
            add(title, points::file_words_in_text, "the file name, whose words the text has");
        } else if (const std::string full = is_needless ? "" : full_name_with(title); !full.empty()) {
            add(full, points::file_in_text, "the file name, of which the text has the full form");
        } else {
            add(spelling.empty() ? title : spelling, points::any_file, "the file name");
        }
    }

    /// "Mara Bell" for the file "bell"; empty if the text has no such name, or a title is "Bell" as well.
    [[nodiscard]] std::string full_name_with(const std::string& title) const {
        const std::string key = spelling_key(title);
        const bool is_title =
            std::any_of(candidates_.begin(), candidates_.end(), [&key](const NameCandidate& candidate) {
                return spelling_key(candidate.name) == key;
            });
        if (!is_single_word(title) || is_title) {
            return {};
        }
        const std::string name = most_frequent_name(outline_, key).name;
        return is_all_capitals(name) ? in_title_case(name) : name;
    }

    /// If not even the file names somebody, the text may.
    void score_frequent_name() {
        constexpr std::size_t enough = 3; // points
        const bool is_needless =
            std::any_of(candidates_.begin(), candidates_.end(),
                        [](const NameCandidate& candidate) { return candidate.score > points::frequent; });
        if (is_needless) {
            return;
        }
        if (FrequentName found = most_frequent_name(outline_); !found.name.empty()) {
            add(std::move(found.name), found.points >= enough ? points::frequent : points::mentioned,
                "the name that the text mentions most");
        }
    }

    /// A title that names no person and that the text does not use ("An Appreciation") is less than the name
    /// that the text mentions again and again.
    void score_unused_title() {
        constexpr std::size_t enough = 5; // points
        const auto best = std::max_element(
            candidates_.begin(), candidates_.end(),
            [](const NameCandidate& left, const NameCandidate& right) { return left.score < right.score; });
        const bool is_title =
            best != candidates_.end() && best->score <= points::any_title + points::support &&
            !is_single_word(best->name) && !names_person(best->name) && text_.mentions_of(best->name) == 0;
        if (!is_title) {
            return;
        }
        if (FrequentName found = most_frequent_name(outline_); found.points >= enough) {
            add(std::move(found.name), points::stated, "the name that the text mentions most");
        }
    }

    [[nodiscard]] bool mentions_all_words(std::string_view name) const {
        const std::vector<std::string_view> words = split(name, ' ');
        return std::all_of(words.begin(), words.end(),
                           [this](std::string_view word) { return text_.mentions_of(word) > 0; });
    }

    /// A name of several words as the text spells it.
    [[nodiscard]] std::string spelled(const std::string& name) const {
        const std::string spelling = is_single_word(name) ? std::string() : text_.spelling_of(name);
        const bool is_better = !spelling.empty() && (is_all_capitals(name) || !is_all_capitals(spelling));
        return is_better ? spelling : name;
    }

    const Outline& outline_;
    const OpeningStatement& statement_;
    TextNames text_;
    std::vector<NameCandidate> candidates_;
};

} // namespace

std::vector<NameCandidate> score_names(const Outline& outline, const OpeningStatement& statement,
                                       const std::string& name, const std::string& forced) {
    return NameScorer(outline, statement).score(name, forced);
}

} // namespace recital
