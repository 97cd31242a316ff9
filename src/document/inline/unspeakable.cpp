// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/unspeakable.h"

#include "base/strings.h"
#include "base/text_range.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/inline/edits.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Shorter stretches without blanks hold nothing to remove.
constexpr std::size_t min_checked_bytes = 32;
constexpr std::size_t max_punctuation = 32; ///< signs in a row
constexpr std::size_t max_accents = 8;      ///< on one letter
constexpr std::size_t min_data_length = 60; ///< of encoded data
constexpr std::size_t min_data_changes = 8; ///< between letters and digits

/// What is removed from a text, and what the warning says of it.
struct Removal {
    TextRange range;
    std::string what; ///< "a word of 300 letters"; empty if it belongs to the one before
};

enum class SignKind : std::uint8_t { letter, dense_letter, digit, accent, other };

struct Sign {
    char32_t code_point = 0;
    SignKind kind = SignKind::other;
    TextRange range;
};

SignKind kind_of(char32_t code_point) {
    const auto character = static_cast<UChar32>(code_point);
    if ((U_GET_GC_MASK(character) & U_GC_M_MASK) != 0) {
        return SignKind::accent;
    }
    if (is_digit(code_point)) {
        return SignKind::digit;
    }
    if (!is_letter(code_point)) {
        return SignKind::other;
    }
    return is_of_script_with_blanks(code_point) ? SignKind::letter : SignKind::dense_letter;
}

Sign sign_at(std::string_view text, std::size_t position) {
    std::size_t end = position;
    const char32_t code_point = next_code_point(text, end);
    end = std::max(end, position + 1);
    return {code_point, kind_of(code_point), {position, end}};
}

bool is_apostrophe(char32_t code_point) {
    return code_point == U'\'' || code_point == U'\u2019';
}

/// "1,234.5", "1'234", "12\u00A0345".
bool may_separate_digits(char32_t code_point) {
    return code_point == U'.' || code_point == U',' || is_apostrophe(code_point);
}

/// Finds the longest of each kind of row inside a stretch without blanks.
class RowFinder {
public:
    RowFinder(std::string_view text, const TextRange& stretch, std::vector<Removal>& removals)
        : text_(text), stretch_(stretch), removals_(removals) {}

    void run() {
        for (std::size_t position = stretch_.begin; position < stretch_.end;) {
            const Sign sign = sign_at(text_, position);
            switch (sign.kind) {
            case SignKind::letter:
                position = pass_word(position);
                break;
            case SignKind::digit:
                position = pass_number(position);
                break;
            case SignKind::accent:
                position = pass_accents(position);
                break;
            case SignKind::other:
                position = pass_punctuation(position);
                break;
            case SignKind::dense_letter:
                position = sign.range.end;
                break;
            }
        }
    }

private:
    std::size_t pass_word(std::size_t begin) {
        std::size_t letters = 0;
        std::size_t end = begin;
        for (std::size_t position = begin; position < stretch_.end;) {
            const Sign sign = sign_at(text_, position);
            if (sign.kind == SignKind::accent) {
                position = pass_accents(position);
            } else if (sign.kind == SignKind::letter) {
                ++letters;
                position = sign.range.end;
            } else if (is_apostrophe(sign.code_point)) {
                position = sign.range.end;
                continue; // belongs to the word if a letter follows
            } else {
                break;
            }
            end = position;
        }
        if (letters > max_word_letters) {
            remove({begin, end}, fmt::format("a word of {} letters", letters));
        }
        return end;
    }

    std::size_t pass_number(std::size_t begin) {
        std::size_t digits = 0;
        std::size_t end = begin;
        for (std::size_t position = begin; position < stretch_.end;) {
            const Sign sign = sign_at(text_, position);
            position = sign.range.end;
            if (sign.kind == SignKind::digit) {
                ++digits;
                end = position;
            } else if (!may_separate_digits(sign.code_point) || end != sign.range.begin) {
                break;
            }
        }
        if (digits > max_number_digits) {
            remove({begin, end}, fmt::format("a number of {} digits", digits));
        }
        return end;
    }

    std::size_t pass_accents(std::size_t begin) {
        std::size_t accents = 0;
        std::size_t kept = begin;
        std::size_t end = begin;
        while (end < stretch_.end) {
            const Sign sign = sign_at(text_, end);
            if (sign.kind != SignKind::accent) {
                break;
            }
            end = sign.range.end;
            kept = ++accents == max_accents ? end : kept;
        }
        if (accents > max_accents) {
            remove({kept, end}, fmt::format("a heap of {} accents", accents));
        }
        return end;
    }

    /// Keeps the first mark of a long row that ends or divides a sentence.
    std::size_t pass_punctuation(std::size_t begin) {
        std::size_t count = 0;
        std::size_t end = begin;
        std::optional<TextRange> mark;
        while (end < stretch_.end) {
            const Sign sign = sign_at(text_, end);
            if (sign.kind != SignKind::other && sign.kind != SignKind::accent) {
                break;
            }
            ++count;
            end = sign.range.end;
            if (!mark && std::u32string_view(U".!?,;:\u2026\u3002\uFF01\uFF1F").find(sign.code_point) !=
                             std::u32string_view::npos) {
                mark = sign.range;
            }
        }
        if (count > max_punctuation) {
            const std::string what = fmt::format("a row of {} signs", count);
            if (mark) {
                remove({begin, mark->begin}, what);
                remove({mark->end, end}, begin == mark->begin ? what : std::string());
            } else {
                remove({begin, end}, what);
            }
        }
        return end;
    }

