// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"

#include "base/file.h"
#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/assembly/make_document.h"
#include "document/encoding/encoding.h"
#include "document/furniture/scraped_style.h"
#include "document/inline/arrows.h"
#include "document/inline/markup.h"
#include "document/inline/normalise.h"
#include "document/inline/signs.h"
#include "document/inline/wiki_markup.h"
#include "document/language/detection.h"
#include "document/mojibake/mojibake.h"
#include "document/mojibake/repair.h"
#include "document/readers/archive/zip_archive.h"
#include "document/readers/epub/epub.h"
#include "document/readers/foreign/foreign_kind.h"
#include "document/readers/html/html.h"
#include "document/readers/markdown/markdown.h"
#include "document/readers/office/docx.h"
#include "document/readers/office/odt.h"
#include "document/readers/plain_text/plain_text.h"
#include "document/readers/records/records.h"
#include "document/structure/heading_text.h"
#include "document/subject/boilerplate.h"
#include "document/subject/subject.h"

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
constexpr Format word_document{".docx", nullptr, read_docx};
constexpr Format open_document{".odt", nullptr, read_odt};
constexpr Format plain_text{".txt", read_plain_text, nullptr};
constexpr Format web_page{".html", read_html, nullptr};

constexpr std::array formats = {
    electronic_book,
    word_document,
    Format{".docm", nullptr, read_docx},
    Format{".dotx", nullptr, read_docx},
    open_document,
    Format{".ott", nullptr, read_odt},
    Format{".fodt", nullptr, read_odt},
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

/// Null if the first bytes are not those of a format that they identify.
const Format* format_by_content(std::string_view bytes) {
    if (looks_like_odt(bytes)) {
        return &open_document;
    }
    if (!looks_like_zip(bytes)) {
        return nullptr;
    }
    return is_docx(zip_entry_names(bytes)) ? &word_document
           : looks_like_epub(bytes)        ? &electronic_book
                                           : nullptr;
}

/// The content decides if it is unmistakable, otherwise the name, otherwise it is plain text.
const Format& format_of(std::string_view bytes, const std::string& name) {
    if (const Format* const archive = format_by_content(bytes)) {
        return *archive;
    }
    if (looks_like_html(bytes)) {
        return web_page;
    }
    const Format* const named = format_by_name(name);
    if (named != nullptr && named->read_bytes != nullptr && !looks_like_zip(bytes)) {
        return plain_text; // whatever it calls itself
    }
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
    const TextReader read = options.captions && markup                    ? read_html_with_captions
                            : options.captions && reader == read_markdown ? read_markdown_with_captions
                                                                          : reader;
    Outline outline =
        read(decoded.text, name); // NOLINT(clang-analyzer-core.CallAndMessage): every row has a reader
    outline.diagnostics.insert(outline.diagnostics.begin(),
                               std::make_move_iterator(decoded.diagnostics.begin()),
                               std::make_move_iterator(decoded.diagnostics.end()));
    return outline;
}

/// Nothing of the text is a format, a heading or what surrounds texts.
Document read_typed_text(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    Document document;
    Section section;
    std::vector<Block> blocks;
    const std::string text = decode_text(bytes, name, options.encoding).text;
    std::size_t number = 0;
    for (std::string_view rest = text; !rest.empty();) {
        ++number;
        if (const std::string line = read_body_line(cut_front(rest, '\n')); has_letter_or_digit(line)) {
            blocks.push_back({Block::Kind::paragraph, 0, line, number});
            Paragraph paragraph;
            paragraph.text = line;
            paragraph.line = number;
            section.paragraphs.push_back(std::move(paragraph));
        }
    }
    if (blocks.empty()) {
        throw Error(ErrorKind::input, "there is nothing to say in this text: it has no letter and no digit",
                    {name, 0});
    }
    document.language = options.language.empty() ? detect_language(blocks) : options.language;
    document.musician = options.musician;
    document.sources = {name};
    section.title = options.musician;
    section.line = section.paragraphs.front().line;
    document.sections.push_back(std::move(section));
    return document;
}

} // namespace

bool is_readable_kind(const std::filesystem::path& path) {
    return format_by_name(path) != nullptr;
}

bool is_readable_content(std::string_view bytes) {
    return format_by_content(bytes) != nullptr || looks_like_html(bytes);
}

void throw_needs_id(const std::string& name, const std::vector<std::string>& columns) {
    const std::string choice =
        columns.empty() ? "choose one with --id"
                        : fmt::format("none of its columns ({}) is known to hold ids, so say which one does "
                                      "with --fields, such as --fields id={}, and choose one with --id",
                                      fmt::join(columns, ", "), columns.front());
    throw Error(ErrorKind::input,
                fmt::format("this is a table of many biographies, not a single one: {}, or render all with "
                            "`recital render`",
                            choice),
                {name, 0});
}

Document read_document(const std::filesystem::path& path, const ReadOptions& options) {
    if (is_record_kind(path)) {
        throw_needs_id(path.string());
    }
    return read_document(read_file(path), path.string(), options);
}

Document read_document(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    if (options.as_typed) {
        return read_typed_text(bytes, name, options);
    }
    if (const auto kind = foreign_kind(bytes, name)) {
        throw Error(ErrorKind::input, kind->to_string(), {name, 0});
    }
    const Format& format = format_of(bytes, name);
    return make_document(format.read_bytes != nullptr ? format.read_bytes(bytes, name, options)
                                                      : read_as_text(format.read_text, bytes, name, options),
                         name, options);
}

std::string read_body_line(std::string_view bytes, std::vector<RemovedMark>* removed) {
    if (trimmed(bytes).empty()) {
        return {};
    }
    std::vector<Omission> omissions; // a line has no place for warnings
    const std::string text =
        without_wiki_markup(repair_mojibake(decode_text(bytes, "line").text).text, omissions);
    const std::string plain = without_inline_markup(text);
    const std::string line =
        without_scraped_style(normalise_text(with_opening_quotes(without_rules(plain)), Controls::keep));
    return without_reference_marks(with_pauses_for_arrows(line), removed);
}

} // namespace recital
