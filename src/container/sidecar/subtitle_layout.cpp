// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/subtitle_layout.h"

#include "base/punctuation.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace recital {

namespace {

/// How good the place for a break after a word is, the best first. Sentences are already split: a full stop
/// inside one is that of an abbreviation or an ordinal, which belongs to the next word ("No. 1", "20. Mai").
enum class Ending { clause, comma, word, stop, forbidden };

char32_t first_of(std::string_view text) {
    std::size_t position = 0;
    return next_code_point(text, position);
}

/// Takes the last character off the text.
char32_t take_last(std::string_view& text) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    const char32_t last = first_of(text.substr(start));
    text.remove_suffix(text.size() - start);
    return last;
}

/// Whether the word before a full stop is one that ends a sentence, inside a quotation: written small and
/// longer than abbreviations are.
bool ends_inner_sentence(std::string_view word, std::string_view next) {
    constexpr std::size_t min_length = 5;
    std::size_t letters = 0;
    for (std::size_t position = 0; position < word.size(); ++letters) {
        if (!is_lower(next_code_point(word, position))) {
            return false;
        }
    }
    return letters >= min_length && is_upper(first_of(next));
}

/// `next` is the word after it, `spaced` whether a blank is between them.
Ending ending_of(std::string_view text, std::string_view next, bool spaced) {
    if (text.empty()) {
        return Ending::word;
    }
    const std::string_view word = text;
    bool closed = false;
    char32_t last = take_last(text);
    if (!spaced && (is_opening_mark(last) || (!next.empty() && is_closing_mark(first_of(next))))) {
        return Ending::forbidden;
    }
    const auto closes = [](char32_t mark) {
        return mark == U'"' || mark == U'\'' || (is_closing_mark(mark) && mark_of(mark) == '\0');
    };
    while (closes(last) && !text.empty()) {
        closed = true;
        last = take_last(text);
    }
    if (last == U'†' || last == U'*') {
        return Ending::stop; // of a death or a birth: the date follows
    }
    if (last == U'—' || last == U'–') {
        return Ending::clause;
    }
    switch (mark_of(last)) {
    case '\0':
        return closed && !word.ends_with('\'') && !word.ends_with("’") ? Ending::comma : Ending::word;
    case ',':
        return Ending::comma;
    case '.':
        return closed || last != U'.' || ends_inner_sentence(text, next) ? Ending::clause : Ending::stop;
    default:
        return Ending::clause;
    }
}

/// Whether a piece of a word may end before that byte: no line begins with a mark that closes or ends with
/// one that opens.
bool may_part(std::string_view text, std::size_t position) {
    auto before = text.substr(0, position);
    return !is_closing_mark(first_of(text.substr(position))) && !is_opening_mark(take_last(before));
}

/// A word that is too wide or too long to be shown whole becomes several, its time shared among them.
void add_pieces(const TimedWord& word, std::vector<TimedWord>& pieces) {
    const std::size_t columns = std::max<std::size_t>(1, columns_of(word.text));
    const double duration = word.end - word.start;
    const auto at_least = static_cast<std::size_t>(std::max(1.0, std::ceil(duration / subtitle_seconds)));
    const std::size_t widest = std::clamp<std::size_t>(columns / at_least, 1, subtitle_columns);
    const std::string_view text = word.text;
    std::size_t shown = 0; // columns before the piece
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        std::size_t fitting = begin; // what fits, ignoring whether a line may be split there
        for (std::size_t next = begin; next < text.size();) {
            const std::size_t before = next;
            (void)next_code_point(text, next);
            next = std::max(next, before + 1);
            if (fitting > begin && columns_of(text.substr(begin, next - begin)) > widest) {
                break;
            }
            end = next == text.size() || may_part(text, next) || fitting == begin ? next : end;
            fitting = next;
        }
        TimedWord piece = word;
        piece.text = text.substr(begin, end - begin);
        piece.spaced = word.spaced && begin == 0;
        const auto time = [&](std::size_t column) {
            return word.start + duration * static_cast<double>(column) / static_cast<double>(columns);
        };
        piece.start = time(shown);
        shown += columns_of(piece.text);
        piece.end = end == text.size() ? word.end : time(shown);
        pieces.push_back(std::move(piece));
        begin = end;
    }
}

