// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/srt.h"

#include "container/sidecar/timed_lines.h"

#include <fmt/format.h>

#include <cstddef>

namespace recital {

namespace {

/// SubRip has no way to write what players take for markup: a character without width parts its beginning.
std::string unmarked(std::string_view text) {
    constexpr std::string_view zero_width_space = "\u200B";
    std::string result;
    for (const char character : text) {
        result += character;
        if (character == '<' || character == '{') {
            result += zero_width_space;
        }
    }
    return result;
}

class SrtWriter : public PublicationWriter {
public:
    [[nodiscard]] std::string sentence(const PublishedSentence& sentence) override {
        std::string text;
        for (const SubtitleCue& cue : sentence.cues) {
            text += fmt::format("{}\n{} --> {}\n{}\n\n", ++cues_, clock_time(cue.start, ','),
                                clock_time(cue.end.value_or(cue.start), ','), unmarked(cue.text));
        }
        return text;
    }

private:
    std::size_t cues_ = 0; ///< written so far
};

std::optional<std::vector<SubtitleCue>> parse_srt(std::string_view content) {
    return parse_blocks(Lines(content));
}

std::unique_ptr<PublicationWriter> make_srt_writer() {
    return std::make_unique<SrtWriter>();
}

} // namespace

const Publication srt_publication{"srt", make_srt_writer, parse_srt, {}};

} // namespace recital
