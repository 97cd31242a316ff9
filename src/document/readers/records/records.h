// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "document/model/document.h"
#include "document/model/read_options.h"
#include "document/readers/records/record_fields.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace recital {

/// One biography of a dump, or why it cannot be read.
struct Record {
    std::uint64_t offset = 0; ///< byte of the file at which it begins
    std::size_t line = 0;     ///< line of the file at which it begins, from 1
    Digest digest;            ///< of its bytes: from `offset`, without the line break at its end
    std::string id;           ///< as it declares; empty if it does not or cannot be read so far
    std::variant<Document, Error> content;
};

/// The fields of a record by their names here, and where it stands.
struct RecordText {
    std::string file;
    std::size_t line = 0;
    std::map<std::string, std::string> values;
    std::vector<Diagnostic> diagnostics = {}; ///< of its encoding
};

/// The document of a record. Throws an `input` error.
[[nodiscard]] Document read_record_text(RecordText record, const ReadOptions& options);

/// Reads JSON Lines or CSV (RFC 4180; also with semicolons or tabs) with one biography a record, one at a
/// time: memory does not grow with the file. HTML inside a field is read as HTML.
class RecordReader {
public:
    /// Fields that are not given are looked for under the usual names. Throws an `input` error for a file
    /// that cannot be read or has no such columns, with the columns that it has.
    RecordReader(std::filesystem::path path, const RecordFields& fields, ReadOptions options = {});

    /// The same for a table that came through a pipe and is in memory; `path` is only named in messages.
    RecordReader(std::filesystem::path path, std::string bytes, const RecordFields& fields,
                 ReadOptions options);

    /// The names of the columns of a CSV file of which none is known to hold ids; otherwise empty.
    [[nodiscard]] const std::vector<std::string>& columns_without_id() const { return columns_without_id_; }

    /// Reads only records that begin in this part of the file, in bytes. To be called first. Lines before it
    /// are counted, and rows of a table are looked through, because a quoted field may have line breaks.
    void restrict_to(std::uint64_t begin, std::uint64_t end);

    /// Reads only records that declare one of these ids; all if there are none.
    void select(std::vector<std::string> ids) { ids_ = std::move(ids); }

    /// Has records of which the text is markup read by somebody else, as `read_record_text` would: parsers of
    /// markup are not to be trusted with any text.
    using MarkupReader = std::function<Document(const RecordText& record)>;
    void read_markup_with(MarkupReader reader) { read_markup_ = std::move(reader); }

    /// The next record; nothing at the end of the file.
    [[nodiscard]] std::optional<Record> next();

    /// Goes on at a record that was read before.
    void seek(const Record& record);

private:
    RecordReader(std::filesystem::path path, std::unique_ptr<std::istream> records, bool is_csv,
                 const RecordFields& fields, ReadOptions options);

    /// Of a line that is longer than a record may be, no more is kept than shows that it is. False at the
    /// end.
    bool read_line(std::string& line);
    bool read_csv_row(std::string& row);
    /// Throws an `input` error if the row, which begins at the line, is larger than rows may be.
    void check_row_size(std::string_view bytes, std::size_t line) const;
    void read_csv_header(const RecordFields& fields);
    [[nodiscard]] std::vector<std::string> split_csv(std::string_view row) const;
    /// The fields of a record by their names here.
    using Values = std::map<std::string, std::string>;

    /// Reads the record's bytes; nothing if it is not selected.
    [[nodiscard]] std::optional<Record> read_record(const std::string& bytes, std::uint64_t offset,
                                                    std::size_t line) const;
    [[nodiscard]] Values values_of_bytes(const std::string& bytes, std::size_t line,
                                         std::vector<Diagnostic>& diagnostics) const;
    [[nodiscard]] Values values_of(const std::string& text) const;
    [[nodiscard]] bool is_selected(const std::string& id) const;

    std::filesystem::path path_;
    ReadOptions options_;
    std::vector<std::string> ids_;
    bool csv_ = false;
    char delimiter_ = ',';
    FieldNames keys_;
    std::map<std::string, std::size_t> columns_; ///< field -> column of a CSV file
    std::vector<std::string> columns_without_id_;
    MarkupReader read_markup_;
    std::unique_ptr<std::istream> file_;
    std::vector<char> part_ = std::vector<char>(std::size_t{1} << 16U); ///< of a line
    std::uint64_t offset_ = 0;
    std::uint64_t end_ = std::numeric_limits<std::uint64_t>::max(); ///< no record is read that begins there
    std::size_t line_ = 0;
};

/// Whether the file's name is that of a dump of records (".jsonl", ".ndjson", ".csv", ".tsv").
[[nodiscard]] bool is_record_kind(const std::filesystem::path& path);

} // namespace recital
