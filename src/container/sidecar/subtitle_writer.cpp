// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/subtitle_writer.h"

#include "container/book/book.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>

namespace recital {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kinds = {"vtt", "srt", "lrc", "json"};
constexpr int schema = 1;

std::uint64_t milliseconds(double seconds) {
    return static_cast<std::uint64_t>(std::llround(std::max(0.0, seconds) * 1000));
}

double rounded(double seconds) {
    return static_cast<double>(milliseconds(seconds)) / 1000;
}

/// "01:02:03.456", with that character in front of the thousandths.
std::string clock_time(double seconds, char point) {
    const std::uint64_t time = milliseconds(seconds);
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", time / 3600000, time / 60000 % 60, time / 1000 % 60, point,
                       time % 1000);
}

/// "62:03.45": LRC knows no hours.
std::string lrc_time(double seconds) {
    const std::uint64_t time = milliseconds(seconds) / 10;
    return fmt::format("{:02}:{:02}.{:02}", time / 6000, time / 100 % 60, time % 100);
}

std::string replaced(std::string_view text, char wanted, std::string_view by) {
    std::string result;
    for (const char character : text) {
        if (character == wanted) {
            result += by;
        } else {
            result += character;
        }
    }
    return result;
}

/// WebVTT takes these for markup; without ">" there is no arrow in a text either.
std::string escaped(std::string_view text) {
    return replaced(replaced(replaced(text, '&', "&amp;"), '<', "&lt;"), '>', "&gt;");
}

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

std::string vtt_head(const SubtitleHead& head) {
    std::string text =
        fmt::format("WEBVTT\n\nNOTE {}\n{}\n\nNOTE Chapters\n", application_name(), escaped(head.title));
    for (const ChapterMark& chapter : head.chapters) {
        text += fmt::format("{} {}\n", clock_time(chapter.start, '.'), escaped(chapter.title));
    }
    return text + "\n";
}

std::string lrc_head(const SubtitleHead& head) {
    std::string text = fmt::format("[re:{}]\n[ti:{}]\n", application_name(), head.title);
    if (!head.artist.empty()) {
        text += fmt::format("[ar:{}]\n", head.artist);
    }
    const auto seconds = static_cast<std::uint64_t>(std::llround(head.seconds));
    return text + fmt::format("[length:{:02}:{:02}]\n\n", seconds / 60, seconds % 60);
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string json_head(const SubtitleHead& head) {
    Json chapters = Json::array();
    for (const ChapterMark& chapter : head.chapters) {
        chapters.push_back({{"title", chapter.title}, {"start", rounded(chapter.start)}});
    }
    const Json json = {{"schema", schema},          {"tool", application_name()},
                       {"title", head.title},       {"artist", head.artist},
                       {"language", head.language}, {"seconds", rounded(head.seconds)},
                       {"chapters", chapters},      {"sentences", Json::array()}};
    std::string text = dumped(json);
    text.resize(text.size() - 2); // the sentences follow
    return text;
}

std::string json_sentence(const SubtitleCue& sentence) {
    Json words = Json::array();
    for (const SubtitleWord& word : sentence.words) {
        words.push_back({{"start", rounded(word.start)}, {"end", rounded(word.end)}, {"text", word.text}});
    }
    return dumped({{"start", rounded(sentence.start)},
                   {"end", rounded(sentence.end.value_or(sentence.start))},
                   {"text", sentence.text},
                   {"words", words}});
}

/// How our subtitles begin, the longest last.
constexpr std::array<std::string_view, 3> our_openings = {"[re:recital ", "WEBVTT\n\nNOTE recital ",
                                                          R"({"schema":1,"tool":"recital )"};

} // namespace

std::span<const std::string_view> subtitle_kinds() {
    return kinds;
}

std::string SubtitleWriter::head(const SubtitleHead& head) const {
    if (kind_ == "vtt") {
        return vtt_head(head);
    }
    if (kind_ == "lrc") {
        return lrc_head(head);
    }
    return kind_ == "json" ? json_head(head) : std::string();
}

std::string SubtitleWriter::sentence(const SubtitleSentence& sentence) {
    if (kind_ == "json") {
        return (written_++ == 0 ? "\n" : ",\n") + json_sentence(sentence.whole);
    }
    std::string text;
    for (const SubtitleCue& shown : sentence.cues) {
        text += cue(shown);
    }
    return text;
}

std::string SubtitleWriter::cue(const SubtitleCue& cue) {
    ++written_;
    const double end = cue.end.value_or(cue.start);
    if (kind_ == "lrc") {
        return fmt::format("[{}]{}\n", lrc_time(cue.start),
                           replaced(cue.text, '\n', cue.lines_touch ? "" : " "));
    }
    if (kind_ == "srt") {
        return fmt::format("{}\n{} --> {}\n{}\n\n", written_, clock_time(cue.start, ','),
                           clock_time(end, ','), unmarked(cue.text));
    }
    return fmt::format("{} --> {}\n{}\n\n", clock_time(cue.start, '.'), clock_time(end, '.'),
                       escaped(cue.text));
}

std::string SubtitleWriter::end() const {
    return kind_ == "json" ? "\n]}\n" : "";
}

bool are_subtitles_of_recital(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string opening(our_openings.back().size(), '\0');
    file.read(opening.data(), static_cast<std::streamsize>(opening.size()));
    opening.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return begins_as_subtitles_of_recital(opening);
}

bool begins_as_subtitles_of_recital(std::string_view content) {
    return std::any_of(our_openings.begin(), our_openings.end(),
                       [content](std::string_view ours) { return content.starts_with(ours); });
}

} // namespace recital
