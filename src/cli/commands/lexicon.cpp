// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/lexicon.h"

#include "base/unicode.h"
#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/messages.h"
#include "cli/output/place_text.h"
#include "cli/output/print.h"
#include "studio/pronunciation/name_check.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

/// What decides how a name is pronounced.
std::string_view origin_of(const UnknownName& name) {
    return name.stated ? "text" : name.rule.empty() ? "voice" : "language";
}

void print_json(const NameCheck& check) {
    Json names = Json::array();
    for (const UnknownName& name : check.names) {
        names.push_back({{"name", name.name},
                         {"count", name.count},
                         {"phonemes", name.phonemes},
                         {"rule", name.rule},
                         {"origin", origin_of(name)},
                         {"first", name.first.to_string()}});
    }
    print_json_line({{"names", std::move(names)}});
}

void print_table(const NameCheck& check) {
    constexpr std::size_t max_columns = 80;
    std::size_t width = 0;
    for (const UnknownName& name : check.names) {
        width = std::max(width, columns_of(shown_in_columns(name.name, max_columns)));
    }
    for (const UnknownName& name : check.names) {
        print_output("{:>6}  {}  {}{}  ({})\n", name.count,
                     padded_to_columns(shown_in_columns(name.name, max_columns), width), name.phonemes,
                     name.rule.empty() ? std::string()
                                       : fmt::format("  by {}{}", name.stated ? "the text, " : "", name.rule),
                     place_text(name.first));
    }
}

} // namespace

int run_lexicon_check(const LexiconCheckOptions& options) {
    Messages messages;
    const NameCheck check = check_names(
        options.job, [&messages](const Diagnostic& warning) { messages.warn(warning); },
        [&messages](const Diagnostic& notice) { messages.notify(notice); });
    for (const FailureReport& failure : check.failures) {
        messages.fail(failure);
    }
    messages.finish_warnings();
    messages.finish_failures();
    options.json ? print_json(check) : print_table(check);
    if (check.failures.empty()) {
        return exit_all_done;
    }
    return check.names.empty() ? exit_no_book : exit_some_failed;
}

} // namespace recital
