// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "studio/planning/document_worker.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace recital {

/// Where one biography stands: a whole file, or one record of a dump.
struct SourceRef {
    std::filesystem::path path;
    std::uint64_t offset = 0; ///< of the record in bytes
    std::size_t line = 0;     ///< of the record, from 1; 0 for a whole file
    Digest content = {};      ///< of the file's or the record's bytes, when it was read for the first time

    bool operator==(const SourceRef&) const = default;

    /// As it stands in reports: the path, and the line of a record behind a colon.
    [[nodiscard]] std::string to_string() const;
};

/// Reads biographies from files and from dumps of records alike, all with the same options.
class SourceReader {
public:
    /// Whole files are parsed in a worker with these limits, records in this process.
    SourceReader(ReadOptions options, RecordFields fields, const WorkerLimits& limits = {});

    /// Called for each biography of a file with where it stands; what it throws goes on to the caller.
    using Visitor = std::function<void(const SourceRef&, Document&&)>;
    /// Called for each that cannot be read.
    using FailureVisitor = std::function<void(const SourceRef&, const Error&)>;

    /// Reads all biographies of a file, one at a time.
    void read_all(const std::filesystem::path& path, const Visitor& visit, const FailureVisitor& fail);

    /// Reads one biography again. Throws an `input` error if it cannot be read, or if its bytes are not those
    /// that `source.content` was computed from.
    [[nodiscard]] Document read(const SourceRef& source);

private:
    [[nodiscard]] Record read_record(const SourceRef& source);

    ReadOptions options_;
    RecordFields fields_;
    std::filesystem::path open_path_; ///< of `open_records_`
    std::unique_ptr<RecordReader> open_records_;
    DocumentWorker parser_;
};

} // namespace recital
