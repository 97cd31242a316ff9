// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/json_report.h"

#include "cli/output/json_lines.h"
#include "cli/output/names_json.h"
#include "studio/job/diagnostic_causes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace recital {

namespace {

/// A sum of many times, without the digits that depend on their order.
double rounded_to_milliseconds(double seconds) {
    constexpr double milliseconds = 1000;
    return std::round(seconds * milliseconds) / milliseconds;
}

Json as_json(const std::vector<std::filesystem::path>& paths) {
    Json json = Json::array();
    for (const std::filesystem::path& path : paths) {
        json.push_back(path.string());
    }
    return json;
}

Json file_json(const FileReport& report, bool planned) {
    const auto seconds = [&report](std::uint64_t samples) {
        return static_cast<double>(samples) / report.rate;
    };
    Json chapters = Json::array();
    for (std::size_t n = 0; n < report.chapters.size(); ++n) {
        const ChapterReport& chapter = report.chapters[n];
        chapters.push_back({{"title", chapter.title},
                            {"start", seconds(chapter.first_sample)},
                            {"end", seconds(chapter.last_sample)}});
        if (!report.chapter_files.empty()) {
            chapters.back()["file"] = report.chapter_files[n].string();
        }
        if (!report.chapter_subtitles.empty()) {
            chapters.back()["subtitles"] = as_json(report.chapter_subtitles[n]);
        }
    }
    Json file = {{"format", report.format},
                 {"file", report.file.string()},
                 {"seconds", report.seconds()},
                 {"samples", report.samples},
                 {"rate", report.rate},
                 {"bytes", report.bytes},
                 {"chapters", chapters},
                 {"takes", {{"rendered", report.takes_rendered}, {"reused", report.takes_reused}}}};
    if (!report.subtitles.empty()) {
        file["subtitles"] = as_json(report.subtitles);
    }
    if (!report.playlist.empty()) {
        file["playlist"] = report.playlist.string();
    }
    if (!planned) {
        const double over =
            static_cast<double>(report.limiter.samples_over_3_db) / static_cast<double>(report.samples);
        file["limiter"] = {{"greatest_reduction", report.limiter.max_gain_reduction},
                           {"share_over_3_db", over}};
    }
    return file;
}

Json left_out_json(const std::vector<LeftOutReport>& passages) {
    Json json = Json::array();
    for (const LeftOutReport& passage : passages) {
        json.push_back({{"source", passage.source}, {"line", passage.line}, {"text", passage.text}});
    }
    return json;
}

Json diagnostic_json(const Diagnostic& diagnostic) {
    return {{"code", cause_of(diagnostic).code},
            {"source", diagnostic.place.file},
            {"line", diagnostic.place.line},
            {"message", diagnostic.message}};
}

/// The name of the line that reports one of them.
const char* line_name(Repeat::Kind kind) {
    switch (kind) {
    case Repeat::Kind::warning:
        return "warning";
    case Repeat::Kind::notice:
        return "notice";
    case Repeat::Kind::skipped:
        return "skipped";
    case Repeat::Kind::failure:
        return "failed";
    }
    return "";
}

Json repeated_json(const Recap& recap) {
    constexpr std::size_t max_places = 3;
    Json list = Json::array();
    for (const Repeat& repeat : recap.repeats()) {
        if (repeat.count < 2) {
            continue;
        }
        Json places = Json::array();
        for (std::size_t n = 0; n < std::min(max_places, repeat.places.size()); ++n) {
            places.push_back({{"source", repeat.places[n].file}, {"line", repeat.places[n].line}});
        }
        Json entry = {{"kind", line_name(repeat.kind)}};
        if (!repeat.code.empty()) {
            entry["code"] = repeat.code;
        }
        entry.update({{"message", repeat.message}, {"count", repeat.count}, {"places", std::move(places)}});
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

void print_json_book(const BookReport& book, bool planned) {
    Json files = Json::array();
    for (const FileReport& file : book.files) {
        files.push_back(file_json(file, planned));
    }
    Json content = {
        {"id", book.id}, {"musician", book.musician}, {"sources", book.sources}, {"files", files}};
    if (planned) {
        content["reason"] = book.reason;
    }
    if (!book.left_out.empty()) {
        content["left_out"] = left_out_json(book.left_out);
    }
    put_names(content, book.birth_name, book.other_names, book.candidates);
    print_json_line({{"schema", json_schema}, {planned ? "plan" : "book", content}});
}

void print_json_failure(const FailureReport& failure) {
    print_json_line({{"failed",
                      {{"id", failure.id},
                       {"source", failure.source},
                       {"line", failure.line},
                       {"kind", to_string(failure.kind)},
                       {"error", failure.error}}}});
}

void print_json_warning(const Diagnostic& warning) {
    print_json_line({{"warning", diagnostic_json(warning)}});
}

void print_json_notice(const Diagnostic& notice) {
    print_json_line({{"notice", diagnostic_json(notice)}});
}

void print_json_skipped(const SkippedReport& skipped) {
    print_json_line(
        {{"skipped", {{"code", skipped.code}, {"source", skipped.source}, {"reason", skipped.reason}}}});
}

void print_json_done(const RunReport& run, const Recap& recap, bool planned) {
    Json done = {{"books", run.books},
                 {"unchanged", run.unchanged},
                 {"failed", run.failed},
                 {"skipped", recap.skipped()},
                 {"warnings", recap.warnings()},
                 {"seconds", run.seconds},
                 {"audio_seconds", rounded_to_milliseconds(run.totals.audio_seconds)},
                 {"bytes", run.totals.bytes}};
    if (planned) {
        done["cpu_seconds"] = run.totals.cpu_seconds;
    }
    if (Json repeated = repeated_json(recap); !repeated.empty()) {
        done["repeated"] = std::move(repeated);
    }
    print_json_line({{"done", std::move(done)}});
}

} // namespace recital
