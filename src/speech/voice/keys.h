// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"

#include <toml++/toml.h>

#include <filesystem>

namespace recital {

/// Sets the values of a table of a profile or a target. Throws a `voice` error with file and line for an
/// unknown key or an invalid value; voices/README.md lists both.
void read_keys(const toml::table& table, const std::filesystem::path& path, Voice& voice);

/// Throws a `voice` error if the profile at `path` lacks a required key.
void check_required_keys(const std::filesystem::path& path, Voice& voice);

} // namespace recital
