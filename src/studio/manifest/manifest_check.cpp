// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/manifest/manifest_check.h"

#include "base/error.h"
#include "studio/manifest/manifest_merge.h"
#include "studio/manifest/manifest_segment.h"
#include "studio/manifest/sha256.h"
#include "studio/planning/plan_record.h"
#include "studio/process/signals.h"

#include <fmt/format.h>

#include <system_error>

namespace recital {

namespace {

/// What is wrong with the file; empty if nothing is.
std::string fault_of(const std::filesystem::path& path, const ManifestFile& file) {
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    if (error) {
        return "is missing";
    }
    if (bytes != file.bytes) {
        return fmt::format("has {} bytes instead of {}", bytes, file.bytes);
    }
    try {
        return sha256_of_file(path) == file.sha256 ? "" : "was changed: its SHA-256 is another one";
    } catch (const Error& failure) {
        return failure.what();
    }
}

} // namespace

ManifestCheck check_manifest(const std::filesystem::path& root_path, const CheckListener& tell) {
    const ManifestRoot root = read_manifest_root(root_path);
    ManifestCheck check;
    for (const std::filesystem::path& path : root.segments) {
        SegmentReader segment(path);
        for (ManifestEntry entry; segment.next(entry);) {
            check_interrupted();
            for (const ManifestFile& file : entry.files) {
                ++check.files;
                const std::filesystem::path place = root.output / file.path;
                const std::string fault =
                    stays_below(file.path) ? fault_of(place, file) : "is not below the folder of the books";
                if (fault.empty()) {
                    ++check.intact;
                    check.bytes += file.bytes;
                } else {
                    tell(place, fault);
                }
            }
        }
    }
    return check;
}

} // namespace recital
