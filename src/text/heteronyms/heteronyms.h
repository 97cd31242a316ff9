// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/heteronyms/classified_sentence.h"
#include "text/heteronyms/context_pattern.h"
#include "text/heteronyms/word_classes.h"
#include "text/lexicon/phoneme_table.h"
#include "text/lexicon/pronunciation_source.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// Words that are spelled alike and pronounced differently, by their part of speech or their sense: "record",
/// "lead", "bow". Which sense a sentence has is decided by rules with weights, see data/heteronyms/README.md.
class Heteronyms : public PronunciationSource {
public:
    /// Reads the tables of `folder` for a voice whose language is `tag` (BCP 47). `phonemes` must outlive
    /// this. Throws an `input` error if a table cannot be read, a `usage` error with file and line for a bad
    /// row.
    Heteronyms(const std::filesystem::path& folder, std::string_view tag, const PhonemeTable& phonemes);

    void find(std::string_view spoken, std::span<const SpokenTextWord> words,
              FoundPronunciations& found) const override;

    /// The sense, as words.tsv names it, of the word `index`; empty if the word is not a heteronym. `words`
    /// are all of `spoken`.
    [[nodiscard]] std::string_view sense_of(std::string_view spoken, std::span<const SpokenTextWord> words,
                                            std::size_t index) const;

private:
    static constexpr std::size_t part_count = 6; ///< of the parts of speech
    using PartSet = std::uint8_t;                ///< a bit for each of them
    using PartScores = std::array<int, part_count>;

    /// A pattern and what it speaks for.
    struct Rule {
        ContextPattern pattern;
        int weight = 0;
        PartSet parts = 0; ///< of grammar.tsv
    };
    /// A word in one of its senses.
    struct Sense {
        std::string name;
        PartSet parts = 0;
        bool has_capital = false; ///< only a word with a capital has this sense
        std::string pronunciation;
        SourcePlace place;
        std::vector<Rule> evidence;
    };
    using Group = std::vector<Sense>; ///< at least one

    /// A heteronym in a sentence.
    struct Candidate {
        const Group* group = nullptr;
        bool has_ending = false; ///< the written form is without the ending of the word in the text
    };

    void read_senses(const std::filesystem::path& path, std::string_view tag);
    void read_evidence(const std::filesystem::path& path);
    void read_grammar(const std::filesystem::path& path);
    [[nodiscard]] static PartSet parts_of(std::string_view text, const SourcePlace& place);
    [[nodiscard]] Rule read_rule(const std::string& weight, const std::string& pattern,
                                 const SourcePlace& place) const;
    [[nodiscard]] std::optional<Candidate> candidate(const SpokenTextWord& word) const;
    [[nodiscard]] const Group* group_of(std::uint64_t hash) const;
    [[nodiscard]] PartScores grammar_scores(PartSet parts, std::span<const ClassifiedWord> words,
                                            std::size_t index) const;
    [[nodiscard]] const Sense& decide(const Group& group, std::span<const ClassifiedWord> words,
                                      std::size_t index) const;
    [[nodiscard]] const Sense& sense_in(ClassifiedSentence& sentence, const Candidate& candidate,
                                        const SpokenTextWord& word, std::size_t index) const;

    const PhonemeTable& phonemes_;
    WordClasses classes_;
    WordClassSet finite_ = 0; ///< see BuiltInClass::alone
    WordClassSet border_ = 0;
    std::vector<Rule> grammar_;
    std::unordered_map<std::uint64_t, Group> groups_; ///< by the hash of the written form
    std::bitset<4096> filter_;                        ///< lets most words skip the look-up
};

} // namespace recital
