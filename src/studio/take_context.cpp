// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_context.h"

#include "studio/child_process.h"
#include "studio/environment.h"
#include "studio/take_renderer.h"

#include <fmt/format.h>

#include <string>

namespace recital {

TakeContext make_take_context(const Job& job, const CalibrationText& calibration) {
    TakeContext context{job.voice, job.format, {}};
    // The fingerprint is rendered in a process of its own, as every take is.
    ChildProcess child([&](const StepReporter&) { return render_fingerprint(context); },
                       job.take_cpu_seconds);
    child.finish();
    context.environment = fmt::format("{} {} {}", library_digest(), child.answer(), calibration.digest());
    return context;
}

double find_gain(const TakeStore& store, const TakeContext& context, const CalibrationText& calibration,
                 unsigned cpu_seconds) {
    const std::string key = fmt::format("gain\nenvironment {}\nformat {}\n{}", context.environment,
                                        describe(context.format), describe_sound(context.voice));
    if (const auto note = store.find_note(key)) {
        return std::stod(*note);
    }
    ChildProcess child(
        [&](const StepReporter&) {
            return fmt::format("{:.2f}", render_calibration(calibration.sentences(), context));
        },
        cpu_seconds);
    child.finish();
    const std::string answer = child.answer();
    store.put_note(key, answer);
    return std::stod(answer);
}

} // namespace recital
