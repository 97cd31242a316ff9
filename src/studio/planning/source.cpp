// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/source.h"

#include "base/file.h"
#include "studio/process/signals.h"

#include <utility>

namespace recital {

std::string SourceRef::to_string() const {
    return SourcePlace{path.string(), line}.to_string();
}

SourceReader::SourceReader(ReadOptions options, RecordFields fields, const WorkerLimits& limits)
    : options_(std::move(options)), fields_(std::move(fields)), parser_(options_, limits) {}

void SourceReader::read_all(const std::filesystem::path& path, const Visitor& visit,
                            const FailureVisitor& fail) {
    const auto guarded = [&](const SourceRef& source, const std::function<Document()>& read) {
        check_interrupted();
        try {
            visit(source, read());
        } catch (const Error& error) {
            fail(source, error);
        }
    };
    if (!is_record_kind(path)) {
        return guarded({path, 0, 0}, [&] { return parser_.parse(read_file(path), path.string()); });
    }
    try {
        RecordReader records(path, fields_, options_);
        while (auto record = records.next()) {
            guarded({path, record->offset, record->line}, [&] {
                if (const auto* error = std::get_if<Error>(&record->content)) {
                    throw Error(*error);
                }
                return std::get<Document>(std::move(record->content));
            });
        }
    } catch (const Error& error) {
        fail({path, 0, 0}, error);
    }
}

Document SourceReader::read(const SourceRef& source) {
    if (source.line == 0) {
        return parser_.parse(read_file(source.path), source.path.string());
    }
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
        throw Error(ErrorKind::input, "the record has vanished while the run went on: run again",
                    {source.path.string(), source.line});
    }
    if (const auto* error = std::get_if<Error>(&record->content)) {
        throw Error(*error);
    }
    return std::get<Document>(std::move(record->content));
}

} // namespace recital
