// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/legacy_guess.h"

#include "base/unicode.h"
#include "document/encoding/encoding.h"
#include "document/encoding/legacy_charset.h"
#include "document/encoding/plausibility.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace recital {

namespace {

struct Candidate {
    const char* name;
    double surprise; ///< in nats, that a biography comes in this encoding
};

constexpr std::array candidates = {
    Candidate{"windows-1252", 0.0}, Candidate{"windows-1250", 4.0}, Candidate{"windows-1251", 4.0},
    Candidate{"macintosh", 6.0},    Candidate{"KOI8-R", 6.0},       Candidate{"windows-1253", 6.0},
    Candidate{"windows-1254", 6.0}, Candidate{"windows-1257", 6.0}, Candidate{"ISO-8859-2", 6.0},
    Candidate{"IBM850", 8.0},       Candidate{"IBM437", 9.0}};

/// The encoding that ICU's statistical detector reports.
struct Detected {
    std::string name;
    int confidence = 0; ///< 0 to 100
};

Detected detect(std::string_view bytes) {
    struct Close {
        void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
    };
    constexpr std::size_t enough = 65536;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
    const std::string_view sample = bytes.substr(0, enough);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr) {
        return {};
    }
    Detected detected;
    detected.confidence = ucsdet_getConfidence(match, &status);
    detected.name = ucsdet_getName(match, &status);
    return detected;
}

bool has_characters_of_several_bytes(const std::string& name) {
    constexpr std::array names = {"Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "GB18030", "ISO-2022-JP"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

char32_t decoded_byte(char byte, const LegacyCharset& charset) {
    const auto value = static_cast<std::uint8_t>(byte);
    return value < 0x80 ? char32_t{value} : charset.code_point_of(value);
}

/// A run of bytes from 0x80.
struct HighRun {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// A sample of the text's runs.
std::vector<HighRun> find_high_runs(std::string_view bytes) {
    constexpr std::size_t max_runs = 2000;
    std::vector<HighRun> runs;
    const auto is_high = [](char byte) { return static_cast<std::uint8_t>(byte) >= 0x80; };
    for (std::size_t at = find_non_ascii(bytes, 0); at < bytes.size() && runs.size() < max_runs;
         at = find_non_ascii(bytes, at)) {
        const std::size_t start = at;
        while (at < bytes.size() && is_high(bytes[at])) {
            ++at;
        }
        runs.push_back({start, at});
    }
    return runs;
}

/// The implausibility of the runs with their neighbours.
double judge(std::string_view bytes, const std::vector<HighRun>& runs, const LegacyCharset& charset) {
    double sum = 0.0;
    for (const auto [start, end] : runs) {
        const std::size_t before = std::min<std::size_t>(start, 2);
        std::u32string local;
        for (const char byte : bytes.substr(start - before, before + (end - start) + 2)) {
            local += decoded_byte(byte, charset);
        }
        sum += implausibility(local, before, before + (end - start));
    }
    return sum;
}

} // namespace

LegacyGuess guess_legacy_encoding(std::string_view bytes) {
    constexpr int convincing = 60;
    constexpr double weight_of_detector = 0.1; // nats a point of its confidence
    const Detected detected = detect(bytes);
    if (detected.confidence >= convincing && has_characters_of_several_bytes(detected.name)) {
        if (auto text = decode_as(bytes, detected.name)) {
            return {detected.name, std::move(*text)};
        }
    }
    const std::vector<HighRun> runs = find_high_runs(bytes);
    const Candidate* best = nullptr;
    double best_cost = std::numeric_limits<double>::infinity();
    for (const Candidate& candidate : candidates) {
        const double support =
            detected.name == candidate.name ? weight_of_detector * detected.confidence : 0.0;
        const double cost = judge(bytes, runs, legacy_charset(candidate.name)) + candidate.surprise - support;
        if (cost < best_cost) {
            best = &candidate;
            best_cost = cost;
        }
    }
    return {best->name, legacy_charset(best->name).decode(bytes)};
}

} // namespace recital
