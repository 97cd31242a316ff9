// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/mojibake.h"

#include "base/unicode.h"
#include "document/encoding/plausibility.h"
#include "document/mojibake/candidate_encodings.h"
#include "document/mojibake/damage_explanation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

namespace recital {

namespace {

constexpr double next_layer = 3.0; ///< less surprise about an encoding in a line that another one damaged

/// One byte for each character of a line, 0 or 1: quicker to fill than bits.
using Flags = std::vector<char>;

/// A text in which each character has its range of bytes in the damaged text.
struct TracedText {
    std::u32string characters;
    std::vector<std::size_t> starts; ///< byte of each character in the damaged text
    Flags changed;                   ///< whether the character was repaired
    Flags guessed;
    std::size_t size = 0; ///< bytes of the damaged text

    explicit TracedText(std::string_view text) : size(text.size()) {
        reserve(text.size());
        for (std::size_t position = 0; position < text.size();) {
            starts.push_back(position);
            characters += next_code_point(text, position);
        }
        changed.resize(characters.size());
        guessed.resize(characters.size());
    }

    void apply(const std::vector<Group>& groups) {
        TracedText result{std::string_view()};
        result.size = size;
        result.reserve(characters.size());
        std::size_t at = 0;
        const auto keep_until = [&](std::size_t end) {
            for (; at < end; ++at) {
                result.append(characters[at], starts[at], changed[at], guessed[at]);
            }
        };
        for (const Group& group : groups) {
            keep_until(group.start);
            for (const char32_t character : group.value) {
                result.append(character, starts[group.start], 1, static_cast<char>(group.guessed));
            }
            at = group.end;
        }
        keep_until(characters.size());
        *this = std::move(result);
    }

    void reserve(std::size_t length) {
        characters.reserve(length);
        starts.reserve(length);
        changed.reserve(length);
        guessed.reserve(length);
    }

    void append(char32_t character, std::size_t start, char is_changed, char is_guessed) {
        characters += character;
        starts.push_back(start);
        changed.push_back(is_changed);
        guessed.push_back(is_guessed);
    }
};

/// Windows-1252 text that was decoded as Latin-1 contains control characters instead of quotation marks.
void replace_control_characters(TracedText& text) {
    const LegacyCharset& charset = legacy_charset("windows-1252");
    for (std::size_t i = 0; i < text.characters.size(); ++i) {
        char32_t& character = text.characters[i];
        if (character >= 0x80 && character <= 0x9F) {
            const char32_t meant = charset.code_point_of(static_cast<std::uint8_t>(character));
            text.changed[i] = static_cast<char>(text.changed[i] != 0 || meant != character);
            character = meant;
        }
    }
}

/// Charsets that are known to have damaged the text, by index into `suspects()`.
using Known = std::array<bool, 16>;

/// The candidate encodings by index, first those known to have damaged the text: if one of them explains all
/// of a line, the others are not tried.
std::vector<std::size_t> known_first(const Known& known) {
    std::vector<std::size_t> order(candidate_encodings().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&known](std::size_t i) { return known.at(i); });
    return order;
}

/// Takes the layers of damage off one line, the most convincing first. While learning, every encoding is a
/// suspect; afterwards those that have damaged the text.
TracedText repaired_line(std::string_view line, Known& known, bool learn, LossContext context) {
    constexpr int max_layers = 6;
    TracedText text(line);
    for (int layer = 0; layer < max_layers; ++layer) {
        Explanation best;
        std::size_t best_index = 0;
        const unsigned possible = candidates_with_leads(text.characters);
        for (const std::size_t i : known_first(known)) {
            // The first candidate is the likeliest; the others are compared with each other, and below a
            // first layer of damage all of them.
            const bool settled =
                best.complete && (best_index == 0 || (known.at(best_index) && layer == 0)) && !known.at(i);
            if ((possible >> i & 1U) == 0 || (!learn && !known.at(i)) || settled) {
                continue;
            }
            const double surprise =
                known.at(i) ? known_use : candidate_encodings()[i].first_use - (layer > 0 ? next_layer : 0.0);
            Explanation explanation = explain(text.characters, candidate_encodings()[i], surprise, context);
            const bool better = explanation.gain > std::max(best.gain, 0.0) ||
                                (explanation.gain == best.gain && explanation.gain > 0.0 && i < best_index);
            if (!explanation.groups.empty() && better) {
                best = std::move(explanation);
                best_index = i;
            }
        }
        if (best.charset == nullptr) {
            break;
        }
        known.at(best_index) = known.at(best_index) || learn;
        text.apply(best.groups);
    }
    replace_control_characters(text);
    return text;
}

void append_repairs(RepairedText& repaired, std::string_view damaged, std::size_t offset,
                    const TracedText& line) {
    for (std::size_t i = 0; i < line.characters.size();) {
        if (line.changed[i] == 0) {
            append_utf8(repaired.text, line.characters[i++]);
            continue;
        }
        Repair repair{offset + line.starts[i], {}, {}, false};
        for (; i < line.characters.size() && line.changed[i] != 0; ++i) {
            append_utf8(repair.after, line.characters[i]);
            repair.guessed = repair.guessed || line.guessed[i] != 0;
        }
        const std::size_t end = i < line.starts.size() ? line.starts[i] : line.size;
        repair.before = damaged.substr(repair.position, offset + end - repair.position);
        repaired.text += repair.after;
        repaired.repairs.push_back(std::move(repair));
    }
}

template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t end = std::min(text.find('\n', position), text.size());
        visit(position, text.substr(position, end - position));
        position = end + 1;
    }
}