    void remove(const TextRange& range, std::string what) {
        if (range.begin < range.end) {
            removals_.push_back({range, std::move(what)});
        }
    }

    std::string_view text_;
    TextRange stretch_;
    std::vector<Removal>& removals_;
};

/// Without the brackets and quotation marks around it and the punctuation after it.
TextRange core_of(std::string_view text, TextRange stretch) {
    constexpr std::string_view opening = "([{<\"'";
    constexpr std::string_view closing = ")]}>\"'.,;:!?";
    while (stretch.begin < stretch.end && opening.find(text[stretch.begin]) != std::string_view::npos) {
        ++stretch.begin;
    }
    while (stretch.end > stretch.begin && closing.find(text[stretch.end - 1]) != std::string_view::npos) {
        --stretch.end;
    }
    return stretch;
}

/// The part of a web or mail address that is too long to be read; empty if the stretch is not an address.
std::optional<Removal> long_address(std::string_view text, const TextRange& stretch) {
    const TextRange core = core_of(text, stretch);
    const std::string_view address = text.substr(core.begin, core.end - core.begin);
    if (address.size() <= max_address_length) {
        return std::nullopt;
    }
    const std::size_t scheme = address.find("://");
    const bool is_web = scheme != std::string_view::npos || address.starts_with("www.");
    const bool is_mail = address.find('@') != std::string_view::npos || address.starts_with("mailto:");
    if (!is_web && !is_mail && !address.starts_with("data:")) {
        return std::nullopt;
    }
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t path = std::min(address.find_first_of("/?#", host), address.size());
    const bool has_host = is_web && path - host <= max_word_letters;
    const std::string kind = address.starts_with("data:") ? "encoded data" : "an address";
    return Removal{{core.begin + (has_host ? path : 0), core.end},
                   fmt::format("{} of {} characters", kind, count_code_points(address))};
}

/// Base64, hashes and the like: letters and digits that change too often for a word or a number.
std::optional<Removal> encoded_data(std::string_view text, const TextRange& stretch) {
    const TextRange core = core_of(text, stretch);
    const std::string_view data = text.substr(core.begin, core.end - core.begin);
    if (data.size() < min_data_length) {
        return std::nullopt;
    }
    std::size_t changes = 0;
    for (std::size_t n = 0; n < data.size(); ++n) {
        const char sign = data[n];
        if (!is_ascii_upper(sign) && !is_ascii_lower(sign) && !is_ascii_digit(sign) &&
            std::string_view("+/=_").find(sign) == std::string_view::npos) {
            return std::nullopt;
        }
        changes += n > 0 && is_ascii_digit(sign) != is_ascii_digit(data[n - 1]) ? 1U : 0U;
    }
    return changes < min_data_changes
               ? std::nullopt
               : std::optional(Removal{core, fmt::format("encoded data of {} characters", data.size())});
}

std::vector<Removal> removals_in(std::string_view text) {
    static constexpr ByteSet separators(" \n");
    std::vector<Removal> removals;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(separators.find_in(text, begin), text.size());
        if (end - begin >= min_checked_bytes) {
            const TextRange stretch{begin, end};
            auto whole = long_address(text, stretch);
            whole = whole ? whole : encoded_data(text, stretch);
            if (whole) {
                removals.push_back(std::move(*whole));
            } else {
                RowFinder(text, stretch, removals).run();
            }
        }
        begin = end + 1;
    }
    return removals;
}

/// Removes the ranges, which are in order, and moves the emphases along.
void remove_ranges(std::string& text, const std::vector<Removal>& removals,
                   std::vector<TextRange>& emphases) {
    std::vector<Edit> edits;
    std::transform(removals.begin(), removals.end(), std::back_inserter(edits),
                   [&text](const Removal& removal) { return Edit{with_blank(text, removal.range)}; });
    apply_edits(text, edits, emphases);
}

std::string warning_about(const std::vector<Removal>& removals) {
    const auto count = std::count_if(removals.begin(), removals.end(),
                                     [](const Removal& removal) { return !removal.what.empty(); });
    const std::string others = count == 1 ? "" : fmt::format(" (and {} more in this paragraph)", count - 1);
    return fmt::format("{} is not read{}", removals.front().what, others);
}

} // namespace

void drop_unspeakable(std::vector<Block>& blocks, const std::string& name,
                      std::vector<Diagnostic>& diagnostics) {
    for (Block& block : blocks) {
        const auto removals = removals_in(block.text);
        if (!removals.empty()) {
            diagnostics.push_back({warning_about(removals), {name, block.line}});
            remove_ranges(block.text, removals, block.emphases);
        }
    }
    std::erase_if(
        blocks, [](const Block& block) { return block.text.find_first_not_of(" \n") == std::string::npos; });
}

std::string without_unspeakable(std::string line) {
    std::vector<TextRange> none;
    remove_ranges(line, removals_in(line), none);
    return line;
}

} // namespace recital
