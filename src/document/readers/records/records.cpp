// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/records/records.h"

#include "base/file.h"
#include "base/nesting.h"
#include "base/strings.h"
#include "base/system/system_error.h"
#include "base/unicode.h"
#include "document/assembly/make_document.h"
#include "document/encoding/encoding.h"
#include "document/mojibake/repair.h"
#include "document/readers/html/html.h"
#include "document/readers/plain_text/plain_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_record_bytes = std::size_t{64} << 20;

bool looks_like_markup(std::string_view text) {
    constexpr std::array<std::string_view, 12> tags = {"<p>", "<p ",  "</p>", "<br",  "<h1",  "<h2",
                                                       "<h3", "</a>", "<div", "</i>", "</b>", "</em>"};
    return std::any_of(tags.begin(), tags.end(),
                       [text](std::string_view tag) { return text.find(tag) != std::string_view::npos; });
}

/// The value of that key, or, of "bio.content", of the key "content" in the object of the key "bio"; null
/// where there is none.
const nlohmann::json* find_value(const nlohmann::json& object, std::string_view key) {
    if (const auto found = object.find(key); found != object.end()) {
        return &*found;
    }
    const auto dot = key.find('.');
    const auto outer = dot == std::string_view::npos ? object.end() : object.find(key.substr(0, dot));
    return outer == object.end() || !outer->is_object() ? nullptr : find_value(*outer, key.substr(dot + 1));
}

std::unique_ptr<std::istream> open_records(const std::filesystem::path& path) {
    require_regular_file(path); // records are read again by their place in the file
    return std::make_unique<std::ifstream>(path, std::ios::binary);
}

bool has_csv_name(const std::filesystem::path& path) {
    const std::string extension = fold_case(path.extension().string());
    return extension == ".csv" || extension == ".tsv";
}

/// Throws an `input` error for an object, which is nothing to read.
std::string text_of(const nlohmann::json& value, std::string_view key) {
    if (value.is_object()) {
        throw Error(
            ErrorKind::input,
            fmt::format(
                "its \"{0}\" is an object, not text: choose a part of it with --fields, as in text={0}.{1}",
                key, value.empty() ? "content" : value.begin().key()));
    }
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_array()) {
        // A list of paragraphs.
        std::string joined;
        for (const nlohmann::json& part : value) {
            joined += joined.empty() ? "" : "\n\n";
            joined += text_of(part, key);
        }
        return joined;
    }
    return value.is_null() ? std::string() : value.dump();
}

/// Throws an `input` error unless the text is one JSON object.
nlohmann::json parse_object(const std::string& text, const SourcePlace& place) {
    std::string where;
    try {
        nlohmann::json object = nlohmann::json::parse(text);
        if (object.is_object()) {
            return object;
        }
    } catch (const nlohmann::json::parse_error& error) {
        where = fmt::format(" (byte {} of it cannot be read)", error.byte);
    } catch (const nlohmann::json::out_of_range&) {
        where = " (a number in it is too large)";
    }
    throw Error(ErrorKind::input,
                fmt::format("this line is not a JSON object{}: the record is skipped", where), place);
}

} // namespace

bool is_record_kind(const std::filesystem::path& path) {
    const std::string extension = fold_case(path.extension().string());
    return extension == ".jsonl" || extension == ".ndjson" || extension == ".csv" || extension == ".tsv";
}

RecordReader::RecordReader(std::filesystem::path path, const RecordFields& fields, ReadOptions options)
    : RecordReader(path, open_records(path), has_csv_name(path), fields, std::move(options)) {}

RecordReader::RecordReader(std::filesystem::path path, std::string bytes, const RecordFields& fields,
                           ReadOptions options)
    : RecordReader(std::move(path), std::make_unique<std::istringstream>(bytes), !is_json_table(bytes),
                   fields, std::move(options)) {}

RecordReader::RecordReader(std::filesystem::path path, std::unique_ptr<std::istream> records, bool is_csv,
                           const RecordFields& fields, ReadOptions options)
    : path_(std::move(path)), options_(std::move(options)), csv_(is_csv), keys_(usual_field_names()),
      file_(std::move(records)) {
    if (!*file_) {
        throw Error(ErrorKind::input, fmt::format("cannot be read: {}", system_error_text(errno)),
                    {path_.string(), 0});
    }
    for (const auto& [field, key] : fields) {
        keys_[field] = {key};
    }
    if (csv_) {
        read_csv_header(fields);
    }
}

bool RecordReader::read_line(std::string& line) {
    const std::size_t kept_bytes = options_.text_limit(max_record_bytes) + 1;
    line.clear();
    std::size_t length = 0;
    for (bool is_whole = false; !is_whole;) {
        file_->getline(part_.data(), static_cast<std::streamsize>(part_.size()));
        auto count = static_cast<std::size_t>(file_->gcount());
        const bool is_part = file_->fail() && !file_->eof() && count > 0;
        is_whole = !is_part;
        if (is_part) {
            file_->clear();
        } else if (count == 0) { // not even an end of line
            if (length == 0) {
                return false;
            }
        } else if (!file_->eof()) {
            --count; // that of the end of the line
        }
        line.append(part_.data(), std::min(count, kept_bytes - line.size()));
        length += count;
    }
    offset_ += length + 1;
    ++line_;
    if (line_ == 1 && line.starts_with(utf8_mark)) {
        line.erase(0, utf8_mark.size());
    }
    return true;
}

