// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/cache.h"

#include "cli/output/exit_code.h"
#include "cli/output/json_lines.h"
#include "cli/output/print.h"
#include "studio/store/cache_folder.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace recital {

namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr double mebibyte = 1024.0 * 1024.0;
    return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / mebibyte);
}

std::string time_of(std::int64_t seconds) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

void print_json(const CacheOptions& options, const CacheContent& content) {
    Json line = {{"path", options.folder.string()}, {"bytes", content.bytes},   {"packs", content.packs},
                 {"takes", content.takes},          {"speech", content.speech}, {"notes", content.notes}};
    if (content.oldest_use) {
        line["oldest_use"] = time_of(*content.oldest_use);
    }
    print_json_line({{"schema", json_schema}, {"cache", std::move(line)}});
}

void print_info(const CacheOptions& options) {
    const CacheContent content = count_cache(options.folder);
    if (options.json) {
        print_json(options, content);
        return;
    }
    print_output("folder   {}\n", options.folder);
    print_output("size     {} in {} {}\n", size_text(content.bytes), content.packs,
                 content.packs == 1 ? "file" : "files");
    print_output("takes    {}\n", content.takes);
    print_output("speech   {}\n", content.speech);
    print_output("notes    {}\n", content.notes);
    if (content.oldest_use) {
        print_output("oldest   last used {}\n", time_of(*content.oldest_use));
    }
}

} // namespace

int run_cache(const CacheOptions& options) {
    switch (options.action) {
    case CacheOptions::Action::info:
        print_info(options);
        break;
    case CacheOptions::Action::path:
        print_value(options.folder.native());
        break;
    case CacheOptions::Action::prune:
        print_output("removed {}\n", size_text(prune_cache(options.folder, options.max_bytes)));
        break;
    case CacheOptions::Action::clear:
        print_output("removed {}\n", size_text(clear_cache(options.folder)));
        break;
    }
    return exit_all_done;
}

} // namespace recital
