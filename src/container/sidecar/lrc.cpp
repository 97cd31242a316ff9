// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/lrc.h"

#include "base/strings.h"
#include "container/book/book.h"
#include "container/sidecar/timed_lines.h"

#include <fmt/format.h>

#include <cctype>
#include <cmath>
#include <cstdint>

namespace recital {

namespace {

/// "62:03.45": LRC knows no hours.
std::string lrc_time(double seconds) {
    const std::uint64_t time = milliseconds(seconds) / 10;
    return fmt::format("{:02}:{:02}.{:02}", time / 6000, time / 100 % 60, time % 100);
}

std::string lrc_head(const PublicationHead& head) {
    std::string text = fmt::format("[re:{}]\n[ti:{}]\n", application_name(), head.title);
    if (!head.artist.empty()) {
        text += fmt::format("[ar:{}]\n", head.artist);
    }
    const auto seconds = static_cast<std::uint64_t>(std::llround(head.seconds));
    return text + fmt::format("[length:{:02}:{:02}]\n\n", seconds / 60, seconds % 60);
}

class LrcWriter : public PublicationWriter {
public:
    [[nodiscard]] std::string begin(const PublicationHead& head) override { return lrc_head(head); }

    [[nodiscard]] std::string sentence(const PublishedSentence& sentence) override {
        std::string text;
        for (const SubtitleCue& cue : sentence.cues) {
            text += fmt::format("[{}]{}\n", lrc_time(cue.start),
                                replaced(cue.text, '\n', cue.lines_touch ? "" : " "));
        }
        return text;
    }
};

/// Lines that begin with [minutes:seconds]; those that begin with [name:value] tell of the whole.
std::optional<std::vector<SubtitleCue>> parse_lrc(std::string_view content) {
    Lines lines(content);
    std::vector<SubtitleCue> cues;
    while (auto line = lines.next()) {
        if (!line->starts_with('[') || line->size() < 2 ||
            std::isalpha(static_cast<unsigned char>((*line)[1])) != 0) {
            continue;
        }
        line->remove_prefix(1);
        const auto start = take_time(*line);
        if (!start || !line->starts_with(']')) {
            lines.fail("a time cannot be read");
        }
        line->remove_prefix(1);
        cues.push_back({*start, std::nullopt, std::string(*line), {}});
    }
    return cues;
}

std::unique_ptr<PublicationWriter> make_lrc_writer() {
    return std::make_unique<LrcWriter>();
}

} // namespace

const Publication lrc_publication{"lrc", make_lrc_writer, parse_lrc, "[re:recital "};

} // namespace recital
