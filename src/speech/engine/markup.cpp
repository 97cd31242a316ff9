// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/markup.h"

#include "base/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace recital {

namespace {

bool parts_words(char byte) {
    return byte == ' ' || byte == '-';
}

/// The words of the text with the separators after them: "Saint-", "Saëns".
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && !parts_words(text[end])) {
            ++end;
        }
        while (end < text.size() && parts_words(text[end])) {
            ++end;
        }
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

std::string_view without_parting(std::string_view word) {
    while (!word.empty() && parts_words(word.back())) {
        word.remove_suffix(1);
    }
    return word;
}

} // namespace

EngineMarkup::EngineMarkup(std::string_view spoken, std::span<const Pronunciation> pronunciations,
                           std::span<const VoiceCommand> commands) {
    std::size_t position = 0;
    for (const VoiceCommand& command : commands) {
        add_words(spoken, pronunciations, position, command.begin);
        add_command(command.rate, command.pitch);
        position = command.begin;
    }
    add_words(spoken, pronunciations, position, spoken.size());
}

/// Adds the words from `begin` to `end` with the pronunciations that begin there.
void EngineMarkup::add_words(std::string_view spoken, std::span<const Pronunciation> pronunciations,
                             std::size_t begin, std::size_t end) {
    for (const Pronunciation& pronunciation : pronunciations) {
        if (pronunciation.begin < begin || pronunciation.end > end) {
            continue;
        }
        add_plain(spoken.substr(begin, pronunciation.begin - begin));
        // eSpeak NG would read a hyphen next to the brackets as part of the word.
        if (text_.ends_with('-')) {
            text_.back() = ' ';
        }
        add_phonemes(spoken.substr(pronunciation.begin, pronunciation.end - pronunciation.begin),
                     pronunciation.phonemes);
        begin = pronunciation.end;
    }
    add_plain(spoken.substr(begin, end - begin));
}

void EngineMarkup::add_command(int rate, int pitch) {
    const std::string command = fmt::format("\x01{}S\x01{}P", rate, pitch);
    add_span(0, false);
    spans_.back().command = command.size();
    text_ += command;
}

void EngineMarkup::add_span(std::size_t spoken_length, bool phonemes) {
    spans_.push_back({count_code_points(text_), spoken_, spoken_length, phonemes, 0});
    spoken_ += spoken_length;
}

void EngineMarkup::add_plain(std::string_view text) {
    if (text.empty()) {
        return;
    }
    add_span(count_code_points(text), false);
    const bool after_phonemes = text_.ends_with("]]");
    const std::size_t begin = text_.size();
    text_ += text;
    if (after_phonemes && text.starts_with('-')) {
        text_[begin] = ' ';
    }
    for (std::size_t n = std::max<std::size_t>(begin, 1); n < text_.size(); ++n) {
        if (text_[n] == '[' && text_[n - 1] == '[') {
            text_[n] = ' ';
        }
    }
}

void EngineMarkup::add_phonemes(std::string_view spoken, std::string_view phonemes) {
    if (text_.ends_with('[')) {
        text_.back() = ' ';
    }
    const auto words = words_of(spoken);
    const auto parts = words_of(phonemes);
    if (words.size() != parts.size()) {
        add_span(count_code_points(spoken), true);
        text_ += "[[";
        text_ += phonemes;
        text_ += "]]";
        return;
    }
    for (std::size_t n = 0; n < words.size(); ++n) {
        const auto word = without_parting(words[n]);
        const auto parting = count_code_points(words[n]) - count_code_points(word);
        add_span(count_code_points(word), true);
        text_ += "[[";
        text_ += without_parting(parts[n]);
        text_ += "]]";
        if (parting > 0) {
            add_span(parting, false);
            text_.append(parting, ' ');
        }
    }
}

std::vector<SpokenWord> EngineMarkup::restore(std::span<const SpokenWord> heard) const {
    std::vector<SpokenWord> words;
    const Span* last = nullptr; // of phonemes: several spoken words can represent one word of the text
    const std::size_t length = count_code_points(text_);
    std::size_t told = 0; // characters of the text whose words have begun
    for (SpokenWord word : heard) {
        // After a clause that consists of phonemes the engine reports its start again, at its end.
        if (word.text_position < told) {
            continue;
        }
        told = word.text_position + 1;
        const auto after =
            std::upper_bound(spans_.begin(), spans_.end(), word.text_position,
                             [](std::size_t position, const Span& span) { return position < span.begin; });
        if (after == spans_.begin() || word.text_position >= length) {
            words.push_back(word);
            continue;
        }
        // A word after a command is reported where the command begins, and its length includes the command.
        const bool commanded = std::prev(after)->command > 0 && after != spans_.end();
        if (commanded) {
            word.text_length -= std::min(std::prev(after)->command, word.text_length);
            word.text_position = after->begin;
        }
        const Span& span = commanded ? *after : *std::prev(after);
        if (span.phonemes && &span == last) {
            continue;
        }
        last = span.phonemes ? &span : nullptr;
        const std::size_t offset = span.phonemes ? 0 : word.text_position - span.begin;
        word.text_position = span.spoken_begin + offset;
        word.text_length =
            span.phonemes
                ? span.spoken_length
                : std::min(word.text_length, span.spoken_length - std::min(offset, span.spoken_length));
        words.push_back(word);
    }
    return words;
}

std::size_t EngineMarkup::spoken_position(std::size_t position) const {
    const auto after =
        std::upper_bound(spans_.begin(), spans_.end(), position,
                         [](std::size_t place, const Span& span) { return place < span.begin; });
    if (after == spans_.begin()) {
        return position;
    }
    const Span& span = *std::prev(after);
    const std::size_t offset = span.phonemes ? 0 : position - span.begin;
    return span.spoken_begin + std::min(offset, span.spoken_length);
}

} // namespace recital
