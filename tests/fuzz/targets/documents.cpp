// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of documents. Whatever the bytes, the document keeps its promises, and can be handed to another
// process, or is refused with an error of the input.
#include "document/model/document_bytes.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "fuzz/balanced_xml.h"
#include "fuzz/parts.h"
#include "fuzz/target.h"
#include "support/document_promises.h"
#include "support/zip.h"

#include <string>
#include <variant>

namespace recital::fuzz {
namespace {

void check(const Document& document) {
    const std::string broken = testing_support::broken_promise(document);
    require(broken.empty(), broken);
    const std::string bytes = serialise_document(document);
    require(serialise_document(parse_document(bytes)) == bytes, "a document can be handed over as bytes");
}

void read_as(const std::string& name, std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        ReadOptions options;
        options.any_text = true; // nonsense is what fuzzers write
        check(read_document(bytes, name, options));
    });
}

/// The input is the files of a ZIP archive; see parts_of. They are read as they are, and as well-formed XML.
void read_archive_as(const std::string& name, std::string_view bytes) {
    testing_support::ZipFiles files = parts_of(bytes);
    read_as(name, testing_support::zip(files));
    for (auto& [part, content] : files) {
        if (part != "mimetype") {
            content = balanced_xml(content);
        }
    }
    read_as(name, testing_support::zip(files));
}

void read_flat_document(std::string_view bytes) {
    read_as("fuzz.fodt", bytes);
    read_as("fuzz.fodt", "<?xml version='1.0'?>" + balanced_xml(bytes));
}

void read_records_as(std::string_view name, std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        RecordReader reader(scratch_file(name, bytes), {});
        std::size_t line = 0;
        while (const auto record = reader.next()) {
            require(record->line > line && record->offset <= bytes.size(), "records are in order");
            line = record->line;
            if (const auto* const document = std::get_if<Document>(&record->content)) {
                check(*document);
            } else {
                require(std::get<Error>(record->content).kind() == ErrorKind::input, "a record is refused");
            }
        }
    });
}

const Target targets[] = {
    {"txt", [](std::string_view bytes) { read_as("fuzz.txt", bytes); }},
    {"md", [](std::string_view bytes) { read_as("fuzz.md", bytes); }},
    {"html", [](std::string_view bytes) { read_as("fuzz.html", bytes); }},
    {"fodt", read_flat_document},

    // The archives themselves, as bytes.
    {"epub", [](std::string_view bytes) { read_as("fuzz.epub", bytes); }},
    {"docx", [](std::string_view bytes) { read_as("fuzz.docx", bytes); }},
    {"odt", [](std::string_view bytes) { read_as("fuzz.odt", bytes); }},

    // What is in the archives.
    {"epub_parts", [](std::string_view bytes) { read_archive_as("fuzz.epub", bytes); }},
    {"docx_parts", [](std::string_view bytes) { read_archive_as("fuzz.docx", bytes); }},
    {"odt_parts", [](std::string_view bytes) { read_archive_as("fuzz.odt", bytes); }},

    {"jsonl", [](std::string_view bytes) { read_records_as("fuzz.jsonl", bytes); }},
    {"csv", [](std::string_view bytes) { read_records_as("fuzz.csv", bytes); }},
};

} // namespace
} // namespace recital::fuzz
