// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/program.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace recital::testing_support {

/// What ffprobe says of a file's format, chapters and streams.
inline nlohmann::json probe(const std::filesystem::path& path) {
    const Outcome outcome = run_command({"ffprobe", "-v", "error", "-of", "json", "-show_format",
                                         "-show_chapters", "-show_streams", path.string()});
    if (outcome.exit_code != 0 || !outcome.err.empty()) {
        throw std::runtime_error("ffprobe: " + outcome.err);
    }
    return nlohmann::json::parse(outcome.out);
}

/// The samples that ffmpeg decodes from a file, full scale 1.0. Anything that it complains about is an
/// exception.
inline std::vector<float> decode(const std::filesystem::path& path) {
    const Outcome outcome = run_command(
        {"ffmpeg", "-v", "error", "-nostdin", "-i", path.string(), "-map", "0:a", "-f", "f32le", "-"});
    if (outcome.exit_code != 0 || !outcome.err.empty()) {
        throw std::runtime_error("ffmpeg: " + outcome.err);
    }
    std::vector<float> samples(outcome.out.size() / sizeof(float));
    std::memcpy(samples.data(), outcome.out.data(), samples.size() * sizeof(float));
    return samples;
}

} // namespace recital::testing_support
