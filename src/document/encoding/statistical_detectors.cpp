// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/encoding/statistical_detectors.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace recital {

namespace {

constexpr std::size_t enough = 65536; ///< bytes

/// Names of uchardet that ICU does not know.
std::string_view icu_name(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names = {
        {{"ISO-8859-1", "windows-1252"},
         {"UHC", "windows-949"},
         {"MAC-CYRILLIC", "x-mac-cyrillic"},
         {"MAC-CENTRALEUROPE", "x-mac-centraleurroman"}}};
    const auto* const found =
        std::find_if(names.begin(), names.end(), [name](const auto& pair) { return pair.first == name; });
    return found == names.end() ? name : found->second;
}

/// Detectors name this encoding if they find no other, so that it counts little.
double limited(const std::string& name, double support) {
    constexpr double max = 1.0;
    return is_same_encoding(name, "windows-1252") ? std::min(support, max) : support;
}

} // namespace

DetectedEncoding detect_by_icu(std::string_view bytes) {
    struct Close {
        void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
    };
    constexpr double weight = 0.1; // nats a point of its confidence, which is 0 to 100
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
    const std::string_view sample = bytes.substr(0, enough);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr) {
        return {};
    }
    const int confidence = ucsdet_getConfidence(match, &status);
    const std::string name = ucsdet_getName(match, &status);
    return {name, limited(name, weight * confidence)};
}

DetectedEncoding detect_by_uchardet(std::string_view bytes) {
    using Detector = std::remove_pointer_t<uchardet_t>;
    struct Close {
        void operator()(Detector* detector) const { uchardet_delete(detector); }
    };
    constexpr double weight = 5.0; // it says nothing of its confidence
    const std::unique_ptr<Detector, Close> detector(uchardet_new());
    const std::string_view sample = bytes.substr(0, enough);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    const std::string name(icu_name(uchardet_get_charset(detector.get())));
    return {name, limited(name, weight)};
}

bool is_same_encoding(std::string_view first, std::string_view second) {
    const std::string a(icu_name(first));
    const std::string b(icu_name(second));
    UErrorCode status = U_ZERO_ERROR;
    const char* const standard = ucnv_getStandardName(a.c_str(), "IANA", &status);
    const char* const other = ucnv_getStandardName(b.c_str(), "IANA", &status);
    return ucnv_compareNames(standard == nullptr ? a.c_str() : standard,
                             other == nullptr ? b.c_str() : other) == 0;
}

bool has_characters_of_several_bytes(std::string_view name) {
    constexpr std::array<std::string_view, 11> names = {
        "Shift_JIS",   "EUC-JP",      "EUC-KR",      "Big5",        "GB18030",  "EUC-TW",
        "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN", "windows-949", "SHIFT_JIS"};
    return std::find(names.begin(), names.end(), name) != names.end() || name == "BIG5";
}

} // namespace recital
