// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"

#include "base/error.h"

#include <cstdlib>
#include <system_error>

namespace recital {

namespace {

bool holds_resources(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::is_directory(folder / "voices", ignored) &&
           std::filesystem::is_directory(folder / "data" / "languages", ignored);
}

} // namespace

std::filesystem::path resource_folder() {
    // Read once at start, before any thread exists.
    if (const char* chosen = std::getenv("RECITAL_RESOURCES")) { // NOLINT(concurrency-mt-unsafe)
        if (holds_resources(chosen)) {
            return chosen;
        }
        throw Error(ErrorKind::usage,
                    "RECITAL_RESOURCES must name a folder that holds data/languages and voices", {chosen, 0});
    }
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (auto folder = program; folder.has_relative_path(); folder = folder.parent_path()) {
        if (holds_resources(folder)) {
            return folder;
        }
    }
    if (auto installed = program.parent_path() / "share" / "recital"; holds_resources(installed)) {
        return installed;
    }
    throw Error(ErrorKind::internal,
                "the folders data/languages and voices are not found beside the program: "
                "install it whole, or set RECITAL_RESOURCES to the folder that holds them");
}

} // namespace recital
