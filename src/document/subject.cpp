// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject.h"

#include "base/unicode.h"
#include "document/structure_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace recital {

namespace {

/// Whether the word is written like a part of a name: a capital first, or "d'Indy", "McCartney", "k.d.".
bool is_capitalised(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const char32_t code_point = next_code_point(word, position);
        if (is_letter(code_point)) {
            return is_upper(code_point) ||
                   (position < word.size() && (word[position] == '\'' || word[position] == '.'));
        }
        if (code_point != '"' && code_point != U'\u201C' && code_point != '\'' && code_point != U'\u2018') {
            return false;
        }
    }
    return false;
}

/// A name taken from the front of a sentence.
struct LeadingName {
    std::vector<std::string_view> words;
    std::string_view rest; ///< what follows
    bool comma_follows = false;
};

bool is_suffix(std::string_view word) {
    return word == "Jr." || word == "Sr." || word == "Jr" || word == "Sr" || word == "II" || word == "III" ||
           word == "IV";
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

std::string_view without_comma(std::string_view word) {
    return word.ends_with(',') ? word.substr(0, word.size() - 1) : word;
}

LeadingName read_name(std::string_view sentence) {
    constexpr std::size_t most_words = 12;
    const StructureWords& words = StructureWords::english();
    LeadingName name{{}, sentence, false};
    while (!name.rest.empty() && name.words.size() < most_words) {
        const std::string_view written = first_word(name.rest);
        const std::string_view word = without_comma(written);
        if (name.comma_follows && !is_suffix(word)) {
            break;
        }
        const bool particle = !name.words.empty() && words.particles.contains(word);
        if (!is_capitalised(word) && !particle) {
            break;
        }
        name.words.push_back(word);
        name.rest.remove_prefix(std::min(name.rest.size(), written.size() + 1));
        name.comma_follows = word.size() < written.size();
    }
    while (!name.words.empty() && words.particles.contains(name.words.back())) {
        name.words.pop_back();
    }
    return name;
}

/// The text behind a parenthesis that starts here, nested ones included; unchanged where it is not closed.
std::string_view behind_parenthesis(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += static_cast<int>(text[i] == '(') - static_cast<int>(text[i] == ')');
        if (depth == 0) {
            text.remove_prefix(i + 1);
            while (text.starts_with(' ') || text.starts_with(',')) {
                text.remove_prefix(1);
            }
            return text;
        }
    }
    return text;
}

/// Whether one of the phrases starts here as whole words.
bool starts_with_any(std::string_view text, const StructureWords::Set& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [text](const std::string& phrase) {
        return text.starts_with(phrase) && (text.size() == phrase.size() || text[phrase.size()] == ' ');
    });
}

/// An apposition may stand between the name and its verb: "..., known as ..., was"; the verb follows a comma
/// then.
bool verb_follows(std::string_view rest, bool behind_comma) {
    const StructureWords& words = StructureWords::english();
    if (starts_with_any(rest, words.copulas)) {
        return true;
    }
    if (!behind_comma) {
        return false;
    }
    const std::string_view sentence = rest.substr(0, rest.find(". "));
    for (auto comma = sentence.find(", "); comma != std::string_view::npos;
         comma = sentence.find(", ", comma + 1)) {
        if (starts_with_any(sentence.substr(comma + 2), words.copulas)) {
            return true;
        }
    }
    return false;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

/// "Valentin's" names Valentin, but as the owner of the subject.
bool is_possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("\u2019s") || word.ends_with("s'") ||
           word.ends_with("s\u2019");
}

std::string capitalised(std::string_view word) {
    if (word.empty() || StructureWords::english().particles.contains(word)) {
        return std::string(word);
    }
    std::size_t position = 0;
    std::string result;
    const char32_t first = next_code_point(word, position);
    append_utf8(result, static_cast<char32_t>(u_totitle(static_cast<UChar32>(first))));
    result += word.substr(position);
    return result;
}

} // namespace

std::string subject_of_first_sentence(std::string_view paragraph) {
    const LeadingName name = read_name(paragraph);
    if (name.words.empty() || StructureWords::english().openers.contains(fold_case(name.words.front())) ||
        is_possessive(name.words.back())) {
        return {};
    }
    std::string_view rest = name.rest;
    const bool parenthesis = rest.starts_with('(');
    if (parenthesis) {
        rest = behind_parenthesis(rest);
    }
    // One word alone is too little to be sure of, unless what follows are somebody's dates or origins.
    if (!verb_follows(rest, name.comma_follows || parenthesis) || (name.words.size() == 1 && !parenthesis)) {
        return {};
    }
    return joined(name.words);
}

std::string title_from_file_name(const std::string& name) {
    const std::string stem = normalise_nfc(std::filesystem::path(name).stem().string());
    std::vector<std::string> words;
    for (std::size_t position = 0; position < stem.size();) {
        const std::size_t end = std::min(stem.find_first_of("-_ .", position), stem.size());
        if (end > position) {
            words.push_back(stem.substr(position, end - position));
        }
        position = end + 1;
    }
    // A number in front orders the files of a folder.
    const auto is_number = [](const std::string& word) {
        return word.find_first_not_of("0123456789") == std::string::npos;
    };
    if (words.size() > 1 && is_number(words.front())) {
        words.erase(words.begin());
    }
    std::string title;
    for (const std::string& word : words) {
        title += (title.empty() ? "" : " ") + capitalised(word);
    }
    return title.empty() ? name : title;
}

std::string find_musician(const Outline& outline, const std::string& name) {
    if (!outline.musician.empty()) {
        return outline.musician;
    }
    const auto first_of = [&outline](Block::Kind kind) {
        return std::find_if(outline.blocks.begin(), outline.blocks.end(),
                            [kind](const Block& block) { return block.kind == kind; });
    };
    if (const auto paragraph = first_of(Block::Kind::paragraph); paragraph != outline.blocks.end()) {
        if (std::string subject = subject_of_first_sentence(paragraph->text); !subject.empty()) {
            return subject;
        }
    }
    if (!outline.title.empty()) {
        return outline.title;
    }
    if (const auto heading = first_of(Block::Kind::heading); heading != outline.blocks.end()) {
        return heading->text;
    }
    return title_from_file_name(name);
}

} // namespace recital
