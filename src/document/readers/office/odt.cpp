// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/odt.h"

#include "base/error.h"
#include "base/strings.h"
#include "document/readers/archive/zip_archive.h"
#include "document/readers/office/block_builder.h"
#include "document/readers/office/odt_lists.h"
#include "document/readers/office/odt_styles.h"
#include "document/readers/office/office_package.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

namespace recital {

namespace {

constexpr std::string_view text_type = "application/vnd.oasis.opendocument.text";
/// Of a document that holds others.
constexpr std::string_view master_type = "application/vnd.oasis.opendocument.text-master";
constexpr std::size_t max_spaces = 1000; ///< of one element

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What is not read, with all that it holds: notes, comments, deleted text, indexes, and what is no text.
bool is_unread(std::string_view name) {
    constexpr std::array<std::string_view, 22> names = {"note",
                                                        "annotation",
                                                        "annotation-end",
                                                        "tracked-changes",
                                                        "forms",
                                                        "variable-decls",
                                                        "sequence-decls",
                                                        "user-field-decls",
                                                        "dde-connection-decls",
                                                        "alphabetical-index-auto-mark-file",
                                                        "table-of-content",
                                                        "illustration-index",
                                                        "table-index",
                                                        "object-index",
                                                        "user-index",
                                                        "alphabetical-index",
                                                        "bibliography",
                                                        "ruby-text",
                                                        "hidden-text",
                                                        "placeholder",
                                                        "object",
                                                        "event-listeners"};
    return is_one_of(name, names);
}

bool is_drawing(std::string_view name) {
    constexpr std::array<std::string_view, 9> names = {
        "frame", "g", "custom-shape", "rect", "line", "ellipse", "polygon", "path", "connector"};
    return is_one_of(name, names);
}

bool is_hidden(const XmlElement& element) {
    return element.name() == "section" && element.attribute("display") == "none";
}

/// Walks the text of the document.
class TextReader {
public:
    TextReader(const OdtStyles& styles, OdtLists& lists, const ReadOptions& options, const std::string& name)
        : styles_(styles), lists_(lists), options_(options), blocks_(name) {}

    void read_blocks(const XmlElement& parent);
    [[nodiscard]] Outline finish() { return blocks_.finish(); }

private:
    /// A list that is open.
    struct OpenList {
        std::string style;
        std::size_t level = 0;    ///< from 0
        bool is_numbered = false; ///< whether the next paragraph begins a numbered item
    };

    void read_block(const XmlElement& element);
    void read_list(const XmlElement& list);
    void read_item(const XmlElement& item);
    void read_paragraph(const XmlElement& paragraph);
    void read_inlines(const XmlElement& parent, const TextFormat& format);
    void read_inline(const XmlElement& element, const TextFormat& format);
    void add_text(std::string_view text, const TextFormat& format);
    void read_drawing(const XmlElement& drawing);
    [[nodiscard]] ParagraphForm form_of(const XmlElement& paragraph, const OdtStyle& style);
    [[nodiscard]] std::string label_of(const XmlElement& paragraph, int heading);

