// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/book_ledger.h"

#include "base/error.h"
#include "base/hash.h"
#include "container/formats.h"
#include "studio/state/run_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view first_line = "recital books 1";

/// One list for each set of inputs and each folder of books.
std::filesystem::path list_of(const Job& job) {
    Hasher hasher;
    hasher.update(absolute_path(job.output / "").string());
    for (const std::filesystem::path& input : job.inputs) {
        hasher.update("\n" + absolute_path(input).string());
    }
    return run_folder(job) / (hasher.hex() + ".books");
}

bool has_file(const std::filesystem::path& stem) {
    const auto formats = all_formats();
    return std::any_of(formats.begin(), formats.end(), [&stem](const AudioContainer& format) {
        std::error_code ignored;
        return std::filesystem::exists(fmt::format("{}.{}", stem.string(), format.name), ignored);
    });
}

} // namespace

BookLedger::BookLedger(const Job& job)
    : job_(job), output_(job.output), is_written_(!job.dry_run && !job.cache.empty() && job.plan.empty()) {
    if (!job.cache.empty() && job.plan.empty()) { // one shard does not know what the others make
        path_ = list_of(job);
    }
}

/// Not before there is something to note: until then the cache may not exist.
void BookLedger::open() {
    make_run_folder(job_);
    file_ = std::make_unique<TemporaryFile>(path_);
    writer_ = std::make_unique<FileWriter>(file_->descriptor(), file_->path().string());
    writer_->write(fmt::format("{}\n", first_line));
}

BookLedger::~BookLedger() = default;

void BookLedger::add(const std::filesystem::path& file) {
    std::filesystem::path stem = file;
    add_stem(stem.replace_extension());
}

void BookLedger::add_stem(const std::filesystem::path& stem) {
    if (!is_written_) {
        return;
    }
    try {
        if (!file_) {
            open();
        }
        writer_->write(stem.lexically_relative(output_).string() + "\n");
    } catch (const std::exception&) {
        give_up();
    }
}

/// A run does not fail for its notes: the earlier list stays.
void BookLedger::give_up() {
    is_written_ = false;
    writer_.reset();
    file_.reset();
}

std::vector<std::filesystem::path> BookLedger::find_orphans(const Predicate& is_made) const {
    std::vector<std::filesystem::path> orphans;
    if (std::error_code ignored; !std::filesystem::is_regular_file(path_, ignored)) {
        return orphans; // also if there is none: opening anything else might block
    }
    std::ifstream list(path_);
    std::string line;
    if (!std::getline(list, line) || line != first_line) {
        return orphans;
    }
    while (std::getline(list, line)) {
        std::filesystem::path stem = output_ / line;
        if (!line.empty() && !is_made(stem) && has_file(stem)) {
            orphans.push_back(std::move(stem));
        }
    }
    std::sort(orphans.begin(), orphans.end());
    orphans.erase(std::unique(orphans.begin(), orphans.end()), orphans.end());
    return orphans;
}

void BookLedger::save(const std::vector<std::filesystem::path>& orphans) {
    for (const std::filesystem::path& orphan : orphans) {
        add_stem(orphan);
    }
    if (!file_) {
        return;
    }
    try {
        writer_->flush();
        file_->commit_synced();
    } catch (const std::exception&) {
        give_up();
    }
}

std::string describe_orphans(const std::vector<std::filesystem::path>& orphans) {
    constexpr std::size_t max_named = 10;
    std::vector<std::string> names;
    for (const std::filesystem::path& orphan : orphans) {
        if (names.size() < max_named) {
            names.push_back(orphan.filename().string());
        }
    }
    if (names.empty()) {
        return {};
    }
    const std::size_t more = orphans.size() - names.size();
    return fmt::format("kept, although these inputs no longer make {}: {}{}",
                       orphans.size() == 1 ? "it" : "them", fmt::join(names, ", "),
                       more == 0 ? "" : fmt::format(" and {} more", more));
}

} // namespace recital
