// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/record.h"

#include "base/hash.h"
#include "base/nesting.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr int newest_version = 2;

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
    bool is_inside = true; // the sum of damaged lengths may be more than a number holds
    for (const std::uint64_t length : lengths) {
        starts.push_back(start);
        is_inside = is_inside && length <= record.samples - start;
        start += length;
    }
    if (lengths.size() != record.chapters.size() || !is_inside || start != record.samples) {
        throw Error(ErrorKind::input, "its chapters' lengths do not add up");
    }
    return starts;
}

/// A number that counts something. The library would convert negative numbers and fractions.
std::uint64_t count_in(const Json& value) {
    if (!value.is_number_unsigned()) {
        throw Error(ErrorKind::input, "a number is negative, a fraction or no number");
    }
    return value.get<std::uint64_t>();
}

std::vector<std::uint64_t> counts_in(const Json& list) {
    if (!list.is_array()) { // the library takes a single value for a list
        throw Error(ErrorKind::input, "a list is missing");
    }
    std::vector<std::uint64_t> counts;
    std::transform(list.begin(), list.end(), std::back_inserter(counts), count_in);
    return counts;
}

/// The text at `key`; empty if it is absent.
std::string text_at(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found == json.end() ? std::string() : found->get<std::string>();
}

void put_text(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) {
        json[key] = text;
    }
}

using IdentityField = std::pair<const char*, std::string BookIdentity::*>;
constexpr std::array identity_fields = {
    IdentityField{"id", &BookIdentity::id},
    IdentityField{"musician", &BookIdentity::musician},
    IdentityField{"born", &BookIdentity::born},
    IdentityField{"died", &BookIdentity::died},
    IdentityField{"occupation", &BookIdentity::occupation},
    IdentityField{"text", &BookIdentity::text},
};

BookOrigin read_origin(const Json& json) {
    BookOrigin origin;
    for (const auto& [key, field] : identity_fields) {
        origin.identity.*field = text_at(json.at("identity"), key);
    }
    origin.sources = json.at("sources").get<std::vector<std::string>>();
    origin.settings = text_at(json, "settings");
    origin.engine = text_at(json.at("engine"), "name");
    origin.engine_version = text_at(json.at("engine"), "version");
    return origin;
}

void put_origin(Json& json, const BookOrigin& origin) {
    Json identity = Json::object();
    for (const auto& [key, field] : identity_fields) {
        put_text(identity, key, origin.identity.*field);
    }
    Json engine = Json::object();
    put_text(engine, "name", origin.engine);
    put_text(engine, "version", origin.engine_version);
    json["identity"] = std::move(identity);
    json["sources"] = origin.sources;
    json["settings"] = origin.settings;
    json["engine"] = std::move(engine);
}

/// Whether a later recital wrote the record, whose meaning is unknown here.
bool is_newer(const Json& json) {
    const auto version = json.find("version");
    return version != json.end() && version->is_number_unsigned() &&
           version->get<std::uint64_t>() > std::uint64_t{newest_version};
}

void read_second_version(const Json& json, BookRecord& record) {
    record.origin = read_origin(json);
    record.cover = text_at(json, "cover");
    record.timed_text = text_at(json, "timed_text");
    const auto part = json.find("part");
    record.part = part == json.end() ? 0 : count_in(*part);
    const auto titles = json.at("titles").get<std::vector<std::string>>();
    if (titles.size() != record.chapters.size()) {
        throw Error(ErrorKind::input, "its chapters are incomplete");
    }
    for (std::size_t n = 0; n < titles.size(); ++n) {
        record.chapters[n].title = titles[n];
    }
}

