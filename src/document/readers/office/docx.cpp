// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/docx.h"

#include "base/error.h"
#include "base/strings.h"
#include "document/inline/normalise.h"
#include "document/readers/archive/zip_archive.h"
#include "document/readers/office/block_builder.h"
#include "document/readers/office/docx_numbering.h"
#include "document/readers/office/docx_styles.h"
#include "document/readers/office/office_package.h"
#include "document/readers/office/symbol_font.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

namespace recital {

namespace {

/// The parts of the file that say how the text is formatted.
struct Formats {
    DocxStyles styles;
    DocxNumbering numbering;
};

/// Fields of Word (ECMA-376 Part 1, 17.16): an instruction, which is not text, and its result, which is.
class FieldStack {
public:
    /// `w:fldChar` of that type.
    void mark(const std::string& type) {
        if (type == "begin") {
            fields_.emplace_back();
        } else if (type == "separate" && !fields_.empty()) {
            fields_.back().is_result = true;
        } else if (type == "end" && !fields_.empty()) {
            fields_.pop_back();
        }
    }
    void add_instruction(std::string_view text) {
        if (!fields_.empty()) {
            fields_.back().instruction += text;
        }
    }
    /// Instructions end with their paragraph, even if the file does not say so.
    void end_paragraph() {
        for (Field& field : fields_) {
            field.is_result = true;
        }
    }
    [[nodiscard]] bool shows_text() const {
        return std::all_of(fields_.begin(), fields_.end(), [](const Field& field) {
            return field.is_result && !lists_contents(field.instruction);
        });
    }
    [[nodiscard]] bool is_empty() const { return fields_.empty(); }

    /// Whether the field of that instruction is a table of contents or an index.
    [[nodiscard]] static bool lists_contents(std::string_view instruction) {
        constexpr std::array<std::string_view, 3> names = {"TOC", "INDEX", "TOA"};
        const std::string_view words = trimmed(instruction);
        return std::find(names.begin(), names.end(), words.substr(0, words.find(' '))) != names.end();
    }

private:
    struct Field {
        std::string instruction;
        bool is_result = false;
    };
    std::vector<Field> fields_;
};

/// Walks the body of the document.
class BodyReader {
public:
    BodyReader(Formats& formats, const ReadOptions& options, const std::string& name, bool skips_contents)
        : formats_(formats), options_(options), blocks_(name), name_(name), skips_contents_(skips_contents) {}

    void read(const XmlElement& body) { read_blocks(body); }
    /// False if a field never ends, so that all text after it seems to belong to it.
    [[nodiscard]] bool are_fields_complete() const { return fields_.is_empty(); }
    [[nodiscard]] Outline finish() { return blocks_.finish(); }

private:
    void read_blocks(const XmlElement& parent);
    void read_block(const XmlElement& element);
    void read_table(const XmlElement& table);
    void read_rows(const XmlElement& parent);
    void read_paragraph(const XmlElement& paragraph);
    void read_inlines(const XmlElement& parent, const TextFormat& format);
    void read_inline(const XmlElement& element, const TextFormat& format);
    void read_run(const XmlElement& run, const TextFormat& paragraph_format);
    void read_run_content(const XmlElement& content, const TextLook& look);
    void add_text(std::string_view text, const TextLook& look);
    void find_text_boxes(const XmlElement& drawing);
    void read_text_boxes();
    [[nodiscard]] ParagraphForm form_of(const std::string& style_id, const DocxStyle& style,
                                        const DocxStyle& direct, bool has_text);

