// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/file.h"

#include "base/data_table.h"
#include "base/file.h"
#include "base/unicode.h"
#include "base/xml.h"
#include "document/inline/normalise.h"
#include "document/language/detection.h"

#include <fmt/format.h>

#include <utility>

namespace recital {

namespace {

constexpr std::string_view none = "-";

std::string cell(std::string& text) {
    return text == none ? std::string() : normalise_nfc(text);
}

void require(const LexiconEntry& entry) {
    if (entry.written.empty() || entry.pronunciation.empty()) {
        throw Error(ErrorKind::usage, "an entry needs a written form and a pronunciation", entry.place);
    }
}

void require_language(const LexiconEntry& entry) {
    if (!entry.language.empty() && language_tag(entry.language).empty()) {
        throw Error(ErrorKind::usage,
                    fmt::format("'{}' is not a language: give a tag such as en or pt-BR, or - for any",
                                entry.language),
                    entry.place);
    }
}

std::vector<LexiconEntry> read_table(const std::filesystem::path& path) {
    constexpr std::size_t columns = 5;
    std::vector<LexiconEntry> entries;
    std::string language; // of the entry before
    for_each_data_row(path, columns, 2, [&](DataRow&& row) {
        auto& cells = row.cells;
        const bool is_short = cells[2].empty() && cells[3].empty();
        LexiconEntry entry{cell(cells[0]), is_short ? std::string() : cell(cells[1]), cell(cells[2]),
                           cell(is_short ? cells[1] : cells[3]), std::move(row.place)};
        require(entry);
        if (entry.language != language) {
            require_language(entry);
            language = entry.language;
        }
        entries.push_back(std::move(entry));
    });
    return entries;
}

/// The <lexeme>s of a W3C lexicon, one entry for each <grapheme>; of several <phoneme>s the preferred one,
/// else the first, counts.
class PlsReader {
public:
    explicit PlsReader(const std::filesystem::path& path)
        : file_(path.string()), document_(read_file(path), file_, "the lexicon") {}

    std::vector<LexiconEntry> run() {
        const XmlElement root = document_.root();
        if (root.name() != "lexicon") {
            throw Error(ErrorKind::usage, "this is not a W3C lexicon: its root must be <lexicon>",
                        place(root));
        }
        alphabet_ = root.attribute("alphabet");
        language_ = root.attribute("lang");
        std::vector<LexiconEntry> entries;
        for (const XmlElement& lexeme : root.all("lexeme")) {
            const std::string pronunciation = read_phoneme(lexeme);
            for (const XmlElement& grapheme : lexeme.all("grapheme")) {
                entries.push_back({normalise_nfc(normalise_text(grapheme.text())),
                                   language_,
                                   {},
                                   pronunciation,
                                   place(lexeme)});
                require(entries.back());
            }
        }
        return entries;
    }

private:
    [[nodiscard]] SourcePlace place(const XmlElement& element) const { return {file_, element.line()}; }

    [[nodiscard]] std::string read_phoneme(const XmlElement& lexeme) const {
        const auto phonemes = lexeme.all("phoneme");
        if (phonemes.empty()) {
            throw Error(ErrorKind::usage, "this <lexeme> has no <phoneme>; <alias> is not supported",
                        place(lexeme));
        }
        XmlElement chosen = phonemes.front();
        for (const XmlElement& phoneme : phonemes) {
            if (phoneme.attribute("prefer") == "true") {
                chosen = phoneme;
                break;
            }
        }
        const std::string own = chosen.attribute("alphabet");
        const std::string& alphabet = own.empty() ? alphabet_ : own;
        if (alphabet != "ipa") {
            throw Error(ErrorKind::usage,
                        fmt::format("the alphabet '{}' is not supported: only \"ipa\" is", alphabet),
                        place(chosen));
        }
        return fmt::format("/{}/", normalise_text(chosen.text()));
    }

    std::string file_;
    XmlDocument document_;
    std::string alphabet_;
    std::string language_;
};

bool is_pls(const std::filesystem::path& path) {
    return fold_case(path.extension().string()) == ".pls";
}

} // namespace

std::vector<LexiconEntry> read_lexicon(const std::filesystem::path& path) {
    return is_pls(path) ? PlsReader(path).run() : read_table(path);
}

std::vector<std::filesystem::path> lexicons_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> found;
    for (const auto name : lexicon_file_names) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(folder / name, ignored)) {
            found.push_back(folder / name);
        }
    }
    return found;
}

} // namespace recital
