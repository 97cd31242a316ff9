// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/source.h"

#include "base/file.h"
#include "base/system/system_error.h"
#include "document/readers/foreign/foreign_kind.h"
#include "document/subject/file_names.h"
#include "studio/process/signals.h"
#include "studio/sources/musician_id.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <ios>
#include <new>
#include <system_error>
#include <utility>
#include <variant>

namespace recital {

namespace {

[[noreturn]] void throw_changed(const SourceRef& source) {
    throw Error(
        ErrorKind::input,
        "was changed since it was read for the plan: run again, and if there is a plan, make it again",
        {source.path.string(), source.line});
}

void check_unchanged(const SourceRef& source, const Digest& content) {
    if (content != source.content) {
        throw_changed(source);
    }
}

/// Throws the record's error if it could not be read.
Document document_of(Record record) {
    if (const auto* error = std::get_if<Error>(&record.content)) {
        throw Error(*error);
    }
    return std::get<Document>(std::move(record.content));
}

/// A spreadsheet that calls itself a table is named as such. Tables of text hold no zero bytes, but for
/// UTF-16.
void refuse_foreign_table(const std::filesystem::path& path) {
    constexpr std::size_t head = 4096;
    require_regular_file(path);
    std::string bytes(head, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (bytes.find('\0') == std::string::npos) {
        return;
    }
    const bool is_archive = bytes.starts_with("PK\x03\x04");
    if (const auto kind = foreign_kind(is_archive ? read_file(path) : bytes, path.string())) {
        throw Error(ErrorKind::input, kind->to_string(), {path.string(), 0});
    }
}

} // namespace

std::string SourceRef::to_string() const {
    return SourcePlace{path.string(), line}.to_string();
}

SourceReader::SourceReader(ReadOptions options, RecordFields fields, const WorkerLimits& limits,
                           std::vector<std::string> ids)
    : options_(std::move(options)), fields_(std::move(fields)), ids_(std::move(ids)),
      parser_(options_, limits) {}

void SourceReader::read_all(const std::filesystem::path& path, const Visitor& visit,
                            const FailureVisitor& fail, const ByteRange& part) {
    check_interrupted();
    SourceRef source{path};
    try {
        if (is_record_kind(path)) {
            refuse_foreign_table(path);
            read_records(path, visit, fail, part);
            return;
        }
        std::string bytes = bytes_of(path);
        if (is_own_descriptor(path) && !options_.as_typed && is_table(bytes)) {
            read_records(path, visit, fail, part);
            return;
        }
        source.content = digest_of(bytes);
        if (content_listener_) {
            content_listener_(path, source.content);
        }
        visit_if_selected(source, parse(std::move(bytes), path), visit);
    } catch (const Error& error) {
        fail(source, error, {});
    } catch (const std::bad_alloc&) {
        fail(source, Error(ErrorKind::input, memory_error_text()), {});
    }
}

void SourceReader::read_records(const std::filesystem::path& path, const Visitor& visit,
                                const FailureVisitor& fail, const ByteRange& part) {
    RecordReader records = open_records(path);
    if (part != ByteRange()) {
        records.restrict_to(part.begin, part.end);
    }
    records.select(ids_);
    have_markup_parsed(records);
    bool has_rows = false;
    while (auto record = records.next()) {
        check_interrupted();
        has_rows = true;
        const SourceRef source{path, record->offset, record->line, record->digest};
        const std::string id = record->id;
        try {
            visit(source, document_of(std::move(*record)));
        } catch (const Error& error) {
            fail(source, error, id);
        }
    }
    if (!has_rows && ids_.empty() && part == ByteRange()) {
        throw Error(ErrorKind::input, "the table has no rows: give one with a biography in each row",
                    {path.string(), 0});
    }
}

/// The records of a file, or of standard input, which has no name that says what it is.
RecordReader SourceReader::open_records(const std::filesystem::path& path) {
    return is_record_kind(path) ? RecordReader(path, fields_, options_)
                                : RecordReader(path, bytes_of(path), fields_, options_);
}

void SourceReader::visit_if_selected(const SourceRef& source, Document&& document,
                                     const Visitor& visit) const {
    const std::string id = document.id.empty() ? id_from_name(document.musician) : document.id;
    if (ids_.empty() || std::find(ids_.begin(), ids_.end(), id) != ids_.end()) {
        visit(source, std::move(document));
    }
}

/// The bytes of a file, which may be asked for again, also if they came through a pipe.
std::string SourceReader::bytes_of(const std::filesystem::path& path) {
    if (const auto stream = streams_.find(path); stream != streams_.end()) {
        return stream->second;
    }
    std::string bytes = read_file(path);
    if (std::error_code ignored; !std::filesystem::is_regular_file(path, ignored)) {
        streams_.emplace(path, bytes);
    }
    return bytes;
}

/// The name of a pipe names nobody.
Document SourceReader::parse(std::string&& bytes, const std::filesystem::path& path) {
    Document document = parser_.parse(std::move(bytes), path.string());
    if (is_own_descriptor(path) && !document.certain &&
        document.musician == title_from_file_name(path.string())) {
        throw Error(ErrorKind::input, "nothing says whom the text is about: give --musician NAME",
                    {path.string(), 0});
    }
    return document;
}

Document SourceReader::read(const SourceRef& source) {
    if (source.line == 0) {
        std::string bytes = bytes_of(source.path);
        check_unchanged(source, digest_of(bytes));
        return parse(std::move(bytes), source.path);
    }
    Record record = read_record(source);
    check_unchanged(source, record.digest);
    return document_of(std::move(record));
}

void SourceReader::have_markup_parsed(RecordReader& records) {
    records.read_markup_with([this](const RecordText& record) { return parser_.parse(record); });
}

Record SourceReader::read_record(const SourceRef& source) {
    if (open_records_ == nullptr || open_path_ != source.path) {
        open_records_ = std::make_unique<RecordReader>(open_records(source.path));
        have_markup_parsed(*open_records_);
        open_path_ = source.path;
    }
    Record position;
    position.offset = source.offset;
    position.line = source.line;
    open_records_->seek(position);
    auto record = open_records_->next();
    if (!record) {
        throw_changed(source);
    }
    return std::move(*record);
}

} // namespace recital
