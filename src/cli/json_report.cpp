// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema = 1;

void print_line(const Json& json) {
    // A file name may hold any bytes; the report stays valid UTF-8.
    fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);
}

} // namespace

void print_json_book(const BookReport& book, bool planned) {
    const auto seconds = [&book](std::uint64_t samples) { return static_cast<double>(samples) / book.rate; };
    Json chapters = Json::array();
    for (const ChapterReport& chapter : book.chapters) {
        chapters.push_back({{"title", chapter.title},
                            {"start", seconds(chapter.first_sample)},
                            {"end", seconds(chapter.last_sample)}});
    }
    Json file = {{"format", book.format},
                 {"file", book.file.string()},
                 {"seconds", book.seconds()},
                 {"samples", book.samples},
                 {"rate", book.rate},
                 {"chapters", chapters},
                 {"takes", {{"rendered", book.takes_rendered}, {"reused", book.takes_reused}}}};
    if (!planned) {
        const double over =
            static_cast<double>(book.limiter.samples_over_3_db) / static_cast<double>(book.samples);
        file["limiter"] = {{"greatest_reduction", book.limiter.greatest_reduction},
                           {"share_over_3_db", over}};
    }
    Json content = {{"id", book.id},
                    {"musician", book.musician},
                    {"sources", book.sources},
                    {"files", Json::array({file})}};
    if (planned) {
        content["reason"] = book.reason;
    }
    print_line({{"schema", schema}, {planned ? "plan" : "book", content}});
}

void print_json_failure(const FailureReport& failure) {
    print_line({{"failed",
                 {{"source", failure.source},
                  {"line", failure.line},
                  {"kind", to_string(failure.kind)},
                  {"error", failure.error}}}});
}

void print_json_done(const RunReport& run) {
    print_line({{"done", {{"books", run.books}, {"failed", run.failed}, {"seconds", run.seconds}}}});
}

} // namespace recital
