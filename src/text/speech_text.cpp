// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/speech_text.h"

#include "text/character.h"

namespace recital {

namespace {

constexpr std::string_view marks_by_strength = ",:;.!?";

} // namespace

void SpeechText::say(std::string_view words) {
    std::size_t start = 0;
    std::size_t position = 0;
    while (position < words.size()) {
        const auto character = character_at(words, position);
        const bool spoken = character.kind == CharacterKind::letter || character.code_point == U'\'' ||
                            character.code_point == U'-';
        if (!spoken) {
            append_word(words.substr(start, position - start));
            if (character.code_point == U'’' && position > start && character.end < words.size()) {
                text_ += '\'';
                const auto rest = words.substr(character.end);
                std::size_t end = 0;
                while (end < rest.size() && character_at(rest, end).kind == CharacterKind::letter) {
                    end = character_at(rest, end).end;
                }
                text_ += rest.substr(0, end);
                position = character.end + end;
                start = position;
                continue;
            }
            start = character.end;
        }
        position = character.end;
    }
    append_word(words.substr(start));
}

void SpeechText::append_word(std::string_view word) {
    if (word.empty()) {
        return;
    }
    if (pending_ != '\0' && !text_.empty()) {
        text_ += pending_;
    }
    pending_ = '\0';
    if (!text_.empty()) {
        text_ += ' ';
    }
    text_ += word;
}

void SpeechText::mark(char mark) {
    if (pending_ == '\0' || marks_by_strength.find(mark) > marks_by_strength.find(pending_)) {
        pending_ = mark;
    }
}

std::string SpeechText::finish(bool closed) {
    if (closed && marks_by_strength.find(pending_) < marks_by_strength.find('.')) {
        pending_ = '.';
    }
    if (closed && pending_ == '\0') {
        pending_ = '.';
    }
    if (!text_.empty() && pending_ != '\0') {
        text_ += pending_;
    }
    return std::move(text_);
}

} // namespace recital
