// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/pronunciation_source.h"

#include "text/language/character.h"
#include "text/language/diacritic_folding.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

bool is_spoken_byte(char byte) {
    return !is_ascii(byte) || detail::word_bytes[static_cast<unsigned char>(byte)] != 0;
}

/// A word of a spoken form that begins at the byte; `begin` < the text's size.
SpokenTextWord read_word(std::string_view spoken, std::size_t begin) {
    SpokenTextWord word;
    word.begin = begin;
    FoldedHash hash;
    std::size_t end = begin;
    while (end < spoken.size() && is_spoken_byte(spoken[end])) {
        end = hash.add(spoken, end);
    }
    word.end = end;
    word.hash = hash.value();
    word.stem_end = end;
    const char last = spoken[end - 1];
    if (end - begin > 2 && (last == 's' || last == 'S')) {
        word.possessive = spoken[end - 2] == '\'';
        word.stem_end = end - (word.possessive ? 2 : 1);
        word.stem = folded_hash(spoken.substr(begin, word.stem_end - begin));
    }
    return word;
}

} // namespace

std::vector<SpokenTextWord> split_words(std::string_view spoken) {
    std::vector<SpokenTextWord> words;
    constexpr std::size_t usual_letters_per_word = 5;
    words.reserve(spoken.size() / usual_letters_per_word + 1);
    bool joined = false;
    for (std::size_t position = 0; position < spoken.size();) {
        if (!is_spoken_byte(spoken[position])) {
            joined = joined && (spoken[position] == ' ' || spoken[position] == '-');
            ++position;
            continue;
        }
        words.push_back(read_word(spoken, position));
        words.back().joined = joined;
        joined = true;
        position = words.back().end;
    }
    return words;
}

void FoundPronunciations::add(std::size_t first, std::size_t count, std::string phonemes, SourcePlace place) {
    const SpokenTextWord& last = words_[first + count - 1];
    pronunciations_.push_back({words_[first].begin, last.end, std::move(phonemes), std::move(place)});
    std::fill_n(taken_.begin() + static_cast<std::ptrdiff_t>(first), count, true);
}

std::vector<Pronunciation> FoundPronunciations::in_order() {
    std::sort(pronunciations_.begin(), pronunciations_.end(),
              [](const Pronunciation& left, const Pronunciation& right) { return left.begin < right.begin; });
    return std::move(pronunciations_);
}

std::vector<Pronunciation> find_pronunciations(std::string_view spoken,
                                               std::span<const PronunciationSource* const> sources) {
    if (sources.empty()) {
        return {};
    }
    const auto words = split_words(spoken);
    FoundPronunciations found(words);
    for (const PronunciationSource* source : sources) {
        source->find(spoken, words, found);
    }
    return found.in_order();
}

namespace {

/// Most passages have nothing to be pronounced, and stay as they are packed.
void pronounce(PackedSentences& packed, std::span<const PronunciationSource* const> sources,
               const std::function<void(Pronunciation&)>& complete) {
    std::vector<std::vector<Pronunciation>> found;
    bool changes = false;
    for (const Sentence& sentence : packed) {
        auto& pronunciations = found.emplace_back(find_pronunciations(sentence.spoken, sources));
        std::ranges::for_each(pronunciations, complete);
        changes = changes || !pronunciations.empty() || !sentence.pronunciations.empty();
    }
    if (changes) {
        std::vector<Sentence> sentences;
        for (const Sentence& sentence : packed) {
            const std::size_t n = sentences.size();
            sentences.emplace_back(sentence).pronunciations = std::move(found[n]);
        }
        packed = PackedSentences(sentences);
    }
}

} // namespace

void pronounce(Script& script, std::span<const PronunciationSource* const> sources,
               const std::function<void(Pronunciation&)>& complete) {
    for (Chapter& chapter : script.chapters) {
        for (Passage& passage : chapter.passages) {
            pronounce(passage.sentences, sources, complete);
        }
    }
}

} // namespace recital
