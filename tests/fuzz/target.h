// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace recital::fuzz {

/// Reads bytes that may be anything with one part of the program. Returns if they were read, or refused as
/// the part documents it. Throws BrokenPromise, or whatever else the part throws: both are findings.
using TargetFunction = void (*)(std::string_view bytes);

/// A fuzz target under its name; targets.tsv lists all of them.
class Target {
public:
    /// Objects of static lifetime, one for each target.
    Target(std::string_view name, TargetFunction function);
};

/// The target of that name; null if there is none.
[[nodiscard]] TargetFunction find_target(std::string_view name);

/// All names, sorted.
[[nodiscard]] std::vector<std::string> target_names();

/// Something that the program promises does not hold.
class BrokenPromise : public std::logic_error {
    using std::logic_error::logic_error;
};

/// Throws BrokenPromise with these words unless `holds`.
void require(bool holds, std::string_view promise);

/// Calls `read`. It may throw errors of that kind.
template <typename Read>
void refusing(ErrorKind kind, const Read& read) {
    try {
        read();
    } catch (const Error& error) {
        require(error.kind() == kind, error.to_string());
    }
}

/// The path of a file with these bytes, for what reads files only; the next call with that name replaces it.
[[nodiscard]] std::filesystem::path scratch_file(std::string_view name, std::string_view bytes);

} // namespace recital::fuzz
