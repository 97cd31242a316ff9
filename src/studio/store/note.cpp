// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/note.h"

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/sealed_bytes.h"

namespace recital {

namespace {

constexpr std::string_view magic = "RECITAL NOTE 1\n";

} // namespace

std::string serialise_note(std::string_view content, std::string_view key) {
    ByteWriter body;
    body.text(key);
    body.raw(content);
    return sealed(magic, body.take());
}

std::string parse_note(std::string_view file, std::string_view key) {
    try {
        ByteReader body(unsealed(magic, file));
        if (body.text() == key) {
            return std::string(body.rest());
        }
    } catch (const MalformedBytes&) { // reported below, as the note of another key
    }
    throw Error(ErrorKind::engine, "a stored note is damaged");
}

} // namespace recital
