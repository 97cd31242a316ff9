// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/subtitle_layout.h"

#include "base/unicode.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace recital {

namespace {

/// What a cue or a line costs that ends here: the better the place for a break, the less.
enum class Ending { clause, comma, word };

Ending ending_of(std::string_view text) {
    constexpr std::string_view closing = "\"')]";
    while (!text.empty() && closing.find(text.back()) != std::string_view::npos) {
        text.remove_suffix(1);
    }
    for (const std::string_view mark :
         {".", ";", ":", "!", "?", "\u2014", "\u2013", "。", "；", "！", "？"}) {
        if (text.ends_with(mark)) {
            return Ending::clause;
        }
    }
    for (const std::string_view mark : {",", "，", "、"}) {
        if (text.ends_with(mark)) {
            return Ending::comma;
        }
    }
    return Ending::word;
}

/// A word that is too wide or too long to be shown whole becomes several, its time shared among them.
void add_pieces(const TimedWord& word, std::vector<TimedWord>& pieces) {
    const std::size_t columns = std::max<std::size_t>(1, columns_of(word.text));
    const double duration = word.end - word.start;
    const auto at_least = static_cast<std::size_t>(std::max(1.0, std::ceil(duration / subtitle_seconds)));
    const std::size_t widest = std::clamp<std::size_t>(columns / at_least, 1, subtitle_columns);
    const std::string_view text = word.text;
    std::size_t shown = 0; // columns in front of the piece
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        for (std::size_t next = begin; next < text.size();) {
            const std::size_t before = next;
            (void)next_code_point(text, next);
            next = std::max(next, before + 1);
            if (end > begin && columns_of(text.substr(begin, next - begin)) > widest) {
                break;
            }
            end = next;
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
            endings_.push_back(ending_of(word.text));
        }
        end_ = words_.empty() ? end : std::max(end, words_.back().start);
    }

    /// The cheapest way to cut the words up to each of them, from that of those in front.
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
        constexpr double bad_ending = 0.8;
        constexpr double comma_ending = 0.15;
        constexpr double readable_seconds = 1.2;
        constexpr double nothing_to_hear = 1000;
        double sum = one_cue;
        if (last < words_.size() && endings_[last - 1] != Ending::clause) {
            sum += endings_[last - 1] == Ending::comma ? comma_ending : bad_ending;
        }
        const double seconds = time(first, last);
        sum += std::max(0.0, readable_seconds - seconds) + (seconds > 0 ? 0 : nothing_to_hear);
        const double room = 1 - static_cast<double>(width(first, last)) / (2 * subtitle_columns);
        return sum + room * room / 2; // cues of one length rather than a long one and a short one
    }

    /// Where the second line begins: `last` where there is none; nothing where two lines do not do.
    [[nodiscard]] std::optional<std::size_t> line_break(std::size_t first, std::size_t last) const {
        if (width(first, last) <= subtitle_columns) {
            return last;
        }
        std::optional<std::size_t> best;
        double best_cost = 0;
        for (std::size_t second = first + 1; second < last; ++second) {
            constexpr double columns_for_a_clause = 10;
            const std::size_t upper = width(first, second);
            const std::size_t lower = width(second, last);
            if (upper > subtitle_columns || lower > subtitle_columns) {
                continue;
            }
            const double difference = std::abs(static_cast<double>(upper) - static_cast<double>(lower));
            const double found =
                difference - (endings_[second - 1] == Ending::word ? 0 : columns_for_a_clause);
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