class CueCutter {
public:
    CueCutter(std::span<const TimedWord> words, double end) {
        for (const TimedWord& word : words) {
            add_pieces(word, words_);
        }
        widths_.push_back(0);
        for (const TimedWord& word : words_) {
            widths_.push_back(widths_.back() + columns_of(word.text) + (word.spaced ? 1 : 0));
        }
        for (std::size_t n = 0; n < words_.size(); ++n) {
            const bool is_last = n + 1 == words_.size();
            endings_.push_back(ending_of(words_[n].text, is_last ? "" : std::string_view(words_[n + 1].text),
                                         is_last || words_[n + 1].spaced));
        }
        end_ = words_.empty() ? end : std::max(end, words_.back().start);
    }

    /// The cheapest way to cut the words up to each of them, from that of those before.
    [[nodiscard]] std::vector<SubtitleCue> run() const {
        std::vector<double> costs(words_.size() + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> begins(words_.size() + 1, 0);
        costs[0] = 0;
        for (std::size_t last = 1; last <= words_.size(); ++last) {
            for (std::size_t first = last; first-- > 0 && width(first, last) <= 2 * subtitle_columns + 1;) {
                const bool fits =
                    first + 1 == last || (time(first, last) <= subtitle_seconds && line_break(first, last));
                if (fits && costs[first] + cost(first, last) < costs[last]) {
                    costs[last] = costs[first] + cost(first, last);
                    begins[last] = first;
                }
            }
        }
        std::vector<SubtitleCue> cues;
        for (std::size_t last = words_.size(); last > 0; last = begins[last]) {
            if (time(begins[last], last) > 0) {
                cues.push_back(cue(begins[last], last));
            }
        }
        std::reverse(cues.begin(), cues.end());
        return cues;
    }

private:
    /// Columns of the words [first, last) in one line.
    [[nodiscard]] std::size_t width(std::size_t first, std::size_t last) const {
        return widths_[last] - widths_[first] - (words_[first].spaced ? 1 : 0);
    }

    [[nodiscard]] double end_of(std::size_t last) const {
        return last == words_.size() ? end_ : words_[last].start;
    }
    [[nodiscard]] double time(std::size_t first, std::size_t last) const {
        return end_of(last) - words_[first].start;
    }

    [[nodiscard]] double cost(std::size_t first, std::size_t last) const {
        constexpr double one_cue = 1;
        constexpr double readable_seconds = 1.2;
        constexpr double nothing_to_hear = 1000;
        double sum = one_cue;
        if (last < words_.size()) {
            constexpr std::array<double, 5> costs{0, 0.15, 0.8, 3, 100};
            sum += costs.at(static_cast<std::size_t>(endings_[last - 1]));
        }
        const double seconds = time(first, last);
        sum += std::max(0.0, readable_seconds - seconds) + (seconds > 0 ? 0 : nothing_to_hear);
        const double room = 1 - static_cast<double>(width(first, last)) / (2 * subtitle_columns);
        return sum + room * room / 2; // cues of one length rather than a long one and a short one
    }

    /// Where the second line begins: `last` if one line is enough; `nullopt` if two lines are not enough.
    [[nodiscard]] std::optional<std::size_t> line_break(std::size_t first, std::size_t last) const {
        if (width(first, last) <= subtitle_columns) {
            return last;
        }
        std::optional<std::size_t> best;
        double best_cost = 0;
        for (std::size_t second = first + 1; second < last; ++second) {
            constexpr std::array<double, 5> columns_for_an_ending{-10, -10, 0, 40, 1000};
            const std::size_t upper = width(first, second);
            const std::size_t lower = width(second, last);
            if (upper > subtitle_columns || lower > subtitle_columns) {
                continue;
            }
            const double difference = std::abs(static_cast<double>(upper) - static_cast<double>(lower));
            const double found =
                difference + columns_for_an_ending.at(static_cast<std::size_t>(endings_[second - 1]));
            if (!best || found < best_cost) {
                best = second;
                best_cost = found;
            }
        }
        return best;
    }

    [[nodiscard]] SubtitleCue cue(std::size_t first, std::size_t last) const {
        const double start = words_[first].start;
        SubtitleCue made{start, std::min(end_of(last), start + subtitle_seconds), {}, {}};
        const std::size_t second = line_break(first, last).value_or(last);
        for (std::size_t n = first; n < last; ++n) {
            const bool is_first = n == first;
            made.text += n == second ? "\n" : (words_[n].spaced && !is_first ? " " : "");
            made.lines_touch = made.lines_touch || (n == second && !words_[n].spaced);
            made.text += words_[n].text;
        }
        return made;
    }

    std::vector<TimedWord> words_;
    std::vector<std::size_t> widths_; ///< columns up to each word
    std::vector<Ending> endings_;
    double end_;
};

} // namespace

std::vector<SubtitleCue> lay_out_cues(std::span<const TimedWord> words, double end) {
    return CueCutter(words, end).run();
}

} // namespace recital
