// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/recap.h"

#include "base/unicode.h"
#include "cli/output/place_text.h"
#include "cli/output/print.h"
#include "studio/job/diagnostic_causes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_places = 3;         ///< of examples
constexpr std::size_t max_told = 20;          ///< of what matters by itself
constexpr std::size_t max_repeats = 200;      ///< causes; further ones are counted together
constexpr std::size_t max_listed_causes = 20; ///< of failures, at the end

/// "a.txt:3, b.txt:9 and 36 more"
std::string places_of(const Repeat& repeat, std::size_t first, std::size_t count,
                      std::size_t max_listed = max_places) {
    std::string text;
    std::size_t listed = 0;
    for (std::size_t n = first; n < repeat.places.size() && listed < max_listed; ++n, ++listed) {
        text += (text.empty() ? "" : ", ") + place_text(repeat.places[n]);
    }
    if (count > listed) {
        text += fmt::format("{}{} more", text.empty() ? "" : " and ", count - listed);
    }
    return text;
}

const char* plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

/// The message without what differs between messages of one cause: numbers, and what is quoted in "...".
std::string pattern_of(std::string_view message) {
    std::string pattern;
    bool is_quoted = false;
    for (const char byte : message) {
        if (byte == '"') {
            is_quoted = !is_quoted;
        } else if (is_ascii_digit(byte)) {
            pattern += pattern.ends_with('0') ? "" : "0";
        } else if (!is_quoted) {
            pattern += byte;
        }
    }
    return pattern;
}

const char* name_of(Repeat::Kind kind) {
    switch (kind) {
    case Repeat::Kind::failure:
        return "error: ";
    case Repeat::Kind::notice:
        return "";
    case Repeat::Kind::warning:
    case Repeat::Kind::skipped:
        return "warning: ";
    }
    return "";
}

/// How many more there were than the person was shown.
void print_count(const Repeat& repeat) {
    const std::size_t untold = repeat.count - repeat.told;
    if (untold > 0) {
        print_message("recital: {}{} more place{} of the same kind ({}): {}\n", name_of(repeat.kind), untold,
                      plural(untold), Whole{places_of(repeat, repeat.told, untold)}, repeat.summary);
    }
}

} // namespace

/// `told_limit`: how many are shown.
bool Recap::count(const std::string& key, Repeat repeat, const SourcePlace& place, std::size_t told_limit) {
    const std::string kind = fmt::format("{}:", static_cast<int>(repeat.kind));
    const bool is_full = repeats_.size() >= max_repeats && !indexes_.contains(kind + key);
    const auto [entry, is_new] = indexes_.try_emplace(kind + (is_full ? "" : key), repeats_.size());
    if (is_new) {
        repeat.summary = is_full ? "of many other causes" : repeat.summary;
        repeats_.push_back(std::move(repeat));
    }
    Repeat& counted = repeats_[entry->second];
    ++counted.count;
    if (counted.places.size() < told_limit + max_places) {
        counted.places.push_back(place);
    }
    const bool is_told = !is_full && counted.told < told_limit;
    counted.told += is_told ? 1 : 0;
    return is_told;
}

bool Recap::add_diagnostic(Repeat::Kind kind, const Diagnostic& diagnostic) {
    const DiagnosticCause& cause = cause_of(diagnostic);
    const bool has_summary = !cause.summary.empty();
    const bool is_listed = cause.code != "other";
    return count(is_listed ? cause.code : pattern_of(diagnostic.message),
                 {kind, cause.code, diagnostic.message, has_summary ? cause.summary : diagnostic.message},
                 diagnostic.place, has_summary ? 1 : max_told);
}

bool Recap::add(const Diagnostic& warning) {
    ++warnings_;
    return add_diagnostic(Repeat::Kind::warning, warning);
}

bool Recap::add_notice(const Diagnostic& notice) {
    return add_diagnostic(Repeat::Kind::notice, notice);
}

bool Recap::add(const SkippedReport& skipped) {
    ++skipped_;
    const bool is_copy = skipped.code == "near-copy"; // each names another text
    const std::string& cause = is_copy ? skipped.code : skipped.reason;
    return count(cause,
                 {Repeat::Kind::skipped, skipped.code, skipped.reason,
                  is_copy ? "nearly the same text as another one that is read" : skipped.reason},
                 {skipped.source, 0}, is_copy ? max_told : 1);
}

bool Recap::add(const FailureReport& failure) {
    ++failures_;
    const bool is_part = failure.line > 0;
    return count(pattern_of(failure.error) + (is_part ? '\n' + failure.source : ""),
                 {Repeat::Kind::failure, {}, failure.error, failure.error}, {failure.source, failure.line},
                 is_part ? 1 : max_told);
}

void Recap::print_untold(Repeat::Kind kind) const {
    for (const Repeat& repeat : repeats_) {
        if (repeat.kind == kind) {
            print_count(repeat);
        }
    }
}

void Recap::print_skipped() const {
    print_message("\nSkipped, {} files:\n", skipped_);
    for (const Repeat& repeat : repeats_) {
        if (repeat.kind == Repeat::Kind::skipped) {
            print_message("  {}: {}\n", Whole{places_of(repeat, 0, repeat.count)}, repeat.summary);
        }
    }
}

void Recap::print_failures() const {
    print_message("\nFailed, {} source{}:\n", failures_, plural(failures_));
    std::size_t causes = 0;
    std::size_t listed = 0;
    for (const Repeat& repeat : repeats_) {
        if (repeat.kind == Repeat::Kind::failure && causes++ < max_listed_causes) {
            print_message("  {}: {}\n", Whole{places_of(repeat, 0, repeat.count, max_told)}, repeat.summary);
            listed += repeat.count;
        }
    }
    if (failures_ > listed) {
        print_message("  and {} more\n", failures_ - listed);
    }
}

void Recap::print_rest() const {
    if (skipped_ > 1) {
        print_skipped();
    }
    if (failures_ > 1 || (failures_ == 1 && warnings_ + skipped_ > 1)) {
        print_failures();
    }
}

} // namespace recital
