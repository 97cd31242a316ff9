// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/long_sentence.h"

#include "base/unicode.h"
#include "text/classes/classify.h"
#include "text/classes/verbalize.h"
#include "text/language/speech_length.h"
#include "text/prosody/dash_places.h"
#include "text/prosody/stress.h"
#include "text/script/spoken_spans.h"

#include <algorithm>
#include <span>
#include <utility>

namespace recital {

namespace {

/// A word is taken apart where it is longer than this part of the limit.
constexpr std::size_t pieces_per_limit = 8;

/// The lower, the better a place to breathe after the token.
enum class Breath { clause, comma, conjunction, word };

class SentenceCutter {
public:
    SentenceCutter(const Sentence& sentence, const Language& language, std::size_t limit)
        : sentence_(sentence), language_(language), limit_(std::max(limit, pieces_per_limit)) {
        for (auto& token : classify(sentence.source, language)) {
            add(std::move(token));
        }
        stressed_ = written_ranges(sentence.stresses);
        quoted_ = written_ranges(sentence.quotations);
        ends_.push_back(0);
        for (const auto& token : tokens_) {
            const auto spoken = verbalize({&token, 1}, language, false);
            ends_.push_back(ends_.back() + speech_length(spoken) + (spoken.empty() ? 1 : 2));
        }
    }

    std::vector<Sentence> run() {
        cut(0, tokens_.size());
        return std::move(parts_);
    }

private:
    /// Spans of the sentence as written that are said there: their places in the spoken form change with the
    /// cuts.
    [[nodiscard]] std::vector<TextRange> written_ranges(std::span<const TextRange> spoken) const {
        std::vector<TextRange> written;
        if (spoken.empty()) {
            return written;
        }
        std::vector<TextRange> words;
        (void)verbalize(tokens_, language_, true, &words);
        for (const TextRange& range : spoken) {
            TextRange source;
            for (std::size_t n = 0; n < tokens_.size(); ++n) {
                if (words[n].begin < words[n].end && words[n].begin >= range.begin &&
                    words[n].end <= range.end) {
                    source.begin = source.end == 0 ? tokens_[n].begin : source.begin;
                    source.end = tokens_[n].end;
                }
            }
            written.push_back(source);
        }
        return written;
    }

    /// A word without end becomes several.
    void add(Token token) {
        const std::size_t max_length = limit_ / pieces_per_limit;
        const auto* word = std::get_if<PlainWord>(&token.token_class);
        if (word == nullptr || speech_length(word->written) <= limit_ / 2) {
            tokens_.push_back(std::move(token));
            return;
        }
        for (auto rest = word->written; !rest.empty();) {
            const auto piece = prefix_on_character(rest, std::max<std::size_t>(max_length, 4));
            const auto begin = token.end - rest.size();
            tokens_.push_back({PlainWord{piece}, begin, begin + piece.size()});
            rest.remove_prefix(piece.size());
        }
    }

    void cut(std::size_t begin, std::size_t end) {
        const std::size_t length = ends_[end] - ends_[begin];
        if (length <= limit_ || end - begin == 1) {
            const std::size_t from = begin == 0 ? 0 : tokens_[begin].begin;
            const std::size_t to = end == tokens_.size() ? sentence_.source.size() : tokens_[end].begin;
            const auto tokens = std::span<const Token>(tokens_).subspan(begin, end - begin);
            std::vector<TextRange> words;
            auto spoken = verbalize(tokens, language_, end == tokens_.size(), &words);
            auto dashes = dash_places(sentence_.source, tokens, spoken, words);
            parts_.push_back({sentence_.source.substr(from, to - from),
                              std::move(spoken),
                              sentence_.line,
                              {},
                              sentence_.quoted,
                              spoken_ranges(stressed_, tokens, words),
                              spoken_ranges(quoted_, tokens, words),
                              std::move(dashes),
                              PackedSpans(spoken_spans(tokens, words, {from, to})),
                              emphases_inside({from, to})});
            return;
        }
        const std::size_t border = best_border(begin, end);
        cut(begin, border);
        cut(border, end);
    }

    /// The part of each emphasis that lies in a part of the sentence, in that part's bytes.
    [[nodiscard]] std::vector<TextRange> emphases_inside(const TextRange& part) const {
        std::vector<TextRange> inside;
        for (const TextRange& emphasis : sentence_.emphases) {
            const std::size_t begin = std::max(emphasis.begin, part.begin);
            const std::size_t end = std::min(emphasis.end, part.end);
            if (begin < end) {
                inside.push_back({begin - part.begin, end - part.begin});
            }
        }
        return inside;
    }

    [[nodiscard]] std::size_t best_border(std::size_t begin, std::size_t end) const {
        const std::size_t length = ends_[end] - ends_[begin];
        const std::size_t middle = ends_[begin] + length / 2;
        // Both halves fit, or, of a sentence longer than two passages, neither is much shorter than the
        // other.
        const std::size_t slack = length <= 2 * limit_ ? limit_ - length / 2 : length / 6;
        std::size_t best = begin + 1;
        auto best_worth = std::pair(Breath::word, length);
        for (std::size_t index = begin + 1; index < end; ++index) {
            const std::size_t place = ends_[index];
            const std::size_t distance = place > middle ? place - middle : middle - place;
            const auto worth = std::pair(distance < slack ? breath(index) : Breath::word, distance);
            if (worth < best_worth) {
                best = index;
                best_worth = worth;
            }
        }
        return best;
    }

    /// What the border before the token at the index is worth.
    [[nodiscard]] Breath breath(std::size_t index) const {
        if (const auto* mark = std::get_if<Punctuation>(&tokens_[index - 1].token_class)) {
            return mark->mark == ',' ? Breath::comma : Breath::clause;
        }
        const auto* word = std::get_if<PlainWord>(&tokens_[index].token_class);
        const bool conjunction = word != nullptr && language_.is(word->written, LexicalClass::conjunction);
        return conjunction ? Breath::conjunction : Breath::word;
    }

    const Sentence& sentence_;
    const Language& language_;
    std::size_t limit_;
    std::vector<Token> tokens_;
    std::vector<std::size_t> ends_;   ///< length of speech up to each token, at most
    std::vector<TextRange> stressed_; ///< bytes of the sentence as it is written
    std::vector<TextRange> quoted_;   ///< the same
    std::vector<Sentence> parts_;
};

} // namespace

std::vector<Sentence> cut_sentence(const Sentence& sentence, const Language& language, std::size_t limit) {
    return SentenceCutter(sentence, language, limit).run();
}

} // namespace recital
