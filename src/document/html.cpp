// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/html.h"

#include "base/unicode.h"
#include "document/html_elements.h"
#include "document/plain_text.h"
#include "document/tidy.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace recital {

namespace {

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// The attributes of an element, as pairs of name and value.
class Attributes {
public:
    explicit Attributes(const xmlChar** pairs) : pairs_(pairs) {}

    [[nodiscard]] std::string_view get(std::string_view name) const {
        for (const xmlChar** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
            if (view_of(pair[0]) == name) {
                return view_of(pair[1]);
            }
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view name) const {
        for (const xmlChar** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
            if (view_of(pair[0]) == name) {
                return true;
            }
        }
        return false;
    }

private:
    const xmlChar** pairs_;
};

/// "3", "[12]", "†", "iv)": what a note is called.
bool is_note_mark(std::string_view text) {
    const std::string tidy = tidy_text(text);
    std::string_view mark = tidy;
    while (!mark.empty() && std::string_view("[]() .").find(mark.front()) != std::string_view::npos) {
        mark.remove_prefix(1);
    }
    while (!mark.empty() && std::string_view("[]() .").find(mark.back()) != std::string_view::npos) {
        mark.remove_suffix(1);
    }
    const bool number =
        !mark.empty() && mark.size() <= 4 && mark.find_first_not_of("0123456789") == std::string_view::npos;
    const bool letter = mark.size() == 1 && tidy.size() > 1 && mark[0] >= 'a' && mark[0] <= 'z';
    return number || letter || mark == "*" || mark == "\u2020" || mark == "\u2021" || mark == "\u2191" ||
           mark == "^";
}

/// Turns the events of the parser into blocks.
class HtmlReader {
public:
    HtmlReader(const std::string& name, bool captions) : name_(name), captions_(captions) {}

    void start(std::string_view element, const Attributes& attributes, std::size_t line) {
        line_ = line;
        ++depth_;
        if (unread_depth_ != 0) {
            return;
        }
        take_head(element, attributes);
        const std::string_view id =
            attributes.has("id") || element != "a" ? attributes.get("id") : attributes.get("name");
        const ElementKind kind = element_kind(element);
        const ElementMarks marks{attributes.get("class"),
                                 attributes.has("role") ? attributes.get("role")
                                                        : attributes.get("epub:type"),
                                 attributes.get("style"), attributes.has("hidden")};
        if (kind == ElementKind::unread || is_marked_unread(marks) ||
            (kind == ElementKind::figure && !captions_)) {
            unread_depth_ = depth_;
            return;
        }
        open(element, kind, attributes);
        if (!id.empty()) {
            outline_.anchors.push_back({std::string(id), outline_.blocks.size()});
        }
    }

    void end(std::string_view element) {
        if (unread_depth_ != 0) {
            unread_depth_ = unread_depth_ == depth_ ? 0 : unread_depth_;
            --depth_;
            return;
        }
        --depth_;
        close(element, element_kind(element));
    }

    void characters(std::string_view text) {
        if (in_title_) {
            outline_.title += text;
            return;
        }
        if (unread_depth_ != 0 || in_head_) {
            return;
        }
        if (text_.empty()) {
            text_line_ = line_;
        }
        const std::size_t start = text_.size();
        text_ += text;
        if (!in_preformatted_) {
            std::replace(text_.begin() + static_cast<std::ptrdiff_t>(start), text_.end(), '\n', ' ');
        }
    }

    Outline finish() {
        flush();
        outline_.title = tidy_text(outline_.title);
        return std::move(outline_);
    }

private:
    void take_head(std::string_view element, const Attributes& attributes) {
        in_head_ = in_head_ || element == "head";
        in_title_ = in_title_ || (element == "title" && in_head_);
        if (element == "html") {
            const std::string_view language = attributes.get("lang");
            outline_.language = language.empty() ? attributes.get("xml:lang") : language;
        }
        if (element == "body") {
            in_head_ = false;
        }
        if (element == "meta") {
            take_meta(fold_case(attributes.get("name")), attributes.get("content"));
        }
    }

