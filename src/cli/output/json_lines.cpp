// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/json_lines.h"

#include "cli/output/shown_text.h"
#include "cli/output/standard_streams.h"

namespace recital {

std::string json_line(const Json& json) {
    return json_for_terminals(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

void print_json_line(const Json& json) {
    write_output(json_line(json));
    flush_output();
}

void print_foreign_json_line(std::string_view line) {
    write_output(json_for_terminals(line));
    flush_output();
}

} // namespace recital
