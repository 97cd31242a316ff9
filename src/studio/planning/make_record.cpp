// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/make_record.h"

#include "studio/job/diagnostic_causes.h"
#include "studio/planning/speech_estimate.h"
#include "studio/sources/musician_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

/// The first that is not empty of what the texts of a book have in that field.
std::string first_known(std::span<const TextFacts> texts, std::string TextFacts::* field) {
    const auto known = std::find_if(texts.begin(), texts.end(),
                                    [field](const TextFacts& text) { return !(text.*field).empty(); });
    return known == texts.end() ? std::string() : (*known).*field;
}

} // namespace

PlanRecord make_record(std::span<const TextFacts> texts, std::vector<SourceRef> sources,
                       const std::string& musician, const std::string& distinction,
                       const std::string& reason) {
    const TextFacts& first = texts.front();
    PlanRecord record;
    record.musician = musician.empty() ? first.musician : musician;
    record.name =
        distinction.empty() ? record.musician : fmt::format("{} ({})", record.musician, distinction);
    record.is_id_declared = !first.id.empty();
    record.id = record.is_id_declared ? first.id : id_from_name(record.name);
    record.born = first_known(texts, &TextFacts::born);
    record.died = first_known(texts, &TextFacts::died);
    record.occupation = first_known(texts, &TextFacts::occupation);
    record.reason = first.evidence;
    if (!reason.empty()) {
        record.reason += (record.reason.empty() ? "" : "; ") + reason;
    }
    record.language = first.language;
    for (const TextFacts& text : texts) {
        record.seconds += text.seconds;
    }
    record.seconds = rounded_seconds(record.seconds);
    record.sources = std::move(sources);
    return record;
}

void tell_of_grouping(std::span<const Diagnostic> diagnostics, RunListener& listener) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const DiagnosticCause& cause = cause_of(diagnostic);
        if (cause.code == "near-copy") {
            listener.on_skipped({diagnostic.place.file, cause.code, diagnostic.message});
        } else {
            listener.on_warning(diagnostic);
        }
    }
}

} // namespace recital
