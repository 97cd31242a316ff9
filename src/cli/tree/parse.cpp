// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/parse.h"

#include "cli/tree/value_mistakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// The words with values as the program takes them: "mp3" for "MP3".
std::vector<std::string> usual_words(const GivenArguments& given) {
    std::vector<std::string> words = given.words;
    for (const GivenOption& option : given.options) {
        const ValueGuide* const guide = option.command->guide_of(option.option);
        for (const GivenValue& value : option.values) {
            if (const auto usual = guide == nullptr ? std::nullopt : usual_value(*guide, value.text)) {
                words[value.word].replace(value.offset, std::string::npos, *usual);
            }
        }
    }
    return words;
}

} // namespace

std::optional<Mistake> parse_arguments(Command& root, const GivenArguments& given) {
    if (auto mistake = find_mistake(given)) {
        return mistake;
    }
    if (auto mistake = find_value_mistake(given)) {
        return mistake;
    }
    std::vector<std::string> words = usual_words(given);
    std::reverse(words.begin(), words.end()); // as the library expects them
    try {
        root.parse(std::move(words));
    } catch (const CLI::ParseError&) {
        // What is known to be possible is found above. Sentences of the library differ between its releases.
        return Mistake{"these arguments cannot be understood",
                       fmt::format("see `{} --help`", given.command->path())};
    }
    return std::nullopt;
}

} // namespace recital
