// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/document_worker.h"

#include "base/byte_stream.h"
#include "document/model/document_bytes.h"

#include <fmt/format.h>

#include <utility>

namespace recital {

namespace {

/// A request is the name of the file and its bytes.
std::string parse_request(std::string_view request, const ReadOptions& options) {
    ByteReader in(request);
    const std::string name(in.text());
    return serialise_document(read_document(in.rest(), name, options));
}

} // namespace

DocumentWorker::DocumentWorker(ReadOptions options, const WorkerLimits& limits)
    : worker_({"the parser",
               [options = std::move(options)](std::string_view request, const StepReporter&) {
                   return parse_request(request, options);
               },
               ErrorKind::input},
              limits) {}

Document DocumentWorker::parse(std::string_view bytes, const std::string& name) {
    ByteWriter request;
    request.text(name);
    request.raw(bytes);
    try {
        return parse_document(worker_.ask(request.take()));
    } catch (const MalformedBytes&) {
        throw Error(ErrorKind::input, "cannot be read: the parser sent what is not a document", {name, 0});
    } catch (const Error& error) {
        if (error.place().file.empty()) {
            throw Error(error.kind(), fmt::format("cannot be read: {}", error.what()), {name, 0});
        }
        throw;
    }
}

} // namespace recital
