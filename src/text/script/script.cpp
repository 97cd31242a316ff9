// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/script.h"

#include "text/classes/classify.h"
#include "text/classes/verbalize.h"
#include "text/language/language.h"
#include "text/prosody/dash_places.h"
#include "text/prosody/quotation.h"
#include "text/prosody/stress.h"
#include "text/script/passages.h"
#include "text/script/spoken_spans.h"
#include "text/sentences/segment.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

namespace {

/// English prose: letters of a word with the space behind it.
constexpr double characters_per_word = 6.0;
constexpr double seconds_per_minute = 60.0;
constexpr std::size_t min_limit = 40;

/// What a paragraph says; a line of stars or dashes says nothing.
std::vector<Sentence> spoken_sentences(std::string_view text, const Language& language, std::size_t line,
                                       std::span<const TextRange> emphases = {}) {
    auto sentences = read_aloud(text, language, line, emphases);
    std::erase_if(sentences, [](const Sentence& sentence) { return sentence.spoken.empty(); });
    return sentences;
}

/// The emphasised stretches of a paragraph that lie in one sentence of it, in its bytes.
std::vector<TextRange> emphases_inside(std::span<const TextRange> emphases, const TextRange& sentence) {
    std::vector<TextRange> inside;
    for (const TextRange& range : emphases) {
        if (range.begin >= sentence.begin && range.end <= sentence.end) {
            inside.push_back({range.begin - sentence.begin, range.end - sentence.begin});
        }
    }
    return inside;
}

/// Cuts a document's text into passages and chapters.
class ScriptMaker {
public:
    /// `limit`: see `passage_limit`.
    ScriptMaker(const Language& language, std::size_t limit) : language_(language), limit_(limit) {}

    /// The passages of one paragraph, heading or announcement; none if it says nothing.
    [[nodiscard]] std::vector<Passage> passages(const Paragraph& paragraph) const {
        const Role role = paragraph.heading ? Role::heading : Role::body;
        auto passages =
            cut_passages(spoken_sentences(paragraph.text, language_, paragraph.line, paragraph.emphases),
                         language_, limit_);
        for (Passage& passage : passages) {
            passage.role = role;
            passage.source = paragraph.source;
        }
        if (role == Role::heading && !passages.empty()) {
            passages.back().border = Border::title;
        }
        return passages;
    }

    [[nodiscard]] std::vector<Passage> heading(std::string_view text, std::size_t line = 0,
                                               std::size_t source = 0) const {
        return passages({std::string(text), line, source, {}, true});
    }

    [[nodiscard]] std::vector<Passage> announcement(std::string_view text) const {
        auto passages = heading(text);
        for (Passage& passage : passages) {
            passage.is_announcement = true;
        }
        return passages;
    }

    /// Without passages if nothing of the section can be spoken.
    [[nodiscard]] Chapter chapter(const Section& section, bool has_title) const {
        Chapter chapter{section.title, heading(section.heading, section.line, section.source),
                        !section.heading.empty()};
        for (const Paragraph& paragraph : section.paragraphs) {
            append(chapter.passages, passages(paragraph));
        }
        if (!has_title) {
            remove_title(chapter);
        }
        return chapter;
    }

    static void append(std::vector<Passage>& passages, std::vector<Passage> more) {
        std::move(more.begin(), more.end(), std::back_inserter(passages));
    }

private:
    /// Headings inside a chapter stay: they are text. So does a chapter that has nothing but headings.
    static void remove_title(Chapter& chapter) {
        const auto text = std::ranges::find_if(
            chapter.passages, [](const Passage& passage) { return passage.role != Role::heading; });
        if (text != chapter.passages.end()) {
            chapter.passages.erase(chapter.passages.begin(), text);
        }
    }

    const Language& language_;
    std::size_t limit_;
};

void add_opening(std::vector<Passage> opening, Script& script) {
    auto& passages = script.chapters.front().passages;
    passages.insert(passages.begin(), std::make_move_iterator(opening.begin()),
                    std::make_move_iterator(opening.end()));
}

void add_closing(std::vector<Passage> closing, Script& script) {
    auto& passages = script.chapters.back().passages;
    if (!closing.empty()) {
        passages.back().border = Border::paragraph;
    }
    ScriptMaker::append(passages, std::move(closing));
}

} // namespace

std::size_t passage_limit(double words_per_minute, double seconds) {
    const double characters = words_per_minute / seconds_per_minute * seconds * characters_per_word;
    return characters > static_cast<double>(min_limit) ? static_cast<std::size_t>(characters) : min_limit;
}

std::vector<Sentence> read_aloud(std::string_view paragraph, const Language& language, std::size_t line,
                                 std::span<const TextRange> emphases) {
    std::vector<Sentence> sentences;
    QuotationReader quotations;
    for (const auto source : segment(paragraph, language)) {
        const auto tokens = classify(source, language);
        std::vector<TextRange> words;
        const QuotedSpeech quoted = quotations.read(source);
        Sentence sentence{
            std::string(source), verbalize(tokens, language, true, &words), line, {}, quoted.whole};
        const auto begin = static_cast<std::size_t>(source.data() - paragraph.data());
        sentence.emphases = emphases_inside(emphases, {begin, begin + source.size()});
        sentence.stresses =
            spoken_ranges(stressed_words(source, tokens, sentence.emphases, language), tokens, words);
        sentence.quotations = spoken_ranges(quoted.parts, tokens, words);
        sentence.dashes = dash_places(source, tokens, sentence.spoken, words);
        sentence.spans = PackedSpans(spoken_spans(tokens, words, {0, source.size()}));
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

Script make_script(const Document& document, const Language& language, std::size_t passage_characters,
                   const SpokenAnnouncements& announcements) {
    return make_script(document, document.sections, language, passage_characters, announcements);
}

Script make_script(const Document& document, std::vector<Section> sections, const Language& language,
                   std::size_t passage_characters, const SpokenAnnouncements& announcements) {
    const ScriptMaker maker(language, passage_characters);
    Script script{document.musician, document.language, {}};
    for (Section& next : sections) {
        const Section section = std::move(next);
        auto chapter = maker.chapter(section, announcements.chapter_titles);
        if (chapter.passages.empty()) {
            continue;
        }
        if (!script.chapters.empty()) {
            script.chapters.back().passages.back().border =
                section.heading.empty() ? Border::paragraph : Border::chapter;
        }
        script.chapters.push_back(std::move(chapter));
    }
    if (script.chapters.empty()) {
        throw Error(ErrorKind::input, "there is nothing in this text that can be spoken",
                    {document.sources.empty() ? std::string() : document.sources.front(), 0});
    }
    add_opening(maker.announcement(announcements.opening), script);
    add_closing(maker.announcement(announcements.closing), script);
    script.chapters.back().passages.back().border = Border::end;
    return script;
}

} // namespace recital
