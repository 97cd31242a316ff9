// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds bytes to one reader, which RECITAL_FUZZ_NAME picks by its file name: whatever the bytes, the document
// keeps its promises or is refused with an error of the input.
#include "document/read.h"
#include "document/readers/records/records.h"
#include "support/document_promises.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace {

void require(const std::string& broken) {
    if (!broken.empty()) {
        std::fprintf(stderr, "%s\n", broken.c_str());
        std::abort();
    }
}

void read_records(std::string_view bytes) {
    const std::string path = "/tmp/recital-fuzz-" + std::string(RECITAL_FUZZ_NAME);
    std::ofstream(path, std::ios::binary) << bytes;
    recital::RecordReader reader(path, {});
    while (const auto record = reader.next()) {
        if (const auto* const document = std::get_if<recital::Document>(&record->content)) {
            require(recital::testing_support::broken_promise(*document));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        if (recital::is_record_kind(RECITAL_FUZZ_NAME)) {
            read_records(bytes);
        } else {
            require(
                recital::testing_support::broken_promise(recital::read_document(bytes, RECITAL_FUZZ_NAME)));
        }
    } catch (const recital::Error& error) {
        if (error.kind() != recital::ErrorKind::input) {
            require(error.to_string());
        }
    }
    return 0;
}
