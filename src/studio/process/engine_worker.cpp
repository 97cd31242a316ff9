// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/engine_worker.h"

#include "container/codec/libav_encoder.h"
#include "speech/engine/engine.h"

#include <utility>

namespace recital {

WorkerKind engine_worker(WorkerKind::Answer answer, const std::filesystem::path& readable) {
    static const std::filesystem::path data = engine_info().data_folder;
    WorkerKind kind{"the speech engine", std::move(answer), ErrorKind::engine};
    kind.needs.readable = {data};
    if (!readable.empty()) {
        kind.needs.readable.push_back(readable);
    }
    return kind;
}

WorkerKind encoding_worker(WorkerKind::Answer answer) {
    WorkerKind kind = engine_worker(std::move(answer));
    kind.prepare = [](const StepReporter&) { load_encoders(); };
    return kind;
}

} // namespace recital
