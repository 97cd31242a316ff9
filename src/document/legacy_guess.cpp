// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/legacy_guess.h"

#include "document/encoding.h"
#include "document/legacy_charset.h"
#include "document/plausibility.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>

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

/// What ICU's statistical detector takes the bytes for.
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

/// The implausibility of the runs of high bytes, with their neighbours, of a sample of the text.
double judge(std::string_view bytes, const LegacyCharset& charset) {
    constexpr std::size_t most_runs = 2000;
    double sum = 0.0;
    std::size_t runs = 0;
    const auto is_high = [bytes](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]) >= 0x80; };
    for (std::size_t i = 0; i < bytes.size() && runs < most_runs; ++i) {
        if (!is_high(i)) {
            continue;
        }
        std::size_t end = i;
        while (end < bytes.size() && is_high(end)) {
            ++end;
        }
        const std::size_t before = std::min<std::size_t>(i, 2);
        std::u32string local;
        for (const char byte : bytes.substr(i - before, before + (end - i) + 2)) {
            local += decoded_byte(byte, charset);
        }
        sum += implausibility(local, before, before + (end - i));
        i = end;
        ++runs;
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
    const Candidate* best = nullptr;
    double best_cost = std::numeric_limits<double>::infinity();
    for (const Candidate& candidate : candidates) {
        const double support =
            detected.name == candidate.name ? weight_of_detector * detected.confidence : 0.0;
        const double cost = judge(bytes, legacy_charset(candidate.name)) + candidate.surprise - support;
        if (cost < best_cost) {
            best = &candidate;
            best_cost = cost;
        }
    }
    return {best->name, legacy_charset(best->name).decode(bytes)};
}

} // namespace recital
