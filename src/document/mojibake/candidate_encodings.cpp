// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/candidate_encodings.h"

#include "base/unicode.h"
#include "document/mojibake/misdecoded_sequence.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace recital {

namespace {

/// For each code point, a bit mask of candidate encodings: whether it can be the first byte, or a later byte,
/// of a sequence.
class Triggers {
public:
    static const Triggers& instance() {
        static const Triggers triggers;
        return triggers;
    }

    [[nodiscard]] bool are_pair(char32_t first, char32_t second) const {
        return (at(lead_, first) & at(trail_, second)) != 0;
    }
    [[nodiscard]] std::uint16_t leads(char32_t code_point) const { return at(lead_, code_point); }

    /// The candidate encodings of which a sequence may begin with the first of two characters. A sequence of
    /// three bytes or more loses at most one, so its second character is one of its bytes or a replacement;
    /// that of a two-byte sequence may be missing.
    [[nodiscard]] std::uint16_t leads(char32_t first, char32_t second) const {
        const bool may_stand_for_byte = second == U' ' || second == U'?' || second == replacement_character;
        const std::uint16_t lead = at(lead_, first);
        return may_stand_for_byte
                   ? lead
                   : static_cast<std::uint16_t>(at(short_lead_, first) | (lead & at(trail_, second)));
    }
    [[nodiscard]] bool is_lead(char32_t code_point) const { return leads(code_point) != 0; }

private:
    using Table = std::array<std::uint16_t, 0x2600>;

    Triggers() {
        for (std::size_t i = 0; i < candidate_encodings().size(); ++i) {
            const auto bit = static_cast<std::uint16_t>(1U << i);
            for (char32_t code_point = 0x80; code_point < lead_.size(); ++code_point) {
                const auto byte = candidate_encodings()[i].charset->byte_of(code_point);
                if (byte && *byte < 0xC0) {
                    trail_.at(code_point) |= bit;
                } else if (byte && *byte >= 0xC2 && *byte <= 0xF4) {
                    lead_.at(code_point) |= bit;
                    short_lead_.at(code_point) |= *byte < 0xE0 ? bit : std::uint16_t{0};
                }
            }
            const auto of_apple = candidate_encodings()[i].charset->byte_of(apple);
            lead_.at(place_of_apple) |=
                of_apple && *of_apple >= 0xC2 && *of_apple <= 0xF4 ? bit : std::uint16_t{0};
        }
    }

    /// The sign of Apple, which is in the private use area, is the first byte of emoji in Mac Roman.
    static constexpr char32_t apple = 0xF8FF;
    static constexpr char32_t place_of_apple = 0;

    static std::uint16_t at(const Table& table, char32_t code_point) {
        code_point = code_point == apple ? place_of_apple : code_point;
        return code_point < table.size() ? table.at(code_point) : std::uint16_t{0};
    }

    Table lead_{};
    Table short_lead_{}; ///< of two bytes
    Table trail_{};
};

} // namespace

const std::vector<CandidateEncoding>& candidate_encodings() {
    static const std::vector<CandidateEncoding> all = {
        {&legacy_charset("windows-1252"), 5.0}, {&legacy_charset("windows-1251"), 6.0},
        {&legacy_charset("windows-1250"), 6.0}, {&legacy_charset("macintosh"), 6.0},
        {&legacy_charset("iso-8859-2"), 6.5},   {&legacy_charset("ibm-437"), 5.5},
        {&legacy_charset("windows-1253"), 7.0}, {&legacy_charset("windows-1254"), 7.0},
        {&legacy_charset("windows-1257"), 7.0}, {&legacy_charset("ibm-850"), 6.5}};
    return all;
}

std::uint16_t candidates_with_leads(std::u32string_view text) {
    const Triggers& triggers = Triggers::instance();
    unsigned leads = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= 0x80) {
            leads |= triggers.leads(text[i], i + 1 < text.size() ? text[i + 1] : U'\n');
        }
    }
    return static_cast<std::uint16_t>(leads);
}

Suspicion suspicion_of(std::string_view line) {
    const Triggers& triggers = Triggers::instance();
    Suspicion suspicion = Suspicion::none;
    char32_t previous = U' ';
    for (std::size_t position = 0; position < line.size();) {
        if (const std::size_t next = find_non_ascii(line, position); next > position) {
            previous = static_cast<unsigned char>(line[next - 1]);
            position = next;
            continue;
        }
        const char32_t current = next_code_point(line, position);
        const bool inside_word = previous >= U'a' && previous <= U'z';
        if ((current >= 0x80 && current <= 0x9F) || triggers.are_pair(previous, current) ||
            (triggers.is_lead(current) && inside_word && is_upper(current))) {
            return Suspicion::strong;
        }
        if (triggers.is_lead(current)) {
            suspicion = Suspicion::slight;
        }
        previous = current;
    }
    return suspicion;
}

} // namespace recital
