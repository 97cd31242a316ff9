// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/json.h"

#include "base/error.h"
#include "base/nesting.h"
#include "container/book/book.h"
#include "container/sidecar/timed_lines.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>

namespace recital {

namespace {

using Json = nlohmann::ordered_json; // for writing
using ParsedJson = nlohmann::json;

constexpr int schema = 1;
constexpr std::string_view opening = R"({"schema":1,"tool":"recital )";

double rounded(double seconds) {
    return static_cast<double>(milliseconds(seconds)) / 1000;
}

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string json_head(const PublicationHead& head) {
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

class JsonWriter : public PublicationWriter {
public:
    [[nodiscard]] std::string begin(const PublicationHead& head) override { return json_head(head); }

    [[nodiscard]] std::string sentence(const PublishedSentence& sentence) override {
        if (!sentence.is_heard) {
            return {};
        }
        return (sentences_++ == 0 ? "\n" : ",\n") + json_sentence(sentence.whole);
    }

    [[nodiscard]] std::string end() override { return "\n]}\n"; }

private:
    std::size_t sentences_ = 0; ///< written so far
};

/// The part of a cue or word that is wrong, told with its place: "sentence 3, word 2".
double seconds_of(const ParsedJson& timed, const char* name, const std::string& place) {
    const auto found = timed.find(name);
    if (found == timed.end() || !found->is_number()) {
        throw Error(ErrorKind::input, fmt::format("{}: its {} is not a number of seconds", place, name));
    }
    return found->get<double>();
}

std::string text_of(const ParsedJson& timed, const std::string& place) {
    const auto found = timed.find("text");
    if (found == timed.end() || !found->is_string()) {
        throw Error(ErrorKind::input, fmt::format("{}: has no text", place));
    }
    return found->get<std::string>();
}

/// The objects of the list of that name; none where there is no such list.
const ParsedJson& objects_of(const ParsedJson& json, const char* name, std::string_view place) {
    static const ParsedJson none = ParsedJson::array();
    const auto found = json.find(name);
    const ParsedJson& list = found == json.end() ? none : *found;
    const bool fits = list.is_array() && std::all_of(list.begin(), list.end(),
                                                     [](const ParsedJson& item) { return item.is_object(); });
    if (!fits) {
        throw Error(ErrorKind::input, fmt::format("{}'{}' is not a list of objects", place, name));
    }
    return list;
}

SubtitleCue cue_of(const ParsedJson& sentence, const std::string& place) {
    SubtitleCue cue{seconds_of(sentence, "start", place), seconds_of(sentence, "end", place),
                    text_of(sentence, place)};
    for (const ParsedJson& word : objects_of(sentence, "words", place + ": ")) {
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
std::optional<ParsedJson> read_json(std::string_view content) {
    if (const auto line = line_of_deep_json(content)) {
        if (!content.starts_with(opening)) {
            return std::nullopt;
        }
        throw Error(ErrorKind::input,
                    fmt::format("line {}: is damaged: nests more than {} levels deep", *line, max_nesting));
    }
    try {
        return ParsedJson::parse(content);
    } catch (const ParsedJson::parse_error& error) {
        if (!content.starts_with(opening)) {
            return std::nullopt;
        }
        constexpr std::size_t first = 1; // the library counts bytes from 1
        throw Error(ErrorKind::input, fmt::format("line {}: is cut off or damaged: not JSON from here on",
                                                  line_of(content, std::max(error.byte, first) - first)));
    } catch (const ParsedJson::exception&) { // a number that no computer holds
        if (!content.starts_with(opening)) {
            return std::nullopt;
        }
        throw Error(ErrorKind::input, "is damaged: contains a number that is too large");
    }
}

bool is_our_json(const ParsedJson& json) {
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
    for (const ParsedJson& sentence : objects_of(*json, "sentences", "")) {
        cues.push_back(cue_of(sentence, fmt::format("sentence {}", cues.size() + 1)));
    }
    return cues;
}

std::unique_ptr<PublicationWriter> make_json_writer() {
    return std::make_unique<JsonWriter>();
}

} // namespace

const Publication json_publication{"json", make_json_writer, parse_json, opening};

} // namespace recital