BookRecord from_json(const Json& json) {
    BookRecord record;
    record.version = static_cast<int>(count_in(json.at("version"))); // newer ones were refused before
    if (record.version == 0) {
        throw Error(ErrorKind::input, "there is no version 0");
    }
    record.samples = count_in(json.at("samples"));
    record.target.integrated = json.at("loudness").get<double>();
    record.target.true_peak = json.at("true_peak").get<double>();
    if (json.contains("rms")) {
        record.target.measure = "rms";
        record.target.rms = json.at("rms").get<double>();
    }
    record.checksum = parse_checksum(json.at("crc32").get<std::string>());
    const auto words = counts_in(json.at("words"));
    const auto reduction = json.at("reduction").get<std::vector<double>>();
    const auto over = counts_in(json.at("over_3_db"));
    if (words.size() != reduction.size() || words.size() != over.size()) {
        throw Error(ErrorKind::input, "its chapters are incomplete");
    }
    for (std::size_t n = 0; n < words.size(); ++n) {
        record.chapters.push_back({words[n], {reduction[n], over[n]}, {}});
    }
    if (const auto lengths = json.find("lengths"); lengths != json.end()) {
        record.starts = starts_of(counts_in(*lengths), record);
    }
    if (const auto left_out = json.find("left_out"); left_out != json.end()) {
        record.left_out = left_out->get<std::vector<std::string>>();
    }
    if (record.version > 1) {
        read_second_version(json, record);
    }
    return record;
}

/// The digest of all chapters' timed texts.
std::string timed_text_of(const Book& book) {
    Hasher hasher;
    for (const BookChapter& chapter : book.chapters) {
        hasher.update(chapter.timed_text);
    }
    return hasher.hex();
}

/// One list for each column: shorter than an object for each chapter.
void put_chapters(Json& json, const Book& book) {
    for (const char* column : {"titles", "lengths", "words", "reduction", "over_3_db"}) {
        json[column] = Json::array();
    }
    for (const BookChapter& chapter : book.chapters) {
        std::uint64_t words = 0;
        GainReductionStats limiter;
        for (const BookTake& take : chapter.takes) {
            words += take.words;
            limiter += take.limiter;
        }
        json["titles"].push_back(chapter.title);
        json["lengths"].push_back(chapter.samples());
        json["words"].push_back(words);
        json["reduction"].push_back(rounded(limiter.max_gain_reduction));
        json["over_3_db"].push_back(limiter.samples_over_3_db);
    }
}

} // namespace

std::string book_record(const Book& book) {
    Json record = {{"version", newest_version}};
    put_origin(record, book.origin);
    record["samples"] = book.samples();
    record["loudness"] = book.loudness.integrated;
    record["true_peak"] = book.loudness.true_peak;
    if (book.loudness.measure == "rms") {
        record["rms"] = book.loudness.rms;
    }
    record["crc32"] = fmt::format("{:08x}", checksum_of(book));
    put_text(record, "cover", book.cover.empty() ? std::string() : hash_hex(book.cover.jpeg));
    record["timed_text"] = timed_text_of(book);
    if (book.tags.track > 0) {
        record["part"] = book.tags.track;
    }
    put_chapters(record, book);
    if (!book.tags.left_out.empty()) {
        record["left_out"] = book.tags.left_out;
    }
    return record.dump(-1, ' ', false, Json::error_handler_t::replace); // given tags may hold anything
}

BookRecord parse_book_record(std::string_view line) {
    try {
        if (line_of_deep_json(line)) {
            throw Error(ErrorKind::input, fmt::format("nests more than {} levels deep", max_nesting));
        }
        const Json json = Json::parse(line);
        if (!is_newer(json)) {
            return from_json(json);
        }
    } catch (const Error& error) {
        throw Error(ErrorKind::input, fmt::format("its book record is damaged: {}", error.what()));
    } catch (const Json::parse_error&) {
        throw Error(ErrorKind::input, "its book record is damaged: it is not JSON");
    } catch (const Json::exception&) {
        throw Error(ErrorKind::input, "its book record is damaged: a value is missing or has the wrong type");
    }
    throw Error(ErrorKind::input,
                "was made by a newer recital, whose book record this one cannot read: update it");
}

} // namespace recital
