// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"

#include "base/file.h"
#include "base/unicode.h"
#include "document/book_matter.h"
#include "document/chapters.h"
#include "document/encoding.h"
#include "document/html.h"
#include "document/markdown.h"
#include "document/mojibake.h"
#include "document/plain_text.h"
#include "document/subject.h"
#include "document/tidy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

using Reader = Outline (*)(std::string_view text, const std::string& name);

/// One row a format: the ends of its files' names, and its reader.
struct Format {
    std::string_view extension;
    Reader read;
};

constexpr std::array formats = {Format{".html", read_html},        Format{".htm", read_html},
                                Format{".xhtml", read_html},       Format{".txt", read_plain_text},
                                Format{".text", read_plain_text},  Format{".md", read_markdown},
                                Format{".markdown", read_markdown}};

const Format* format_of(const std::filesystem::path& path) {
    const std::string extension = fold_case(path.extension().string());
    const auto* const found =
        std::find_if(formats.begin(), formats.end(),
                     [&extension](const Format& format) { return format.extension == extension; });
    return found == formats.end() ? nullptr : found;
}

/// Tells of all mends in one sentence, with the first of them as an example.
Diagnostic told(const MendedText& mended, std::string_view damaged, const std::string& name) {
    const Mend& first = mended.mends.front();
    const auto line =
        1 + std::count(damaged.begin(), damaged.begin() + static_cast<std::ptrdiff_t>(first.position), '\n');
    return {fmt::format(R"(text that had been decoded wrongly was repaired in {} {}, first "{}" to "{}")",
                        mended.mends.size(), mended.mends.size() == 1 ? "place" : "places", first.before,
                        first.after),
            {name, static_cast<std::size_t>(line)}};
}

} // namespace

bool is_readable_kind(const std::filesystem::path& path) {
    return format_of(path) != nullptr;
}

Document read_document(const std::filesystem::path& path) {
    return read_document(read_file(path), path.string());
}

Document read_document(std::string_view bytes, const std::string& name) {
    const Format* format = format_of(name);
    if (format == nullptr || looks_like_html(bytes)) {
        static constexpr Format web_page{".html", read_html};
        static constexpr Format text{".txt", read_plain_text};
        format = looks_like_html(bytes) ? &web_page : &text;
    }
    const std::string declared = format->read == read_html ? declared_encoding(bytes) : std::string();
    DecodedText decoded = decode_text(bytes, name, {}, declared);
    Document document;
    document.diagnostics = std::move(decoded.diagnostics);
    if (MendedText mended = mend_mojibake(decoded.text); !mended.mends.empty()) {
        document.diagnostics.push_back(told(mended, decoded.text, name));
        decoded.text = std::move(mended.text);
    }
    Outline outline = format->read(decoded.text, name);
    strip_book_matter(outline);
    document.sections = plan_chapters(outline);
    if (document.sections.empty()) {
        throw Error(ErrorKind::input,
                    "the file holds nothing to speak: give a file that holds the biography's text",
                    {name, 0});
    }
    document.musician = find_musician(outline, name);
    document.id = std::move(outline.id);
    document.title = std::move(outline.title);
    document.author = std::move(outline.author);
    document.date = std::move(outline.date);
    document.language = outline.language.empty() ? "en" : std::move(outline.language);
    document.sources = {name};
    std::move(outline.diagnostics.begin(), outline.diagnostics.end(),
              std::back_inserter(document.diagnostics));
    return document;
}

std::string read_body_line(std::string_view bytes) {
    if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
        return {};
    }
    return tidy_text(mend_mojibake(decode_text(bytes, "line").text).text, Controls::keep);
}

} // namespace recital
