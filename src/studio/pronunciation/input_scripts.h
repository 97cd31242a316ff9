// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/pronunciation/pronouncer.h"
#include "studio/sources/source.h"
#include "text/script/script.h"

#include <functional>

namespace recital {

/// What is done with the scripts of a job's inputs, and with what is wrong with them.
struct InputScriptVisitor {
    /// Each script with its pronunciations.
    std::function<void(const Script&, const SourceRef&, const Pronouncer&)> on_script;
    std::function<void(const FailureReport&)> on_failure;
    std::function<void(const Diagnostic&)> on_warning; ///< also for each text that is skipped
    std::function<void(const Diagnostic&)> on_notice;  ///< what is not unusual, such as a lexicon in use
};

/// Whether scripts have the announcements that the voice adds to a book.
enum class AnnouncementsIn { none, scripts };

/// Makes the script of each text of the job that is in the voice's language: inputs, reading, voice and
/// lexicons of the job count. Throws `usage`, `input` and `engine` errors.
void visit_input_scripts(const Job& job, AnnouncementsIn announcements, const InputScriptVisitor& visitor);

} // namespace recital