/// Garbage that no repair understands costs the most: after a quarter of a megabyte of it the search ends.
class GarbageLimit {
public:
    void count(const TracedText& repaired) {
        constexpr std::size_t max_bytes = std::size_t{256} << 10U;
        constexpr std::size_t letters_an_oddity = 25; // in what people write there are hundreds
        constexpr double odd = 5.0;
        std::size_t oddities = 0;
        for (std::size_t i = 1; i < repaired.characters.size(); ++i) {
            const char32_t character = repaired.characters[i];
            oddities += static_cast<std::size_t>(character >= 0x80 &&
                                                 pair_oddity(repaired.characters[i - 1], character) >= odd);
        }
        garbage_ += oddities * letters_an_oddity > repaired.characters.size() ? repaired.size : 0;
        reached_ = garbage_ > max_bytes;
    }
    [[nodiscard]] bool is_reached() const { return reached_; }

private:
    std::size_t garbage_ = 0; ///< bytes of lines that were none the better for mending
    bool reached_ = false;
};

/// The first reading: which encodings certainly damaged the text.
std::optional<Known> find_damage(std::string_view text, LossContext context) {
    Known known{};
    bool damaged = false;
    GarbageLimit limit;
    for_each_line(text, [&](std::size_t, std::string_view line) {
        if (!limit.is_reached() && suspicion_of(line) == Suspicion::strong) {
            const TracedText repaired = repaired_line(line, known, true, context);
            limit.count(repaired);
            damaged = damaged || std::find(repaired.changed.begin(), repaired.changed.end(), 1) !=
                                     repaired.changed.end();
        }
    });
    return damaged ? std::optional(known) : std::nullopt;
}

} // namespace

RepairedText repair_mojibake(std::string_view text) {
    const LossContext context{text.find("Ã  ") != std::string_view::npos};
    auto known = find_damage(text, context);
    if (!known) {
        return {std::string(text), {}, {}};
    }
    RepairedText repaired;
    GarbageLimit limit;
    repaired.text.reserve(text.size());
    for_each_line(text, [&](std::size_t position, std::string_view line) {
        if (position > 0) {
            repaired.text += '\n';
        }
        if (limit.is_reached() || suspicion_of(line) == Suspicion::none) {
            repaired.text += line;
            return;
        }
        const TracedText traced = repaired_line(line, *known, false, context);
        append_repairs(repaired, text, position, traced);
        limit.count(traced);
        repaired.given_up_at = limit.is_reached() ? position : repaired.given_up_at;
    });
    if (text.ends_with('\n')) {
        repaired.text += '\n';
    }
    return repaired;
}

} // namespace recital
