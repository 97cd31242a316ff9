// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/stated_names.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/language/word_list.h"
#include "text/lexicon/lexicon.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

using Kind = StatedPronunciation::Kind;

std::vector<std::string> words_of(std::string_view name) {
    std::string blanks(name);
    std::replace(blanks.begin(), blanks.end(), '-', ' ');
    std::vector<std::string> words;
    for (const std::string_view word : split(blanks, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

std::string joined(std::span<const std::string> words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// Whether a word of a name is also a word of running text.
bool is_common(const std::string& word) {
    const std::string folded = fold_case(word);
    return is_english_word(folded) || StructureWords::known().small.contains(folded);
}

void add_names_after(std::string_view given_name, std::string_view text, std::set<std::string>& names) {
    for (auto at = text.find(given_name); at != npos; at = text.find(given_name, at + 1)) {
        constexpr std::size_t enough = 100;
        const std::string_view rest = text.substr(at, enough);
        const auto words = split_words(rest);
        if (words.size() < 2 || words[0].end != given_name.size() || !words[1].joined) {
            continue;
        }
        const std::size_t end = words[1].possessive ? words[1].stem_end : words[1].end;
        const std::string_view next = rest.substr(words[1].begin, end - words[1].begin);
        if (starts_upper(next)) {
            names.emplace(next);
        }
    }
}

} // namespace

StatedNames::StatedNames(const StatedReader& reader, const Document& document, const Script& script,
                         const Language& language, Notice notice)
    : reader_(reader), document_(document), script_(script), language_(language), notice_(std::move(notice)) {
}

std::vector<LexiconEntry> StatedNames::entries() {
    for (const StatedReading& reading : reader_.read(document_)) {
        add(reading);
    }
    return std::move(entries_);
}

void StatedNames::report(const StatedReading& reading, std::string_view problem) const {
    notice_({fmt::format("the pronunciation \"{}\" that the text gives is not used: {}",
                         reading.stated->written, problem),
             reading.place});
}

std::vector<std::string> StatedNames::names_of_subject() const {
    std::vector<std::string> names = {document_.musician, document_.birth_name};
    names.insert(names.end(), document_.other_names.begin(), document_.other_names.end());
    names.insert(names.end(), document_.aliases.begin(), document_.aliases.end());
    return names;
}

void StatedNames::add(const StatedReading& reading) {
    if (reading.words.empty()) {
        return report(reading, "it has sounds or letters that are not known; a lexicon may give another");
    }
    bool used = add(reading, reading.stated->name);
    if (!used) {
        const auto names = names_of_subject();
        used = std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return add(reading, name); });
    }
    if (!used) {
        const std::string& name = reading.stated->name;
        return report(reading, name.empty() ? "it fits no name of the musician"
                                            : fmt::format("it does not fit the name \"{}\"", name));
    }
    if (reading.stated->kind == Kind::respelling) { // it may be in a sentence that is read
        add_entry(reading, spoken(reading.stated->written), joined(reading.words), {});
    }
}

/// Whether the pronunciation is one of words of this name; then there are entries for them.
bool StatedNames::add(const StatedReading& reading, std::string_view written) {
    const std::vector<std::string> words = words_of(written);
    std::vector<std::string> ipa = reading.words;
    SpellingAlignment best = reader_.spelling().align(words, ipa);
    if (ipa.size() > 1) { // Hungarian and Japanese name the family first
        std::vector<std::string> rotated = ipa;
        std::rotate(rotated.begin(), rotated.begin() + 1, rotated.end());
        SpellingAlignment other = reader_.spelling().align(words, rotated);
        if (!other.words.empty() && (best.words.empty() || other.cost < best.cost)) {
            best = std::move(other);
            ipa = std::move(rotated);
        }
    }
    add_matches(reading, words, ipa, best.words);
    return !best.words.empty();
}

/// Makes an entry for each word, but for words that are also common ones: those only as part of the name.
void StatedNames::add_matches(const StatedReading& reading, std::span<const std::string> name,
                              std::span<const std::string> ipa, std::span<const MatchedWords> matches) {
    bool has_common = false;
    bool adjacent = true;
    std::string all;
    for (std::size_t n = 0; n < matches.size(); ++n) {
        const auto& [begin, end, first_spoken, end_spoken] = matches[n];
        const std::string sound = joined(ipa.subspan(first_spoken, end_spoken - first_spoken));
        all += (all.empty() ? "" : " ") + sound;
        adjacent = adjacent && (n == 0 || matches[n - 1].end == begin);
        if (end - begin == 1 && name.size() > 1 && is_common(name[begin])) {
            has_common = true;
        } else {
            const bool is_given = end < name.size();
            add_word(reading, joined(name.subspan(begin, end - begin)), sound,
                     is_given ? name : std::span<const std::string>());
        }
    }
    if (has_common && adjacent && matches.size() > 1) {
        const std::size_t begin = matches.front().begin;
        add_entry(reading, spoken(joined(name.subspan(begin, matches.back().end - begin))), all, {});
    }
}

/// A given name of `name` is not said so where another family name follows: "David Guetta" beside "David
/// Bowie". `name` is empty for a family name.
void StatedNames::add_word(const StatedReading& reading, std::string_view written, const std::string& ipa,
                           std::span<const std::string> name) {
    std::string context;
    if (!name.empty()) {
        std::set<std::string> others = names_after(written);
        for (const std::string& word : name) {
            others.erase(word);
        }
        if (!others.empty()) {
            context = fmt::format("except-before:{}", fmt::join(others, "|"));
        }
    }
    add_entry(reading, spoken(written), ipa, std::move(context));
}

void StatedNames::add_entry(const StatedReading& reading, std::string_view written, const std::string& ipa,
                            std::string context) {
    if (written.empty() || !known_.insert(fold_case(written)).second) {
        return;
    }
    entries_.push_back({std::string(written),
                        {},
                        std::move(context),
                        fmt::format("/{}/", ipa),
                        reading.place,
                        reading.sounds});
}

/// What the script says for words of a name, without the marks around it; empty if it has none that an entry
/// may have.
std::string StatedNames::spoken(std::string_view written) const {
    std::string text;
    for (const Sentence& sentence : read_aloud(written, language_)) {
        text += (text.empty() ? "" : " ") + sentence.spoken;
    }
    const std::string form(trimmed(text, " .,;:!?\"'-"));
    return is_entry_form(form) ? form : std::string();
}

/// The capitalised words that follow a given name in the script.
std::set<std::string> StatedNames::names_after(std::string_view given_name) const {
    std::set<std::string> names;
    for (const Chapter& chapter : script_.chapters) {
        for (const Passage& passage : chapter.passages) {
            for (const Sentence& sentence : passage.sentences) {
                add_names_after(given_name, sentence.spoken, names);
            }
        }
    }
    return names;
}

} // namespace recital
