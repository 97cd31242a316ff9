// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/lexicon.h"

#include "base/unicode.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/recap.h"
#include "cli/output/standard_streams.h"
#include "studio/pronunciation/name_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

void print_json(const NameCheck& check) {
    Json names = Json::array();
    for (const UnknownName& name : check.names) {
        names.push_back({{"name", name.name},
                         {"count", name.count},
                         {"phonemes", name.phonemes},
                         {"rule", name.rule},
                         {"first", name.first.to_string()}});
    }
    print_json_line({{"names", std::move(names)}});
}

void print_table(const NameCheck& check) {
    std::size_t width = 0;
    for (const UnknownName& name : check.names) {
        width = std::max(width, columns_of(name.name));
    }
    for (const UnknownName& name : check.names) {
        print_output("{:>6}  {}  {}{}  ({})\n", name.count, padded_to_columns(name.name, width),
                     name.phonemes, name.rule.empty() ? std::string() : fmt::format("  by {}", name.rule),
                     name.first.to_string());
    }
}

} // namespace

int run_lexicon_check(const LexiconCheckOptions& options) {
    Recap recap;
    const auto warn = [&recap](const Diagnostic& warning) {
        if (recap.add(warning)) {
            print_warning(warning);
        }
    };
    const NameCheck check = check_names(options.job, warn, print_notice);
    recap.print_warnings();
    for (const FailureReport& failure : check.failures) {
        print_failure(failure);
    }
    options.json ? print_json(check) : print_table(check);
    if (check.failures.empty()) {
        return exit_all_done;
    }
    return check.names.empty() ? exit_no_book : exit_some_failed;
}

} // namespace recital
