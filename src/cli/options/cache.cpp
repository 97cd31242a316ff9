// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/cache.h"

#include "base/error.h"
#include "cli/options/forms.h"
#include "cli/tree/command.h"
#include "studio/job/job.h"
#include "studio/store/cache_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>

namespace recital {

namespace {

struct CacheCommand {
    const char* name;
    CacheOptions::Action action;
    const char* help;
    bool removes;
};

constexpr std::array<CacheCommand, 4> commands = {
    {{"info", CacheOptions::Action::info, "Show what is kept, and how large it is", false},
     {"prune", CacheOptions::Action::prune, "Remove what was not used for the longest time", true},
     {"clear", CacheOptions::Action::clear, "Remove everything", true},
     {"path", CacheOptions::Action::path, "Print the folder", false}}};

std::filesystem::path environment_path(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): there is one thread
    return value == nullptr ? "" : value;
}

/// 0 for no unit.
std::uint64_t unit_bytes(std::string_view unit) {
    while (unit.starts_with(' ')) {
        unit.remove_prefix(1);
    }
    constexpr std::string_view prefixes = "KMGT";
    if (unit.empty() || unit == "B") {
        return 1;
    }
    const auto power = prefixes.find(static_cast<char>(unit.front() & ~0x20)); // in capitals
    const std::string_view rest = unit.substr(1);
    const bool is_unit = power != std::string_view::npos && (rest.empty() || rest == "B" || rest == "iB");
    return is_unit ? std::uint64_t{1} << (10 * (power + 1)) : 0;
}

bool can_be_written(std::filesystem::path folder) {
    std::error_code ignored;
    while (folder.has_relative_path() && !std::filesystem::exists(folder, ignored)) {
        folder = folder.parent_path();
    }
    return std::filesystem::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

} // namespace

std::uint64_t parse_size(std::string_view text, std::string_view option) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::uint64_t unit = unit_bytes(text.substr(static_cast<std::size_t>(end - text.data())));
    const double bytes = number * static_cast<double>(unit);
    constexpr double max_bytes = 9e18;
    if (error != std::errc() || unit == 0 || !(bytes >= 0) || bytes > max_bytes) {
        throw Error(
            ErrorKind::usage,
            fmt::format("{} {}: not a size: give a number of bytes, or one with K, M, G or T, such as 5G",
                        option, text));
    }
    return static_cast<std::uint64_t>(std::llround(bytes));
}

std::filesystem::path default_cache() {
    if (const auto cache = environment_path("XDG_CACHE_HOME"); cache.is_absolute()) {
        return cache / "recital";
    }
    const auto home = environment_path("HOME");
    return home.is_absolute() ? home / ".cache" / "recital" : std::filesystem::path();
}

ValueGuide size_guide() {
    ValueGuide guide = any_text("SIZE", "5G");
    for (const char* unit : {"k", "m", "g", "t"}) {
        for (const char* ending : {"", "b", "ib"}) {
            guide.units.emplace_back(std::string(unit) + ending, 1);
        }
    }
    return guide;
}

void add_cache_command(Command& root, CacheArguments& arguments) {
    Command& cache = root.add_command("cache", "Look after the rendered passages that are kept");
    cache.add_example("recital cache info", "how many passages are kept, and how large they are");
    cache.add_example("recital cache prune --max-size 2G", "removes what was not used for the longest time");
    for (const CacheCommand& command : commands) {
        Command& added = cache.add_command(command.name, command.help);
        add_usual_exits(added, "done");
        added.add_exit(3, "the folder cannot be read or changed");
        added.add_value("--cache", arguments.folder, "Another folder [$XDG_CACHE_HOME/recital]",
                        folder_path("DIR", "cache"));
        if (command.action == CacheOptions::Action::prune) {
            added.add_value("--max-size", arguments.max_size,
                            "Size to be left, in bytes or with K, M, G or T [5G]", size_guide());
        }
        if (command.action == CacheOptions::Action::info) {
            added.add_flag("--json", arguments.json, "Print JSON");
        }
        if (command.removes) {
            added.set_destructive();
        }
    }
}

CacheOptions make_cache_options(const Command& root, const CacheArguments& arguments) {
    CacheOptions options;
    options.folder = arguments.folder.empty() ? default_cache() : std::filesystem::path(arguments.folder);
    if (options.folder.empty()) {
        throw Error(ErrorKind::usage,
                    "there is no cache: neither XDG_CACHE_HOME nor HOME is set: name a folder "
                    "with --cache");
    }
    const Command* const cache = root.find_command("cache");
    for (const CacheCommand& command : commands) {
        if (cache->got_subcommand(command.name)) {
            options.action = command.action;
        }
    }
    options.max_bytes =
        arguments.max_size.empty() ? Job().cache_bytes : parse_size(arguments.max_size, "--max-size");
    options.json = arguments.json;
    return options;
}

std::filesystem::path usable_default_cache() {
    std::filesystem::path folder = default_cache();
    return can_be_written(folder) ? folder : std::filesystem::path();
}

} // namespace recital
