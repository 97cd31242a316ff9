// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Which column or key of a record holds what: "name", "forename", "surname", "text", "id", "lang", "title",
/// "author", "date", "source", "licence" -> the record's own name for it.
using RecordFields = std::map<std::string, std::string, std::less<>>;

/// Parses "name=artist,text=bio". Throws a `usage` error for a field that is not known.
[[nodiscard]] RecordFields parse_record_fields(std::string_view text);

/// Field -> names that it may have, best first.
using FieldNames = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The names that fields usually have: data/document/record_fields.tsv. Lives as long as the program.
[[nodiscard]] const FieldNames& usual_field_names();

/// Whether a text without a name is such a dump: its first line is a JSON object that holds a text, or names
/// columns, among which are the usual ones of a text and of something else.
[[nodiscard]] bool is_table(std::string_view bytes);

/// Whether the first line of a dump is a JSON object that holds a text.
[[nodiscard]] bool is_json_table(std::string_view bytes);

} // namespace recital
