// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"

#include <toml++/toml.h>

#include <filesystem>

namespace recital {

/// Sets what the table of a profile or a target says. Throws a `voice` error with file and line for a key
/// that does not exist and for a value that it cannot have: voices/README.md lists both.
void read_keys(const toml::table& table, const std::filesystem::path& path, Voice& voice);

/// Throws a `voice` error if the profile at `path` has not set what every profile has to.
void check_required_keys(const std::filesystem::path& path, Voice& voice);

} // namespace recital
