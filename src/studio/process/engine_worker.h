// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"

#include <filesystem>

namespace recital {

/// A worker that speaks: it reads the data of eSpeak NG, and the folder `readable` if it is given.
[[nodiscard]] WorkerKind engine_worker(WorkerKind::Answer answer, const std::filesystem::path& readable = {});

/// A worker that speaks and encodes: it loads the encoders if its parent has not.
[[nodiscard]] WorkerKind encoding_worker(WorkerKind::Answer answer);

} // namespace recital
