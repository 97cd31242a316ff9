// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "studio/sources/document_worker.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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

/// A part of a file, in bytes.
struct ByteRange {
    std::uint64_t begin = 0;
    std::uint64_t end = std::numeric_limits<std::uint64_t>::max();

    bool operator==(const ByteRange&) const = default;
};

/// Reads biographies from files and from dumps of records alike, all with the same options.
class SourceReader {
public:
    /// Whole files and records that hold markup are parsed in a worker with these limits, other records in
    /// this process. With `ids` only biographies are read that declare one of them, or whose name has it as
    /// its id.
    SourceReader(ReadOptions options, RecordFields fields, const WorkerLimits& limits = {},
                 std::vector<std::string> ids = {});

    /// Called for each biography of a file with where it stands; what it throws goes on to the caller.
    using Visitor = std::function<void(const SourceRef&, Document&&)>;
    /// Called for each that cannot be read, with the id that it declares; empty if that is not known.
    using FailureVisitor = std::function<void(const SourceRef&, const Error&, const std::string& id)>;
    /// Told the digest of each whole file that `read_all` has read, before it is parsed.
    using ContentListener = std::function<void(const std::filesystem::path&, const Digest& content)>;

    void set_content_listener(ContentListener listener) { content_listener_ = std::move(listener); }

    /// Reads all biographies of a file, one at a time; of a dump those that begin in this part of it.
    void read_all(const std::filesystem::path& path, const Visitor& visit, const FailureVisitor& fail,
                  const ByteRange& part = {});

    /// Reads one biography again. Throws an `input` error if it cannot be read, or if its bytes are not those
    /// that `source.content` was computed from.
    [[nodiscard]] Document read(const SourceRef& source);

private:
    void read_records(const std::filesystem::path& path, const Visitor& visit, const FailureVisitor& fail,
                      const ByteRange& part);
    void visit_if_selected(const SourceRef& source, Document&& document, const Visitor& visit) const;
    [[nodiscard]] RecordReader open_records(const std::filesystem::path& path);
    [[nodiscard]] std::string bytes_of(const std::filesystem::path& path);
    [[nodiscard]] Document parse(std::string&& bytes, const std::filesystem::path& path);
    void have_markup_parsed(RecordReader& records);
    [[nodiscard]] Record read_record(const SourceRef& source);

    ReadOptions options_;
    RecordFields fields_;
    std::vector<std::string> ids_;
    ContentListener content_listener_;                     ///< may be empty
    std::map<std::filesystem::path, std::string> streams_; ///< what came out of pipes, which can be read once
    std::filesystem::path open_path_;                      ///< of `open_records_`
    std::unique_ptr<RecordReader> open_records_;
    DocumentWorker parser_;
};

} // namespace recital
