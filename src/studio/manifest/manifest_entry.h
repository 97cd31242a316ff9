// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/hash.h"
#include "studio/planning/plan_record.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A text that a book was made from.
struct ManifestSource {
    std::filesystem::path path;
    std::size_t line = 0; ///< of a record; 0 for a whole file
    std::string sha256;   ///< of its bytes; empty if they could not be read again

    bool operator==(const ManifestSource&) const = default;
};

/// A file of a book.
struct ManifestFile {
    std::filesystem::path path; ///< below the output folder
    std::uint64_t bytes = 0;
    std::string sha256;

    bool operator==(const ManifestFile&) const = default;
};

/// What became of one book of a plan.
struct ManifestEntry {
    Digest book; ///< of its record in the plan, see `record_digest`
    std::string id;
    std::string musician;
    std::vector<ManifestSource> sources;
    std::string settings;            ///< digest of settings and data, as in the book's own record
    double seconds = 0;              ///< of sound, in the first format; 0 for a book that was not made
    std::vector<ManifestFile> files; ///< audio first; none for a book that was not made
    std::vector<std::string> warnings;
    std::string error;                          ///< why it was not made; empty if it was
    ErrorKind error_kind = ErrorKind::internal; ///< of that error
    bool is_of_machine = false;                 ///< the machine lacked something, or the text was not there

    bool operator==(const ManifestEntry&) const = default;

    [[nodiscard]] bool is_made() const { return error.empty(); }
    /// True for an error that another attempt may not meet: a full disk, a text that was not there, a process
    /// that was killed from outside.
    [[nodiscard]] bool is_transient() const { return is_of_machine || error_kind == ErrorKind::output; }
};

/// Names a book within its plan: XXH3-128 of the record's line.
[[nodiscard]] Digest record_digest(const PlanRecord& record);

/// By which entries are sorted: the id, then the book.
[[nodiscard]] std::string sort_key(const ManifestEntry& entry);

/// The entry as a line of JSON without the line break; docs/formats/manifest.md describes it.
[[nodiscard]] std::string to_line(const ManifestEntry& entry);

/// Throws MalformedLine.
[[nodiscard]] ManifestEntry read_manifest_entry(std::string_view line);

} // namespace recital
