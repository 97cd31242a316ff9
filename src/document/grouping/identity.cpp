// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/identity.h"

#include "base/hash.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/subject/naming_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <limits>
#include <string_view>

namespace recital {

namespace {

constexpr std::size_t fingerprint_size = 64;
constexpr std::size_t shingle_words = 5;

using MinHashes = std::array<std::uint64_t, fingerprint_size>;

/// One odd factor for each MinHash function: a linear congruential sequence (Knuth's MMIX constants).
constexpr MinHashes factors = [] {
    MinHashes sequence{};
    std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
    for (std::uint64_t& element : sequence) {
        element = factor;
        factor = factor * 6364136223846793005ULL + 1442695040888963408ULL;
    }
    return sequence;
}();

/// Updates the minimum of each of the MinHash functions, which are made from one hash by multiplication.
void add_shingle(MinHashes& minima, std::uint64_t hash) {
    for (std::size_t n = 0; n < fingerprint_size; ++n) {
        std::uint64_t mixed = hash * factors[n];
        mixed ^= mixed >> 29U;
        minima[n] = std::min(minima[n], mixed);
    }
}

void add_text(MinHashes& minima, std::string_view text) {
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == ' ') {
            starts.push_back(i + 1);
        }
    }
    for (std::size_t word = 0; word < starts.size(); ++word) {
        const std::size_t last = word + shingle_words;
        const std::size_t end = last < starts.size() ? starts[last] - 1 : text.size();
        add_shingle(minima, hash_64(text.substr(starts[word], end - starts[word])));
        if (last >= starts.size()) {
            break;
        }
    }
}

std::vector<std::uint8_t> fingerprint_of(const Document& document) {
    MinHashes minima;
    minima.fill(std::numeric_limits<std::uint64_t>::max());
    for (const Section& section : document.sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            add_text(minima, paragraph.text);
        }
    }
    std::vector<std::uint8_t> fingerprint(fingerprint_size);
    std::transform(minima.begin(), minima.end(), fingerprint.begin(),
                   [](std::uint64_t minimum) { return static_cast<std::uint8_t>(minimum); });
    return fingerprint;
}

std::size_t length_of(const Document& document) {
    std::size_t length = 0;
    for (const Section& section : document.sections) {
        for (const Paragraph& paragraph : section.paragraphs) {
            length += paragraph.text.size();
        }
    }
    return length;
}

bool differ(const std::string& left, const std::string& right) {
    return !left.empty() && !right.empty() && left != right;
}

/// Whether two years are known and not the same; "c. 1500" contradicts nothing.
bool years_differ(const std::string& left, const std::string& right) {
    return is_digits(left) && is_digits(right) && left != right;
}

/// Names that only one person is likely to have: neither single words nor nicknames such as "The Boss".
std::vector<std::string> whole_names(const std::vector<std::string>& names) {
    std::vector<std::string> whole;
    std::copy_if(names.begin(), names.end(), std::back_inserter(whole), [](const std::string& name) {
        const auto space = name.find(' ');
        return space != std::string::npos &&
               !NamingWords::known().articles.contains_folded(name.substr(0, space));
    });
    return whole;
}

} // namespace

Identity identity_of(const Document& document, Fingerprint fingerprint) {
    return {document.musician,
            document.certain,
            document.id,
            document.born,
            document.died,
            document.occupation,
            document.date,
            document.part,
            document.sources.front(),
            std::filesystem::path(document.sources.front()).parent_path().string(),
            length_of(document),
            fingerprint == Fingerprint::compute ? fingerprint_of(document) : std::vector<std::uint8_t>(),
            whole_names(document.other_names)};
}

double resemblance(const Identity& left, const Identity& right) {
    if (left.fingerprint.size() != right.fingerprint.size() || left.fingerprint.empty()) {
        return 0.0;
    }
    std::size_t equal = 0;
    for (std::size_t i = 0; i < left.fingerprint.size(); ++i) {
        equal += static_cast<std::size_t>(left.fingerprint[i] == right.fingerprint[i]);
    }
    // Of minima that differ, one in 256 has the same low bits (Li and Koenig 2010, section 2).
    constexpr double chance = 1.0 / 256;
    const double share = static_cast<double>(equal) / static_cast<double>(left.fingerprint.size());
    return std::max(0.0, (share - chance) / (1 - chance));
}

std::string contradiction(const Identity& left, const Identity& right) {
    if (differ(left.id, right.id)) {
        return fmt::format("their ids are {} and {}", left.id, right.id);
    }
    if (years_differ(left.born, right.born)) {
        return fmt::format("they were born in {} and {}", left.born, right.born);
    }
    if (years_differ(left.died, right.died)) {
        return fmt::format("they died in {} and {}", left.died, right.died);
    }
    const bool same_id = !left.id.empty() && left.id == right.id;
    const bool same_dates = !left.born.empty() && left.born == right.born;
    if (!same_id && !same_dates && differ(left.occupation, right.occupation)) {
        return fmt::format("one was a {}, one a {}", left.occupation, right.occupation);
    }
    return {};
}

} // namespace recital