bool RecordReader::read_csv_row(std::string& row) {
    row.clear();
    std::string line;
    bool quoted = false;
    while (read_line(line)) {
        row += row.empty() ? "" : "\n";
        row += line;
        quoted = quoted != (std::count(line.begin(), line.end(), '"') % 2 != 0);
        if (!quoted || row.size() > options_.text_limit(max_record_bytes)) {
            break;
        }
    }
    if (row.ends_with('\r')) {
        row.pop_back();
    }
    return !row.empty() || static_cast<bool>(*file_);
}

std::vector<std::string> RecordReader::split_csv(std::string_view row) const {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '"') {
            const bool doubled = quoted && i + 1 < row.size() && row[i + 1] == '"';
            if (doubled) {
                cells.back() += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (row[i] == delimiter_ && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += row[i];
        }
    }
    return cells;
}

void RecordReader::read_csv_header(const RecordFields& fields) {
    std::string row;
    if (!read_csv_row(row)) {
        throw Error(ErrorKind::input, "the file is empty: its first line must name the columns",
                    {path_.string(), 0});
    }
    check_row_size(row, 1);
    if (!options_.encoding.empty() || !is_utf8(row)) {
        row = decode_text(row, path_.string(), options_.encoding).text;
    }
    const auto count = [&row](char sign) { return std::count(row.begin(), row.end(), sign); };
    delimiter_ = count('\t') > 0 ? '\t' : (count(';') > count(',') ? ';' : ',');
    const std::vector<std::string> names = split_csv(row);
    std::unordered_map<std::string, std::size_t> columns;
    for (std::size_t n = 0; n < names.size(); ++n) {
        columns.try_emplace(fold_case(names[n]), n);
    }
    for (const auto& [field, keys] : keys_) {
        for (const std::string& key : keys) {
            if (const auto found = columns.find(fold_case(key)); found != columns.end()) {
                columns_.try_emplace(field, found->second);
            }
        }
        const bool needed = field == "text" || fields.contains(field);
        if (needed && !columns_.contains(field)) {
            throw Error(ErrorKind::input,
                        fmt::format("there is no column \"{}\" for the {}: the columns are {}",
                                    fmt::join(keys, "\" or \""), field, fmt::join(names, ", ")),
                        {path_.string(), 1});
        }
    }
    columns_without_id_ = columns_.contains("id") ? std::vector<std::string>() : names;
}

void RecordReader::check_row_size(std::string_view bytes, std::size_t line) const {
    const std::size_t max_bytes = options_.text_limit(max_record_bytes);
    if (bytes.size() > max_bytes) {
        throw Error(ErrorKind::input,
                    fmt::format("the row has more than {} MiB{}: --max-text allows more", max_bytes >> 20U,
                                csv_ ? ", or a quotation mark is not closed" : ""),
                    {path_.string(), line});
    }
}

RecordReader::Values RecordReader::values_of(const std::string& text) const {
    Values values;
    if (csv_) {
        const std::vector<std::string> cells = split_csv(text);
        for (const auto& [field, column] : columns_) {
            values[field] = column < cells.size() ? cells[column] : std::string();
        }
        return values;
    }
    if (line_of_deep_json(text)) {
        throw Error(
            ErrorKind::input,
            fmt::format("this line nests more than {} arrays and objects inside each other: the record "
                        "is skipped; flatten it",
                        max_nesting),
            {path_.string(), line_});
    }
    const nlohmann::json object = parse_object(text, {path_.string(), line_});
    for (const auto& [field, keys] : keys_) {
        for (const std::string& key : keys) {
            if (const auto* found = find_value(object, key); found != nullptr && !values.contains(field)) {
                values[field] = text_of(*found, key);
            }
        }
    }
    return values;
}

RecordReader::Values RecordReader::values_of_bytes(const std::string& bytes, std::size_t line,
                                                   std::vector<Diagnostic>& diagnostics) const {
    check_row_size(bytes, line);
    // Nearly all records are plain UTF-8, and need no look at what else they may be.
    if (options_.encoding.empty() && is_utf8(bytes)) {
        return values_of(bytes);
    }
    DecodedText decoded = decode_text(bytes, path_.string(), options_.encoding);
    for (Diagnostic& diagnostic : decoded.diagnostics) {
        diagnostic.place.line = line;
        diagnostics.push_back(std::move(diagnostic));
    }
    return values_of(decoded.text);
}

