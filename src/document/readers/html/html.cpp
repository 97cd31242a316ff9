// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/html.h"

#include "base/unicode.h"
#include "document/furniture/prose.h"
#include "document/readers/html/limits.h"
#include "document/readers/html/reader.h"
#include "document/readers/html/repaired_markup.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <memory>

namespace recital {

namespace {

struct FreeContext {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

/// What the parser's callbacks are given.
struct Session {
    HtmlReader reader;
    htmlParserCtxt* context = nullptr;
    std::size_t depth = 0;     ///< of the element that is open
    std::size_t deep_line = 0; ///< where elements first lay too deep inside each other; 0: nowhere
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    auto* const session = static_cast<Session*>(user);
    const auto line = static_cast<std::size_t>(std::max(xmlSAX2GetLineNumber(session->context), 1));
    if (++session->depth > max_open_elements) {
        session->deep_line = session->deep_line == 0 ? line : session->deep_line;
        xmlStopParser(session->context);
        return;
    }
    session->reader.start(view_of_xml(name), Attributes(attributes), line);
}

void on_end(void* user, const xmlChar* name) {
    auto* const session = static_cast<Session*>(user);
    --session->depth;
    session->reader.end(view_of_xml(name));
}

void on_characters(void* user, const xmlChar* text, int length) {
    static_cast<Session*>(user)->reader.characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

Outline parse(std::string_view page, const std::string& name, HtmlScope scope) {
    check_html_limits(page, name);
    const std::string text = repaired_markup(page);
    xmlSAXHandler handler = {};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_characters;
    handler.ignorableWhitespace = on_characters;
    handler.cdataBlock = [](void*, const xmlChar*, int) {}; // scripts and styles
    Session session{HtmlReader(text, name, scope)};
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(
        htmlCreatePushParserCtxt(&handler, &session, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!context) {
        throw Error(ErrorKind::internal, "the HTML parser cannot be started", {name, 0});
    }
    session.context = context.get();
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    constexpr std::size_t chunk = std::size_t{1} << 16;
    for (std::size_t at = 0; at < text.size() && session.deep_line == 0; at += chunk) {
        const std::string_view part = std::string_view(text).substr(at, chunk);
        htmlParseChunk(context.get(), part.data(), static_cast<int>(part.size()), 0);
    }
    htmlParseChunk(context.get(), nullptr, 0, 1);
    if (session.deep_line != 0) {
        throw Error(
            ErrorKind::input,
            fmt::format("more than {} elements are open inside each other: close them, for example with "
                        "HTML Tidy",
                        max_open_elements),
            {name, session.deep_line});
    }
    return session.reader.finish();
}

/// A page whose text is in elements that surround the text of other pages is read with all of them.
Outline read(std::string_view page, const std::string& name, bool captions) {
    Outline outline = parse(page, name, {captions, false});
    if (holds_sentence(outline.blocks)) {
        return outline;
    }
    Outline all = parse(page, name, {captions, true});
    if (!holds_prose(all.blocks)) {
        return outline;
    }
    all.diagnostics.push_back(
        {fmt::format("{} are read, because nothing else of the page is text", kinds_left_out(outline)),
         {name, 0}});
    return all;
}

} // namespace

Outline read_html(std::string_view text, const std::string& name) {
    return read(text, name, false);
}

Outline read_html_with_captions(std::string_view text, const std::string& name) {
    return read(text, name, true);
}

Outline read_html_part(std::string_view markup, const std::string& name, std::size_t line, HtmlScope scope) {
    scope.is_part = true;
    const std::size_t before = line - 1;
    try {
        Outline outline = parse(markup, name, scope);
        for (Block& block : outline.blocks) {
            block.line += before;
        }
        for (Omission& omission : outline.omissions) {
            omission.line += before;
        }
        for (Diagnostic& diagnostic : outline.diagnostics) {
            diagnostic.place.line += before;
        }
        return outline;
    } catch (const Error& error) {
        throw Error(error.kind(), error.what(), {name, error.place().line + before});
    }
}

std::string kinds_left_out(const Outline& outline) {
    constexpr std::size_t max_kinds = 3;
    std::vector<std::string> kinds;
    for (const Omission& omission : outline.omissions) {
        const bool is_new = std::find(kinds.begin(), kinds.end(), omission.kind) == kinds.end();
        if (is_new && kinds.size() < max_kinds) {
            kinds.push_back(omission.kind);
        }
    }
    if (kinds.empty() && !outline.diagnostics.empty()) {
        return "tables";
    }
    return kinds.empty() ? "hidden elements" : fmt::format("{}", fmt::join(kinds, ", "));
}

std::string declared_encoding(std::string_view bytes) {
    const std::string head = fold_case(bytes.substr(0, 4096));
    for (const std::string_view key : {"charset=", "encoding="}) {
        auto at = head.find(key);
        if (at == std::string::npos) {
            continue;
        }
        at += key.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'')) {
            ++at;
        }
        const auto end = head.find_first_of("\"'; />?", at);
        return head.substr(at, end == std::string::npos ? end : end - at);
    }
    return {};
}

bool looks_like_html(std::string_view bytes) {
    const std::string head = fold_case(bytes.substr(0, 2048));
    return head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos ||
           (head.find("<body") != std::string::npos) || (head.starts_with("<p>") || head.starts_with("<h1"));
}

} // namespace recital
