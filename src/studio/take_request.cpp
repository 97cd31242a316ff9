// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_request.h"

#include <fmt/format.h>

namespace recital {

namespace {

/// To be raised whenever the same request gives another sound or other times than before.
constexpr int take_version = 1;

double closing_pause(Border border, const PauseSettings& pauses) {
    switch (border) {
    case Border::clause:
        return pauses.clause;
    case Border::sentence:
        return pauses.sentence;
    case Border::paragraph:
        return pauses.paragraph;
    case Border::title:
        return pauses.title;
    case Border::chapter:
        return pauses.chapter;
    case Border::end:
        return pauses.tail;
    }
    return pauses.paragraph;
}

} // namespace

TakeRequest request_take(const Passage& passage, const PauseSettings& pauses) {
    TakeRequest request;
    request.role = passage.role;
    request.closing_pause = closing_pause(passage.border, pauses);
    for (const Sentence& sentence : passage.sentences) {
        request.sentences.push_back({sentence.spoken, sentence.pronunciations});
    }
    return request;
}

std::string take_key(const TakeRequest& request, const TakeContext& context) {
    std::string key =
        fmt::format("take {}\nenvironment {}\nformat {}\n{}role {}\nclosing {}\n", take_version,
                    context.environment, describe(context.format), describe_sound(context.voice),
                    static_cast<int>(request.role), request.closing_pause);
    for (const SpokenForm& sentence : request.sentences) {
        key += fmt::format("say {}\n", sentence.text);
        for (const Pronunciation& pronunciation : sentence.pronunciations) {
            key +=
                fmt::format("as {} {} {}\n", pronunciation.begin, pronunciation.end, pronunciation.phonemes);
        }
    }
    return key;
}

} // namespace recital