    void take_meta(const std::string& key, std::string_view value) {
        std::string* field = key == "author" || key == "dc.creator" || key == "dcterms.creator"
                                 ? &outline_.author
                             : key == "description" || key == "dc.description" ? &outline_.description
                             : key == "date" || key == "dc.date" || key == "dcterms.date" ? &outline_.date
                             : key == "dc.title"                                          ? &outline_.title
                             : key == "dc.rights" || key == "dcterms.rights"              ? &outline_.rights
                                                                                          : nullptr;
        if (field != nullptr && field->empty()) {
            *field = tidy_text(value);
        }
    }

    void open(std::string_view element, ElementKind kind, const Attributes& attributes) {
        switch (kind) {
        case ElementKind::heading:
            flush();
            heading_ = element[1] - '0';
            break;
        case ElementKind::item:
            flush();
            kind_ = Block::Kind::line;
            break;
        case ElementKind::table:
            flush();
            tables_.push_back(outline_.blocks.size());
            break;
        case ElementKind::preformatted:
            flush();
            in_preformatted_ = true;
            break;
        case ElementKind::line_break:
            text_ += '\n';
            break;
        case ElementKind::block:
        case ElementKind::figure:
            if (heading_ == 0) {
                flush();
            }
            break;
        default:
            open_inline(element, attributes);
        }
    }

    void open_inline(std::string_view element, const Attributes& attributes) {
        if (element == "a" || element == "sup") {
            const bool refers = element == "sup" || attributes.get("href").starts_with('#') ||
                                attributes.get("href").find(".xhtml#") != std::string_view::npos ||
                                attributes.get("href").find(".html#") != std::string_view::npos;
            marks_.push_back({std::string(element), text_.size(), refers});
        } else if (element == "q") {
            text_ += "\u201C";
        } else if (element == "img" && captions_ && !attributes.get("alt").empty()) {
            flush();
            text_ = attributes.get("alt");
            flush();
        }
    }

    void close(std::string_view element, ElementKind kind) {
        switch (kind) {
        case ElementKind::heading:
            flush();
            heading_ = 0;
            break;
        case ElementKind::item:
            flush();
            kind_ = Block::Kind::paragraph;
            break;
        case ElementKind::table:
            flush();
            close_table();
            break;
        case ElementKind::preformatted:
            flush_preformatted();
            break;
        case ElementKind::block:
        case ElementKind::figure:
            if (heading_ == 0) {
                flush();
            }
            break;
        default:
            close_inline(element);
        }
        in_head_ = in_head_ && element != "head";
        in_title_ = in_title_ && element != "title";
    }

    void close_inline(std::string_view element) {
        if (element == "q") {
            text_ += "\u201D";
        }
        if (marks_.empty() || marks_.back().element != element) {
            return;
        }
        const Mark mark = marks_.back();
        marks_.pop_back();
        if (mark.start > text_.size() || !mark.refers ||
            !is_note_mark(std::string_view(text_).substr(mark.start))) {
            return;
        }
        // "see p. 62" refers to a page, and is read; the mark of a note touches its word or stands in
        // brackets.
        const bool in_brackets = text_.find('[', mark.start) != std::string::npos;
        if (tidy_text(text_.substr(0, mark.start) + "|").ends_with(" |") && element != "sup" &&
            !in_brackets) {
            return;
        }
        // A block that begins with the mark of a note is the note.
        const bool begins_block = tidy_text(std::string_view(text_).substr(0, mark.start)).empty();
        is_note_ =
            is_note_ || (begins_block && element == "a" && heading_ == 0 && kind_ == Block::Kind::paragraph);
        text_.resize(mark.start);
    }

    /// A table that lays out a page holds running text; any other is not read.
    void close_table() {
        constexpr std::size_t prose = 200;
        if (tables_.empty()) {
            return;
        }
        const auto from = outline_.blocks.begin() + static_cast<std::ptrdiff_t>(tables_.back());
        tables_.pop_back();
        const auto long_blocks = std::count_if(from, outline_.blocks.end(),
                                               [](const Block& block) { return block.text.size() > prose; });
        const auto count = std::distance(from, outline_.blocks.end());
        if (count > 0 && long_blocks * 3 < count) {
            outline_.diagnostics.push_back({"a table is not read aloud", {name_, from->line}});
            outline_.blocks.erase(from, outline_.blocks.end());
        }
    }