    Formats& formats_;
    const ReadOptions& options_;
    BlockBuilder blocks_;
    const std::string& name_;
    bool skips_contents_;
    FieldStack fields_;
    std::vector<XmlElement> text_boxes_; ///< of the paragraph, to be read after it
    bool has_text_ = false;
    bool has_warned_of_parts_ = false;
};

/// A control that lists contents, or that waits for text to be typed into it.
bool is_placeholder(const XmlElement& control, bool skips_contents) {
    const std::optional<XmlElement> properties = child_of(control, "sdtPr");
    if (!properties) {
        return false;
    }
    if (child_of(*properties, "showingPlcHdr")) {
        return true;
    }
    const std::optional<XmlElement> part = child_of(*properties, "docPartObj");
    const std::optional<XmlElement> gallery = part ? child_of(*part, "docPartGallery") : std::nullopt;
    return skips_contents && gallery && gallery->attribute("val") == "Table of Contents";
}

void BodyReader::read_blocks(const XmlElement& parent) {
    for (const XmlElement& element : parent.children()) {
        read_block(element);
    }
}

void BodyReader::read_block(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "p") {
        read_paragraph(element);
    } else if (name == "tbl") {
        read_table(element);
    } else if (name == "sdt") {
        const std::optional<XmlElement> content = child_of(element, "sdtContent");
        if (content && !is_placeholder(element, skips_contents_)) {
            read_blocks(*content);
        }
    } else if (name == "AlternateContent") {
        const std::vector<XmlElement> choices = element.children();
        if (!choices.empty()) {
            read_blocks(choices.front());
        }
    } else if (name == "customXml" || name == "ins" || name == "moveTo" || name == "txbxContent") {
        read_blocks(element);
    } else if ((name == "altChunk" || name == "subDoc") && !std::exchange(has_warned_of_parts_, true)) {
        blocks_.outline().diagnostics.push_back(
            {"a part of the text is in another document inside this one and is not read: open it in Word or "
             "LibreOffice and save it again",
             {name_, 0}});
    }
}

void BodyReader::read_table(const XmlElement& table) {
    blocks_.end_paragraph({});
    blocks_.begin_table();
    read_rows(table);
    blocks_.end_table();
}

/// Rows and cells, which may be in controls.
void BodyReader::read_rows(const XmlElement& parent) {
    for (const XmlElement& element : parent.children()) {
        const std::string_view name = element.name();
        if (name == "tc") {
            read_blocks(element);
            continue;
        }
        const std::optional<XmlElement> properties = child_of(element, "trPr");
        const bool is_deleted = properties && child_of(*properties, "del");
        const bool is_container = name == "tr" || name == "sdt" || name == "sdtContent" ||
                                  name == "customXml" || name == "ins" || name == "moveTo";
        if (is_container && !is_deleted) {
            read_rows(element);
        }
    }
}

void BodyReader::read_paragraph(const XmlElement& paragraph) {
    std::string style_id;
    DocxStyle direct;
    bool goes_on = false;
    if (const auto properties = child_of(paragraph, "pPr")) {
        direct = paragraph_format(*properties);
        if (const auto style = child_of(*properties, "pStyle")) {
            style_id = style->attribute("val");
        }
        goes_on = is_drop_cap(*properties) || is_end_deleted(*properties);
    }
    const DocxStyle& style = formats_.styles.style(style_id);
    blocks_.begin_paragraph();
    TextFormat format = style.run;
    format.is_bold = std::nullopt; // a style in bold type does not emphasise
    format.is_italic = std::nullopt;
    read_inlines(paragraph, format);
    fields_.end_paragraph();
    if (goes_on) {
        return;
    }
    const bool has_text = std::exchange(has_text_, false);
    blocks_.end_paragraph(form_of(style_id, style, direct, has_text));
    read_text_boxes();
}

ParagraphForm BodyReader::form_of(const std::string& style_id, const DocxStyle& style,
                                  const DocxStyle& direct, bool has_text) {
    using Kind = StyleMeaning::Kind;
    constexpr int body_level = 9;
    ParagraphForm form;
    const auto outline_level = direct.outline_level ? direct.outline_level : style.outline_level;
    form.is_title = style.meaning.kind == Kind::title;
    if (outline_level) {
        form.heading = *outline_level < body_level ? *outline_level + 1 : 0;
    } else if (style.meaning.kind == Kind::heading) {
        form.heading = style.meaning.level;
    }
    form.is_unread = (style.meaning.kind == Kind::contents && skips_contents_) ||
                     (style.meaning.kind == Kind::caption && !options_.captions);
    const std::string list = direct.list ? *direct.list : style.list.value_or(std::string());
    if (has_text && formats_.numbering.has(list)) {
        const int level = direct.list_level.value_or(
            style.list_level.value_or(static_cast<int>(formats_.numbering.level_of_style(list, style_id))));
        form.label = formats_.numbering.next_label(list, static_cast<std::size_t>(level));
        form.is_item = true;
    }
    form.is_item = form.is_item || style.meaning.kind == Kind::subtitle;
    return form;
}

void BodyReader::read_inlines(const XmlElement& parent, const TextFormat& format) {
    for (const XmlElement& element : parent.children()) {
        read_inline(element, format);
    }
}

void BodyReader::read_inline(const XmlElement& element, const TextFormat& format) {
    constexpr std::array<std::string_view, 9> containers = {
        "hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo", "oMath", "oMathPara"};
    const std::string_view name = element.name();
    if (name == "r") {
        read_run(element, format);
    } else if (std::find(containers.begin(), containers.end(), name) != containers.end()) {
        read_inlines(element, format);
    } else if (name == "fldSimple") {
        if (!skips_contents_ || !FieldStack::lists_contents(element.attribute("instr"))) {
            read_inlines(element, format);
        }
    } else if (name == "sdt") {
        const std::optional<XmlElement> content = child_of(element, "sdtContent");
        if (content && !is_placeholder(element, skips_contents_)) {
            read_inlines(*content, format);
        }
    } else if (name == "AlternateContent") {
        const std::vector<XmlElement> choices = element.children();
        if (!choices.empty()) {
            read_inlines(choices.front(), format);
        }
    }
}

void BodyReader::read_run(const XmlElement& run, const TextFormat& paragraph_format) {
    TextFormat format = paragraph_format;
    if (const auto properties = child_of(run, "rPr")) {
        if (const auto style = child_of(*properties, "rStyle")) {
            format.override_with(formats_.styles.style(style->attribute("val")).run);
        }
        format.override_with(run_format(*properties));
    }
    if (format.is_hidden.value_or(false)) {
        return;
    }
    const TextLook look = format.look();
    for (const XmlElement& content : run.children()) {
        read_run_content(content, look);
    }
}

void BodyReader::read_run_content(const XmlElement& content, const TextLook& look) {
    const std::string_view name = content.name();
    if (name == "fldChar") {
        fields_.mark(content.attribute("fldCharType"));
    } else if (name == "instrText") {
        fields_.add_instruction(content.text());
    } else if (name == "t") {
        add_text(content.text(), look);
    } else if (name == "tab" || name == "ptab") {
        add_text(" ", look);
    } else if (name == "br" || name == "cr") {
        const std::string type = content.attribute("type");
        if (type.empty() || type == "textWrapping") {
            blocks_.add_line_break();
        } else {
            add_text(" ", look);
        }
    } else if (name == "noBreakHyphen") {
        add_text("-", look);
    } else if (name == "sym") {
        add_text(symbol_character(content.attribute("font"), content.attribute("char")), look);
    } else if (name == "ruby") {
        for (const XmlElement& base : content.first("rubyBase")) {
            read_inlines(base, {});
        }
    } else if (name == "drawing" || name == "pict" || name == "object" || name == "AlternateContent") {
        find_text_boxes(content);
    }
}

void BodyReader::add_text(std::string_view text, const TextLook& look) {
    if (!text.empty() && (fields_.shows_text() || !skips_contents_)) {
        blocks_.add_text(text, look);
        has_text_ = has_text_ || !trimmed(text).empty();
    }
}

/// Of the same box in several forms, which are for older and newer programs, the first counts.
void BodyReader::find_text_boxes(const XmlElement& drawing) {
    if (drawing.name() == "txbxContent") {
        text_boxes_.push_back(drawing);
        return;
    }
    const std::vector<XmlElement> children = drawing.children();
    if (drawing.name() == "AlternateContent") {
        if (!children.empty()) {
            find_text_boxes(children.front());
        }
        return;
    }
    for (const XmlElement& child : children) {
        find_text_boxes(child);
    }
}

void BodyReader::read_text_boxes() {
    const std::vector<XmlElement> boxes = std::exchange(text_boxes_, {});
    for (const XmlElement& box : boxes) {
        read_blocks(box);
    }
}

/// Follows the relationships of the file (ECMA-376 Part 2, 9) from its root.
std::string main_part(std::string_view bytes, const std::string& name, std::size_t max_bytes) {
    const OfficeFiles files =
        extract_zip(bytes, name, [](std::string_view path) { return path == "_rels/.rels"; }, max_bytes);
    const auto found = files.find("_rels/.rels");
    if (found == files.end()) {
        return "word/document.xml";
    }
    const XmlDocument relations(found->second, name, found->first);
    for (const XmlElement& relation : relations.root().children()) {
        if (relation.attribute("Type").ends_with("/officeDocument")) {
            const std::string target = relation.attribute("Target");
            return target.starts_with('/') ? target.substr(1) : target;
        }
    }
    return "word/document.xml";
}

Formats read_formats(const OfficeFiles& files, const std::string& folder, const std::string& name) {
    Formats formats;
    if (const auto styles = files.find(folder + "styles.xml"); styles != files.end()) {
        formats.styles = DocxStyles(XmlDocument(styles->second, name, styles->first));
    }
    if (const auto numbering = files.find(folder + "numbering.xml"); numbering != files.end()) {
        formats.numbering =
            DocxNumbering(XmlDocument(numbering->second, name, numbering->first), formats.styles);
    }
    return formats;
}

Outline read_body(const XmlDocument& document, const OfficeFiles& files, const std::string& folder,
                  const std::string& name, const ReadOptions& options) {
    for (const bool skips_contents : {true, false}) {
        Formats formats = read_formats(files, folder, name);
        BodyReader reader(formats, options, name, skips_contents);
        for (const XmlElement& body : document.root().first("body")) {
            reader.read(body);
        }
        if (reader.are_fields_complete() || !skips_contents) {
            return reader.finish();
        }
    }
    return {};
}

} // namespace

Outline read_docx(std::string_view bytes, const std::string& name, const ReadOptions& options) {
    const std::size_t max_bytes = options.text_limit(max_office_bytes);
    const std::string main = main_part(bytes, name, max_bytes);
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    const OfficeFiles files = extract_zip(
        bytes, name,
        [&](std::string_view path) {
            return path == main || path == folder + "styles.xml" || path == folder + "numbering.xml" ||
                   path == "docProps/core.xml";
        },
        max_bytes);
    std::vector<Diagnostic> diagnostics;
    const XmlDocument document = parse_text_part(files, main, name, options, diagnostics);
    Outline outline = read_body(document, files, folder, name, options);
    outline.diagnostics.insert(outline.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    if (const auto core = files.find("docProps/core.xml"); core != files.end()) {
        take_office_metadata(core->second, core->first, name, outline);
    }
    return outline;
}

bool is_docx(const std::vector<std::string>& files) {
    const bool has_types = std::find(files.begin(), files.end(), "[Content_Types].xml") != files.end();
    return has_types && std::any_of(files.begin(), files.end(), [](const std::string& file) {
               return file.starts_with("word/document") && file.ends_with(".xml");
           });
}

} // namespace recital
