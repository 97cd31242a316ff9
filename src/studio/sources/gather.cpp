// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/gather.h"

#include "base/data_table.h"
#include "base/file.h"
#include "base/folder_reader.h"
#include "base/resources.h"
#include "base/system/system_state.h"
#include "base/unicode.h"
#include "document/read.h"
#include "document/readers/foreign/foreign_kind.h"
#include "document/readers/records/records.h"
#include "studio/sources/own_output.h"
#include "text/lexicon/file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <ios>
#include <set>
#include <string>
#include <string_view>
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

/// Whether this is a link to a folder that it lies in: following it would read more than was asked for.
bool leads_back(const fs::path& folder) {
    std::error_code failure;
    if (!fs::is_symlink(folder, failure)) {
        return false;
    }
    const fs::path target = fs::canonical(folder, failure);
    const fs::path place = fs::canonical(folder.parent_path(), failure);
    return !failure &&
           std::mismatch(target.begin(), target.end(), place.begin(), place.end()).first == target.end();
}

/// Enough of a file to know its kind by: of an archive all of it, otherwise the first kilobytes. Empty if it
/// cannot be read.
std::string beginning_of(const fs::path& file) {
    constexpr std::size_t head = 4096;
    std::string bytes(head, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    try {
        return bytes.starts_with("PK\x03\x04") ? read_file(file) : bytes;
    } catch (const Error&) {
        return bytes;
    }
}

/// Walks the arguments; remembers every file and folder by device and inode.
class Gatherer {
public:
    void take_argument(const fs::path& argument) {
        std::error_code ignored;
        const fs::path path = argument == "-" ? fs::path("/dev/stdin") : argument;
        if (fs::is_directory(path, ignored)) {
            walk(path);
        } else if (is_new(path)) {
            inputs_.files.push_back(path);
        }
    }

    [[nodiscard]] GatheredInputs inputs() && { return std::move(inputs_); }

private:
    void walk(const fs::path& folder) {
        if (!is_new(folder)) {
            return;
        }
        if (is_system_state(folder)) {
            pass_over(folder, "system", "contains the state of the system, not files");
            return;
        }
        std::vector<fs::path> entries;
        FolderReader reader(folder);
        while (reader.next()) {
            entries.push_back(reader.path());
        }
        if (reader.error()) {
            inputs_.warnings.push_back(
                {"the folder cannot be read: " + reader.error().message(), {folder.string(), 0}});
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
        const fs::file_status status = fs::status(entry, failure);
        if (fs::is_directory(status)) {
            take_folder(entry);
        } else if (fs::exists(status) && !fs::is_regular_file(status)) {
            pass_over(entry, "not-regular", "it is not a regular file");
        } else if (!is_readable_kind(entry) && !is_record_kind(entry)) {
            take_by_content(entry);
        } else if (is_record_kind(entry) && is_own_output(entry)) {
            return;
        } else if (is_new(entry)) {
            inputs_.files.push_back(entry);
        }
    }

    /// The name of the file is not that of a text.
    void take_by_content(const fs::path& file) {
        if (is_own_output(file)) {
            return;
        }
        const std::string bytes = beginning_of(file);
        if (const auto kind = foreign_kind(bytes, file.string())) {
            pass_over(file, kind->code, fmt::format("{}: {}", kind->what, kind->remedy));
        } else if (!is_readable_content(bytes)) {
            pass_over(file, "unknown-name",
                      "its name is not that of a text; to read it, give the file itself");
        } else if (is_new(file)) {
            inputs_.files.push_back(file);
        }
    }

    void take_folder(const fs::path& folder) {
        if (leads_back(folder)) {
            pass_over(folder, "circular-link", "the link leads back to a folder that contains it");
        } else {
            walk(folder);
        }
    }

    void pass_over(const fs::path& path, std::string_view code, std::string_view reason) {
        inputs_.skipped.push_back({path.string(), std::string(code), std::string(reason)});
    }

    /// Whether the path leads somewhere that was not seen before. What does not exist is always new.
    bool is_new(const fs::path& path) {
        struct ::stat status = {};
        return ::stat(path.c_str(), &status) != 0 || seen_.emplace(status.st_dev, status.st_ino).second;
    }

    const Clutter clutter_;
    GatheredInputs inputs_;
    std::set<std::pair<dev_t, ino_t>> seen_;
};

} // namespace

GatheredInputs gather_inputs(std::span<const fs::path> arguments) {
    Gatherer gatherer;
    for (const fs::path& argument : arguments) {
        gatherer.take_argument(argument);
    }
    return std::move(gatherer).inputs();
}

} // namespace recital
