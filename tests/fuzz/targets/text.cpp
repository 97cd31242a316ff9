// SPDX-License-Identifier: GPL-3.0-or-later
// The text stage from bytes to what the voice gets. The first byte of an input chooses the language, the rest
// is a document in Markdown.
#include "base/language_tag.h"
#include "base/resources.h"
#include "document/read.h"
#include "fuzz/parts.h"
#include "fuzz/target.h"
#include "support/voice_text.h"
#include "text/heteronyms/heteronyms.h"
#include "text/language/language.h"
#include "text/language/speech_length.h"
#include "text/lexicon/lexicon.h"
#include "text/script/script.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace recital::fuzz {
namespace {

/// English and Spanish have folders; the others are read by what is known of all languages.
constexpr std::array<std::string_view, 12> language_tags = {"en", "es", "de", "fr", "ru", "pl",
                                                            "tr", "el", "ar", "hi", "zh", "ko"};

/// docs/developing.md: a spoken form has at most so many bytes for each byte that is written, and some more.
constexpr std::size_t max_growth = 24;
constexpr std::size_t max_added = 64;

constexpr std::size_t limit = 600;             ///< of a passage, for 40 s at 150 words a minute
constexpr std::size_t max_clause_length = 500; ///< see CutPassages.NoClauseIsLongerThanTheEngineCanSay

const Language& language_of(std::string_view tag) {
    static std::map<std::string, std::unique_ptr<Language>, std::less<>> languages;
    auto& language = languages[std::string(tag)];
    if (!language) {
        language = std::make_unique<Language>(resource_folder() / "data" / "languages", tag);
    }
    return *language;
}

const Lexicon& english_lexicon() {
    static const PhonemeTable phonemes(resource_folder() / "data" / "phonemes", "en-US");
    static const Lexicon lexicon = [] {
        Lexicon all("en-US", phonemes, SoundRange::foreign);
        for (const char* const name : {"composers.tsv", "surnames.tsv", "terms.tsv"}) {
            all.add(read_lexicon(resource_folder() / "data" / "lexicon" / name));
        }
        return all;
    }();
    return lexicon;
}

const Heteronyms& english_heteronyms() {
    static const PhonemeTable phonemes(resource_folder() / "data" / "phonemes", "en-US");
    static const Heteronyms heteronyms(resource_folder() / "data" / "heteronyms" / "en", "en-US", phonemes);
    return heteronyms;
}

/// What may reach the voice of any language: the text of a language without a folder keeps its numbers with
/// marks and signs, because the voice reads its own.
bool is_clean_text(std::string_view spoken) {
    bool after_space = true;
    for (std::size_t position = 0; position < spoken.size();) {
        const char32_t code_point = next_code_point(spoken, position);
        if (code_point < U' ' || (code_point >= 0x7F && code_point < 0xA0) ||
            (code_point == U' ' && after_space)) {
            return false;
        }
        after_space = code_point == U' ';
    }
    return is_utf8(spoken) && (spoken.empty() || !after_space);
}

void check_ranges(const std::vector<TextRange>& ranges, std::size_t size, const std::string& text) {
    std::size_t end = 0;
    for (const TextRange& range : ranges) {
        require(range.begin >= end && range.begin < range.end && range.end <= size,
                "ranges are in order and inside: " + text);
        end = range.end;
    }
}

void check_sentence(const Sentence& sentence, const Language& language) {
    const std::string words = sentence.source + "\n" + sentence.spoken;
    require(language.is_known() ? testing_support::is_voice_text(sentence.spoken)
                                : is_clean_text(sentence.spoken),
            "nothing but words reaches the voice: " + words);
    require(sentence.spoken.size() <= sentence.source.size() * max_growth + max_added,
            "a spoken form is not much longer than what is written: " + words);
    check_ranges(sentence.stresses, sentence.spoken.size(), words);
    check_ranges(sentence.quotations, sentence.spoken.size(), words);
    check_ranges(sentence.emphases, sentence.source.size(), words);
    std::size_t dash_end = 0;
    for (const std::size_t dash : sentence.dashes) {
        require(dash >= dash_end && dash < sentence.spoken.size(), "dashes are inside: " + words);
        dash_end = dash + 1;
    }
    TextRange spoken;
    TextRange written;
    for (const SpokenSpan& span : sentence.spans.unpack()) {
        require(span.spoken.begin >= spoken.end && span.written.begin >= written.end &&
                    span.spoken.end <= sentence.spoken.size() && span.written.end <= sentence.source.size(),
                "spans are in order and inside: " + words);
        spoken = span.spoken;
        written = span.written;
    }
}

/// Appends the sentences of the paragraph that are spoken.
void check_paragraph(const std::string& text, const Language& language, std::vector<std::string>& spoken) {
    std::size_t position = 0;
    for (const Sentence& sentence : read_aloud(text, language)) {
        position = std::min(text.find_first_not_of(' ', position), text.size());
        require(std::string_view(text).substr(position).starts_with(sentence.source),
                "every character of a paragraph is in a sentence: " + text);
        position += sentence.source.size();
        check_sentence(sentence, language);
        if (!sentence.spoken.empty()) {
            spoken.push_back(sentence.source);
        }
    }
    require(text.find_first_not_of(' ', position) == std::string::npos,
            "every character of a paragraph is in a sentence: " + text);
}

void check_passage(const Passage& passage, const Language& language, std::string& sources) {
    require(!passage.sentences.empty(), "a passage has sentences");
    std::size_t length = 0;
    for (const Sentence& sentence : passage.sentences) {
        check_sentence(sentence, language);
        require(!sentence.spoken.empty(), "a sentence of a script is spoken: " + sentence.source);
        require(longest_clause(sentence.spoken) <= max_clause_length,
                "no clause is longer than the engine can say: " + sentence.spoken);
        length += speech_length(sentence.spoken);
        sources += sentence.source;
    }
    require(length <= limit, fmt::format("a passage has at most {} characters, not {}", limit, length));
}

/// A script has what is spoken of the document, in its order, and nothing else.
void check_script(const Document& document, const Language& language) {
    std::vector<std::string> expected;
    for (const Section& section : document.sections) {
        check_paragraph(section.heading, language, expected);
        for (const Paragraph& paragraph : section.paragraphs) {
            check_paragraph(paragraph.text, language, expected);
        }
    }
    std::string all;
    for (const std::string& source : expected) {
        all += source;
    }
    Script script = make_script(document, language, limit);
    require(!expected.empty(), "a script without spoken sentences is refused");
    if (primary_subtag(language.tag()) == "en") {
        const std::vector<const PronunciationSource*> sources = {&english_lexicon(), &english_heteronyms()};
        pronounce(script, sources, [](Pronunciation& /*found*/) {});
    }
    std::string sources;
    for (const Chapter& chapter : script.chapters) {
        require(!chapter.passages.empty(), "a chapter has passages");
        for (const Passage& passage : chapter.passages) {
            check_passage(passage, language, sources);
            for (const Sentence& sentence : passage.sentences) {
                std::size_t end = 0;
                for (const Pronunciation& pronunciation : sentence.pronunciations) {
                    require(pronunciation.begin >= end && pronunciation.begin < pronunciation.end &&
                                pronunciation.end <= sentence.spoken.size() &&
                                !pronunciation.phonemes.empty(),
                            "pronunciations are in order and inside: " + sentence.spoken);
                    end = pronunciation.end;
                }
            }
        }
    }
    require(sources == all, "a script has every sentence that is spoken: " + all + "\n" + sources);
}

void read_text(std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    const std::size_t number = static_cast<unsigned char>(bytes.front()) - std::size_t{'A'};
    const std::string_view tag = language_tags[number % language_tags.size()];
    refusing(ErrorKind::input, [&] {
        ReadOptions options;
        options.language = tag;
        options.any_text = true; // nonsense is what fuzzers write
        check_script(read_document(bytes.substr(1), "fuzz.md", options), language_of(tag));
    });
}

/// A sentence of at least six words, with nothing in it that could be taken for anything but prose.
bool is_prose(std::string_view line) {
    constexpr std::ptrdiff_t min_words = 6;
    // A blank before the stop is not kept (see spacing_edits).
    return line.ends_with('.') && !line.ends_with(" .") && is_ascii_upper(line.front()) &&
           std::count(line.begin(), line.end(), ' ') >= min_words - 1 &&
           line.find("  ") == std::string_view::npos &&
           std::all_of(line.begin(), line.end() - 1,
                       [](char byte) { return is_ascii_upper(byte) || is_ascii_lower(byte) || byte == ' '; });
}

/// A plain text whose sentences are lines of their own: each is in the document, unless it says what it left
/// out.
void account_for_text(std::string_view bytes) {
    refusing(ErrorKind::input, [&] {
        ReadOptions options;
        options.any_text = true;
        const Document document = read_document(bytes, "fuzz.txt", options);
        if (!document.diagnostics.empty() || !document.notices.empty()) {
            return;
        }
        std::string all = document.title + '\n';
        for (const Section& section : document.sections) {
            all += section.heading + '\n';
            for (const Paragraph& paragraph : section.paragraphs) {
                all += paragraph.text + '\n';
            }
        }
        for (const std::string& line : lines_of(bytes)) {
            if (line == "-- " || line == "--") {
                break; // the signature of a mail is not read
            }
            require(!is_prose(line) || all.find(line) != std::string::npos,
                    "a sentence is in the document, or it is said that it is not: " + line);
        }
    });
}

const Target targets[] = {
    {"text", read_text},
    {"text_account", account_for_text},
};

} // namespace
} // namespace recital::fuzz
