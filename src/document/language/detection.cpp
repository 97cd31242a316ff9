// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/detection.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/encoding/alphabets.h"
#include "document/encoding/language_words.h"
#include "document/language/cld2_detector.h"
#include "document/language/script_detection.h"
#include "document/language/short_text.h"
#include "document/language/word_evidence.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view default_language = "en";

std::string utf8_of(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

/// Folded name of a language, in English and its own -> its code.
const std::map<std::string, std::string, std::less<>>& language_names() {
    static const auto names = [] {
        std::map<std::string, std::string, std::less<>> found;
        for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
            const icu::Locale locale(*code);
            // The codes of two letters come first, and keep their names.
            icu::UnicodeString name;
            found.try_emplace(fold_case(utf8_of(locale.getDisplayLanguage(icu::Locale::getEnglish(), name))),
                              *code);
            found.try_emplace(fold_case(utf8_of(locale.getDisplayLanguage(locale, name))), *code);
        }
        return found;
    }();
    return names;
}

/// The beginning of the text without its headings.
std::string sample_of(const std::vector<Block>& blocks) {
    constexpr std::size_t enough = 20000; // bytes
    std::string sample;
    for (const Block& block : blocks) {
        if (block.kind != Block::Kind::heading) {
            sample += prefix_on_character(block.text, enough - sample.size());
            sample += '\n';
        }
        if (sample.size() + 4 >= enough) {
            break;
        }
    }
    return sample;
}

/// True if function words alone show that the text is English: prose has a third to a half of them, and names
/// and titles have some of other languages.
bool is_plainly_english(const WordEvidence& words) {
    constexpr std::size_t min_different = 6;
    return words.different(default_language) >= min_different &&
           words.count(default_language) * 5 >= words.words() && words.best() == default_language;
}

/// The language by function words alone; empty if they do not decide.
std::string by_words(const WordEvidence& words) {
    constexpr std::size_t min_words = 6;
    const std::string best = words.best();
    if (best.empty()) {
        return {};
    }
    const std::size_t count = words.count(best);
    const std::size_t english = words.count(default_language);
    const bool clear = count >= min_words && count * 6 >= words.words() && count * 2 >= english * 3;
    const bool alone = words.different(best) >= 2 && english == 0 && count * 4 >= words.words();
    return clear || alone ? best : std::string();
}

/// The languages that CLD2 confuses in short texts, decided by function words.
std::string corrected(std::string language, const WordEvidence& words) {
    constexpr std::array pairs = {std::pair("ms", "id"), std::pair("id", "ms")};
    for (const auto& [detected, similar] : pairs) {
        if (language == detected &&
            words.count_without(similar, detected) > words.count_without(detected, similar)) {
            return similar;
        }
    }
    return language;
}

/// Whether the text is in this language other than English, which CLD2 detected: not if it is too short or
/// consists of names and titles, or if English words are in it that no foreign text has.
bool is_foreign(std::string_view language, const WordEvidence& words) {
    constexpr std::size_t min_different = 5;
    constexpr std::size_t min_small = 3;
    constexpr std::size_t min_function_words = 3;
    constexpr std::size_t ahead = 4;
    const bool enough =
        words.different_words() >= min_different ||
        (words.different(language) >= min_function_words && words.count(default_language) == 0);
    const std::size_t english = words.count_without(default_language, language);
    const std::size_t own = words.count_without(language, default_language);
    return enough && words.different_small_words() >= min_small && own >= ahead * english;
}

/// Whether a short text without English words has a word in lower case with a letter beyond ASCII of this
/// language: "née", but not "Dvořák".
bool has_word_of(const std::string& text, const std::string& language, const WordEvidence& words) {
    if (words.count(default_language) > 0 || Alphabets::known().share_of_strangers(text, language) > 0) {
        return false;
    }
    bool in_word = false;
    bool is_small = false;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        is_small = in_word ? is_small : is_lower(c);
        in_word = is_letter(c);
        if (in_word && is_small && c >= 0x80) {
            return true;
        }
    }
    return false;
}

/// Whether a text that was found to be in no other language shows that it is English. `detected` is the guess
/// of a statistical detector.
bool shows_english(const std::string& text, const WordEvidence& words, const DetectedByCld2& detected) {
    constexpr std::size_t few_words = 4; // that show nothing; of names alone nothing is said
    constexpr std::size_t min_small = 2;
    constexpr std::size_t one_in = 6;
    constexpr std::size_t max_words_of_one = 8;
    const std::size_t english = words.count(default_language);
    if (detected.reliable && detected.language == default_language) {
        return true;
    }
    const bool has_hardly_english = english == 0 || (english == 1 && words.words() <= max_words_of_one);
    if (detected.reliable && has_hardly_english && words.different_small_words() >= min_small) {
        return false; // "not" is a word of other languages as well
    }
    const auto known_words = [&text] {
        const std::string tag(default_language);
        return LanguageWords::known().most_in(text, {&tag, 1});
    };
    if (words.words() < few_words) {
        return words.different_small_words() == 0 || known_words() > 0;
    }
    return english > 0 && (english * one_in >= words.words() || known_words() > 1);
}

