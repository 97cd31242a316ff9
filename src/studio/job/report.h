// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/hash.h"
#include "document/model/metadata.h"
#include "dsp/level/limiter.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// A chapter of a finished or planned book; times in samples.
struct ChapterReport {
    std::string title;
    std::uint64_t first_sample = 0;
    std::uint64_t last_sample = 0; ///< one past its last
};

/// A book's file in one format.
struct FileReport {
    std::string format;
    std::filesystem::path file;
    std::filesystem::path playlist;                   ///< of the chapter files; empty if there are none
    std::vector<std::filesystem::path> chapter_files; ///< one per chapter, or empty
    std::vector<std::filesystem::path> subtitles;     ///< of the book, one per kind
    std::vector<std::vector<std::filesystem::path>> chapter_subtitles; ///< of each chapter file, likewise
    int rate = 0;                                                      ///< Hz
    std::uint64_t samples = 0;
    std::uint64_t bytes = 0; ///< size of the file; estimated if it is only planned
    std::vector<ChapterReport> chapters;
    GainReductionStats limiter;     ///< what the limiter did to the whole book
    std::size_t takes_rendered = 0; ///< in a plan: to be rendered
    std::size_t takes_reused = 0;

    [[nodiscard]] double seconds() const { return static_cast<double>(samples) / rate; }
};

/// A passage that a book is without, because it cannot be spoken.
struct LeftOutReport {
    std::string source;
    std::size_t line = 0; ///< of its first sentence
    std::string text;     ///< as it was written
};

/// One book, finished or, with estimated times, planned.
struct BookReport {
    std::string id;
    std::string musician;
    std::string birth_name;                ///< empty if it is not known or not another one
    std::vector<std::string> other_names;  ///< of the same person
    std::vector<NameCandidate> candidates; ///< for the name, as the first of the texts gives them, best first
    std::vector<std::string> sources;
    std::string reason; ///< evidence for the musician, and why the sources belong together; only in a plan
    std::vector<FileReport> files;            ///< one per requested format
    std::vector<LeftOutReport> left_out = {}; ///< passages; only with `Job::skips_passages`
    /// The files do not have the name that the book wants: other books in their folder decide what it is.
    bool is_name_shared = false;
    Digest key = {}; ///< names what the book is made from; see BookKeys
};

/// A source from which no book was made.
struct FailureReport {
    std::string source;
    std::size_t line = 0; ///< 0 if unknown
    ErrorKind kind = ErrorKind::internal;
    std::string error;
    std::string id = {};       ///< of the book or of the source; empty if nothing declares it
    Digest key = {};           ///< of a book in a plan, as in BookReport
    bool is_transient = false; ///< see Error
};

/// A source that was not meant to become a book: a file that no reader reads, or nearly a copy of another.
struct SkippedReport {
    std::string source;
    std::string code;   ///< the cause as a program names it: "pdf", "near-copy"
    std::string reason; ///< what it is and what to do, without the name of the source
};

/// What all books of a run take together; estimated if they are only planned.
struct RunTotals {
    double audio_seconds = 0; ///< of the books in their first format
    std::uint64_t bytes = 0;  ///< of the files of all formats
    double cpu_seconds = 0;   ///< to make what is not in the cache; 0 unless the run only plans
};

/// Adds a finished book.
void add_to_totals(const BookReport& book, RunTotals& totals);

/// The result of the whole run.
struct RunReport {
    std::size_t books = 0;
    std::size_t failed = 0;
    std::size_t unchanged = 0; ///< of the books: not made again, because nothing has changed
    double seconds = 0;        ///< of wall-clock time
    RunTotals totals = {};
};

/// The progress of a run.
struct RunProgress {
    std::string musician;       ///< of the book being worked on
    std::size_t takes_done = 0; ///< of the books begun so far
    std::size_t takes_known = 0;
    std::size_t books_done = 0;
    std::size_t books_planned = 0;
    double speech_seconds = 0; ///< rendered in this run
};

/// Receives events while they happen. All calls come from the thread of the run.
class RunListener {
public:
    RunListener() = default;
    RunListener(const RunListener&) = delete;
    RunListener& operator=(const RunListener&) = delete;
    virtual ~RunListener() = default;

    virtual void on_warning(const Diagnostic& diagnostic) = 0;
    /// What the person may want to know though nothing is unusual.
    virtual void on_notice(const Diagnostic& /*notice*/) {}
    virtual void on_progress(const RunProgress& progress) = 0;
    virtual void on_book(const BookReport& book) = 0;
    virtual void on_failure(const FailureReport& failure) = 0;
    virtual void on_skipped(const SkippedReport& /*skipped*/) {}
};

} // namespace recital
