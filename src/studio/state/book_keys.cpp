// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/book_keys.h"

#include "base/byte_stream.h"
#include "studio/state/file_digests.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <ios>
#include <string>

namespace recital {

namespace {

/// The names of a table's columns, which say what a row means; a line of JSON says it itself. More than the
/// first line is taken if a quoted name seems to go on in the next.
std::string header_line(const std::filesystem::path& table) {
    constexpr std::size_t max_bytes = std::size_t{1} << 16U;
    std::string head(max_bytes, '\0');
    std::ifstream file(table, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (head.starts_with('{')) {
        return {};
    }
    const std::string line = head.substr(0, head.find('\n'));
    return std::count(line.begin(), line.end(), '"') % 2 == 0 ? line : head;
}

} // namespace

Digest BookKeys::of(const PlanRecord& record) {
    ByteWriter out;
    for (const std::string* text : {&record.id, &record.musician, &record.name, &record.born, &record.died,
                                    &record.occupation, &record.reason, &record.language}) {
        out.text(*text);
    }
    out.flag(record.is_id_declared);
    out.number(record.stems.size());
    for (const std::filesystem::path& stem : record.stems) {
        out.text(stem.native());
    }
    for (const SourceRef& source : record.sources) {
        out.text(source.path.native());
        put_digest(out, source.content);
        out.flag(source.line > 0);
        if (source.line > 0) {
            put_digest(out, header_of(source.path));
        }
    }
    return digest_of(out.take());
}

const Digest& BookKeys::header_of(const std::filesystem::path& table) {
    const auto [entry, is_new] = headers_.try_emplace(table);
    if (is_new) {
        entry->second = digest_of(header_line(table));
    }
    return entry->second;
}

} // namespace recital
