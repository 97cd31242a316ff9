// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/speech_estimate.h"

#include "base/language_tag.h"
#include "base/resources.h"
#include "text/language/speech_length.h"

#include <cmath>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// How many sentences a text has, roughly: stops that a space or the end follows; at least one.
std::size_t count_sentences(std::string_view text) {
    std::size_t sentences = 0;
    for (auto stop = text.find_first_of(".?!"); stop != std::string_view::npos;
         stop = text.find_first_of(".?!", stop + 1)) {
        const bool ends = stop + 1 == text.size() || text[stop + 1] == ' ';
        sentences += static_cast<std::size_t>(ends);
    }
    return sentences == 0 ? 1 : sentences;
}

double paragraph_seconds(std::string_view text, const Voice& voice) {
    return speaking_seconds(speech_length(text), voice.engine.words_per_minute) +
           static_cast<double>(count_sentences(text) - 1) * voice.pauses.sentence + voice.pauses.paragraph;
}

} // namespace

/// They are as far from the text as chapters are from each other.
double SpeechEstimate::announcement_seconds(const Document& document) {
    const std::string language(primary_subtag(document.language));
    auto phrases = phrases_.find(language);
    if (phrases == phrases_.end()) {
        phrases =
            phrases_
                .emplace(language, AnnouncementPhrases(resource_folder() / "data" / "languages", language))
                .first;
    }
    const SpokenAnnouncements said =
        spoken_announcements(voice_.announcements, phrases->second, document.musician);
    double seconds = 0;
    for (const std::string* text : {&said.opening, &said.closing}) {
        seconds += text->empty()
                       ? 0
                       : paragraph_seconds(*text, voice_) - voice_.pauses.paragraph + voice_.pauses.chapter;
    }
    return seconds;
}

double SpeechEstimate::seconds(const Document& document) {
    const Voice& voice = voice_;
    double seconds = voice.pauses.head + voice.pauses.tail + announcement_seconds(document);
    for (const Section& section : document.sections) {
        seconds +=
            section.heading.empty() ? 0 : paragraph_seconds(section.heading, voice) + voice.pauses.chapter;
        for (const Paragraph& paragraph : section.paragraphs) {
            seconds += paragraph_seconds(paragraph.text, voice);
        }
    }
    return rounded_seconds(seconds);
}

double rounded_seconds(double seconds) {
    constexpr double units = 10;
    return std::round(seconds * units) / units;
}

} // namespace recital
