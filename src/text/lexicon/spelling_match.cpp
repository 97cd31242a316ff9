// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/spelling_match.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/unicode.h"
#include "text/language/diacritic_folding.h"
#include "text/spoken/transliteration.h"

#include <algorithm>
#include <limits>

namespace recital {

namespace {

constexpr std::uint32_t vowel_group = 1; // the first row of the table
constexpr std::uint32_t silent_group = 2;

bool is_vowel(std::uint32_t groups) {
    return (groups & vowel_group) != 0;
}

/// The cost of a letter that is not heard.
double unheard(std::uint32_t letter, bool near_end) {
    constexpr double vowel = 0.1;
    constexpr double consonant_near_end = 0.3; // French, Irish
    constexpr double consonant = 0.5;
    const bool weak = (letter & silent_group) != 0 || is_vowel(letter);
    return weak ? vowel : near_end ? consonant_near_end : consonant;
}

/// The cost of a sound that is not written.
double unwritten(std::uint32_t sound) {
    constexpr double vowel = 0.25;
    constexpr double consonant = 0.75;
    return is_vowel(sound) ? vowel : consonant;
}

/// Whether a sibilant after this makes one sound with it: "tʃ".
bool begins_affricate(char32_t sound) {
    return sound == 't' || sound == 'd' || sound == U'ʈ' || sound == U'ɖ';
}

bool ends_affricate(char32_t sound) {
    return std::u32string_view(U"szʃʒɕʑʂʐ").find(sound) != std::u32string_view::npos;
}

/// The letters of a name in lower case without accents, transliterated if they are of another script.
std::string plain_letters(std::string_view written) {
    constexpr unsigned char first_beyond_latin = 0xCD; // begins the first letters of Greek in UTF-8
    constexpr unsigned char latin_additional = 0xE1;   // letters of Vietnamese
    const bool is_foreign = std::any_of(written.begin(), written.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= first_beyond_latin && value != latin_additional;
    });
    return fold_letters(is_foreign ? transliterate(written) : std::string(written));
}

std::string concatenated(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words) {
        text += word;
    }
    return text;
}

/// Finds the cheapest way through both lists of words, from their ends.
class Aligner {
public:
    Aligner(const SpellingMatch& spelling, std::span<const std::string> written,
            std::span<const std::string> ipa)
        : spelling_(spelling), written_(written), ipa_(ipa), steps_((written.size() + 1) * (ipa.size() + 1)) {
    }

    SpellingAlignment run() {
        for (std::size_t i = written_.size() + 1; i-- > 0;) {
            for (std::size_t j = ipa_.size() + 1; j-- > 0;) {
                at(i, j) = best_step(i, j);
            }
        }
        SpellingAlignment alignment{{}, at(0, 0).cost};
        std::size_t matched = 0;
        for (std::size_t i = 0, j = 0; i < written_.size() || j < ipa_.size();) {
            const Step step = at(i, j);
            if (step.written > 0 && step.spoken > 0) {
                alignment.words.push_back({i, i + step.written, j, j + step.spoken});
                matched += step.spoken;
            }
            i += step.written;
            j += step.spoken;
        }
        if (2 * matched <= ipa_.size() && matched < ipa_.size()) {
            alignment.words.clear();
        }
        return alignment;
    }

private:
    /// How to go on from a place in both lists.
    struct Step {
        double cost = std::numeric_limits<double>::infinity(); ///< to the ends
        std::size_t written = 0;                               ///< words to go on
        std::size_t spoken = 0;
    };

    Step& at(std::size_t i, std::size_t j) { return steps_[i * (ipa_.size() + 1) + j]; }

    Step best_step(std::size_t i, std::size_t j) {
        constexpr double left_out_written = 0.01;
        constexpr double left_out_after = 0.02; // words after the pronounced ones are less likely left out
        constexpr double left_out_spoken = 0.5;
        Step best;
        if (i == written_.size() && j == ipa_.size()) {
            best.cost = 0;
        }
        if (i < written_.size()) {
            best = {at(i + 1, j).cost + (j == ipa_.size() ? left_out_after : left_out_written), 1, 0};
        }
        if (j < ipa_.size() && at(i, j + 1).cost + left_out_spoken < best.cost) {
            best = {at(i, j + 1).cost + left_out_spoken, 0, 1};
        }
        constexpr std::size_t max_joined = 3;
        for (std::size_t a = 1; a <= max_joined && i + a <= written_.size(); ++a) {
            for (std::size_t b = 1; b <= max_joined && j + b <= ipa_.size(); ++b) {
                const double cost = at(i + a, j + b).cost + cost_of_match(i, a, j, b);
                if (cost < best.cost) {
                    best = {cost, a, b};
                }
            }
        }
        return best;
    }

