// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/excerpt.h"

#include "base/error.h"
#include "base/unicode.h"
#include "text/language/speech_length.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr double seconds_between_sentences = 0.7; // as voices have it

/// Blanks of any kind and number are one space; case and quotation marks do not matter.
std::string comparable(std::string_view text) {
    const std::string folded = fold_case(normalise_nfc(text));
    std::string words;
    for (std::size_t position = 0; position < folded.size();) {
        const std::size_t begin = position;
        const char32_t letter = next_code_point(folded, position);
        if (letter == U'"' || letter == U'\'' || (letter >= 0x2018 && letter <= 0x201F)) {
            continue;
        }
        if (!is_space(letter)) {
            words.append(folded, begin, position - begin);
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return words;
}

bool has_words(const Sentence& sentence, const std::string& words) {
    return comparable(sentence.source).find(words) != std::string::npos ||
           comparable(sentence.spoken).find(words) != std::string::npos;
}

std::vector<Sentence> sentences_of(const Passage& passage) {
    return {passage.sentences.begin(), passage.sentences.end()};
}

void keep_chapter(Script& script, std::size_t number) {
    if (number > script.chapters.size()) {
        throw Error(ErrorKind::input, script.chapters.size() == 1
                                          ? fmt::format("there is no chapter {}: the book has one", number)
                                          : fmt::format("there is no chapter {}: choose 1 to {}", number,
                                                        script.chapters.size()));
    }
    Chapter chapter = std::move(script.chapters[number - 1]);
    script.chapters.clear();
    script.chapters.push_back(std::move(chapter));
}

/// Drops the sentences of the chapter before that with the words. Returns false if there is none.
bool begin_with(Chapter& chapter, const std::string& words) {
    for (std::size_t n = 0; n < chapter.passages.size(); ++n) {
        std::vector<Sentence> sentences = sentences_of(chapter.passages[n]);
        const auto found =
            std::find_if(sentences.begin(), sentences.end(),
                         [&words](const Sentence& sentence) { return has_words(sentence, words); });
        if (found != sentences.end()) {
            sentences.erase(sentences.begin(), found);
            chapter.passages[n].sentences = PackedSentences(sentences);
            chapter.passages.erase(chapter.passages.begin(),
                                   chapter.passages.begin() + static_cast<std::ptrdiff_t>(n));
            return true;
        }
    }
    return false;
}

void begin_with(Script& script, const std::string& words) {
    const std::string wanted = comparable(words);
    const auto found = std::find_if(script.chapters.begin(), script.chapters.end(),
                                    [&wanted](Chapter& chapter) { return begin_with(chapter, wanted); });
    if (found == script.chapters.end()) {
        throw Error(
            ErrorKind::input,
            fmt::format("no sentence has the words \"{}\": `recital script` shows the sentences", words));
    }
    script.chapters.erase(script.chapters.begin(), found);
}

/// Drops what follows after a time.
class TimeLimit {
public:
    TimeLimit(double seconds, double words_per_minute) : left_(seconds), rate_(words_per_minute) {}

    void apply(Script& script) {
        for (std::size_t chapter = 0; chapter < script.chapters.size(); ++chapter) {
            apply(script.chapters[chapter]);
            if (left_ <= 0) {
                script.chapters.resize(chapter + 1);
            }
        }
    }

private:
    void apply(Chapter& chapter) {
        for (std::size_t passage = 0; passage < chapter.passages.size(); ++passage) {
            apply(chapter.passages[passage]);
            if (left_ <= 0) {
                chapter.passages.resize(passage + 1);
            }
        }
    }

    void apply(Passage& passage) {
        std::vector<Sentence> kept;
        for (const Sentence& sentence : passage.sentences) {
            if (left_ <= 0) {
                break;
            }
            kept.push_back(sentence);
            left_ -= speaking_seconds(speech_length(sentence.spoken), rate_) + seconds_between_sentences;
        }
        if (kept.size() < passage.sentences.size()) { // otherwise its take may be known
            passage.sentences = PackedSentences(kept);
        }
    }

    double left_;
    double rate_;
};

} // namespace

Script take_excerpt(Script script, const Excerpt& excerpt, double words_per_minute) {
    if (excerpt.chapter > 0) {
        keep_chapter(script, excerpt.chapter);
    }
    if (!excerpt.words.empty()) {
        begin_with(script, excerpt.words);
    }
    TimeLimit(excerpt.seconds, words_per_minute).apply(script);
    script.chapters.back().passages.back().border = Border::end;
    return script;
}

} // namespace recital
