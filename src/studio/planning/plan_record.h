// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "container/book/origin.h"
#include "studio/planning/book_names.h"
#include "studio/sources/source.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// One book to be made: who, from what, under which file name. Self-contained: whoever has the record and the
/// sources can make the book, without the other records of the plan and without the texts being compared
/// again.
struct PlanRecord {
    std::string id; ///< of the musician: as declared by the source, otherwise made from the name
    bool is_id_declared = false;
    std::string musician; ///< full name as written
    std::string name; ///< of the book: the musician, with a distinction if there are namesakes in the plan
    std::string born; ///< year, see `LifeYears`; empty if the text does not give it
    std::string died; ///< year, likewise
    std::string occupation;         ///< "pianist"; empty if no first sentence gives it
    std::string reason;             ///< why it is about this musician, and why its sources belong together
    std::string language;           ///< BCP 47 tag of the first source
    double seconds = 0;             ///< estimated length of the speech, rounded to 0.1 s; not negative
    std::vector<SourceRef> sources; ///< at least one, in reading order
    /// Paths of the book's files below the output folder, without extensions: one for each format of the job,
    /// in its order. Decided for the whole plan, so that no two books share a file.
    std::vector<std::filesystem::path> stems;

    bool operator==(const PlanRecord&) const = default;
};

/// Whether a path leads below the folder that it is appended to: it is relative, and has no "..".
[[nodiscard]] bool stays_below(const std::filesystem::path& path);

/// A record whose files have their places.
struct BookPlan : PlanRecord {
    std::vector<std::filesystem::path> outputs; ///< one for each of the job's formats
    BookOrigin origin = {};                     ///< whom and what it is made from
    BookStems wanted = {}; ///< what its files are to be called; empty if the job names the file
    BookHome home = {};    ///< what they are called
    Subject subject = {};  ///< as the first of the texts names it, with the names that were considered
};

/// The record as one line of JSON, without the line break; docs/formats/plan.md describes it.
[[nodiscard]] std::string to_line(const PlanRecord& record);

/// The record that a line holds. Throws an `input` error at `place` for a damaged line and for one of another
/// version of the format. Never returns a part of a record.
[[nodiscard]] PlanRecord read_plan_record(std::string_view line, const SourcePlace& place);

} // namespace recital