    /// Of `a` written words with `b` words of the pronunciation; infinite if they do not fit.
    [[nodiscard]] double cost_of_match(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const {
        constexpr double max_distance = 0.4;
        constexpr double max_distance_of_parts = 0.25;  // of a word whose pronunciation is in several words
        constexpr double max_distance_of_joined = 0.12; // of words whose pronunciation is one word
        constexpr double joined_written = 0.1;
        constexpr double joined_spoken = 0.4;
        const double distance =
            spelling_.distance(concatenated(written_.subspan(i, a)), concatenated(ipa_.subspan(j, b)));
        const double limit = b > a ? max_distance_of_parts : a > b ? max_distance_of_joined : max_distance;
        return distance > limit
                   ? std::numeric_limits<double>::infinity()
                   : distance * static_cast<double>(b) + joined_written * static_cast<double>(a - 1) +
                         joined_spoken * static_cast<double>(b - 1);
    }

    const SpellingMatch& spelling_;
    std::span<const std::string> written_;
    std::span<const std::string> ipa_;
    std::vector<Step> steps_;
};

} // namespace

SpellingMatch::SpellingMatch(const std::filesystem::path& table) {
    constexpr std::size_t columns = 4;
    Groups bit = 1;
    const auto add = [&bit](const std::string& cell, Signs& signs) {
        for (std::size_t position = 0; position < cell.size();) {
            signs[next_code_point(cell, position)] |= bit;
        }
    };
    for (const DataRow& row : read_data_table(table, columns, 2)) {
        if (bit == 0) {
            throw Error(ErrorKind::usage, "this table may have at most 32 rows", row.place);
        }
        add(row.cells[1], letters_);
        add(row.cells[2], sounds_);
        add(row.cells[3], rare_letters_);
        bit <<= 1U;
    }
}

/// A letter that follows itself counts once.
std::vector<SpellingMatch::Letter> SpellingMatch::letters_of(std::string_view written) const {
    std::vector<Letter> letters;
    const std::string plain = plain_letters(written);
    char32_t before = 0;
    for (std::size_t position = 0; position < plain.size();) {
        const char32_t sign = next_code_point(plain, position);
        if (const auto row = letters_.find(sign); row != letters_.end() && sign != before) {
            const auto rare = rare_letters_.find(sign);
            letters.push_back({row->second, rare == rare_letters_.end() ? 0 : rare->second});
        }
        before = sign;
    }
    return letters;
}

std::vector<SpellingMatch::Groups> SpellingMatch::sounds_of(std::string_view ipa) const {
    constexpr char32_t tie = 0x361;
    std::vector<Groups> sounds;
    char32_t before = 0;
    for (std::size_t position = 0; position < ipa.size();) {
        const char32_t sign = next_code_point(ipa, position);
        const auto row = sounds_.find(sign);
        if (row == sounds_.end()) {
            before = sign == tie ? before : 0;
            continue;
        }
        if (begins_affricate(before) && ends_affricate(sign)) {
            sounds.back() |= row->second;
        } else if (sign != before) {
            sounds.push_back(row->second);
        }
        before = sign;
    }
    return sounds;
}

double SpellingMatch::distance(std::string_view written, std::string_view ipa) const {
    constexpr double rare_sound = 0.35;
    const auto letters = letters_of(written);
    const auto sounds = sounds_of(ipa);
    if (letters.empty() || sounds.empty()) {
        return 1;
    }
    std::vector<double> costs(sounds.size() + 1); // of the letters so far and the first sounds
    for (std::size_t n = 0; n < sounds.size(); ++n) {
        costs[n + 1] = costs[n] + unwritten(sounds[n]);
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto& [usual, rare] = letters[i];
        const double silent = unheard(usual, i + 2 >= letters.size());
        double diagonal = costs[0];
        costs[0] += silent;
        for (std::size_t n = 0; n < sounds.size(); ++n) {
            const double unlike = (usual & sounds[n]) != 0 ? 0.0 : (rare & sounds[n]) != 0 ? rare_sound : 1.0;
            const double together = diagonal + unlike;
            diagonal = costs[n + 1];
            costs[n + 1] = std::min({together, costs[n + 1] + silent, costs[n] + unwritten(sounds[n])});
        }
    }
    constexpr double weight_of_vowel = 0.4;
    double weight = 0;
    for (const Groups sound : sounds) {
        weight += is_vowel(sound) ? weight_of_vowel : 1.0;
    }
    return costs.back() / std::max(1.0, weight);
}

SpellingAlignment SpellingMatch::align(std::span<const std::string> written,
                                       std::span<const std::string> ipa) const {
    return Aligner(*this, written, ipa).run();
}

std::vector<std::size_t> SpellingMatch::vowels(std::string_view ipa) const {
    std::vector<std::size_t> found;
    bool inside = false;
    for (std::size_t position = 0; position < ipa.size();) {
        const std::size_t begin = position;
        const char32_t sign = next_code_point(ipa, position);
        const auto row = sounds_.find(sign);
        if (row == sounds_.end()) {
            inside = inside && sign != ' ' && sign != '.';
            continue; // a mark of the sound before
        }
        const bool vowel = is_vowel(row->second);
        if (vowel && !inside) {
            found.push_back(begin);
        }
        inside = vowel;
    }
    return found;
}

} // namespace recital
