// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/json_lines.h"

#include <fmt/format.h>

#include <cstdio>

namespace recital {

void print_json_line(const Json& json) {
    fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);
}

} // namespace recital
