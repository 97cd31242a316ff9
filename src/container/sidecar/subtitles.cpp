// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/subtitles.h"

#include "base/error.h"
#include "base/strings.h"
#include "container/book/book.h"
#include "container/sidecar/subtitle_writer.h"

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
        // A text without any line is wrong where its first should stand.
        throw Error(ErrorKind::input, fmt::format("line {}: {}", std::max<std::size_t>(number_, 1), what));
    }

private:
    std::string_view rest_;
    std::size_t number_ = 0;
};

/// Takes digits off the front; nothing where there are none or too many for a time.
std::optional<double> take_digits(std::string_view& text, std::size_t* count = nullptr) {
    constexpr std::size_t max_digits = 9;
    std::size_t digits = 0;
    double value = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
        value = value * 10 + (text[digits++] - '0');
    }
    if (digits == 0 || digits > max_digits) {
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
    constexpr int max_fields = 3;
    auto seconds = take_digits(text);
    int fields = 1;
    while (seconds && fields < max_fields && text.starts_with(':')) {
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

/// The part of a cue or word that is wrong, told with its place: "sentence 3, word 2".
double seconds_of(const Json& timed, const char* name, const std::string& place) {
    const auto found = timed.find(name);
    if (found == timed.end() || !found->is_number()) {
        throw Error(ErrorKind::input, fmt::format("{}: its {} is no number of seconds", place, name));
    }
    return found->get<double>();
}

std::string text_of(const Json& timed, const std::string& place) {
    const auto found = timed.find("text");
    if (found == timed.end() || !found->is_string()) {
        throw Error(ErrorKind::input, fmt::format("{}: has no text", place));
    }
    return found->get<std::string>();
}

/// The objects of the list of that name; none where there is no such list.
const Json& objects_of(const Json& json, const char* name, std::string_view place) {
    static const Json none = Json::array();
    const auto found = json.find(name);
    const Json& list = found == json.end() ? none : *found;
    const bool fits = list.is_array() && std::all_of(list.begin(), list.end(),
                                                     [](const Json& item) { return item.is_object(); });
    if (!fits) {
        throw Error(ErrorKind::input, fmt::format("{}'{}' is no list of objects", place, name));
    }
    return list;
}

SubtitleCue cue_of(const Json& sentence, const std::string& place) {
    SubtitleCue cue{seconds_of(sentence, "start", place), seconds_of(sentence, "end", place),
                    text_of(sentence, place)};
    for (const Json& word : objects_of(sentence, "words", place + ": ")) {
        const std::string word_place = fmt::format("{}, word {}", place, cue.words.size() + 1);
        cue.words.push_back({seconds_of(word, "start", word_place), seconds_of(word, "end", word_place),
                             text_of(word, word_place)});
    }
    return cue;
}

/// The line in which a byte stands, counted from 1 as lines are.
std::size_t line_of(std::string_view content, std::size_t byte) {
    const std::string_view before = content.substr(0, byte);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

/// Nothing where the text is not JSON and does not begin as recital's does, either.
std::optional<Json> read_json(std::string_view content) {
    try {
        return Json::parse(content);
    } catch (const Json::parse_error& error) {
        if (!begins_as_subtitles_of_recital(content)) {
            return std::nullopt;
        }
        constexpr std::size_t first = 1; // the library counts bytes from 1
        throw Error(ErrorKind::input, fmt::format("line {}: is cut off or damaged: no JSON from here on",
                                                  line_of(content, std::max(error.byte, first) - first)));
    } catch (const Json::exception&) { // a number that no computer holds
        if (!begins_as_subtitles_of_recital(content)) {
            return std::nullopt;
        }
        throw Error(ErrorKind::input, "is damaged: holds a number that is too large");
    }
}

bool is_our_json(const Json& json) {
    const auto application = json.is_object() ? json.find("tool") : json.end();
    return application != json.end() && application->is_string() &&
           is_recital_name(application->get_ref<const std::string&>());
}

std::optional<std::vector<SubtitleCue>> parse_json(std::string_view content) {
    const auto json = read_json(content);
    if (!json || !is_our_json(*json)) {
        return std::nullopt;
    }
    std::vector<SubtitleCue> cues;
    for (const Json& sentence : objects_of(*json, "sentences", "")) {
        cues.push_back(cue_of(sentence, fmt::format("sentence {}", cues.size() + 1)));
    }
    return cues;
}

} // namespace

std::optional<std::vector<SubtitleCue>> parse_subtitles(std::string_view content, std::string_view kind) {
    if (kind == "vtt") {
        return parse_vtt(content);
    }
    if (kind == "srt") {
        return parse_blocks(Lines(content));
    }
    return kind == "lrc" ? parse_lrc(Lines(content)) : parse_json(content);
}

} // namespace recital
