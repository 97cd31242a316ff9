// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "base/hash.h"
#include "studio/planning/record_source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// What a plan says of itself as a whole.
struct PlanSummary {
    std::vector<std::string> arguments; ///< options of `recital render` that decide what the books are
    std::uint64_t books = 0;
    double seconds = 0; ///< estimated length of all speech
    Digest content;     ///< of the file before its last line: names the plan
};

/// Writes a plan as a file, which appears as a whole or not at all; docs/formats/plan.md describes it. Throws
/// `output` errors.
class PlanFileWriter {
public:
    PlanFileWriter(const std::filesystem::path& path, const std::vector<std::string>& arguments);

    /// Records are expected in the order in which they are to be made: the longest first.
    void add(const PlanRecord& record);

    /// Completes the file and gives it its name. To be called once, last.
    PlanSummary finish();

private:
    void write_line(std::string_view line);
    void write_index();

    TemporaryFile file_;
    FileWriter writer_;
    Hasher hasher_;
    TemporaryFile offsets_file_; ///< of the records, 8 bytes each, until they are written as the index
    FileWriter offsets_;
    PlanSummary summary_;
};

/// A plan in a file. Only what is asked for is read.
class PlanFile : public RecordSource {
public:
    /// Throws an `input` error if the file is no complete plan, or one of another version.
    explicit PlanFile(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const PlanSummary& summary() const { return summary_; }
    [[nodiscard]] std::size_t size() const override { return summary_.books; }
    /// Throws an `input` error if the record is damaged.
    [[nodiscard]] PlanRecord record(std::size_t book) const override;

private:
    [[nodiscard]] std::string read(std::uint64_t offset, std::uint64_t size) const;
    [[nodiscard]] std::string read_line(std::uint64_t begin, std::uint64_t end) const;
    [[nodiscard]] std::uint64_t offset_of(std::size_t book) const;
    [[noreturn]] void refuse(const std::string& why) const;

    std::filesystem::path path_;
    FileDescriptor file_;
    std::uint64_t index_ = 0; ///< where the index begins
    PlanSummary summary_;
};

} // namespace recital
