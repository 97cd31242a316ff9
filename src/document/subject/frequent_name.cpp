// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/frequent_name.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/person_name.h"
#include "document/subject/text_names.h"
#include "document/subject/title_names.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace recital {

namespace {

/// How a run of capitalised words is used.
struct Use {
    std::size_t mentions = 0; ///< not as a place
    std::size_t subjects = 0; ///< of them, before a word in lower case at the start of a clause
    std::size_t order = 0;    ///< of its first mention

    [[nodiscard]] std::size_t points() const { return mentions + subjects; }
};

/// A word of a paragraph without the punctuation around it.
struct Word {
    std::string_view bare;
    bool opens_clause = false; ///< a sentence or a clause begins with it
    bool ends_piece = false;   ///< punctuation follows
};

std::string_view bare_of_possessive(std::string_view word) {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (word.ends_with(ending)) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    return word;
}

std::vector<Word> words_of(std::string_view paragraph) {
    std::vector<Word> words;
    bool opens = true;
    for (const std::string_view written : split(paragraph, ' ')) {
        std::string_view bare = trimmed(written, ",;:!?()[]\"'");
        const bool is_initial = bare.ends_with('.') && count_code_points(bare) <= 2;
        bare = bare.ends_with('.') && !is_initial ? bare.substr(0, bare.size() - 1) : bare;
        const bool ends = !is_initial && !written.empty() && written.size() > bare.size() &&
                          bare.data() + bare.size() != written.data() + written.size();
        words.push_back({bare, opens, ends});
        opens = ends && written.back() != ')';
    }
    return words;
}

/// Counts the runs of capitalised words of a text.
class NameCounter {
public:
    explicit NameCounter(std::string_view language) : language_(language) {}

    void add(std::string_view paragraph) {
        const std::vector<Word> words = words_of(paragraph);
        for (std::size_t n = 0; n < words.size();) {
            const std::size_t end = end_of_run(words, n);
            if (end > n) {
                count(words, n, end);
            }
            n = std::max(end, n + 1);
        }
    }

    /// The best name, of those with a first or last word of this key unless it is empty.
    [[nodiscard]] FrequentName best(std::string_view key) const {
        FrequentName found;
        std::size_t order = 0;
        for (const auto& [name, use] : uses_) {
            const std::size_t points = key.empty() || has_end(name, key) ? points_of(name, use) : 0;
            if (points > found.points || (points > 0 && points == found.points && use.order < order)) {
                found = {name, points};
                order = use.order;
            }
        }
        return found;
    }

private:
    static bool has_end(std::string_view name, std::string_view key) {
        const auto first = name.find(' ');
        return first != std::string_view::npos && (spelling_key(name.substr(0, first)) == key ||
                                                   spelling_key(name.substr(name.rfind(' '))) == key);
    }

    [[nodiscard]] bool is_common(std::string_view word) const {
        const StructureWords& words = StructureWords::known();
        const std::string folded = fold_case(word);
        return words.openers(language_).contains(folded) || words.openers("en").contains(folded) ||
               words.weak.contains(folded) || words.occupations.contains(folded) ||
               words.honorifics.contains(folded) || words.honorifics.contains(folded + ".") ||
               NamingWords::known().articles.contains(folded);
    }

    /// The end of the run of words of a name that begins at `n`; `n` if there is none.
    [[nodiscard]] std::size_t end_of_run(const std::vector<Word>& words, std::size_t n) const {
        const StructureWords::Set& particles = StructureWords::known().particles;
        std::size_t end = n;
        for (std::size_t at = n; at < words.size(); ++at) {
            const std::string_view word = bare_of_possessive(words[at].bare);
            const bool is_name = begins_upper(word) && !is_common(word);
            if (!is_name && (at == n || !particles.contains(word))) {
                break;
            }
            end = is_name ? at + 1 : end;
            if (words[at].ends_piece || word != words[at].bare) {
                break;
            }
        }
        return end;
    }

    void count(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
        std::string name;
        for (std::size_t n = begin; n < end; ++n) {
            name += (name.empty() ? "" : " ") + std::string(bare_of_possessive(words[n].bare));
        }
        const auto [entry, is_new] = uses_.try_emplace(std::move(name));
        Use& use = entry->second;
        use.order = is_new ? ++runs_ : use.order;
        const bool is_place = begin > 0 && NamingWords::known().places.contains_folded(words[begin - 1].bare);
        if (is_place) {
            return;
        }
        ++use.mentions;
        const bool goes_on = end < words.size() && !words[end - 1].ends_piece &&
                             begins_lower(words[end].bare) &&
                             !NamingWords::known().stops.contains_folded(words[end].bare) &&
                             !NamingWords::known().joints.contains_folded(words[end].bare);
        use.subjects += words[begin].opens_clause && goes_on ? 1U : 0U;
        if (use.order == 1 && begin == 0) {
            first_ = entry->first;
        }
    }

    static bool begins_lower(std::string_view word) {
        std::size_t position = 0;
        return !word.empty() && is_lower(next_code_point(word, position));
    }

    [[nodiscard]] std::size_t points_of(const std::string& name, const Use& use) const {
        constexpr std::size_t min_single = 4;
        constexpr std::size_t max_words = 4;
        const std::vector<std::string_view> words = split(name, ' ');
        if (words.size() == 1) {
            // "Sousastar was born ...": the first word of the text, and several times the subject.
            return name == first_ && use.subjects > 1 && use.points() >= min_single ? use.points() : 0;
        }
        if (words.size() > max_words || !names_person(name) || may_name_site(name) ||
            may_name_group(words.back())) {
            return 0;
        }
        return use.mentions == 0
                   ? 0
                   : use.points() + points_of_part(words.back()) + points_of_part(words.front());
    }

    static bool may_name_group(std::string_view word) {
        const NamingWords& naming = NamingWords::known();
        const std::string folded = fold_case(word);
        return matches(naming.ensembles, folded) || matches(naming.works, folded);
    }

    [[nodiscard]] std::size_t points_of_part(std::string_view word) const {
        const auto found = uses_.find(word);
        return found == uses_.end() ? 0 : found->second.points();
    }

    std::string_view language_;
    std::map<std::string, Use, std::less<>> uses_;
    std::size_t runs_ = 0;
    std::string first_; ///< the run that begins the text
};

} // namespace

FrequentName most_frequent_name(const Outline& outline) {
    return most_frequent_name(outline, {});
}

FrequentName most_frequent_name(const Outline& outline, std::string_view key) {
    constexpr std::size_t max_searched = std::size_t{64} << 10; // bytes
    NameCounter counter(outline.language);
    std::size_t bytes = 0;
    for (const Block& block : outline.blocks) {
        if (!is_heading(block) && bytes < max_searched) {
            counter.add(prefix_on_character(block.text, max_searched - bytes));
            bytes += block.text.size();
        }
    }
    return counter.best(key);
}

} // namespace recital
