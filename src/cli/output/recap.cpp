// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/recap.h"

#include "cli/output/standard_streams.h"
#include "studio/job/diagnostic_causes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace recital {

namespace {

constexpr std::size_t max_places = 3;
constexpr std::size_t max_failures = 20;

/// "a.txt:3, b.txt:9 and 36 more"
std::string places_of(const std::vector<std::string>& places, std::size_t count) {
    const std::size_t more = count - places.size();
    return fmt::format("{}{}", fmt::join(places, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

const char* plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

} // namespace

bool Recap::add(const Diagnostic& warning) {
    ++warnings_;
    const DiagnosticCause& cause = cause_of(warning);
    if (cause.summary.empty()) {
        return true;
    }
    const auto [entry, is_new] = warning_groups_.try_emplace(cause.code);
    Group& group = entry->second;
    if (is_new) {
        causes_.push_back(cause.code);
        group.summary = cause.summary;
        return true;
    }
    ++group.untold;
    if (group.places.size() < max_places) {
        group.places.push_back(warning.place.to_string());
    }
    return false;
}

bool Recap::add(const SkippedReport& skipped) {
    ++skipped_;
    const bool is_copy = skipped.code == "near-copy"; // each names another text
    const std::string key = is_copy ? skipped.code : skipped.reason;
    const auto [entry, is_new] = skipped_groups_.try_emplace(key);
    Group& group = entry->second;
    if (is_new) {
        kinds_.push_back(key);
        group.summary = is_copy ? "nearly the same text as another one that is read" : skipped.reason;
    }
    ++group.count;
    if (group.places.size() < max_places) {
        group.places.push_back(skipped.source);
    }
    return is_new || is_copy;
}

void Recap::add(const FailureReport& failure) {
    ++failure_count_;
    if (failures_.size() < max_failures) {
        failures_.push_back(
            fmt::format("{}: {}", SourcePlace{failure.source, failure.line}.to_string(), failure.error));
    }
}

void Recap::print_warnings() const {
    for (const std::string& cause : causes_) {
        const Group& group = warning_groups_.at(cause);
        if (group.untold > 0) {
            print_message("recital: warning: {} more place{} of the same kind ({}): {}\n", group.untold,
                          plural(group.untold), places_of(group.places, group.untold), group.summary);
        }
    }
}

void Recap::print_rest() const {
    if (skipped_ > 1) {
        print_message("\nSkipped, {} files:\n", skipped_);
        for (const std::string& kind : kinds_) {
            const Group& group = skipped_groups_.at(kind);
            print_message("  {}: {}\n", places_of(group.places, group.count), group.summary);
        }
    }
    if (failure_count_ > 1 || (failure_count_ == 1 && warnings_ + skipped_ > 1)) {
        print_message("\nFailed, {} source{}:\n", failure_count_, plural(failure_count_));
        for (const std::string& failure : failures_) {
            print_message("  {}\n", failure);
        }
        if (failure_count_ > failures_.size()) {
            print_message("  and {} more\n", failure_count_ - failures_.size());
        }
    }
}

} // namespace recital
