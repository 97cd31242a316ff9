// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/mojibake/misdecoded_sequence.h"

#include "document/encoding/plausibility.h"
#include "document/mojibake/lost_bytes.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace recital {

namespace {

constexpr std::uint8_t no_break_space = 0xA0;
constexpr double flattened_penalty = 1.0; ///< a no-break space that became a space
constexpr double dropped_penalty = 1.5;   ///< a control character that was dropped
constexpr double replaced_penalty = 1.0;  ///< a byte that became U+FFFD or a question mark

std::size_t sequence_length(std::uint8_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// A sequence while its bytes are being collected.
struct Partial {
    std::size_t end = 0;
    std::array<std::uint8_t, 4> bytes{};
    std::size_t count = 0;
    double penalty = 0.0;
    bool replaced = false;
    bool dropped = false;
    bool flattened_last = false;

    [[nodiscard]] Partial with(std::uint8_t byte, std::size_t consumed, double cost) const {
        Partial longer = *this;
        longer.bytes.at(longer.count++) = byte;
        longer.end += consumed;
        longer.penalty += cost;
        longer.flattened_last = false;
        return longer;
    }
};

/// The code point of complete bytes, 0 if they are overlong or beyond Unicode. Surrogates are allowed: they
/// appear in pairs if UTF-16 was encoded unit by unit (CESU-8, Unicode Technical Report 26).
char32_t decoded(const Partial& sequence) {
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    constexpr std::array<std::uint8_t, 5> lead_bits = {0, 0, 0x1F, 0x0F, 0x07};
    char32_t value = sequence.bytes[0] & lead_bits.at(sequence.count);
    for (std::size_t i = 1; i < sequence.count; ++i) {
        value = (value << 6U) | (sequence.bytes.at(i) & 0x3FU);
    }
    return value >= smallest.at(sequence.count) && value <= 0x10FFFF ? value : 0;
}

/// Collects every way to read the bytes of one sequence.
class Readings {
public:
    Readings(std::u32string_view text, const LegacyCharset& charset, std::size_t length)
        : text_(text), charset_(charset), length_(length) {}

    std::vector<Partial> from(const Partial& lead) {
        extend(lead);
        return std::move(found_);
    }

private:
    void extend(const Partial& partial) {
        if (partial.count == length_) {
            found_.push_back(partial);
            return;
        }
        const char32_t next = partial.end < text_.size() ? text_[partial.end] : U'\n';
        const auto byte = next < 0x80 ? std::nullopt : charset_.byte_of(next);
        if (byte && *byte < 0xC0) {
            extend(partial.with(*byte, 1, 0.0));
        } else if (next == replacement_character || (next == U'?' && partial.count == 2 && length_ == 3)) {
            Partial lossy = partial.with(0x80, 1, replaced_penalty);
            lossy.replaced = true;
            extend(lossy);
            // One replacement character may replace several lost bytes.
            lossy.count = length_;
            found_.push_back(lossy);
        } else {
            if (next == U' ') {
                Partial flattened = partial.with(no_break_space, 1, flattened_penalty);
                flattened.flattened_last = flattened.count == length_;
                extend(flattened);
            }
            extend_by_dropped(partial);
        }
    }

    void extend_by_dropped(const Partial& partial) {
        if (partial.dropped || partial.replaced) {
            return;
        }
        for (const std::uint8_t byte : charset_.control_bytes()) {
            Partial guess = partial.with(byte, 0, dropped_penalty);
            guess.dropped = true;
            extend(guess);
        }
    }

    std::u32string_view text_;
    const LegacyCharset& charset_;
    std::size_t length_;
    std::vector<Partial> found_;
};

/// "voilÃ le": of the two spaces in "voilÃ  le", one of which is a byte, careless software leaves one. Its
/// context decides whether it also separates two words.
bool parts_words(std::u32string_view text, std::size_t start, const Partial& sequence, LossContext context) {
    constexpr char32_t a_grave = 0xE0;
    if (!sequence.flattened_last || decoded(sequence) != a_grave || context.spaces_kept) {
        return false;
    }
    const std::u32string_view following = leading_letters(text.substr(std::min(sequence.end, text.size())));
    return !following.empty() && !continues_portuguese(following) && ends_word(text, start, following);
}

bool is_guessable(const Partial& sequence, char32_t value) {
    return !sequence.dropped || sequence.count == 4 || guess_cost(value).has_value();
}

/// The cost of guessing this character for one that lost a byte, among its neighbours.
double guess_in_place(std::u32string_view text, std::size_t start, const MisdecodedSequence& sequence) {
    const char32_t value = sequence.value.front();
    const char32_t before = start > 0 ? text[start - 1] : U' ';
    const char32_t after = sequence.end < text.size() ? text[sequence.end] : U' ';
    const bool inside = is_ascii_letter(before) && is_ascii_letter(after);
    if (value == U'‐' && !inside) {
        return 4.0; // it joins words, or it is something else
    }
    const double alternation =
        u_isalpha(static_cast<UChar32>(value)) != 0 ? alternation_cost(before, value, after) : 0.0;
    return guess_cost(value).value_or(0.0) + alternation;
}

double cost_in_place(std::u32string_view text, std::size_t start, const MisdecodedSequence& sequence) {
    const std::size_t before = std::min<std::size_t>(start, 2);
    std::u32string local(text.substr(start - before, before));
    const std::size_t from = local.size();
    local += sequence.value;
    const std::size_t to = local.size();
    local += text.substr(sequence.end, 2);
    const double guess = sequence.guessed ? guess_in_place(text, start, sequence) : 0.0;
    return implausibility(local, from, to) + sequence.penalty + guess;
}

bool is_high_surrogate(char32_t value) {
    return value >= 0xD800 && value <= 0xDBFF;
}
bool is_surrogate(char32_t value) {
    return value >= 0xD800 && value <= 0xDFFF;
}

std::vector<Partial> readings_at(std::u32string_view text, std::size_t position,
                                 const LegacyCharset& charset) {
    const auto lead = text[position] < 0x80 ? std::nullopt : charset.byte_of(text[position]);
    const std::size_t length = lead ? sequence_length(*lead) : 0;
    if (length == 0) {
        return {};
    }
    return Readings(text, charset, length)
        .from(Partial{position, {}, 0, 0.0, false, false, false}.with(*lead, 1, 0.0));
}

/// The second half of a surrogate pair.
std::optional<MisdecodedSequence> read_pair(std::u32string_view text, std::size_t start, const Partial& high,
                                            char32_t high_value, const LegacyCharset& charset) {
    if (high.end >= text.size()) {
        return std::nullopt;
    }
    for (const Partial& low : readings_at(text, high.end, charset)) {
        const char32_t value = decoded(low);
        if (!low.replaced && !low.dropped && value >= 0xDC00 && value <= 0xDFFF) {
            const char32_t whole = 0x10000 + ((high_value - 0xD800) << 10U) + (value - 0xDC00);
            return MisdecodedSequence{start, low.end, std::u32string(1, whole), high.penalty + low.penalty,
                                      false};
        }
    }
    return std::nullopt;
}

std::optional<MisdecodedSequence> completed(std::u32string_view text, std::size_t start,
                                            const Partial& reading, const LegacyCharset& charset,
                                            LossContext context) {
    if (reading.replaced) {
        return MisdecodedSequence{start, reading.end, std::u32string(1, replacement_character),
                                  reading.penalty, false};
    }
    const char32_t value = decoded(reading);
    if (is_high_surrogate(value)) {
        return read_pair(text, start, reading, value, charset);
    }
    if (value == 0 || is_surrogate(value) || !is_guessable(reading, value)) {
        return std::nullopt;
    }
    MisdecodedSequence sequence{start, reading.end, std::u32string(1, value), reading.penalty,
                                reading.dropped};
    if (parts_words(text, start, reading, context)) {
        sequence.value += U' ';
    }
    return sequence;
}

/// Whether a lone space after an "à" might have been a byte of it as well as the gap between two words.
bool is_ambiguous_space(std::u32string_view text, const MisdecodedSequence& sequence, LossContext context) {
    return !context.spaces_kept && text[sequence.end - 1] == U' ' && sequence.end < text.size() &&
           is_ascii_letter(text[sequence.end]);
}

/// A sequence without lost bytes that is not half of a surrogate pair has only one reading; empty if it is
/// not such a sequence.
std::optional<MisdecodedSequence> read_whole(std::u32string_view text, std::size_t position,
                                             const LegacyCharset& charset, std::uint8_t lead) {
    Partial sequence{position + 1, {lead}, 1, 0.0, false, false, false};
    const std::size_t length = sequence_length(lead);
    for (; sequence.count < length; ++sequence.end) {
        const char32_t next = sequence.end < text.size() ? text[sequence.end] : U'\n';
        const auto byte = next < 0x80 ? std::nullopt : charset.byte_of(next);
        if (!byte || *byte >= 0xC0) {
            return std::nullopt;
        }
        sequence.bytes.at(sequence.count++) = *byte;
    }
    const char32_t value = decoded(sequence);
    if (value == 0 || is_surrogate(value)) {
        return std::nullopt;
    }
    return MisdecodedSequence{position, sequence.end, std::u32string(1, value), 0.0, false};
}

} // namespace

std::optional<MisdecodedSequence> read_misdecoded(std::u32string_view text, std::size_t position,
                                                  const LegacyCharset& charset, LossContext context) {
    constexpr double sure = 4.0; // nats between the best and the next best reading
    const auto lead = text[position] < 0x80 ? std::nullopt : charset.byte_of(text[position]);
    if (!lead || sequence_length(*lead) == 0) {
        return std::nullopt;
    }
    if (auto whole = read_whole(text, position, charset, *lead)) {
        return whole;
    }
    std::optional<MisdecodedSequence> best;
    double best_cost = 0.0;
    double second_cost = std::numeric_limits<double>::infinity();
    for (const Partial& reading : readings_at(text, position, charset)) {
        const auto sequence = completed(text, position, reading, charset, context);
        if (!sequence) {
            continue;
        }
        const double cost = cost_in_place(text, position, *sequence);
        // Of a lost byte's readings the longer is the surer one.
        if (!best || cost < best_cost) {
            second_cost = best ? best_cost : second_cost;
            best = sequence;
            best_cost = cost;
        } else {
            second_cost = std::min(second_cost, cost);
        }
    }
    if (best) {
        best->guessed = best->guessed && second_cost < best_cost + sure;
        best->guessed = best->guessed || is_ambiguous_space(text, *best, context);
    }
    return best;
}

std::vector<MisdecodedSequence> find_misdecoded(std::u32string_view text, const LegacyCharset& charset,
                                                LossContext context) {
    std::vector<MisdecodedSequence> sequences;
    for (std::size_t i = 0; i < text.size();) {
        auto sequence = text[i] < 0x80 ? std::nullopt : read_misdecoded(text, i, charset, context);
        i = sequence ? sequence->end : i + 1;
        if (sequence) {
            sequences.push_back(std::move(*sequence));
        }
    }
    return sequences;
}

} // namespace recital
