// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/lines.h"

#include "base/error.h"
#include "base/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>

namespace recital {

namespace {

constexpr std::size_t max_lines = 8;
/// One line more has to be worth it: names read best in few lines.
constexpr double min_gain = 1.12;

std::string trimmed(std::string text) {
    const auto last = text.find_last_not_of(' ');
    text.erase(last == std::string::npos ? 0 : last + 1);
    return text;
}

/// "van ", "de ", "la ", "of ", but also the hyphen's half of a double name.
bool leads_on(const std::string& piece) {
    constexpr std::size_t max_letters = 3;
    const std::string word = trimmed(piece);
    std::size_t position = 0;
    const bool is_particle =
        is_lower(next_code_point(word, position)) && count_code_points(word) <= max_letters;
    return piece.ends_with('-') || is_particle;
}

/// Puts together what should stand in one line.
std::vector<std::string> bound(std::vector<std::string> pieces) {
    for (std::size_t n = pieces.size(); n > 1; --n) {
        if (leads_on(pieces[n - 2])) {
            pieces[n - 2] += pieces[n - 1];
            pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(n - 1));
        }
    }
    return pieces;
}

/// The stretches between which a line may end, each with the spaces behind it.
std::vector<std::string> pieces_of(std::string_view text) {
    const auto unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> borders(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) {
        throw Error(ErrorKind::internal, "the rules of ICU for line breaks are missing");
    }
    borders->setText(unicode);
    std::vector<std::string> pieces;
    std::int32_t start = borders->first();
    for (std::int32_t end = borders->next(); end != icu::BreakIterator::DONE; end = borders->next()) {
        unicode.tempSubStringBetween(start, end).toUTF8String(pieces.emplace_back());
        start = end;
    }
    return pieces;
}

/// The pieces in `count` lines of which the longest is as short as it can be: the first piece of each line.
std::vector<std::size_t> balance(const std::vector<double>& widths, std::size_t count) {
    const std::size_t pieces = widths.size();
    std::vector<double> before(pieces + 1, 0);
    std::partial_sum(widths.begin(), widths.end(), before.begin() + 1);
    constexpr double never = std::numeric_limits<double>::infinity();
    // longest[n][p]: of the first p pieces in n lines; start[n][p]: where the last of these begins.
    std::vector<std::vector<double>> longest(count + 1, std::vector<double>(pieces + 1, never));
    std::vector<std::vector<std::size_t>> start(count + 1, std::vector<std::size_t>(pieces + 1, 0));
    longest[0][0] = 0;
    for (std::size_t line = 1; line <= count; ++line) {
        for (std::size_t end = line; end <= pieces; ++end) {
            for (std::size_t first = line - 1; first < end; ++first) {
                const double length = std::max(longest[line - 1][first], before[end] - before[first]);
                if (length < longest[line][end]) {
                    longest[line][end] = length;
                    start[line][end] = first;
                }
            }
        }
    }
    std::vector<std::size_t> firsts(count);
    std::size_t end = pieces;
    for (std::size_t line = count; line > 0; --line) {
        end = start[line][end];
        firsts[line - 1] = end;
    }
    return firsts;
}

} // namespace

SetText set_in_lines(std::string_view text, const LineRoom& room,
                     const std::function<double(const std::string&)>& width_of) {
    const std::vector<std::string> pieces = bound(pieces_of(text));
    std::vector<double> widths;
    std::transform(pieces.begin(), pieces.end(), std::back_inserter(widths), width_of);
    SetText best{{std::string(text)}, 0};
    for (std::size_t count = 1; count <= std::min(pieces.size(), max_lines); ++count) {
        const std::vector<std::size_t> firsts = balance(widths, count);
        SetText candidate;
        double longest = 0;
        for (std::size_t line = 0; line < count; ++line) {
            const auto end = pieces.begin() +
                             static_cast<std::ptrdiff_t>(line + 1 < count ? firsts[line + 1] : pieces.size());
            candidate.lines.push_back(trimmed(std::accumulate(
                pieces.begin() + static_cast<std::ptrdiff_t>(firsts[line]), end, std::string())));
            longest = std::max(longest, width_of(candidate.lines.back()));
        }
        const double rows = room.leading * static_cast<double>(count);
        candidate.size = std::min({room.largest, room.height / rows, room.width / std::max(longest, 1e-9)});
        if (candidate.size > best.size * min_gain) {
            best = std::move(candidate);
        }
    }
    return best;
}

} // namespace recital