    const OdtStyles& styles_;
    OdtLists& lists_;
    const ReadOptions& options_;
    BlockBuilder blocks_;
    std::vector<OpenList> open_lists_;
    std::vector<XmlElement> drawings_; ///< of the paragraph, to be read after it
    bool has_text_ = false;
};

void TextReader::read_blocks(const XmlElement& parent) {
    for (const XmlElement& element : parent.children()) {
        read_block(element);
    }
}

void TextReader::read_block(const XmlElement& element) {
    const std::string_view name = element.name();
    if (is_unread(name) || is_hidden(element)) {
        return;
    }
    if (name == "p" || name == "h") {
        read_paragraph(element);
    } else if (name == "list") {
        read_list(element);
    } else if (name == "table") {
        blocks_.begin_table();
        read_blocks(element);
        blocks_.end_table();
    } else if (is_drawing(name)) {
        read_drawing(element);
    } else {
        read_blocks(element);
    }
}

void TextReader::read_list(const XmlElement& list) {
    const bool is_outer = open_lists_.empty();
    OpenList open;
    open.style = list.attribute("style-name");
    open.level = open_lists_.size();
    if (open.style.empty() && !is_outer) {
        open.style = open_lists_.back().style;
    }
    if (is_outer) {
        lists_.begin(open.style, list.attribute("continue-numbering") == "true" ||
                                     !list.attribute("continue-list").empty());
    }
    open_lists_.push_back(open);
    for (const XmlElement& item : list.children()) {
        read_item(item);
    }
    open_lists_.pop_back();
}

void TextReader::read_item(const XmlElement& item) {
    OpenList& list = open_lists_.back();
    list.is_numbered = item.name() == "list-item";
    if (const std::string start = item.attribute("start-value"); is_digits(start) && start.size() < 6) {
        lists_.set_next(list.style, list.level, std::atoi(start.c_str()));
    }
    read_blocks(item);
    open_lists_.back().is_numbered = false;
}

void TextReader::read_paragraph(const XmlElement& paragraph) {
    const OdtStyle& style = styles_.style("paragraph", paragraph.attribute("style-name"));
    blocks_.begin_paragraph();
    TextFormat format; // a style in bold type does not emphasise
    format.is_hidden = style.text.is_hidden;
    read_inlines(paragraph, format);
    blocks_.end_paragraph(form_of(paragraph, style));
    has_text_ = false;
    const std::vector<XmlElement> drawings = std::exchange(drawings_, {});
    for (const XmlElement& drawing : drawings) {
        read_drawing(drawing);
    }
}

ParagraphForm TextReader::form_of(const XmlElement& paragraph, const OdtStyle& style) {
    using Kind = StyleMeaning::Kind;
    ParagraphForm form;
    form.is_title = style.meaning.kind == Kind::title;
    if (paragraph.name() == "h") {
        const std::string level = paragraph.attribute("outline-level");
        form.heading = is_digits(level) && level.size() < 3 ? std::max(1, std::atoi(level.c_str())) : 1;
    } else if (style.meaning.kind == Kind::heading) {
        form.heading = style.outline_level.value_or(style.meaning.level);
    } else {
        form.heading = style.outline_level.value_or(0);
    }
    form.is_unread =
        style.meaning.kind == Kind::contents || (style.meaning.kind == Kind::caption && !options_.captions);
    form.is_item = !open_lists_.empty() || style.meaning.kind == Kind::subtitle;
    form.label = has_text_ ? label_of(paragraph, form.heading) : std::string();
    return form;
}

std::string TextReader::label_of(const XmlElement& paragraph, int heading) {
    if (!open_lists_.empty()) {
        OpenList& list = open_lists_.back();
        return std::exchange(list.is_numbered, false) ? lists_.next_label(list.style, list.level)
                                                      : std::string();
    }
    const bool is_numbered = heading > 0 && paragraph.attribute("is-list-header") != "true";
    return is_numbered ? lists_.next_label(OdtLists::outline, static_cast<std::size_t>(heading - 1))
                       : std::string();
}

void TextReader::read_inlines(const XmlElement& parent, const TextFormat& format) {
    parent.visit([&](const XmlElement& element) { read_inline(element, format); },
                 [&](std::string_view text) { add_text(text, format); });
}

void TextReader::read_inline(const XmlElement& element, const TextFormat& format) {
    const std::string_view name = element.name();
    if (is_unread(name)) {
        return;
    }
    if (name == "s") {
        const std::string count = element.attribute("c");
        const bool is_valid = is_digits(count) && count.size() < 4;
        const auto spaces = static_cast<std::size_t>(is_valid ? std::atoi(count.c_str()) : 1);
        add_text(std::string(std::min(spaces, max_spaces), ' '), format);
    } else if (name == "tab") {
        add_text(" ", format);
    } else if (name == "line-break") {
        blocks_.add_line_break();
    } else if (name == "span") {
        TextFormat inner = format;
        inner.override_with(styles_.style("text", element.attribute("style-name")).text);
        read_inlines(element, inner);
    } else if (is_drawing(name)) {
        drawings_.push_back(element);
    } else {
        read_inlines(element, format);
    }
}

void TextReader::add_text(std::string_view text, const TextFormat& format) {
    if (format.is_hidden.value_or(false)) {
        return;
    }
    blocks_.add_text(text, format.look());
    has_text_ = has_text_ || !trimmed(text).empty();
}

/// The paragraphs in a text box or shape. Its title and description are not part of the text.
void TextReader::read_drawing(const XmlElement& drawing) {
    const std::vector<OpenList> lists = std::exchange(open_lists_, {});
    for (const XmlElement& element : drawing.children()) {
        const std::string_view name = element.name();
        if (name != "title" && name != "desc") {
            read_block(element);
        }
    }
    open_lists_ = lists;
}

void add_styles(const XmlElement& root, OdtStyles& styles, OdtLists& lists) {
    for (const XmlElement& element : root.children()) {
        if (element.name() == "styles" || element.name() == "automatic-styles") {
            styles.add(element);
            lists.add(element);
        }
    }
}

/// Reads the text of the document `content`; its styles may also be in a part of their own.
Outline read_text(const XmlDocument& content, const OfficeFiles& files, const std::string& name,
                  const ReadOptions& options) {
    OdtStyles styles;
    OdtLists lists;
    if (const auto part = files.find("styles.xml"); part != files.end()) {
        const XmlDocument document(part->second, name, part->first);
        add_styles(document.root(), styles, lists);
    }
    add_styles(content.root(), styles, lists);
    TextReader reader(styles, lists, options, name);
    for (const XmlElement& body : content.root().children()) {
        for (const XmlElement& text : body.children()) {
            if (body.name() == "body" && text.name() == "text") {
                reader.read_blocks(text);
            }
        }
    }
    return reader.finish();
}

bool is_archive(std::string_view bytes) {
    return looks_like_zip(bytes);
}

void check_password(const OfficeFiles& files, const std::string& name) {
    const auto manifest = files.find("META-INF/manifest.xml");
    if (manifest != files.end() && manifest->second.find("encryption-data") != std::string::npos) {
        throw Error(
            ErrorKind::input,
            "the document is protected with a password: open it in LibreOffice and save it without one",
            {name, 0});
    }
}

OfficeFiles parts_of(std::string_view bytes, const std::string& name, std::size_t max_bytes) {
    if (!is_archive(bytes)) {
        return {{"content.xml", std::string(bytes)}};
    }
    constexpr std::array<std::string_view, 4> parts = {"content.xml", "styles.xml", "meta.xml",
                                                       "META-INF/manifest.xml"};
    return extract_zip(
        bytes, name, [&parts](std::string_view path) { return is_one_of(path, parts); }, max_bytes);
}

} // namespace

Outline read_odt(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    const OfficeFiles files = parts_of(bytes, name, options.text_limit(max_office_bytes));
    check_password(files, name);
    std::vector<Diagnostic> diagnostics;
    const XmlDocument content = parse_text_part(files, "content.xml", name, options, diagnostics);
    Outline outline = read_text(content, files, name, options);
    outline.diagnostics.insert(outline.diagnostics.begin(), std::make_move_iterator(diagnostics.begin()),
                               std::make_move_iterator(diagnostics.end()));
    if (const auto meta = files.find("meta.xml"); meta != files.end()) {
        take_office_metadata(meta->second, meta->first, name, outline);
    } else {
        for (const XmlElement& properties : content.root().first("meta")) {
            take_office_metadata(properties, outline);
        }
    }
    return outline;
}

bool looks_like_odt(std::string_view bytes) {
    if (is_archive(bytes)) {
        const std::string type = declared_media_type(bytes);
        return type.starts_with(text_type) && !type.starts_with(master_type);
    }
    constexpr std::size_t head = 2048;
    const std::string_view begin = bytes.substr(0, head);
    return begin.find("office:document") != std::string_view::npos &&
           begin.find(text_type) != std::string_view::npos;
}

} // namespace recital
