// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/alphabets.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

constexpr double stranger = 6.0; ///< nats, for a letter that is not of the language
constexpr double one_more_language = 2.5;
constexpr double sign_inside = 3.0; ///< nats, for a sign between two letters that joins no words

double sum_of(const std::vector<double>& costs) {
    double sum = 0.0;
    for (const double cost : costs) {
        sum += cost;
    }
    return sum;
}

/// "Nœ–ez", "£ukasz", "½uvre": dashes, quotation marks and other signs between letters, and some signs before
/// a letter; an apostrophe is part of words.
std::size_t count_signs_inside(std::u32string_view word) {
    constexpr std::u32string_view signs = U"£¤¥€¦¨´¸¼½¾";
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        const bool sign = word[i] >= 0x80 && !is_letter(word[i]) && word[i] != U'’' && word[i] != U'·';
        const bool inside = i > 0 ? is_letter(word[i - 1]) : signs.find(word[i]) != signs.npos;
        count += static_cast<std::size_t>(sign && inside && is_letter(word[i + 1]));
    }
    return count;
}

void keep_smaller(std::vector<double>& costs, const std::vector<double>& others) {
    for (std::size_t i = 0; i < costs.size(); ++i) {
        costs[i] = std::min(costs[i], others[i]);
    }
}

} // namespace

Alphabets::Alphabets(const std::filesystem::path& table) {
    // The frequencies of letters fall about geometrically with their rank.
    constexpr double fall = 0.16; // nats a rank
    for (const DataRow& row : read_data_table(table, 2, 2)) {
        Costs& costs = costs_[row.cells[0]];
        double cost = 0.0;
        for (std::size_t position = 0; position < row.cells[1].size(); cost += fall) {
            costs.emplace(next_code_point(row.cells[1], position), cost);
        }
    }
}

const Alphabets& Alphabets::known() {
    static const Alphabets alphabets(resource_folder() / "data" / "languages" / "alphabets.tsv");
    return alphabets;
}

std::vector<double> Alphabets::costs_of(const std::vector<std::u32string>& words,
                                        const std::string& language) const {
    static const Costs none;
    const auto known = costs_.find(language);
    const Costs& letters = known == costs_.end() ? none : known->second;
    std::vector<double> costs;
    costs.reserve(words.size());
    for (const std::u32string& word : words) {
        double cost = sign_inside * static_cast<double>(count_signs_inside(word));
        for (const char32_t c : word) {
            if (c < 0x80 || !is_letter(c)) {
                continue;
            }
            const auto found = letters.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
            cost += found == letters.end() ? stranger : found->second;
        }
        costs.push_back(cost);
    }
    return costs;
}

double Alphabets::share_of_strangers(std::string_view text, std::string_view language) const {
    const auto alphabet = costs_.find(language);
    std::size_t letters = 0;
    std::size_t strangers = 0;
    for (std::size_t position = 0; alphabet != costs_.end() && position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (c >= 0x80 && is_letter(c)) {
            ++letters;
            const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
            strangers += static_cast<std::size_t>(!alphabet->second.contains(lower));
        }
    }
    return letters == 0 ? 0.0 : static_cast<double>(strangers) / static_cast<double>(letters);
}

double Alphabets::strangeness(const std::vector<std::u32string>& words,
                              std::span<const std::string> languages) const {
    std::vector<double> costs = costs_of(words, {});
    std::vector<std::vector<double>> by_language;
    by_language.reserve(languages.size());
    for (const std::string& language : languages) {
        by_language.push_back(costs_of(words, language));
    }
    double introduced = 0.0;
    for (std::size_t round = 0; round < languages.size(); ++round) {
        double best_sum = sum_of(costs) - one_more_language;
        std::vector<double> best;
        for (const std::vector<double>& candidate : by_language) {
            std::vector<double> joined = costs;
            keep_smaller(joined, candidate);
            if (const double sum = sum_of(joined); sum < best_sum) {
                best_sum = sum;
                best = std::move(joined);
            }
        }
        if (best.empty()) {
            break;
        }
        costs = std::move(best);
        introduced += one_more_language;
    }
    return sum_of(costs) + introduced;
}

} // namespace recital
