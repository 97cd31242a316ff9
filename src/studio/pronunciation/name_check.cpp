// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/pronunciation/name_check.h"

#include "base/unicode.h"
#include "studio/pronunciation/input_scripts.h"
#include "studio/pronunciation/phoneme_reading.h"
#include "studio/pronunciation/pronouncer.h"
#include "studio/sources/source.h"
#include "text/language/character.h"
#include "text/lexicon/lexicon.h"
#include "text/script/script.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace recital {

namespace {

/// The words of scripts: those that look like names, and those that cannot be one.
class NameCounter {
public:
    void count(const Script& script, const Pronouncer& pronouncer, const std::string& source) {
        for (const Chapter& chapter : script.chapters) {
            for (const Passage& passage : chapter.passages) {
                for (const Sentence& sentence : passage.sentences) {
                    // In a heading any word may have a capital.
                    count(sentence, passage.role == Role::heading, pronouncer, {source, sentence.line});
                }
            }
        }
    }

    /// The names without their phonemes, and what the engine is to be asked of each.
    [[nodiscard]] std::pair<std::vector<UnknownName>, std::vector<SpokenForm>> names() const {
        std::vector<UnknownName> names;
        std::vector<SpokenForm> forms;
        for (const auto& [word, tally] : capitalised_) {
            if (tally.inside && !small_.contains(fold_case(word))) {
                names.push_back({word, tally.count, {}, {}, tally.guess.stated, tally.first});
                forms.push_back({word, {}});
                if (!tally.guess.phonemes.empty()) {
                    names.back().rule = tally.guess.entry.to_string();
                    forms.back().pronunciations.push_back({0, word.size(), tally.guess.phonemes, {}});
                }
            }
        }
        return {std::move(names), std::move(forms)};
    }

private:
    struct Tally {
        std::size_t count = 0;
        bool inside = false; ///< whether it stood where only names have a capital
        SourcePlace first;
        Pronunciation guess; ///< by its language
    };

    void count(const Sentence& sentence, bool titled, const Pronouncer& pronouncer,
               const SourcePlace& place) {
        const auto words = split_words(sentence.spoken);
        auto pronounced = sentence.pronunciations.begin();
        for (std::size_t n = 0; n < words.size(); ++n) {
            const auto& word = words[n];
            while (pronounced != sentence.pronunciations.end() && pronounced->end <= word.begin) {
                ++pronounced;
            }
            const bool covered =
                pronounced != sentence.pronunciations.end() && pronounced->begin <= word.begin;
            if (covered && pronouncer.is_listed(*pronounced)) {
                continue;
            }
            const auto end = word.possessive ? word.stem_end : word.end;
            const auto text = std::string_view(sentence.spoken).substr(word.begin, end - word.begin);
            if (!starts_upper(text)) {
                small_.insert(fold_case(text));
            } else if (count_code_points(text) > 1 && !text.starts_with("I'")) {
                Tally& tally = capitalised_[std::string(text)];
                tally.inside = tally.inside || (n > 0 && !titled);
                tally.first = tally.count == 0 ? place : tally.first;
                ++tally.count;
                if (covered && !word.possessive) {
                    tally.guess = *pronounced;
                }
            }
        }
    }

    std::map<std::string, Tally> capitalised_;
    std::unordered_set<std::string> small_;
};

} // namespace

NameCheck check_names(const Job& job, const std::function<void(const Diagnostic&)>& warn,
                      const std::function<void(const Diagnostic&)>& inform) {
    NameCheck check;
    NameCounter counter;
    visit_input_scripts(
        job, AnnouncementsIn::none,
        {[&counter](const Script& script, const SourceRef& source, const Pronouncer& pronouncer) {
             counter.count(script, pronouncer, source.path.string());
         },
         [&check](const FailureReport& failure) { check.failures.push_back(failure); }, warn, inform});
    auto [names, forms] = counter.names();
    const auto phonemes = read_unlisted(forms, job.voice);
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (!phonemes[n].empty()) {
            names[n].phonemes = phonemes[n];
            check.names.push_back(std::move(names[n]));
        }
    }
    std::stable_sort(
        check.names.begin(), check.names.end(),
        [](const UnknownName& left, const UnknownName& right) { return left.count > right.count; });
    return check;
}

} // namespace recital
