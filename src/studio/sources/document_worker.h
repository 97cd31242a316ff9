// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read.h"
#include "document/readers/records/records.h"
#include "studio/process/worker.h"

#include <string>
#include <string_view>

namespace recital {

/// Parses whole files (text, Markdown, HTML, EPUB) and records that hold markup in a worker: a file over
/// which a parser crashes or hangs costs that file alone. One process parses many files.
class DocumentWorker {
public:
    DocumentWorker(ReadOptions options, const WorkerLimits& limits);

    /// The document that the bytes make, which are gone then. `name` is used in messages, and as the title if
    /// the text gives none.
    /// Throws an `input` error, also if the parser dies over them twice.
    [[nodiscard]] Document parse(std::string&& bytes, const std::string& name);

    /// The document of a record, likewise.
    [[nodiscard]] Document parse(const RecordText& record);

private:
    [[nodiscard]] Document ask(std::string&& request, const SourcePlace& place);

    Worker worker_;
};

} // namespace recital
