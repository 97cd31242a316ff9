// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/assembly/omissions.h"

#include "base/unicode.h"
#include "document/inline/normalise.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace recital {

namespace {

/// The omissions of one kind.
struct Summary {
    std::string kind;
    std::size_t line = 0;
    std::size_t count = 0;
    std::vector<std::string> quotes;
};

std::string quoted(const std::string& text) {
    constexpr std::size_t max_length = 60; // bytes
    const std::string line = normalise_text(text);
    const std::string_view shown = prefix_on_character(line, max_length);
    return fmt::format("\"{}{}\"", shown, shown.size() < line.size() ? "..." : "");
}

std::string described(const Summary& summary) {
    if (summary.quotes.empty()) {
        return fmt::format("not read: {}", summary.kind);
    }
    return fmt::format("not read: {} ({}{})", summary.kind, fmt::join(summary.quotes, ", "),
                       summary.count > summary.quotes.size() ? fmt::format(", ...; {} in all", summary.count)
                                                             : std::string());
}

} // namespace

std::vector<Diagnostic> describe_omissions(const std::vector<Omission>& omissions, const std::string& name) {
    constexpr std::size_t max_quotes = 3;
    std::vector<Summary> summaries;
    for (const Omission& omission : omissions) {
        auto summary =
            std::find_if(summaries.begin(), summaries.end(),
                         [&omission](const Summary& candidate) { return candidate.kind == omission.kind; });
        if (summary == summaries.end()) {
            summary = summaries.insert(summaries.end(), {omission.kind, omission.line, 0, {}});
        }
        ++summary->count;
        if (summary->quotes.size() < max_quotes && !omission.text.empty()) {
            summary->quotes.push_back(quoted(omission.text));
        }
    }
    std::vector<Diagnostic> diagnostics;
    std::transform(
        summaries.begin(), summaries.end(), std::back_inserter(diagnostics),
        [&name](const Summary& summary) { return Diagnostic{described(summary), {name, summary.line}}; });
    return diagnostics;
}

} // namespace recital