namespace {

/// The name of a person: that of the record, or its forename, with the surname unless it has that already.
std::string full_name(std::string name, const std::string& forename, const std::string& surname) {
    const bool is_whole = !name.empty() && !forename.empty();
    name = name.empty() ? forename : name;
    if (is_whole || surname.empty() ||
        (" " + fold_case(name) + " ").find(" " + fold_case(surname) + " ") != npos) {
        return name;
    }
    return name.empty() ? surname : name + " " + surname;
}

std::string text_of(const std::map<std::string, std::string>& values) {
    const auto found = values.find("text");
    std::string text = found == values.end() ? std::string() : found->second;
    std::erase(text, '\r');
    return text;
}

} // namespace

Document read_record_text(RecordText record, const ReadOptions& options) {
    const auto value = [&record](const char* field) {
        const auto found = record.values.find(field);
        return found == record.values.end() ? std::string() : found->second;
    };
    const std::string& name = record.file;
    std::vector<Diagnostic>& diagnostics = record.diagnostics;
    std::string text = text_of(record.values);
    if (trimmed(text).empty()) {
        throw Error(ErrorKind::input, "this record has no text: it is skipped", {name, record.line});
    }
    std::string musician = full_name(value("name"), value("forename"), value("surname"));
    if (options.repair) {
        repair_text(text, name, diagnostics, record.line);
        repair_text(musician, name, diagnostics, record.line);
        for (Diagnostic& diagnostic : diagnostics) {
            diagnostic.place.line = record.line; // lines of the text are none of the file
        }
    }
    Outline outline = looks_like_markup(text) ? read_html(text, name) : read_plain_text(text, name);
    for (Block& block : outline.blocks) {
        block.line = record.line;
    }
    for (Omission& omission : outline.omissions) {
        omission.line = record.line;
    }
    outline.musician = std::move(musician);
    outline.id = value("id");
    outline.language = value("lang");
    outline.title = value("title");
    outline.author = value("author");
    outline.date = value("date");
    outline.rights = value("licence");
    outline.diagnostics.insert(outline.diagnostics.begin(), std::make_move_iterator(diagnostics.begin()),
                               std::make_move_iterator(diagnostics.end()));
    Document document = make_document(std::move(outline), name, options);
    for (std::vector<Diagnostic>* const remarks : {&document.diagnostics, &document.notices}) {
        for (Diagnostic& remark : *remarks) {
            remark.place.line = record.line; // the record is the place of what concerns all of its text
        }
    }
    return document;
}

std::optional<Record> RecordReader::next() {
    std::string bytes;
    while (true) {
        const std::uint64_t offset = offset_;
        const std::size_t line = line_ + 1;
        if (offset >= end_ || !(csv_ ? read_csv_row(bytes) : read_line(bytes))) {
            return std::nullopt;
        }
        if (trimmed(bytes).empty()) {
            continue;
        }
        if (auto record = read_record(bytes, offset, line)) {
            return record;
        }
    }
}

bool RecordReader::is_selected(const std::string& id) const {
    return ids_.empty() || std::find(ids_.begin(), ids_.end(), id) != ids_.end();
}

std::optional<Record> RecordReader::read_record(const std::string& bytes, std::uint64_t offset,
                                                std::size_t line) const {
    Record record{offset, line, digest_of(bytes), {}, Document()};
    try {
        std::vector<Diagnostic> diagnostics;
        const Values values = values_of_bytes(bytes, line, diagnostics);
        const auto id = values.find("id");
        record.id = id == values.end() ? std::string() : id->second;
        if (!is_selected(record.id)) {
            return std::nullopt;
        }
        RecordText text{path_.string(), line, values, std::move(diagnostics)};
        record.content = read_markup_ && looks_like_markup(text_of(text.values))
                             ? read_markup_(text)
                             : read_record_text(std::move(text), options_);
    } catch (const Error& error) {
        if (!is_selected(record.id)) {
            return std::nullopt; // nobody can know whether it was meant
        }
        record.content = Error(error.kind(), error.what(), {path_.string(), line});
    }
    return record;
}

void RecordReader::restrict_to(std::uint64_t begin, std::uint64_t end) {
    end_ = end;
    std::string skipped;
    if (csv_) {
        while (offset_ < begin && read_csv_row(skipped)) {
        }
        return;
    }
    std::vector<char> block(std::size_t{1} << 18U);
    while (offset_ + 1 < begin) { // up to the byte before: if it ends a line, a record begins here
        const auto wanted = std::min<std::uint64_t>(block.size(), begin - 1 - offset_);
        file_->read(block.data(), static_cast<std::streamsize>(wanted));
        const auto count = file_->gcount();
        if (count <= 0) {
            return;
        }
        line_ += static_cast<std::size_t>(std::count(block.begin(), block.begin() + count, '\n'));
        offset_ += static_cast<std::uint64_t>(count);
    }
    if (begin > 0) {
        (void)read_line(skipped);
    }
}

void RecordReader::seek(const Record& record) {
    file_->clear();
    file_->seekg(static_cast<std::streamoff>(record.offset));
    offset_ = record.offset;
    line_ = record.line - 1;
}

} // namespace recital
