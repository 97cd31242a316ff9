// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"

#include "base/file.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "document/book_matter.h"
#include "document/encoding.h"
#include "document/epub.h"
#include "document/heading_text.h"
#include "document/html.h"
#include "document/inline_markup.h"
#include "document/language_detection.h"
#include "document/markdown.h"
#include "document/mojibake.h"
#include "document/plain_text.h"
#include "document/records.h"
#include "document/repair.h"
#include "document/signs.h"
#include "document/subject.h"
#include "document/tidy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace recital {

namespace {

/// How a file is read: from decoded text, or from the bytes where the format says how they are encoded.
using TextReader = Outline (*)(std::string_view text, const std::string& name);
using BytesReader = Outline (*)(std::string_view bytes, const std::string& name, const ReadOptions& options);

/// One row a format.
struct Format {
    std::string_view extension;
    TextReader read_text;
    BytesReader read_bytes;
};

Outline read_epub_bytes(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    return read_epub(bytes, name, options);
}

constexpr Format electronic_book{".epub", nullptr, read_epub_bytes};
constexpr Format plain_text{".txt", read_plain_text, nullptr};
constexpr Format web_page{".html", read_html, nullptr};

constexpr std::array formats = {
    electronic_book,
    plain_text,
    Format{".text", read_plain_text, nullptr},
    Format{".md", read_markdown, nullptr},
    Format{".markdown", read_markdown, nullptr},
    web_page,
    Format{".htm", read_html, nullptr},
    Format{".xhtml", read_html, nullptr},
};

const Format* format_by_name(const std::filesystem::path& path) {
    const std::string extension = fold_case(path.extension().string());
    const auto* const found =
        std::find_if(formats.begin(), formats.end(),
                     [&extension](const Format& format) { return format.extension == extension; });
    return found == formats.end() ? nullptr : found;
}

/// The content decides where it is unmistakable, else the name, else it is plain text.
const Format& format_of(std::string_view bytes, const std::string& name) {
    if (looks_like_epub(bytes)) {
        return electronic_book;
    }
    if (looks_like_html(bytes)) {
        return web_page;
    }
    const Format* const named = format_by_name(name);
    // Markdown may begin with an element, and text may hold tags that somebody left in it.
    constexpr std::size_t head = 4096;
    if (named == nullptr && begins_with_element(bytes.substr(0, head))) {
        return web_page;
    }
    return named == nullptr ? plain_text : *named;
}

Outline read_as_text(TextReader reader, std::string_view bytes, const std::string& name,
                     const ReadOptions& options) {
    const bool markup = reader == read_html;
    DecodedText decoded =
        decode_text(bytes, name, options.encoding, markup ? declared_encoding(bytes) : std::string());
    if (options.repair) {
        repair_text(decoded.text, name, decoded.diagnostics);
    }
    const TextReader read = markup && options.captions ? read_html_with_captions : reader;
    Outline outline =
        read(decoded.text, name); // NOLINT(clang-analyzer-core.CallAndMessage): every row has a reader
    outline.diagnostics.insert(outline.diagnostics.begin(),
                               std::make_move_iterator(decoded.diagnostics.begin()),
                               std::make_move_iterator(decoded.diagnostics.end()));
    return outline;
}

/// "## ::" is none: a heading of signs alone names nothing.
void drop_empty_headings(std::vector<Block>& blocks) {
    std::erase_if(blocks, [](const Block& block) {
        return block.kind == Block::Kind::heading && heading_title(block.text).empty();
    });
}

/// Punctuation that closes a sentence belongs to it, also where a line was broken before it.
void attach_closing_punctuation(std::vector<Block>& blocks) {
    for (std::size_t i = 1; i < blocks.size(); ++i) {
        std::size_t before = i - 1;
        while (before > 0 && blocks[before].text.empty()) {
            --before;
        }
        if (blocks[i].kind == Block::Kind::heading || blocks[before].kind == Block::Kind::heading) {
            continue;
        }
        if (const std::size_t closing = closing_punctuation(blocks[i].text); closing > 0) {
            blocks[before].text += blocks[i].text.substr(0, closing);
            const auto rest = blocks[i].text.find_first_not_of(' ', closing);
            blocks[i].text.erase(0, rest);
            blocks[i].emphases.clear(); // they are counted from what was taken away
        }
    }
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
}

} // namespace

bool is_readable_kind(const std::filesystem::path& path) {
    return format_by_name(path) != nullptr;
}

Document make_document(Outline outline, const std::string& name, const ReadOptions& options) {
    drop_empty_headings(outline.blocks);
    attach_closing_punctuation(outline.blocks);
    strip_book_matter(outline);
    settle_language(outline, name);
    Document document;
    document.sections = plan_chapters(outline, options.chapters);
    if (document.sections.empty()) {
        throw Error(ErrorKind::input,
                    "the file holds nothing to speak: give a file that holds the biography's text",
                    {name, 0});
    }
    static_cast<Subject&>(document) = find_subject(outline, name, options.musician);
    static_cast<Metadata&>(document) = std::move(static_cast<Metadata&>(outline));
    for (std::string* line :
         {&document.musician, &document.title, &document.author, &document.description, &document.rights}) {
        *line = tidy_text(*line); // a field of a record may hold anything; players and playlists show lines
    }
    document.sources = {name};
    document.diagnostics = std::move(outline.diagnostics);
    return document;
}

Document read_document(const std::filesystem::path& path, const ReadOptions& options) {
    if (is_record_kind(path)) {
        throw Error(ErrorKind::input,
                    "this is a table of many biographies, not one: it is read record by record",
                    {path.string(), 0});
    }
    return read_document(read_file(path), path.string(), options);
}

Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    const Format& format = format_of(bytes, name);
    return make_document(format.read_bytes != nullptr ? format.read_bytes(bytes, name, options)
                                                      : read_as_text(format.read_text, bytes, name, options),
                         name, options);
}

std::string read_body_line(std::string_view bytes) {
    if (trimmed(bytes).empty()) {
        return {};
    }
    const std::string text = without_inline_markup(mend_mojibake(decode_text(bytes, "line").text).text);
    return tidy_text(with_opening_quotes(without_rules(text)), Controls::keep);
}

} // namespace recital