    void flush_preformatted() {
        in_preformatted_ = false;
        Outline inner = read_plain_text(text_, name_);
        for (Block& block : inner.blocks) {
            block.line += text_line_ - 1;
            outline_.blocks.push_back(std::move(block));
        }
        text_.clear();
        marks_.clear();
    }

    void flush() {
        if (!is_note_) {
            add_text();
        }
        text_.clear();
        marks_.clear();
        is_note_ = false;
    }

    void add_text() {
        if (text_.find_first_not_of(" \t\r\n\f") == std::string::npos) {
            return;
        }
        std::vector<std::string> lines;
        for (std::string_view rest = text_; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (std::string tidy = without_marks(tidy_text(line)); !tidy.empty()) {
                lines.push_back(std::move(tidy));
            }
        }
        if (heading_ != 0) {
            add_joined(lines, "\n", {Block::Kind::heading, heading_, {}, text_line_});
        } else if (are_verse(lines)) {
            for (std::string& line : lines) {
                outline_.blocks.push_back({Block::Kind::line, 0, std::move(line), text_line_});
            }
        } else {
            add_joined(lines, " ", {kind_, 0, {}, text_line_});
        }
    }

    void add_joined(const std::vector<std::string>& lines, std::string_view between, Block block) {
        for (const std::string& line : lines) {
            block.text += block.text.empty() ? "" : between;
            block.text += line;
        }
        if (!block.text.empty()) {
            outline_.blocks.push_back(std::move(block));
        }
    }

    /// Line breaks between short lines mean them; between long ones they stand for paragraphs' gaps.
    static bool are_verse(const std::vector<std::string>& lines) { return lines.size() > 1; }

    struct Mark {
        std::string element;
        std::size_t start = 0;
        bool refers = false;
    };

    const std::string& name_;
    bool captions_;
    Outline outline_;
    std::string text_;
    std::size_t text_line_ = 0;
    std::size_t line_ = 0;
    int depth_ = 0;
    int unread_depth_ = 0; ///< of the element that is not read; 0 outside one
    int heading_ = 0;
    Block::Kind kind_ = Block::Kind::paragraph;
    bool in_head_ = false;
    bool in_title_ = false;
    bool in_preformatted_ = false;
    bool is_note_ = false;
    std::vector<Mark> marks_;
    std::vector<std::size_t> tables_;
};

struct FreeContext {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

/// What the parser's callbacks are given.
struct Session {
    HtmlReader reader;
    htmlParserCtxt* context = nullptr;
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    auto* const session = static_cast<Session*>(user);
    const int line = xmlSAX2GetLineNumber(session->context);
    session->reader.start(view_of(name), Attributes(attributes), static_cast<std::size_t>(std::max(line, 1)));
}

void on_end(void* user, const xmlChar* name) {
    static_cast<Session*>(user)->reader.end(view_of(name));
}

void on_characters(void* user, const xmlChar* text, int length) {
    static_cast<Session*>(user)->reader.characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

Outline read(std::string_view text, const std::string& name, bool captions) {
    xmlSAXHandler handler = {};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_characters;
    handler.ignorableWhitespace = on_characters;
    handler.cdataBlock = [](void*, const xmlChar*, int) {}; // scripts and styles
    Session session{HtmlReader(name, captions), nullptr};
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(
        htmlCreatePushParserCtxt(&handler, &session, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
    if (!context) {
        throw Error(ErrorKind::internal, "the HTML parser cannot be started", {name, 0});
    }
    session.context = context.get();
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    constexpr std::size_t chunk = std::size_t{1} << 16;
    for (std::size_t at = 0; at < text.size(); at += chunk) {
        const std::string_view part = text.substr(at, chunk);
        htmlParseChunk(context.get(), part.data(), static_cast<int>(part.size()), 0);
    }
    htmlParseChunk(context.get(), nullptr, 0, 1);
    return session.reader.finish();
}

} // namespace

Outline read_html(std::string_view text, const std::string& name) {
    return read(text, name, false);
}

Outline read_html_with_captions(std::string_view text, const std::string& name) {
    return read(text, name, true);
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
