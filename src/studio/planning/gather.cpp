// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/gather.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"
#include "document/read.h"
#include "document/readers/records/records.h"
#include "text/lexicon/file.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace recital {

namespace {

namespace fs = std::filesystem;

/// What a folder holds without anyone having put it there to be read, from `data/document/clutter.tsv`.
class Clutter {
public:
    Clutter() : rows_(read_data_table(resource_folder() / "data" / "document" / "clutter.tsv", 2, 2)) {}

    [[nodiscard]] bool has(const fs::path& path) const {
        const std::string name = path.filename().string();
        const std::string folded = fold_case(name);
        return std::any_of(rows_.begin(), rows_.end(), [&](const DataRow& row) {
            const std::string& part = row.cells[1];
            return row.cells[0] == "prefix"   ? name.starts_with(part)
                   : row.cells[0] == "suffix" ? folded.ends_with(part)
                                              : name == part;
        });
    }

private:
    std::vector<DataRow> rows_;
};

bool is_lexicon(const fs::path& path) {
    return std::find(lexicon_file_names.begin(), lexicon_file_names.end(), path.filename().string()) !=
           lexicon_file_names.end();
}

/// Walks the arguments; remembers every file and folder by device and inode.
class Gatherer {
public:
    explicit Gatherer(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

    void take_argument(const fs::path& path) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            walk(path);
        } else if (is_new(path)) {
            files_.push_back(path);
        }
    }

    [[nodiscard]] std::vector<fs::path> files() && { return std::move(files_); }

private:
    void walk(const fs::path& folder) {
        if (!is_new(folder)) {
            return;
        }
        std::error_code failure;
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
             entry.increment(failure)) {
            entries.push_back(entry->path());
        }
        if (failure) {
            diagnostics_.push_back({"the folder cannot be read: " + failure.message(), {folder.string(), 0}});
        }
        std::sort(entries.begin(), entries.end(),
                  [](const fs::path& left, const fs::path& right) { return left.native() < right.native(); });
        for (const fs::path& entry : entries) {
            take_entry(entry);
        }
    }

    void take_entry(const fs::path& entry) {
        std::error_code failure;
        if (clutter_.has(entry) || is_lexicon(entry)) {
            return;
        }
        if (fs::is_directory(entry, failure)) {
            walk(entry);
        } else if (!is_readable_kind(entry) && !is_record_kind(entry)) {
            diagnostics_.push_back(
                {"passed over: its name is not that of a text; name the file itself to have it read",
                 {entry.string(), 0}});
        } else if (is_new(entry)) {
            files_.push_back(entry);
        }
    }

    /// Whether the path leads somewhere that was not seen before. What does not exist is always new.
    bool is_new(const fs::path& path) {
        struct ::stat status = {};
        return ::stat(path.c_str(), &status) != 0 || seen_.emplace(status.st_dev, status.st_ino).second;
    }

    const Clutter clutter_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<fs::path> files_;
    std::set<std::pair<dev_t, ino_t>> seen_;
};

} // namespace

std::vector<fs::path> gather_inputs(std::span<const fs::path> arguments,
                                    std::vector<Diagnostic>& diagnostics) {
    Gatherer gatherer(diagnostics);
    for (const fs::path& argument : arguments) {
        gatherer.take_argument(argument);
    }
    return std::move(gatherer).files();
}

} // namespace recital
