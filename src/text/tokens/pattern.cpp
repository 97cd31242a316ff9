// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/classifier.h"

#include <utility>

namespace recital {

/// 12,5 %, 1.500 Gulden, am 3. Mai: a match of a pattern, if it covers whole lexemes.
bool Classifier::read_pattern() {
    const std::size_t begin = lexemes_[index_].begin;
    while (match_ < matches_.size() && matches_[match_].begin < begin) {
        ++match_;
    }
    if (match_ == matches_.size() || matches_[match_].begin != begin) {
        return false;
    }
    SpokenMatch& match = matches_[match_];
    std::size_t next = index_;
    while (next < lexemes_.size() && lexemes_[next].begin < match.end) {
        ++next;
    }
    if (lexemes_[next - 1].end() != match.end) {
        return false;
    }
    return take(Reading{std::move(match.spoken)}, next);
}

} // namespace recital
