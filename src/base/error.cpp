// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <fmt/format.h>

namespace recital {

namespace {

std::string led_by_place(const SourcePlace& place, std::string_view message) {
    return place.file.empty() ? std::string(message) : fmt::format("{}: {}", place.to_string(), message);
}

} // namespace

std::string_view to_string(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::usage:
        return "usage";
    case ErrorKind::input:
        return "input";
    case ErrorKind::voice:
        return "voice";
    case ErrorKind::engine:
        return "engine";
    case ErrorKind::output:
        return "output";
    case ErrorKind::internal:
        return "internal";
    }
    return "internal";
}

std::string SourcePlace::to_string() const {
    return line == 0 ? file : fmt::format("{}:{}", file, line);
}

std::string Error::to_string() const {
    return led_by_place(place_, what());
}

std::string Diagnostic::to_string() const {
    return led_by_place(place, message);
}

} // namespace recital
