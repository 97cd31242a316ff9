// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/forms.h"
#include "cli/options/options.h"
#include "cli/tree/value_guide.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace recital {

/// The values of `recital cache` as they were given.
struct CacheArguments {
    std::string folder;
    std::string max_size;
    bool json = false;
};

/// What sizes are given: see `parse_size`.
[[nodiscard]] ValueGuide size_guide();

/// Adds `recital cache`; the arguments have to outlive the command.
void add_cache_command(Command& root, CacheArguments& arguments);

/// `root` has parsed the command. Throws `usage` errors.
[[nodiscard]] CacheOptions make_cache_options(const Command& root, const CacheArguments& arguments);

/// XDG Base Directory Specification 0.8: $XDG_CACHE_HOME/recital, else ~/.cache/recital. A relative
/// $XDG_CACHE_HOME is to be ignored. Empty where there is neither, as services have none.
[[nodiscard]] std::filesystem::path default_cache();

/// The same folder, or nothing where this user cannot write to it.
[[nodiscard]] std::filesystem::path usable_default_cache();

/// A number of bytes: "500000", or with K, M, G or T for powers of 1024: "5G", "1.5 GiB". Throws a `usage`
/// error that names the option.
[[nodiscard]] std::uint64_t parse_size(std::string_view text, std::string_view option);

} // namespace recital
