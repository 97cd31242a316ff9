// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"

#include <filesystem>
#include <functional>
#include <span>

namespace recital {

/// A book of a hundred hours takes a slow machine an hour; one that is decoded shows signs of life.
inline constexpr WorkerLimits decoder_limits{36000, 600, true};

/// A worker that decodes finished books: it reads the folders of these files, where subtitles lie, too.
[[nodiscard]] WorkerKind decoder(WorkerKind::Answer answer, std::span<const std::filesystem::path> files);

/// To be called before each block that is decoded: reports a step now and then.
[[nodiscard]] std::function<void()> signs_of_life(const StepReporter& report_step);

} // namespace recital
