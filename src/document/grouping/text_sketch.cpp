// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/text_sketch.h"

#include "base/hash.h"
#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace recital {

namespace {

constexpr std::size_t run_words = 3;
constexpr std::size_t bins = 64;
constexpr unsigned bin_shift = 58; // the bin is the upper 6 bits of a hash
constexpr std::size_t bin_digits = 4;
constexpr std::string_view empty_bin = "----";
constexpr std::uint64_t no_hash = std::numeric_limits<std::uint64_t>::max();

/// Whether a script writes its words without spaces between them.
bool is_word_alone(char32_t code_point) {
    constexpr char32_t thai = U'\u0E00';
    constexpr char32_t after_lao = U'\u0F00';
    constexpr char32_t myanmar = U'\u1000';
    constexpr char32_t after_myanmar = U'\u10A0';
    constexpr char32_t khmer = U'\u1780';
    constexpr char32_t after_khmer = U'\u1800';
    constexpr char32_t east_asian = U'\u2E80';
    return code_point >= east_asian || (code_point >= thai && code_point < after_lao) ||
           (code_point >= myanmar && code_point < after_myanmar) ||
           (code_point >= khmer && code_point < after_khmer);
}

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of a paragraph, which has single spaces.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool is_open = false; // whether the last word goes on
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t code_point = next_code_point(text, position);
        if (code_point == U' ') {
            is_open = false;
            continue;
        }
        const bool is_alone = is_word_alone(code_point);
        if (is_open && !is_alone) {
            words.back().end = position;
        } else {
            words.push_back({begin, position});
        }
        is_open = !is_alone;
    }
    return words;
}

/// The lowest hash of each bin, and how many hashes there were.
struct Bins {
    std::array<std::uint64_t, bins> lowest;
    std::size_t count = 0;

    Bins() { lowest.fill(no_hash); }

    void add(std::string_view run) {
        const std::uint64_t hash = hash_64(run);
        std::uint64_t& lowest_of_bin = lowest[hash >> bin_shift];
        lowest_of_bin = std::min(lowest_of_bin, hash);
        ++count;
    }
};

void add_paragraph(Bins& sketch, std::string_view text) {
    const std::vector<Word> words = words_of(text);
    const std::size_t runs =
        words.size() < run_words ? std::min<std::size_t>(words.size(), 1) : words.size() - run_words + 1;
    for (std::size_t n = 0; n < runs; ++n) {
        const std::size_t last = std::min(n + run_words, words.size()) - 1;
        sketch.add(text.substr(words[n].begin, words[last].end - words[n].begin));
    }
}

struct Sketch {
    double runs = 0;
    std::string_view digits;
};

std::optional<Sketch> parse(std::string_view text) {
    const auto colon = text.find(':');
    std::size_t runs = 0;
    if (colon == std::string_view::npos || text.size() != colon + 1 + bins * bin_digits ||
        std::from_chars(text.data(), text.data() + colon, runs).ptr != text.data() + colon || runs == 0) {
        return std::nullopt;
    }
    return Sketch{static_cast<double>(runs), text.substr(colon + 1)};
}

/// The share of the runs of both texts together that both have.
double estimate_resemblance(const Sketch& left, const Sketch& right) {
    std::size_t equal = 0;
    std::size_t used = 0;
    for (std::size_t at = 0; at < bins * bin_digits; at += bin_digits) {
        const std::string_view one = left.digits.substr(at, bin_digits);
        const std::string_view other = right.digits.substr(at, bin_digits);
        if (one != empty_bin || other != empty_bin) {
            ++used;
            equal += static_cast<std::size_t>(one == other);
        }
    }
    return used == 0 ? 0 : static_cast<double>(equal) / static_cast<double>(used);
}

} // namespace

std::string sketch_text(std::span<const Section> sections) {
    Bins sketch;
    for (const Section& section : sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            add_paragraph(sketch, paragraph.text);
        }
    }
    if (sketch.count == 0) {
        return {};
    }
    std::string text = fmt::format("{}:", sketch.count);
    for (const std::uint64_t hash : sketch.lowest) {
        // The lower bits: the upper ones of a minimum are nearly always zeros.
        text += hash == no_hash ? std::string(empty_bin) : fmt::format("{:04x}", hash & 0xFFFFU);
    }
    return text;
}

double estimate_overlap(std::string_view left, std::string_view right) {
    const auto one = parse(left);
    const auto other = parse(right);
    if (!one || !other) {
        return 0;
    }
    const double resemblance = estimate_resemblance(*one, *other);
    const double common = resemblance * (one->runs + other->runs) / (1 + resemblance);
    return std::min(1.0, common / std::min(one->runs, other->runs));
}

} // namespace recital
