// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/players.h"
#include "support/program.h"
#include "support/stored_entries.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace recital::testing_support {

using Json = nlohmann::json;

inline const std::filesystem::path sample_biographies =
    std::filesystem::path(RECITAL_SOURCE_DIR) / "data" / "biographies";

inline const std::vector<std::string> every_format = {"m4b", "mp3", "opus", "flac", "wav"};

/// A short biography of two paragraphs.
inline const std::string petrenko = "Bekzat Petrenko was born in Moscow. He played the piano every day.\n\n"
                                    "Despite his success, Bekzat Petrenko stayed a quiet man.\n";
inline const std::string baktybekova = "Valentin Baktybekova was a composer. She wrote songs all her life.\n";

/// A biography of many paragraphs, so that a run of it can be stopped in the middle.
inline std::string long_biography() {
    std::string text = "Bekzat Petrenko was born in Moscow.\n\n";
    for (const char* month : {"January", "February", "March", "April", "May", "June", "July", "August",
                              "September", "October", "November", "December"}) {
        for (const char* place : {"Almaty", "Vienna"}) {
            text += std::string("In ") + month + " Bekzat Petrenko travelled to " + place +
                    " with his piano. There he played for his friends, and in " + month +
                    " the evenings were full of music.\n\n";
        }
    }
    return text;
}

/// JSON Lines as they were printed.
inline std::vector<Json> json_lines(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(Json::parse(line));
    }
    return lines;
}

/// The lines of a report that are about books and failures: without warnings, notices and skipped files.
inline std::vector<Json> results_in(const std::string& report) {
    std::vector<Json> lines = json_lines(report);
    std::erase_if(lines, [](const Json& line) {
        return line.contains("warning") || line.contains("notice") || line.contains("skipped");
    });
    return lines;
}

/// A folder of a person's own in which the program is run, with all it would keep elsewhere kept in there,
/// too.
class Workshop {
public:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] std::filesystem::path cache() const { return folder_.path() / "cache"; }
    [[nodiscard]] std::filesystem::path books() const { return folder_.path() / "books"; }

    /// Its path, which one may also know already.
    // NOLINTNEXTLINE(modernize-use-nodiscard)
    std::filesystem::path write(const std::string& name, const std::string& content) const {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }

    /// Runs `recital` with these arguments in this folder.
    [[nodiscard]] Outcome recital(std::vector<std::string> arguments, const std::string& input = {}) const {
        arguments.insert(arguments.begin(), RECITAL_PROGRAM);
        Program running(std::move(arguments));
        prepare(running);
        return running.with_input(input).run();
    }

    /// Runs `recital render ... -o books --cache cache --json`.
    [[nodiscard]] Outcome render(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "render");
        for (const auto& word : {std::string("-o"), books().string(), std::string("--cache"),
                                 cache().string(), std::string("--json")}) {
            arguments.push_back(word);
        }
        return recital(std::move(arguments));
    }

    void prepare(Program& running) const {
        running.in_folder(folder_.path()).with_environment("XDG_CACHE_HOME", path("home-cache").string());
    }

    /// All files below a folder, by path from there.
    [[nodiscard]] static std::vector<std::string> files_below(const std::filesystem::path& folder) {
        std::vector<std::string> files;
        if (std::filesystem::exists(folder)) {
            for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
                if (entry.is_regular_file()) {
                    files.push_back(entry.path().lexically_relative(folder).string());
                }
            }
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    [[nodiscard]] std::size_t stored_takes() const { return stored_entries(cache(), EntryKind::take).size(); }

private:
    ScratchFolder folder_;
};

} // namespace recital::testing_support