/// The language of a text in Latin letters.
DetectedLanguage detect_latin(const std::string& text, const WordEvidence& words) {
    constexpr std::size_t max_short = 24;
    if (is_plainly_english(words)) {
        return {std::string(default_language), true};
    }
    const DetectedByCld2 detected = detect_by_cld2(text);
    const std::string language = corrected(detected.language, words);
    const bool may_be_foreign =
        detected.reliable && language != default_language &&
        (words.words() > max_short || WordEvidence::is_known(language)); // short French is like Haitian
    if (may_be_foreign && (is_foreign(language, words) || has_word_of(text, language, words))) {
        return {language, true};
    }
    if (!detected.reliable) {
        if (std::string found = by_words(words); !found.empty()) {
            return {std::move(found), true};
        }
    }
    if (words.words() <= max_short) {
        if (std::string found = language_of_short_text(text, language); !found.empty()) {
            return {std::move(found), true};
        }
    }
    return {std::string(default_language), shows_english(text, words, detected)};
}

/// The language of a text in other letters. `by_script` is the guess by its letters.
std::string detect_other_script(const std::string& text, std::string by_script) {
    if (!ScriptCounter::has_several_languages(by_script)) {
        return by_script;
    }
    constexpr double max_strangers = 0.02; // of a hundred letters two may be of a foreign name
    const DetectedByCld2 detected = detect_by_cld2(text);
    const bool fits = detected.reliable && ScriptCounter::has_several_languages(detected.language) &&
                      Alphabets::known().share_of_strangers(text, detected.language) <= max_strangers;
    return fits ? detected.language : std::move(by_script);
}

bool is_language_code(std::string_view code) {
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        if (code == *known) {
            return true;
        }
    }
    return false;
}

/// Whether the words of a text in Latin letters show beyond doubt that it is in `detected`, not in
/// `declared`.
bool leaves_no_doubt(const WordEvidence& words, std::string_view detected, std::string_view declared) {
    constexpr std::size_t min_words = 20;
    constexpr std::size_t min_own = 7;
    constexpr std::size_t ahead = 8;
    const std::size_t own = words.count_without(detected, declared);
    return words.words() >= min_words && own >= min_own && own * 5 >= words.words() &&
           own >= ahead * words.count_without(declared, detected);
}

/// The language that the text is in beyond doubt, if that is not `declared`; empty otherwise. Judges only
/// declared languages that are written in Latin letters and whose function words are known.
std::string contradicting_language(const std::vector<Block>& blocks, const std::string& declared) {
    constexpr std::size_t min_bytes = 60;
    const std::string sample = sample_of(blocks);
    if (!WordEvidence::is_known(declared) || sample.size() < min_bytes) {
        return {};
    }
    ScriptCounter scripts;
    scripts.add(sample);
    if (std::string by_script = scripts.language(); !by_script.empty()) {
        return detect_other_script(sample, std::move(by_script));
    }
    WordEvidence words;
    words.add(sample);
    const DetectedLanguage detected = detect_latin(sample, words);
    const bool contradicts =
        detected.evident && detected.tag != declared && leaves_no_doubt(words, detected.tag, declared);
    return contradicts ? detected.tag : std::string();
}

} // namespace

std::string language_tag(std::string_view name) {
    name = trimmed(name);
    if (name.empty()) {
        return {};
    }
    const auto code_end = std::min(name.find_first_of("-_"), name.size());
    if (const std::string code = fold_case(name.substr(0, code_end)); is_language_code(code)) {
        std::string tag = code + std::string(name.substr(code_end));
        std::replace(tag.begin(), tag.end(), '_', '-');
        return tag;
    }
    const auto found = language_names().find(fold_case(name));
    return found == language_names().end() ? std::string() : found->second;
}

DetectedLanguage find_language(const std::vector<Block>& blocks) {
    const std::string sample = sample_of(blocks);
    ScriptCounter scripts;
    scripts.add(sample);
    if (std::string by_script = scripts.language(); !by_script.empty()) {
        return {detect_other_script(sample, std::move(by_script)), true};
    }
    WordEvidence words;
    words.add(sample);
    return detect_latin(sample, words);
}

std::string detect_language(const std::vector<Block>& blocks) {
    return find_language(blocks).tag;
}

void correct_declared_language(Outline& outline, const std::string& name) {
    const std::string tag = language_tag(outline.language);
    std::string found = contradicting_language(outline.blocks, tag.substr(0, tag.find('-')));
    if (found.empty()) {
        return;
    }
    outline.diagnostics.push_back(
        {fmt::format(
             "the text declares the language \"{}\", but its words are those of \"{}\", in which it is "
             "read: if that is wrong, give the language with --language",
             outline.language, found),
         {name, 0}});
    outline.language = std::move(found);
}

void decide_language(Outline& outline, const std::string& name) {
    const std::string tag = language_tag(outline.language);
    if (!tag.empty()) {
        outline.language = tag;
        return;
    }
    const std::string declared = outline.language;
    const DetectedLanguage detected = find_language(outline.blocks);
    outline.language = detected.tag;
    if (!declared.empty()) {
        outline.diagnostics.push_back(
            {fmt::format(R"("{}" is not a known language; the text was taken for "{}")", declared,
                         outline.language),
             {name, 0}});
    } else if (!detected.evident) {
        outline.diagnostics.push_back(
            {fmt::format(
                 "the text does not show what language it is in; it was taken for \"{}\": if that is wrong, "
                 "give the language with --language",
                 outline.language),
             {name, 0}});
    } else if (outline.language != default_language) {
        outline.diagnostics.push_back(
            {fmt::format(
                 "the text does not declare its language; judging by its words it was taken for \"{}\"",
                 outline.language),
             {name, 0}});
    }
}

} // namespace recital
