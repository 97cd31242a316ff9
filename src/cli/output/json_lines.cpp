// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/json_lines.h"

#include "cli/output/standard_streams.h"

namespace recital {

void print_json_line(const Json& json) {
    print_output("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
    flush_output();
}

} // namespace recital
