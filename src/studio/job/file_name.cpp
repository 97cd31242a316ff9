// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/file_name.h"

#include "base/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace recital {

namespace {

constexpr std::size_t max_bytes = 200; // leaves room for a number and an extension in the usual 255

/// Device names that Windows takes for no file, whatever their case or extension.
bool is_reserved(std::string_view folded) {
    constexpr std::array<std::string_view, 4> devices = {"con", "prn", "aux", "nul"};
    const std::string_view stem = folded.substr(0, folded.find('.'));
    const bool numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                          stem[3] >= '0' && stem[3] <= '9';
    return numbered || std::find(devices.begin(), devices.end(), stem) != devices.end();
}

bool is_unsafe(char32_t code_point) {
    constexpr std::u32string_view unsafe = U"/\\:*?\"<>|";
    return code_point < U' ' || code_point == U'\x7F' || unsafe.find(code_point) != std::u32string_view::npos;
}

/// Marks that turn the direction of writing: nobody sees them, and with them a name can look like another
/// one.
bool turns_direction(char32_t code_point) {
    return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_BIDI_CONTROL) != 0;
}

} // namespace

std::string safe_file_name(std::string_view name) {
    const std::string normal = normalise_nfc(name);
    std::string safe;
    for (std::size_t position = 0; position < normal.size();) {
        const char32_t code_point = next_code_point(normal, position);
        if (!turns_direction(code_point)) {
            append_utf8(safe, is_unsafe(code_point) ? U'-' : code_point);
        }
    }
    safe = prefix_on_character(safe, max_bytes);
    while (!safe.empty() && (safe.back() == '.' || safe.back() == ' ')) {
        safe.pop_back(); // Windows drops them
    }
    safe.erase(0, std::min(safe.size(), safe.find_first_not_of(' ')));
    if (safe.empty()) {
        return "untitled";
    }
    if (safe.front() == '.' || is_reserved(fold_case(safe))) {
        safe.insert(safe.begin(), '_'); // neither hidden nor a device
    }
    return safe;
}

} // namespace recital
