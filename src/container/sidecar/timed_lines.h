// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/subtitles.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Takes the lines of a text one by one. The text must outlive it and the lines.
class Lines {
public:
    /// A byte order mark at the start is passed over.
    explicit Lines(std::string_view text);

    /// Without the end of the line; nothing after the last.
    [[nodiscard]] std::optional<std::string_view> next();

    /// Throws an `input` error that names the line taken last.
    [[noreturn]] void fail(const std::string& what) const;

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// Takes [hours:]minutes:seconds[.fraction] off the front, in seconds; a comma may stand for the point.
[[nodiscard]] std::optional<double> take_time(std::string_view& text);

/// The cues of WebVTT and SubRip: blocks of lines, one of which holds the times; what comes before it in a
/// block is a number or a name, what comes after it is the text. Throws an `input` error with the line.
[[nodiscard]] std::vector<SubtitleCue> parse_blocks(Lines lines);

/// Not below 0.
[[nodiscard]] std::uint64_t milliseconds(double seconds);

/// "01:02:03.456", with `point` before the thousandths.
[[nodiscard]] std::string clock_time(double seconds, char point);

} // namespace recital
