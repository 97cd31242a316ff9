// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/document_worker.h"

#include "base/byte_stream.h"
#include "document/model/document_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace recital {

namespace {

/// What a request holds: whether it is a record, then the name of the file and its bytes, or the record.
std::string serialise(const std::string& bytes, const std::string& name) {
    ByteWriter out;
    out.flag(false);
    out.text(name);
    out.raw(bytes);
    return out.take();
}

std::string serialise(const RecordText& record) {
    ByteWriter out;
    out.flag(true);
    out.text(record.file);
    out.number(record.line);
    out.number(record.values.size());
    for (const auto& [field, value] : record.values) {
        out.text(field);
        out.text(value);
    }
    out.number(record.diagnostics.size());
    for (const Diagnostic& diagnostic : record.diagnostics) {
        out.text(diagnostic.message);
        out.text(diagnostic.place.file);
        out.number(diagnostic.place.line);
    }
    return out.take();
}

RecordText parse_record(ByteReader& in) {
    constexpr std::size_t min_value_bytes = 16;
    constexpr std::size_t min_diagnostic_bytes = 24;
    RecordText record;
    record.file = in.text();
    record.line = in.number();
    for (std::size_t values = in.count(min_value_bytes); values > 0; --values) {
        const std::string field(in.text());
        record.values[field] = in.text();
    }
    for (std::size_t diagnostics = in.count(min_diagnostic_bytes); diagnostics > 0; --diagnostics) {
        Diagnostic& diagnostic = record.diagnostics.emplace_back();
        diagnostic.message = in.text();
        diagnostic.place.file = in.text();
        diagnostic.place.line = in.number();
    }
    in.expect_end();
    return record;
}

std::string answer(std::string_view request, const ReadOptions& options) {
    ByteReader in(request);
    if (in.flag()) {
        return serialise_document(read_record_text(parse_record(in), options));
    }
    const std::string name(in.text());
    return serialise_document(read_document(in.rest(), name, options));
}

WorkerKind parser(ReadOptions options) {
    constexpr std::uint64_t copies = 8; // of a text, while it is parsed
    WorkerNeeds needs;
    needs.memory_bytes = std::max<std::uint64_t>(needs.memory_bytes, copies * options.max_text_bytes);
    return {"the parser",
            [options = std::move(options)](std::string_view request, const StepReporter&) {
                return answer(request, options);
            },
            ErrorKind::input, std::move(needs)};
}

} // namespace

DocumentWorker::DocumentWorker(ReadOptions options, const WorkerLimits& limits)
    : worker_(parser(std::move(options)), limits) {}

Document DocumentWorker::parse(std::string&& bytes, const std::string& name) {
    std::string request = serialise(bytes, name);
    std::string().swap(bytes);
    return ask(std::move(request), {name, 0});
}

Document DocumentWorker::parse(const RecordText& record) {
    return ask(serialise(record), {record.file, record.line});
}

Document DocumentWorker::ask(std::string&& request, const SourcePlace& place) {
    try {
        const std::string answer = worker_.ask(request);
        std::string().swap(request);
        return parse_document(answer);
    } catch (const MalformedBytes&) {
        throw Error(ErrorKind::input, "cannot be read: the parser sent what is not a document", place);
    } catch (const Error& error) {
        if (error.place().file.empty()) {
            throw error.reworded(fmt::format("cannot be read: {}", error.what()), place);
        }
        throw;
    }
}

} // namespace recital
