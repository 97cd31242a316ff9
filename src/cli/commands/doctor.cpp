// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/doctor.h"

#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/print.h"
#include "studio/inspection/health.h"

#include <vector>

namespace recital {

namespace {

void print_json(const std::vector<HealthCheck>& checks) {
    Json list = Json::array();
    for (const HealthCheck& check : checks) {
        Json entry = {{"name", check.name},
                      {"state", check.ok ? "ok" : "missing"},
                      {"essential", check.essential},
                      {"meaning", check.meaning}};
        if (!check.remedy.empty()) {
            entry["remedy"] = check.remedy;
        }
        list.push_back(std::move(entry));
    }
    print_json_line({{"schema", json_schema}, {"doctor", {{"checks", std::move(list)}}}});
}

void print_list(const std::vector<HealthCheck>& checks) {
    for (const HealthCheck& check : checks) {
        print_output("{:<8} {:<18} {}\n", check.ok ? "ok" : "missing", check.name, check.meaning);
        if (!check.remedy.empty()) {
            print_output("{:<8} {:<18} {}\n", "", "", check.remedy);
        }
    }
}

} // namespace

int run_doctor(const DoctorOptions& options) {
    const std::vector<HealthCheck> checks = check_health(options.cache);
    options.json ? print_json(checks) : print_list(checks);
    int exit_code = exit_all_done;
    for (const HealthCheck& check : checks) {
        if (!check.ok) {
            exit_code = check.essential ? exit_no_book : std::max<int>(exit_code, exit_some_failed);
        }
        if (exit_code == exit_no_book) {
            break;
        }
    }
    return exit_code;
}

} // namespace recital
