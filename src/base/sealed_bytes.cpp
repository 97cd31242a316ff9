// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sealed_bytes.h"

#include "base/byte_stream.h"
#include "base/hash.h"

namespace recital {

std::string sealed(std::string_view magic, std::string body) {
    ByteWriter head;
    head.raw(magic);
    head.number(hash_64(body));
    body.insert(0, head.take());
    return body;
}

std::string_view unsealed(std::string_view magic, std::string_view bytes) {
    ByteReader in(bytes);
    if (in.raw(magic.size()) != magic) {
        throw MalformedBytes();
    }
    const std::uint64_t checksum = in.number();
    const std::string_view body = in.rest();
    if (hash_64(body) != checksum) {
        throw MalformedBytes();
    }
    return body;
}

} // namespace recital
