// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/workshop.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace recital::testing_support {

/// A row of a dump.
struct Row {
    std::string name;
    std::string text;
};

inline std::string json_lines_of(const std::vector<Row>& rows) {
    std::string lines;
    for (const Row& row : rows) {
        lines +=
            Json{{"id", fmt::format("row-{}", &row - rows.data())}, {"name", row.name}, {"text", row.text}}
                .dump() +
            "\n";
    }
    return lines;
}

/// So many short biographies of different people.
inline std::vector<Row> short_rows(std::size_t count) {
    constexpr std::array first_names = {"Ada", "Ben", "Cleo", "Dora", "Emil", "Gus", "Hanna"};
    constexpr std::array last_names = {"Merle", "Torro", "Vane", "Lund", "Rask", "Salo"};
    std::vector<Row> rows;
    for (std::size_t n = 0; n < count; ++n) {
        const std::string name = fmt::format("{} {}", first_names.at(n % first_names.size()),
                                             last_names.at(n / first_names.size() % last_names.size()));
        rows.push_back({name, fmt::format("{} gave {} concerts.", name, n + 2)});
    }
    return rows;
}

/// Files by name: a file that was written again has another time.
using FileTimes = std::map<std::string, std::filesystem::file_time_type>;

/// A plan in a folder of a person's own, and runs of its shards.
class ShardedRun {
public:
    Workshop workshop;

    void write_rows(const std::vector<Row>& rows) const {
        workshop.write("in/rows.jsonl", json_lines_of(rows));
    }

    [[nodiscard]] std::filesystem::path plan_file() const { return workshop.path("plan"); }

    [[nodiscard]] Outcome plan(std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"plan", "in", "-o", plan_file().string(), "-q"});
        return workshop.recital(std::move(options));
    }

    [[nodiscard]] std::vector<std::string> shard_command(const std::string& shard) const {
        return {RECITAL_PROGRAM,  "render", "--plan",    plan_file().string(), "--shard", shard, "-o",
                workshop.books(), "--json", "--no-cache"};
    }

    [[nodiscard]] Outcome shard(const std::string& shard,
                                const std::vector<std::string>& options = {}) const {
        std::vector<std::string> command = shard_command(shard);
        command.insert(command.end(), options.begin(), options.end());
        command.erase(command.begin());
        return workshop.recital(std::move(command));
    }

    /// A shard with libraries that misbehave, see tests/support/faults.cpp.
    [[nodiscard]] Outcome shard_with_faults(const std::string& shard) const {
        Program program(shard_command(shard));
        workshop.prepare(program);
        return program
            .with_environment("LD_PRELOAD", RECITAL_FAULTS)
            // The address sanitizer refuses libraries that are loaded before its own, unless told.
            .with_environment("ASAN_OPTIONS", "verify_asan_link_order=0")
            .run();
    }

    /// The same books by one run.
    [[nodiscard]] Outcome single_run(std::vector<std::string> options = {}) const {
        options.insert(options.begin(), {"render", "in", "-o", single(), "--no-cache", "-q"});
        return workshop.recital(std::move(options));
    }

    [[nodiscard]] std::filesystem::path single() const { return workshop.path("single"); }

    [[nodiscard]] Outcome merge() const {
        return workshop.recital({"merge", workshop.books(), "--plan", plan_file(), "--json"});
    }

    /// What the merge printed, which has to end with that code.
    [[nodiscard]] static Json merged(const Outcome& merge) { return json_lines(merge.out).back()["merged"]; }

    /// Where the merge wrote its manifest.
    [[nodiscard]] std::filesystem::path manifest() const {
        return workshop.path(merged(merge())["manifest"].get<std::string>());
    }

    [[nodiscard]] Outcome retry(const std::filesystem::path& manifest,
                                const std::vector<std::string>& options = {}) const {
        std::vector<std::string> command = {"render", "--retry-failed", manifest, "--no-cache", "--json"};
        command.insert(command.end(), options.begin(), options.end());
        return workshop.recital(std::move(command));
    }

    /// All that a person sees in a folder, with its content: not the folder of manifests.
    [[nodiscard]] static std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
        std::map<std::string, std::string> found;
        for (const std::string& file : Workshop::files_below(folder)) {
            if (!file.starts_with("recital-manifest/")) {
                found[file] = content_of(folder / file);
            }
        }
        return found;
    }

    [[nodiscard]] std::map<std::string, std::string> books() const { return contents(workshop.books()); }

    [[nodiscard]] FileTimes times() const {
        FileTimes times;
        for (const auto& [file, content] : books()) {
            times[file] = std::filesystem::last_write_time(workshop.books() / file);
        }
        return times;
    }

    /// The files that have changed since then, or are new.
    [[nodiscard]] std::vector<std::string> files_made_since(const FileTimes& before) const {
        std::vector<std::string> made;
        for (const auto& [file, time] : times()) {
            if (const auto found = before.find(file); found == before.end() || found->second != time) {
                made.push_back(file);
            }
        }
        return made;
    }

    /// The lines of all manifests of shards.
    [[nodiscard]] std::vector<Json> manifest_lines() const {
        std::vector<Json> lines;
        for (const std::string& file : Workshop::files_below(workshop.books())) {
            if (file.ends_with(".jsonl")) {
                const std::vector<Json> more = json_lines(content_of(workshop.books() / file));
                lines.insert(lines.end(), more.begin(), more.end());
            }
        }
        return lines;
    }
};

/// The summary at the end of a report.
inline Json done(const Outcome& outcome) {
    return results_in(outcome.out).back()["done"];
}

} // namespace recital::testing_support
