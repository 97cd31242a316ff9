// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/passages.h"

#include "base/hash.h"
#include "text/language/speech_length.h"
#include "text/script/long_sentence.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace recital {

namespace {

/// A border is identified by this many bytes on either side, so that most edits of a sentence do not change
/// its borders.
constexpr std::size_t border_bytes = 24;

std::uint64_t border_hash(std::string_view before, std::string_view after) {
    std::string key(before.substr(before.size() - std::min(before.size(), border_bytes)));
    key += '\n';
    key += after.substr(0, border_bytes);
    return hash_64(key);
}

/// The engine has room for 1,000 phonemes of one clause and says no more of it. A language needs two of them
/// for a letter of the length that `speech_length` counts at most.
constexpr std::size_t max_clause_length = 480;

class Cutter {
public:
    Cutter(std::vector<Sentence> sentences, std::size_t limit)
        : sentences_(std::move(sentences)), limit_(limit) {
        ends_.push_back(0);
        for (const auto& sentence : sentences_) {
            ends_.push_back(ends_.back() + speech_length(sentence.spoken) + 1);
        }
        hashes_.push_back(0);
        for (std::size_t index = 1; index < sentences_.size(); ++index) {
            hashes_.push_back(border_hash(sentences_[index - 1].spoken, sentences_[index].spoken));
        }
    }

    /// Cuts at the border of smallest hash until every piece fits: the choice depends on the text alone.
    void cut(std::size_t begin, std::size_t end, std::vector<Passage>& passages) {
        if (end - begin == 1 || ends_[end] - ends_[begin] - 1 <= limit_) {
            const auto sentences = std::span<const Sentence>(sentences_).subspan(begin, end - begin);
            passages.push_back({Role::body, PackedSentences(sentences)});
            return;
        }
        const std::size_t border = smallest(begin + 1, end);
        cut(begin, border, passages);
        cut(border, end, passages);
    }

private:
    /// Of equal ones the nearest to the middle, so that a refrain is halved rather than peeled.
    [[nodiscard]] std::size_t smallest(std::size_t begin, std::size_t end) const {
        const std::size_t middle = begin + (end - begin) / 2;
        const auto distance = [&](std::size_t index) {
            return index > middle ? index - middle : middle - index;
        };
        std::size_t best = begin;
        for (std::size_t index = begin + 1; index < end; ++index) {
            if (hashes_[index] < hashes_[best] ||
                (hashes_[index] == hashes_[best] && distance(index) < distance(best))) {
                best = index;
            }
        }
        return best;
    }

    std::vector<Sentence> sentences_;
    std::size_t limit_;
    std::vector<std::size_t> ends_;     ///< speech up to each sentence, a space after each
    std::vector<std::uint64_t> hashes_; ///< of the border before each sentence
};

void cut_run(std::vector<Sentence> run, std::size_t limit, std::vector<Passage>& passages) {
    if (!run.empty()) {
        const std::size_t count = run.size();
        Cutter(std::move(run), limit).cut(0, count, passages);
    }
}

} // namespace

std::vector<Passage> cut_passages(std::vector<Sentence> sentences, const Language& language,
                                  std::size_t limit) {
    std::vector<Passage> passages;
    std::vector<Sentence> run;
    for (auto& sentence : sentences) {
        const bool sayable = longest_clause(sentence.spoken) <= max_clause_length;
        if (sayable && speech_length(sentence.spoken) <= limit) {
            run.push_back(std::move(sentence));
            continue;
        }
        cut_run(std::exchange(run, {}), limit, passages);
        for (const Sentence& part :
             cut_sentence(sentence, language, sayable ? limit : std::min(limit, max_clause_length))) {
            passages.push_back({Role::body, PackedSentences({&part, 1}), Border::clause});
        }
        passages.back().border = Border::sentence;
    }
    cut_run(std::move(run), limit, passages);
    if (!passages.empty()) {
        passages.back().border = Border::paragraph;
    }
    return passages;
}

} // namespace recital
