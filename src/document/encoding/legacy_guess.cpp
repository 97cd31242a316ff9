// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/legacy_guess.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "document/encoding/alphabets.h"
#include "document/encoding/encoding.h"
#include "document/encoding/language_words.h"
#include "document/encoding/legacy_charset.h"
#include "document/encoding/plausibility.h"
#include "document/encoding/statistical_detectors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <optional>
#include <sstream>
#include <vector>

namespace recital {

namespace {

/// A row of `data/document/legacy_encodings.tsv`.
struct Candidate {
    std::string name;
    double surprise = 0.0; ///< in nats, that a biography comes in this encoding
    std::vector<std::string> languages;
};

const std::vector<Candidate>& candidates() {
    static const auto all = [] {
        std::vector<Candidate> loaded;
        for (const DataRow& row :
             read_data_table(resource_folder() / "data" / "document" / "legacy_encodings.tsv", 3, 3)) {
            std::istringstream languages(row.cells[2]);
            loaded.push_back({row.cells[0],
                              std::strtod(row.cells[1].c_str(), nullptr),
                              {std::istream_iterator<std::string>(languages), {}}});
        }
        return loaded;
    }();
    return all;
}

char32_t decoded_byte(char byte, const LegacyCharset& charset) {
    const auto value = static_cast<std::uint8_t>(byte);
    return value < 0x80 ? char32_t{value} : charset.code_point_of(value);
}

/// A run of bytes from 0x80.
struct HighRun {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// A sample of the text's runs.
std::vector<HighRun> find_high_runs(std::string_view bytes) {
    constexpr std::size_t max_runs = 2000;
    std::vector<HighRun> runs;
    const auto is_high = [](char byte) { return static_cast<std::uint8_t>(byte) >= 0x80; };
    for (std::size_t at = find_non_ascii(bytes, 0); at < bytes.size() && runs.size() < max_runs;
         at = find_non_ascii(bytes, at)) {
        const std::size_t start = at;
        while (at < bytes.size() && is_high(bytes[at])) {
            ++at;
        }
        runs.push_back({start, at});
    }
    return runs;
}

/// The implausibility of the runs with their neighbours.
double judge(std::string_view bytes, const std::vector<HighRun>& runs, const LegacyCharset& charset) {
    double sum = 0.0;
    for (const auto [start, end] : runs) {
        const std::size_t before = std::min<std::size_t>(start, 2);
        std::u32string local;
        for (const char byte : bytes.substr(start - before, before + (end - start) + 2)) {
            local += decoded_byte(byte, charset);
        }
        sum += implausibility(local, before, before + (end - start));
    }
    return sum;
}

/// The words of the sample that have bytes from 0x80.
std::vector<std::u32string> words_with_high_bytes(std::string_view bytes, const std::vector<HighRun>& runs,
                                                  const LegacyCharset& charset) {
    const auto in_word = [](char byte) {
        const auto value = static_cast<std::uint8_t>(byte);
        return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    };
    std::vector<std::u32string> words;
    std::size_t after_last = 0;
    for (const auto [start, end] : runs) {
        if (start < after_last) {
            continue;
        }
        std::size_t from = start;
        while (from > after_last && in_word(bytes[from - 1])) {
            --from;
        }
        std::u32string& word = words.emplace_back();
        for (after_last = from; after_last < bytes.size() && in_word(bytes[after_last]); ++after_last) {
            word += decoded_byte(bytes[after_last], charset);
        }
    }
    return words;
}

/// What the best encoding of one byte a character costs, in nats.
struct BestCandidate {
    const Candidate* candidate = nullptr;
    double cost = std::numeric_limits<double>::infinity();
};

/// How much the words of one of its languages speak for the encoding, in nats.
double support_of_words(std::string_view bytes, const LegacyCharset& charset,
                        std::span<const std::string> languages) {
    constexpr std::size_t enough = 2000; // bytes
    constexpr double weight = 2.5;       // nats a word
    constexpr double max = 10.0;
    const std::string text = charset.decode(bytes.substr(0, enough));
    return std::min(max, weight * static_cast<double>(LanguageWords::known().most_in(text, languages)));
}

BestCandidate find_best(std::string_view bytes, const std::vector<HighRun>& runs,
                        std::span<const DetectedEncoding> opinions) {
    BestCandidate best;
    for (const Candidate& candidate : candidates()) {
        const LegacyCharset& charset = legacy_charset(candidate.name);
        double cost =
            candidate.surprise + judge(bytes, runs, charset) +
            Alphabets::known().strangeness(words_with_high_bytes(bytes, runs, charset), candidate.languages) -
            support_of_words(bytes, charset, candidate.languages);
        for (const DetectedEncoding& opinion : opinions) {
            cost -= is_same_encoding(opinion.name, candidate.name) ? opinion.support : 0.0;
        }
        if (cost < best.cost) {
            best = {&candidate, cost};
        }
    }
    return best;
}

/// The first characters of the text.
std::u32string sample_of(std::string_view text) {
    constexpr std::size_t enough = 20000;
    std::u32string sample;
    for (std::size_t position = 0; position < text.size() && sample.size() < enough;) {
        sample += next_code_point(text, position);
    }
    return sample;
}

bool is_japanese(std::string_view encoding) {
    return is_same_encoding(encoding, "Shift_JIS") || is_same_encoding(encoding, "EUC-JP");
}

/// Japanese prose always has some. Other scripts, as Thai, look like a row of rare kanji.
bool has_kana(std::u32string_view sample) {
    return std::any_of(sample.begin(), sample.end(), [](char32_t c) { return c >= 0x3041 && c <= 0x30FA; });
}

/// The text in an encoding of East Asia that a detector reports, if it is likelier than `best`.
std::optional<LegacyGuess> east_asian_guess(std::string_view bytes,
                                            std::span<const DetectedEncoding> opinions,
                                            const BestCandidate& best) {
    constexpr double convincing = 6.0; // nats
    constexpr double surprise = 6.0;
    constexpr char32_t replacement = 0xFFFD;
    for (const DetectedEncoding& opinion : opinions) {
        auto text =
            has_characters_of_several_bytes(opinion.name) ? decode_as(bytes, opinion.name) : std::nullopt;
        if (!text) {
            continue;
        }
        double support = 0.0;
        for (const DetectedEncoding& other : opinions) {
            support += is_same_encoding(other.name, opinion.name) ? other.support : 0.0;
        }
        const std::u32string sample = sample_of(*text);
        if (is_japanese(opinion.name) && !has_kana(sample)) {
            continue;
        }
        const bool whole = sample.find(replacement) == std::u32string::npos;
        if (support >= convincing ||
            (whole && implausibility(sample, 0, sample.size()) + surprise - support < best.cost)) {
            return LegacyGuess{opinion.name, std::move(*text)};
        }
    }
    return std::nullopt;
}

} // namespace

LegacyGuess guess_legacy_encoding(std::string_view bytes) {
    const std::array opinions = {detect_by_uchardet(bytes), detect_by_icu(bytes)};
    const std::vector<HighRun> runs = find_high_runs(bytes);
    const BestCandidate best = find_best(bytes, runs, opinions);
    if (auto guess = east_asian_guess(bytes, opinions, best)) {
        return std::move(*guess);
    }
    return {best.candidate->name, legacy_charset(best.candidate->name).decode(bytes)};
}

} // namespace recital
