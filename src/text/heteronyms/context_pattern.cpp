// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/context_pattern.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "text/language/diacritic_folding.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

bool is_class(std::string_view text) {
    return text.front() >= 'A' && text.front() <= 'Z';
}

} // namespace

bool ContextPattern::Element::accepts(const ClassifiedWord& word) const {
    const bool fits =
        (word.classes & classes) != 0 || std::find(words.begin(), words.end(), word.hash) != words.end();
    return fits != negated;
}

ContextPattern::ContextPattern(std::string_view text, const WordClasses& classes, const SourcePlace& place) {
    bool is_near = false;
    bool is_after = false;
    for (const std::string_view part : split(text, ' ')) {
        if (part.empty() || part == "!" || part == "?" || part == "*") {
            throw Error(ErrorKind::usage, fmt::format("'{}' is not a pattern of words", text), place);
        }
        if (part == "near") {
            is_near = true;
        } else if (part.front() == '_') {
            read_self(part.substr(1), classes, place);
            is_after = true;
        } else {
            auto& elements = is_near ? near_ : is_after ? after_ : before_;
            elements.push_back(read_element(part, classes, place));
            is_near = false;
        }
    }
    if (!is_after && near_.empty()) {
        throw Error(ErrorKind::usage, fmt::format("the pattern '{}' has no _ for the word itself", text),
                    place);
    }
    std::reverse(before_.begin(), before_.end());
}

void ContextPattern::read_self(std::string_view text, const WordClasses& classes, const SourcePlace& place) {
    (void)cut_front(text, '&');
    while (!text.empty()) {
        auto name = cut_front(text, '&');
        const bool excludes = name.starts_with('!');
        name.remove_prefix(excludes ? 1 : 0);
        (excludes ? excluded_ : required_) |= classes.named(name, place);
    }
}

ContextPattern::Element ContextPattern::read_element(std::string_view text, const WordClasses& classes,
                                                     const SourcePlace& place) {
    constexpr std::size_t max_repeated = 3;
    Element element;
    element.negated = text.starts_with('!');
    text.remove_prefix(element.negated ? 1 : 0);
    if (text.ends_with('?') || text.ends_with('*')) {
        element.min = 0;
        element.max = text.ends_with('*') ? max_repeated : 1;
        text.remove_suffix(1);
    }
    for (const std::string_view alternative : split(text, '|')) {
        if (alternative.empty()) {
            throw Error(ErrorKind::usage, fmt::format("'{}' lacks a word beside |", text), place);
        }
        if (is_class(alternative)) {
            element.classes |= classes.named(alternative, place);
        } else {
            element.words.push_back(folded_hash(alternative));
        }
    }
    return element;
}

bool ContextPattern::match(std::span<const Element> elements, std::span<const ClassifiedWord> words,
                           std::size_t index, std::ptrdiff_t step) {
    if (elements.empty()) {
        return true;
    }
    const Element& element = elements.front();
    for (std::size_t count = 0; count <= element.max; ++count) {
        if (count >= element.min && match(elements.subspan(1), words, index, step)) {
            return true;
        }
        index += static_cast<std::size_t>(step);
        if (index >= words.size() || !element.accepts(words[index])) {
            return false;
        }
    }
    return false;
}

bool ContextPattern::matches(std::span<const ClassifiedWord> words, std::size_t index) const {
    const WordClassSet own = words[index].classes;
    if ((own & required_) != required_ || (own & excluded_) != 0) {
        return false;
    }
    const auto is_in_sentence = [&](const Element& element) {
        for (std::size_t n = 0; n < words.size(); ++n) {
            if (n != index && element.accepts(words[n])) {
                return true;
            }
        }
        return false;
    };
    return match(before_, words, index, -1) && match(after_, words, index, 1) &&
           std::all_of(near_.begin(), near_.end(), is_in_sentence);
}

} // namespace recital
