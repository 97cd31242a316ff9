// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/speech_text.h"

#include "base/strings.h"
#include "text/language/speech_length.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view marks_by_strength = ",:;.!?";
/// In letters, see `speech_length`. Words that are joined by hyphens are one for the engine, which does not
/// say all of a longer one.
constexpr std::size_t max_chain_length = 120;

} // namespace

void SpeechText::say(std::string_view words) {
    while (!words.empty()) {
        append(cut_front(words, ' '));
    }
}

void SpeechText::say_as_written(std::string_view words) {
    while (!words.empty()) {
        append_whole(cut_front(words, ' '));
    }
}

void SpeechText::spell(std::string_view letter, bool joined) {
    hyphen_ = joined;
    append(letter);
}

void SpeechText::append(std::string_view word) {
    while (!word.empty() && (word.front() == '\'' || word.front() == '-')) {
        word.remove_prefix(1);
    }
    append_whole(word);
}

void SpeechText::append_whole(std::string_view word) {
    if (word.empty()) {
        return;
    }
    const bool joins =
        hyphen_ &&
        speech_length(std::string_view(text_).substr(chain_begin_)) + speech_length(word) <= max_chain_length;
    const bool elided = std::exchange(elided_, false) && pending_ == '\0';
    if (pending_ != '\0' && !text_.empty()) {
        text_ += pending_;
        text_ += ' ';
    } else if (elided) {
        // Nothing is between them.
    } else if (!text_.empty() && text_.back() != '-') {
        text_ += joins ? '-' : ' ';
    } else if (!text_.empty() && !joins) {
        text_ += ' ';
    }
    if (!joins) {
        chain_begin_ = text_.size();
    }
    words_since_mark_ = pending_ == '\0' ? words_since_mark_ + 1 : 1;
    pending_ = '\0';
    hyphen_ = false;
    text_ += word;
}

void SpeechText::attach(std::string_view ending) {
    if (!text_.empty() && pending_ == '\0') {
        if (text_.back() == '-') {
            text_.pop_back();
        }
        text_ += ending;
    }
}

void SpeechText::attach_plural(std::span<const PluralRule> rules) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [this](const PluralRule& candidate) {
        return text_.ends_with(candidate.ending);
    });
    if (rule != rules.end()) {
        text_.replace(text_.size() - rule->ending.size(), rule->ending.size(), rule->plural);
    }
}

void SpeechText::elide() {
    attach("'");
    elided_ = text_.ends_with('\'');
}

void SpeechText::hyphen() {
    hyphen_ = true;
}

void SpeechText::mark(char mark) {
    hyphen_ = false;
    const bool stronger = pending_ == '\0' || marks_by_strength.find(mark) > marks_by_strength.find(pending_);
    pending_ = stronger ? mark : pending_;
}

TextRange SpeechText::words_after(std::size_t size) const {
    constexpr std::string_view between = " -,:;.!?";
    const auto begin = text_.find_first_not_of(between, std::min(size, text_.size()));
    return begin == std::string::npos ? TextRange{} : TextRange{begin, text_.size()};
}

std::string SpeechText::finish(bool closed) {
    if (closed && (pending_ == '\0' || marks_by_strength.find(pending_) < marks_by_strength.find('.'))) {
        pending_ = '.';
    }
    if (!text_.empty() && pending_ != '\0') {
        text_ += pending_;
    }
    pending_ = '\0';
    return std::exchange(text_, {});
}

} // namespace recital
