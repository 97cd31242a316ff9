// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/exported.h"

#include "base/language_tag.h"
#include "base/strings.h"

#include <fmt/format.h>

#include <array>

namespace recital {

namespace {

std::string_view or_any(const std::string& text) {
    return text.empty() ? "-" : std::string_view(text);
}

std::array<std::string_view, 4> cells_of(const LexiconEntry& entry) {
    return {entry.written, or_any(entry.language), or_any(entry.context), entry.pronunciation};
}

/// RFC 4180, section 2: quoted where it has a comma, a quotation mark or a line break.
std::string csv_cell(std::string_view text) {
    return text.find_first_of(",\"\n\r") == std::string_view::npos
               ? std::string(text)
               : fmt::format("\"{}\"", replaced(text, '"', "\"\""));
}

/// A comment may not have two hyphens (XML 1.0, section 2.5).
std::string xml_comment(std::string_view text) {
    return replaced(text, '-', "\u2010");
}

std::string ipa_of(const LexiconEntry& entry, const PhonemeTable& phonemes) {
    const std::string& written = entry.pronunciation;
    const bool is_ipa = written.size() > 1 && written.front() == '/' && written.back() == '/';
    return is_ipa ? written.substr(1, written.size() - 2) : phonemes.respelled_ipa(written, entry.place);
}

std::string lexeme(const LexiconEntry& entry, const PhonemeTable& phonemes, std::string_view language) {
    const bool has_place =
        entry.context.empty() &&
        (entry.language.empty() || primary_subtag(entry.language) == primary_subtag(language));
    if (!has_place) {
        return fmt::format("  <!-- left out: {} ({}, {}) -->\n", xml_comment(entry.written),
                           xml_comment(or_any(entry.language)), xml_comment(or_any(entry.context)));
    }
    return fmt::format("  <lexeme>\n    <grapheme>{}</grapheme>\n    <phoneme>{}</phoneme>\n  </lexeme>\n",
                       escaped_markup(entry.written), escaped_markup(ipa_of(entry, phonemes)));
}

} // namespace

std::string to_tsv(std::span<const LexiconEntry> entries) {
    std::string table;
    for (const LexiconEntry& entry : entries) {
        const auto cells = cells_of(entry);
        table += fmt::format("{}\t{}\t{}\t{}\n", cells[0], cells[1], cells[2], cells[3]);
    }
    return table;
}

std::string to_csv(std::span<const LexiconEntry> entries) {
    std::string table = "written,language,context,pronunciation\r\n";
    for (const LexiconEntry& entry : entries) {
        const auto cells = cells_of(entry);
        table += fmt::format("{},{},{},{}\r\n", csv_cell(cells[0]), csv_cell(cells[1]), csv_cell(cells[2]),
                             csv_cell(cells[3]));
    }
    return table;
}

std::string to_pls(std::span<const LexiconEntry> entries, const PhonemeTable& phonemes,
                   std::string_view language) {
    std::string lexicon = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                      "<lexicon version=\"1.0\" alphabet=\"ipa\" xml:lang=\"{}\"\n"
                                      "    xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\">\n",
                                      language);
    for (const LexiconEntry& entry : entries) {
        lexicon += lexeme(entry, phonemes, language);
    }
    return lexicon + "</lexicon>\n";
}

} // namespace recital
