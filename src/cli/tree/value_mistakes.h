// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/tree/mistake.h"

#include <optional>

namespace recital {

/// The first value that its option's guide does not allow, or that is only a part of what was meant:
/// "--bitrate 128k", "--format m4b mp3", "--cache-size 5 GB", "--voice --json".
[[nodiscard]] std::optional<Mistake> find_value_mistake(const GivenArguments& given);

} // namespace recital
