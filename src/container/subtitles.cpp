// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/subtitles.h"

#include "base/error.h"
#include "base/strings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace recital {

namespace {

/// Takes the lines of a text one by one.
class Lines {
public:
    explicit Lines(std::string_view rest) : rest_(rest) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (rest_.starts_with(byte_order_mark)) {
            rest_.remove_prefix(byte_order_mark.size());
        }
    }

    std::optional<std::string_view> next() {
        if (rest_.empty()) {
            return std::nullopt;
        }
        ++number_;
        std::string_view line = cut_front(rest_, '\n');
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return line;
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorKind::input, fmt::format("line {}: {}", number_, what));
    }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// Takes digits off the front; nothing where there are none or too many for a time.
std::optional<double> take_digits(std::string_view& text, std::size_t* count = nullptr) {
    constexpr std::size_t most_digits = 9;
    std::size_t digits = 0;
    double value = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
        value = value * 10 + (text[digits++] - '0');
    }
    if (digits == 0 || digits > most_digits) {
        return std::nullopt;
    }
    text.remove_prefix(digits);
    if (count != nullptr) {
        *count = digits;
    }
    return value;
}

/// Takes [hours:]minutes:seconds[.fraction] off the front; a comma may stand for the point.
std::optional<double> take_time(std::string_view& text) {
    constexpr int most_fields = 3;
    auto seconds = take_digits(text);
    int fields = 1;
    while (seconds && fields < most_fields && text.starts_with(':')) {
        text.remove_prefix(1);
        const auto field = take_digits(text);
        seconds = field ? std::optional(*seconds * 60 + *field) : std::nullopt;
        ++fields;
    }
    if (!seconds || fields < 2) {
        return std::nullopt;
    }
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        std::size_t digits = 0;
        auto fraction = take_digits(text, &digits);
        if (!fraction) {
            return std::nullopt;
        }
        for (; digits > 0; --digits) {
            *fraction /= 10;
        }
        *seconds += *fraction;
    }
    return seconds;
}

void skip_blanks(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// WebVTT and SubRip: blocks of lines, one of which holds the times; what stands before it in a block is a
/// number or a name, what stands behind it is the text.
std::vector<SubtitleCue> parse_blocks(Lines lines) {
    constexpr std::string_view arrow = "-->";
    std::vector<SubtitleCue> cues;
    while (auto line = lines.next()) {
        if (line->find(arrow) == std::string_view::npos) {
            continue;
        }
        SubtitleCue cue;
        const auto start = take_time(*line);
        skip_blanks(*line);
        if (!start || !line->starts_with(arrow)) {
            lines.fail("a time cannot be read");
        }
        line->remove_prefix(arrow.size());
        skip_blanks(*line);
        const auto end = take_time(*line);
        if (!end) {
            lines.fail("a time cannot be read");
        }
        cue.start = *start;
        cue.end = end;
        for (auto text = lines.next(); text && !text->empty(); text = lines.next()) {
            cue.text += cue.text.empty() ? "" : "\n";
            cue.text += *text;
        }
        cues.push_back(std::move(cue));
    }
    return cues;
}

std::vector<SubtitleCue> parse_vtt(std::string_view content) {
    Lines lines(content);
    const auto signature = lines.next();
    if (!signature || !signature->starts_with("WEBVTT")) {
        lines.fail("does not begin with WEBVTT");
    }
    return parse_blocks(lines);
}

/// Lines that begin with [minutes:seconds]; those that begin with [name:value] tell of the whole.
std::vector<SubtitleCue> parse_lrc(Lines lines) {
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

using Json = nlohmann::json;

bool is_cue_list(const Json& json) {
    return json.is_array() && !json.empty() && json.front().is_object() && json.front().contains("start") &&
           json.front().contains("end");
}

std::vector<SubtitleCue> parse_json(std::string_view content) {
    try {
        const Json json = Json::parse(content);
        const Json* list = is_cue_list(json) ? &json : nullptr;
        if (json.is_object() && json.contains("sentences")) {
            list = &json["sentences"];
        } else if (json.is_object()) {
            const auto found = std::find_if(json.begin(), json.end(), is_cue_list);
            list = found == json.end() ? nullptr : &*found;
        }
        std::vector<SubtitleCue> cues;
        for (const Json& cue : list == nullptr ? Json::array() : *list) {
            cues.push_back({cue.at("start").get<double>(),
                            cue.at("end").get<double>(),
                            cue.value("text", std::string()),
                            {}});
            for (const Json& word : cue.value("words", Json::array())) {
                cues.back().words.push_back({word.at("start").get<double>(), word.at("end").get<double>(),
                                             word.at("text").get<std::string>()});
            }
        }
        return cues;
    } catch (const Json::exception& error) {
        throw Error(ErrorKind::input, error.what());
    }
}

} // namespace

std::vector<SubtitleCue> parse_subtitles(std::string_view content, std::string_view kind) {
    if (kind == "vtt") {
        return parse_vtt(content);
    }
    if (kind == "srt") {
        return parse_blocks(Lines(content));
    }
    return kind == "lrc" ? parse_lrc(Lines(content)) : parse_json(content);
}

} // namespace recital
