// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "text/script/script.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A word of a spoken form.
struct SpokenTextWord {
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    bool joined = false;      ///< only a space or a hyphen separates it from the previous word
    std::uint64_t hash = 0;   ///< of all of it, see FoldedHash
    std::uint64_t stem = 0;   ///< without "'s", or a final s
    std::size_t stem_end = 0; ///< where that stem ends; `end` if there is no ending
    bool possessive = false;  ///< whether the stem lacks "'s"
};

/// The words of a spoken form in order.
[[nodiscard]] std::vector<SpokenTextWord> split_words(std::string_view spoken);

/// The pronunciations found in a spoken form so far. A word has at most one.
class FoundPronunciations {
public:
    /// `words` must outlive this.
    explicit FoundPronunciations(std::span<const SpokenTextWord> words)
        : words_(words), taken_(words.size()) {}

    [[nodiscard]] bool is_taken(std::size_t word) const { return taken_[word]; }
    /// Adds the pronunciation of `count` words, none of which is taken, from the word `first` on.
    void add(std::size_t first, std::size_t count, std::string phonemes, SourcePlace place);
    /// All of them in order; may be called once.
    [[nodiscard]] std::vector<Pronunciation> in_order();

private:
    std::span<const SpokenTextWord> words_;
    std::vector<bool> taken_;
    std::vector<Pronunciation> pronunciations_;
};

/// Something that knows how words are pronounced.
class PronunciationSource {
public:
    PronunciationSource() = default;
    virtual ~PronunciationSource() = default;

    /// Adds the pronunciations that it knows for words that are not taken. `words` are all of `spoken`.
    virtual void find(std::string_view spoken, std::span<const SpokenTextWord> words,
                      FoundPronunciations& found) const = 0;

protected:
    PronunciationSource(const PronunciationSource&) = default;
    PronunciationSource(PronunciationSource&&) = default;
    PronunciationSource& operator=(const PronunciationSource&) = default;
    PronunciationSource& operator=(PronunciationSource&&) = default;
};

/// The pronunciations of a spoken form, in order. An earlier source wins over later ones.
[[nodiscard]] std::vector<Pronunciation>
find_pronunciations(std::string_view spoken, std::span<const PronunciationSource* const> sources);

/// Gives every sentence of the script its pronunciations, each of which `complete` may change.
void pronounce(Script& script, std::span<const PronunciationSource* const> sources,
               const std::function<void(Pronunciation&)>& complete);

} // namespace recital
