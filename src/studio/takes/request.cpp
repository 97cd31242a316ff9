// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/request.h"

#include <fmt/format.h>

#include <algorithm>

namespace recital {

namespace {

/// To be raised whenever the same request gives another sound or other times than before.
constexpr int take_version = 7;
/// To be raised whenever the engine says the same request otherwise than before. Raise `take_version`, too.
constexpr int speech_version = 1;

/// `sentences`: those of the passage.
double closing_pause(Border border, std::span<const SpokenForm> sentences, const PauseSettings& pauses) {
    switch (border) {
    case Border::clause:
        return pauses.comma;
    case Border::sentence:
        return sentences.empty() ? pauses.sentence : pause_after_sentence(sentences.back().text, pauses);
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

/// What is said, and how: part of both keys.
std::string describe_sentences(const TakeRequest& request, const Voice& voice) {
    std::string text;
    for (const SpokenForm& sentence : request.sentences) {
        text += fmt::format("{} {}\n", sentence.quoted ? "quote" : "say", sentence.text);
        for (const Pronunciation& pronunciation : sentence.pronunciations) {
            text += fmt::format("{} {} {} {}\n", pronunciation.foreign ? "foreign" : "as",
                                pronunciation.begin, pronunciation.end, pronunciation.phonemes);
        }
        for (const TextRange& stress : sentence.stresses) {
            text += fmt::format("stress {} {}\n", stress.begin, stress.end);
        }
        for (const TextRange& quotation : sentence.quotations) {
            text += fmt::format("quotation {} {}\n", quotation.begin, quotation.end);
        }
        for (const std::size_t dash : sentence.dashes) {
            text += fmt::format("dash {}\n", dash);
        }
        const bool inflected =
            !sentence.stresses.empty() ||
            std::any_of(sentence.pronunciations.begin(), sentence.pronunciations.end(),
                        [](const Pronunciation& pronunciation) { return pronunciation.foreign; });
        text += inflected ? describe_inflections(voice) : "";
    }
    return text;
}

} // namespace

double pause_after_sentence(std::string_view spoken, const PauseSettings& pauses) {
    const auto spaces = std::count(spoken.begin(), spoken.end(), ' ');
    return static_cast<double>(spaces + 1) < pauses.long_sentence_words ? pauses.sentence
                                                                        : pauses.long_sentence;
}

TakeRequest request_take(const Passage& passage, const PauseSettings& pauses) {
    TakeRequest request;
    request.role = passage.role;
    for (const Sentence& sentence : passage.sentences) {
        request.sentences.push_back({sentence.spoken, sentence.pronunciations, sentence.quoted,
                                     sentence.stresses, sentence.quotations, sentence.dashes});
    }
    request.closing_pause = closing_pause(passage.border, request.sentences, pauses);
    return request;
}

std::string speech_key(const TakeRequest& request, const TakeContext& context) {
    return fmt::format("speech {}\nenvironment {}\n{}role {}\n", speech_version, context.speech_environment,
                       describe_speech(context.voice), static_cast<int>(request.role)) +
           describe_sentences(request, context.voice);
}

std::string take_key(const TakeRequest& request, const TakeContext& context) {
    return fmt::format("take {}\nenvironment {}\nformat {}\n{}role {}\nclosing {}\n", take_version,
                       context.environment, describe(context.codec), describe_sound(context.voice),
                       static_cast<int>(request.role), request.closing_pause) +
           describe_sentences(request, context.voice);
}

} // namespace recital
