// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/source.h"

#include "base/file.h"
#include "studio/process/signals.h"

#include <utility>
#include <variant>

namespace recital {

namespace {

[[noreturn]] void throw_changed(const SourceRef& source) {
    throw Error(ErrorKind::input, "was changed while the run went on: run again",
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

} // namespace

std::string SourceRef::to_string() const {
    return SourcePlace{path.string(), line}.to_string();
}

SourceReader::SourceReader(ReadOptions options, RecordFields fields, const WorkerLimits& limits)
    : options_(std::move(options)), fields_(std::move(fields)), parser_(options_, limits) {}

void SourceReader::read_all(const std::filesystem::path& path, const Visitor& visit,
                            const FailureVisitor& fail) {
    SourceRef source{path};
    const auto guarded = [&](const std::function<Document()>& read) {
        check_interrupted();
        try {
            visit(source, read());
        } catch (const Error& error) {
            fail(source, error);
        }
    };
    if (!is_record_kind(path)) {
        return guarded([&] {
            const std::string bytes = read_file(path);
            source.content = digest_of(bytes);
            return parser_.parse(bytes, path.string());
        });
    }
    try {
        RecordReader records(path, fields_, options_);
        while (auto record = records.next()) {
            source = {path, record->offset, record->line, record->digest};
            guarded([&] { return document_of(std::move(*record)); });
        }
    } catch (const Error& error) {
        fail({path}, error);
    }
}

Document SourceReader::read(const SourceRef& source) {
    if (source.line == 0) {
        const std::string bytes = read_file(source.path);
        check_unchanged(source, digest_of(bytes));
        return parser_.parse(bytes, source.path.string());
    }
    Record record = read_record(source);
    check_unchanged(source, record.digest);
    return document_of(std::move(record));
}

Record SourceReader::read_record(const SourceRef& source) {
    if (open_records_ == nullptr || open_path_ != source.path) {
        open_records_ = std::make_unique<RecordReader>(source.path, fields_, options_);
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
