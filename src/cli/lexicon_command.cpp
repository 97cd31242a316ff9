// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lexicon_command.h"

#include "cli/program.h"
#include "studio/name_check.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace recital {

namespace {

void print_json(const NameCheck& check) {
    auto names = nlohmann::ordered_json::array();
    for (const UnknownName& name : check.names) {
        names.push_back({{"name", name.name},
                         {"count", name.count},
                         {"phonemes", name.phonemes},
                         {"rule", name.rule},
                         {"first", name.first.to_string()}});
    }
    fmt::print("{}\n", nlohmann::ordered_json({{"names", std::move(names)}})
                           .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void print_table(const NameCheck& check) {
    std::size_t width = 0;
    for (const UnknownName& name : check.names) {
        width = std::max(width, name.name.size());
    }
    for (const UnknownName& name : check.names) {
        fmt::print("{:>6}  {:<{}}  {}{}  ({})\n", name.count, name.name, width, name.phonemes,
                   name.rule.empty() ? std::string() : fmt::format("  by {}", name.rule),
                   name.first.to_string());
    }
}

} // namespace

int run_lexicon_check(const LexiconCheckOptions& options) {
    const NameCheck check = check_names(options.job, [](const Diagnostic& diagnostic) {
        fmt::print(stderr, "recital: warning: {}\n", diagnostic.to_string());
    });
    for (const FailureReport& failure : check.failures) {
        fmt::print(stderr, "recital: {}: {}\n", SourcePlace{failure.source, failure.line}.to_string(),
                   failure.error);
    }
    options.json ? print_json(check) : print_table(check);
    if (check.failures.empty()) {
        return exit_all_done;
    }
    return check.names.empty() ? exit_no_book : exit_some_failed;
}

} // namespace recital
