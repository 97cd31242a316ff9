// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/reader.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/normalise.h"
#include "document/readers/plain_text/plain_text.h"
#include "document/structure/rejoin.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace recital {

namespace {

std::string_view view_of(const unsigned char* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// The metadata of `meta` elements, by their names.
struct MetaField {
    std::string_view name;
    std::string Metadata::* field;
};
constexpr std::array meta_fields = {MetaField{"author", &Metadata::author},
                                    MetaField{"dc.creator", &Metadata::author},
                                    MetaField{"dcterms.creator", &Metadata::author},
                                    MetaField{"description", &Metadata::description},
                                    MetaField{"dc.description", &Metadata::description},
                                    MetaField{"date", &Metadata::date},
                                    MetaField{"dc.date", &Metadata::date},
                                    MetaField{"dcterms.date", &Metadata::date},
                                    MetaField{"dc.title", &Metadata::title},
                                    MetaField{"dc.publisher", &Metadata::publisher},
                                    MetaField{"dcterms.publisher", &Metadata::publisher},
                                    MetaField{"dc.rights", &Metadata::rights},
                                    MetaField{"dcterms.rights", &Metadata::rights}};

} // namespace

std::string_view Attributes::get(std::string_view name) const {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view_of(pair[0]) == name) {
            return view_of(pair[1]);
        }
    }
    return {};
}

bool Attributes::has(std::string_view name) const {
    for (const unsigned char** pair = pairs_; pair != nullptr && *pair != nullptr; pair += 2) {
        if (view_of(pair[0]) == name) {
            return true;
        }
    }
    return false;
}

void HtmlReader::start(std::string_view element, const Attributes& attributes, std::size_t line) {
    line_ = line;
    ++depth_;
    if (unread_depth_ != 0) {
        return;
    }
    take_head(element, attributes);
    const std::string_view id =
        attributes.has("id") || element != "a" ? attributes.get("id") : attributes.get("name");
    const ElementKind kind = element_kind(element);
    const ElementMarks marks{attributes.get("id"), attributes.get("class"),
                             attributes.has("role") ? attributes.get("role") : attributes.get("epub:type"),
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

void HtmlReader::end(std::string_view element) {
    if (unread_depth_ != 0) {
        unread_depth_ = unread_depth_ == depth_ ? 0 : unread_depth_;
        --depth_;
        return;
    }
    --depth_;
    close(element, element_kind(element));
}

void HtmlReader::characters(std::string_view text) {
    if (in_title_) {
        outline_.title += text;
        return;
    }
    if (unread_depth_ != 0 || in_head_) {
        return;
    }
    if (in_preformatted_) {
        inline_.append(text, line_);
        return;
    }
    inline_.append_wrapped(text, line_, line_ends_);
}

Outline HtmlReader::finish() {
    flush();
    outline_.title = normalise_text(outline_.title);
    return std::move(outline_);
}

void HtmlReader::take_head(std::string_view element, const Attributes& attributes) {
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

void HtmlReader::take_meta(const std::string& key, std::string_view value) {
    const auto* const found = std::find_if(meta_fields.begin(), meta_fields.end(),
                                           [&key](const MetaField& meta) { return meta.name == key; });
    if (found != meta_fields.end() && (outline_.*found->field).empty()) {
        outline_.*found->field = normalise_text(value);
    }
}

void HtmlReader::open(std::string_view element, ElementKind kind, const Attributes& attributes) {
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
        inline_.append("\n");
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

void HtmlReader::open_inline(std::string_view element, const Attributes& attributes) {
    if (element == "a" || element == "sup") {
        inline_.open_mark(element, attributes.get("href"));
    } else if (is_emphasis_element(element)) {
        inline_.open_emphasis();
    } else if (is_fraction(attributes.get("class"))) {
        inline_.part_digits();
    } else if (element == "q") {
        inline_.append("\u201C");
    } else if (element == "img") {
        open_picture(trimmed(attributes.get("alt")));
    } else {
        inline_.open_initial(element);
    }
}

/// A picture of one letter at the start of a block is a drop capital; other pictures are read with the
/// captions.
void HtmlReader::open_picture(std::string_view description) {
    if (trimmed(inline_.text()).empty() && !drop_capital(description).empty()) {
        inline_.append_initial(description, line_);
    } else if (captions_ && !description.empty()) {
        flush();
        inline_.append(description, line_);
        flush();
    }
}

void HtmlReader::close(std::string_view element, ElementKind kind) {
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
        if (element == "q") {
            inline_.append("\u201D");
        }
        if (is_emphasis_element(element)) {
            inline_.close_emphasis();
        }
        inline_.close_initial(element);
        inline_.close_mark(element, heading_ == 0 && kind_ == Block::Kind::paragraph);
    }
    in_head_ = in_head_ && element != "head";
    in_title_ = in_title_ && element != "title";
}

/// A table that lays out a page holds running text; any other is not read.
void HtmlReader::close_table() {
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

void HtmlReader::flush_preformatted() {
    in_preformatted_ = false;
    Outline inner = read_plain_text(inline_.text(), name_);
    for (Block& block : inner.blocks) {
        block.line += inline_.line() - 1;
        outline_.blocks.push_back(std::move(block));
    }
    inline_.clear();
}

void HtmlReader::flush() {
    if (!inline_.is_note()) {
        add_text();
    }
    inline_.clear();
}

void HtmlReader::add_text() {
    if (trimmed(inline_.text()).empty()) {
        return;
    }
    drop_repeated_initial();
    initial_block_ = inline_.is_picture_of_initial() ? outline_.blocks.size() : no_block;
    std::vector<EmphasisedText> lines = heading_ != 0 ? inline_.lines() : inline_.running_lines(line_ends_);
    if (heading_ != 0) {
        add_heading(lines);
    } else if (lines.size() > 1) { // whoever breaks lines means them
        for (EmphasisedText& line : lines) {
            outline_.blocks.push_back(
                {Block::Kind::line, 0, std::move(line.text), inline_.line(), std::move(line.emphases)});
        }
    } else if (!lines.empty()) {
        outline_.blocks.push_back(
            {kind_, 0, std::move(lines.front().text), inline_.line(), std::move(lines.front().emphases)});
    }
}

/// An ornament of a letter may be a block of its own; the text after it repeats the letter or begins after
/// it.
void HtmlReader::drop_repeated_initial() {
    std::vector<Block>& blocks = outline_.blocks;
    if (initial_block_ == no_block || initial_block_ + 1 != blocks.size()) {
        return;
    }
    const std::string_view letter = drop_capital(blocks.back().text);
    const std::string_view text = trimmed(inline_.text());
    std::size_t position = letter.size();
    if (text.starts_with(letter) && text.size() > position && is_letter(next_code_point(text, position))) {
        blocks.pop_back();
    }
}

void HtmlReader::add_heading(const std::vector<EmphasisedText>& lines) {
    std::string text;
    for (const EmphasisedText& line : lines) {
        text += text.empty() ? "" : "\n";
        text += line.text;
    }
    if (!text.empty()) {
        outline_.blocks.push_back({Block::Kind::heading, heading_, std::move(text), inline_.line()});
    }
}

} // namespace recital
