// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/vtt.h"

#include "base/strings.h"
#include "container/book/book.h"
#include "container/sidecar/timed_lines.h"

#include <fmt/format.h>

namespace recital {

namespace {

std::string vtt_head(const PublicationHead& head) {
    std::string text = fmt::format("WEBVTT\n\nNOTE {}\n{}\n\nNOTE Chapters\n", application_name(),
                                   escaped_markup(head.title));
    for (const ChapterMark& chapter : head.chapters) {
        text += fmt::format("{} {}\n", clock_time(chapter.start, '.'), escaped_markup(chapter.title));
    }
    return text + "\n";
}

class VttWriter : public PublicationWriter {
public:
    [[nodiscard]] std::string begin(const PublicationHead& head) override { return vtt_head(head); }

    [[nodiscard]] std::string sentence(const PublishedSentence& sentence) override {
        std::string text;
        for (const SubtitleCue& cue : sentence.cues) {
            text += fmt::format("{} --> {}\n{}\n\n", clock_time(cue.start, '.'),
                                clock_time(cue.end.value_or(cue.start), '.'), escaped_markup(cue.text));
        }
        return text;
    }
};

std::optional<std::vector<SubtitleCue>> parse_vtt(std::string_view content) {
    Lines lines(content);
    const auto signature = lines.next();
    if (!signature || !signature->starts_with("WEBVTT")) {
        lines.fail("does not begin with WEBVTT");
    }
    return parse_blocks(lines);
}

std::unique_ptr<PublicationWriter> make_vtt_writer() {
    return std::make_unique<VttWriter>();
}

} // namespace

const Publication vtt_publication{"vtt", make_vtt_writer, parse_vtt, "WEBVTT\n\nNOTE recital "};

} // namespace recital
