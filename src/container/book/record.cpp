// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/record.h"

#include "base/nesting.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr int version = 1;

/// Of the packets as they stand in the file: the last take alone keeps all of its packets.
std::uint32_t checksum_of(const Book& book) {
    AudioChecksum sum;
    AudioChecksum rest;
    for (const BookChapter& chapter : book.chapters) {
        for (const BookTake& take : chapter.takes) {
            sum.append(take.kept);
            rest = take.rest;
        }
    }
    sum.append(rest);
    return sum.value();
}

/// To hundredths: what is noted has no use for more.
double rounded(double value) {
    return std::round(value * 100) / 100;
}

std::uint32_t parse_checksum(const std::string& digits) {
    std::uint32_t value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) {
        throw Error(ErrorKind::input, "its checksum is not a number");
    }
    return value;
}

/// The record states how long chapters are, which takes fewer digits than where they begin.
std::vector<std::uint64_t> starts_of(const std::vector<std::uint64_t>& lengths, const BookRecord& record) {
    std::vector<std::uint64_t> starts;
    std::uint64_t start = 0;
    for (const std::uint64_t length : lengths) {
        starts.push_back(start);
        start += length;
    }
    if (lengths.size() != record.chapters.size() || start != record.samples) {
        throw Error(ErrorKind::input, "its chapters' lengths do not add up");
    }
    return starts;
}

BookRecord from_json(const Json& json) {
    BookRecord record;
    record.samples = json.at("samples").get<std::uint64_t>();
    record.target.integrated = json.at("loudness").get<double>();
    record.target.true_peak = json.at("true_peak").get<double>();
    if (json.contains("rms")) {
        record.target.measure = "rms";
        record.target.rms = json.at("rms").get<double>();
    }
    record.checksum = parse_checksum(json.at("crc32").get<std::string>());
    const auto words = json.at("words").get<std::vector<std::uint64_t>>();
    const auto reduction = json.at("reduction").get<std::vector<double>>();
    const auto over = json.at("over_3_db").get<std::vector<std::uint64_t>>();
    if (words.size() != reduction.size() || words.size() != over.size()) {
        throw Error(ErrorKind::input, "its chapters are incomplete");
    }
    for (std::size_t n = 0; n < words.size(); ++n) {
        record.chapters.push_back({words[n], {reduction[n], over[n]}});
    }
    if (const auto lengths = json.find("lengths"); lengths != json.end()) {
        record.starts = starts_of(lengths->get<std::vector<std::uint64_t>>(), record);
    }
    if (const auto left_out = json.find("left_out"); left_out != json.end()) {
        record.left_out = left_out->get<std::vector<std::string>>();
    }
    return record;
}

} // namespace

std::string book_record(const Book& book) {
    Json lengths = Json::array();
    Json words = Json::array();
    Json reduction = Json::array();
    Json over = Json::array();
    for (const BookChapter& chapter : book.chapters) {
        std::uint64_t spoken = 0;
        GainReductionStats limiter;
        for (const BookTake& take : chapter.takes) {
            spoken += take.words;
            limiter += take.limiter;
        }
        lengths.push_back(chapter.samples());
        words.push_back(spoken);
        reduction.push_back(rounded(limiter.max_gain_reduction));
        over.push_back(limiter.samples_over_3_db);
    }
    Json record({{"version", version},
                 {"samples", book.samples()},
                 {"loudness", book.loudness.integrated},
                 {"true_peak", book.loudness.true_peak},
                 {"crc32", fmt::format("{:08x}", checksum_of(book))},
                 {"lengths", lengths},
                 {"words", words},
                 {"reduction", reduction},
                 {"over_3_db", over}});
    if (book.loudness.measure == "rms") {
        record["rms"] = book.loudness.rms;
    }
    if (!book.tags.left_out.empty()) {
        record["left_out"] = book.tags.left_out;
    }
    return record.dump();
}

BookRecord parse_book_record(std::string_view line) {
    try {
        if (line_of_deep_json(line)) {
            throw Error(ErrorKind::input, fmt::format("nests more than {} levels deep", max_nesting));
        }
        return from_json(Json::parse(line));
    } catch (const Error& error) {
        throw Error(ErrorKind::input, fmt::format("its book record is damaged: {}", error.what()));
    } catch (const Json::parse_error&) {
        throw Error(ErrorKind::input, "its book record is damaged: it is not JSON");
    } catch (const Json::exception&) {
        throw Error(ErrorKind::input, "its book record is damaged: a value is missing or has the wrong type");
    }
}

} // namespace recital
