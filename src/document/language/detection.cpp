// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/language/detection.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/script_detection.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <unordered_set>
#include <vector>

namespace recital {

namespace {

constexpr std::string_view default_language = "en";

using Words = std::unordered_set<std::string>;

/// Language -> its function words.
const std::map<std::string, Words, std::less<>>& function_words() {
    static const auto words = [] {
        std::map<std::string, Words, std::less<>> loaded;
        const auto folder = resource_folder() / "data" / "languages" / "function_words";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            Words& set = loaded[entry.path().stem().string()];
            for (const DataRow& row : read_data_table(entry.path(), 1, 1)) {
                set.insert(fold_case(normalise_nfc(row.cells[0])));
            }
        }
        return loaded;
    }();
    return words;
}

/// Counts the words of one text that each language has among its function words.
class WordCounter {
public:
    void add(std::string_view text) {
        std::string word;
        for (std::size_t position = 0; position < text.size();) {
            const char32_t c = next_code_point(text, position);
            if (is_letter(c)) {
                append_utf8(word, c);
            } else {
                finish(word);
            }
        }
        finish(word);
    }

    [[nodiscard]] std::string best() const {
        constexpr std::size_t min_words = 6;
        std::string best(default_language);
        std::size_t max = 0;
        for (const auto& [language, count] : counts_) {
            if (count > max) {
                max = count;
                best = language;
            }
        }
        // Prose has a third to a half of them; names and titles in English text have some of other languages.
        const auto found = counts_.find(default_language);
        const std::size_t english = found == counts_.end() ? 0 : found->second;
        const bool clear = max >= min_words && max * 6 >= total_ && max * 2 >= english * 3;
        return clear ? best : std::string(default_language);
    }

private:
    void finish(std::string& word) {
        if (word.empty()) {
            return;
        }
        ++total_;
        const std::string folded = fold_case(word);
        for (const auto& [language, words] : function_words()) {
            counts_[language] += static_cast<std::size_t>(words.contains(folded));
        }
        word.clear();
    }

    std::map<std::string, std::size_t, std::less<>> counts_;
    std::size_t total_ = 0;
};

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

bool is_language_code(std::string_view code) {
    for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
        if (code == *known) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string language_tag(std::string_view name) {
    name = trimmed(name);
    const auto code_end = std::min(name.find_first_of("-_"), name.size());
    if (const std::string code = fold_case(name.substr(0, code_end)); is_language_code(code)) {
        std::string tag = code + std::string(name.substr(code_end));
        std::replace(tag.begin(), tag.end(), '_', '-');
        return tag;
    }
    const auto found = language_names().find(fold_case(name));
    return found == language_names().end() ? std::string() : found->second;
}

std::string detect_language(const std::vector<Block>& blocks) {
    constexpr std::size_t enough = 20000; // bytes
    WordCounter counter;
    ScriptCounter scripts;
    std::size_t read = 0;
    for (const Block& block : blocks) {
        if (block.kind != Block::Kind::heading) {
            const std::string_view text = prefix_on_character(block.text, enough - read);
            counter.add(text);
            scripts.add(text);
            read += text.size();
        }
        if (read + 4 >= enough) {
            break;
        }
    }
    const std::string by_script = scripts.language();
    return by_script.empty() ? counter.best() : by_script;
}

void decide_language(Outline& outline, const std::string& name) {
    const std::string tag = language_tag(outline.language);
    if (!tag.empty()) {
        outline.language = tag;
        return;
    }
    const std::string declared = outline.language;
    outline.language = detect_language(outline.blocks);
    if (!declared.empty()) {
        outline.diagnostics.push_back(
            {fmt::format(R"("{}" is not a known language; the text was taken for "{}")", declared,
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
