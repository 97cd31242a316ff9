// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/reader.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/furniture/furniture.h"
#include "document/inline/normalise.h"
#include "document/readers/plain_text/plain_text.h"
#include "document/structure/heading.h"
#include "document/structure/rejoin.h"
#include "document/subject/title_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
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

/// Whether the content of an unread element may be text: not scripts, formulas and fields.
bool is_named(std::string_view element) {
    constexpr std::array<std::string_view, 7> names = {"nav",  "footer", "menu", "dialog",
                                                       "form", "button", "del"};
    return std::find(names.begin(), names.end(), element) != names.end();
}

/// "Home | Concerts | Guests": a heading that is a row of labels.
bool is_link_row(std::string_view heading) {
    return heading.find('|') != std::string_view::npos &&
           furniture_kind(heading, FurniturePlace::page) == "navigation";
}

/// The bytes of letters and digits.
std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) >= 0x80 ||
               std::isalnum(static_cast<unsigned char>(byte)) != 0;
    }));
}

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
    if (unread_.depth != 0) {
        return;
    }
    take_head(element, attributes);
    const std::string_view id =
        attributes.has("id") || element != "a" ? attributes.get("id") : attributes.get("name");
    const ElementKind kind = element_kind(element);
    if (leave_out(element, kind, attributes)) {
        return;
    }
    open(element, kind == ElementKind::unread ? ElementKind::block : kind, attributes);
    if (element == "a" || element == "span") {
        page_numbers_.open(id);
    } else if (kind == ElementKind::block) {
        page_numbers_.open_block(id);
    }
    if (!id.empty()) {
        outline_.anchors.push_back({std::string(id), outline_.blocks.size()});
    }
}

/// Begins to leave out or to set aside what an element holds, if it is not part of the text. Returns whether
/// its content is of no interest.
bool HtmlReader::leave_out(std::string_view element, ElementKind kind, const Attributes& attributes) {
    if (everything_ && (kind != ElementKind::unread || is_named(element))) {
        return false;
    }
    if (kind == ElementKind::unread) {
        unread_ = {
            depth_, is_named(element) ? fmt::format("element \"{}\"", element) : std::string(), {}, line_};
        return true;
    }
    if (kind == ElementKind::figure && !captions_) {
        unread_ = {depth_, "figure", {}, line_};
        return true;
    }
    if (element == "html" || element == "body") {
        return attributes.get("epub:type").empty() ? false : leave_out_typed(attributes);
    }
    const auto reason = unread_reason({attributes.get("id"), attributes.get("class"), attributes.get("role"),
                                       attributes.get("epub:type"), attributes.get("style"),
                                       attributes.has("hidden"), kind == ElementKind::heading});
    const bool caption = reason && reason->name.find("caption") != std::string::npos;
    if (!reason || (captions_ && caption)) {
        const bool frames = kind == ElementKind::block && is_picture_frame(attributes.get("class"));
        if (frames && frame_.depth == 0 && !captions_) {
            flush();
            frame_ = {depth_, false, outline_.blocks.size()};
        }
        return false;
    }
    const bool is_inline = kind == ElementKind::inline_text || kind == ElementKind::line_break;
    if (reason->certain || is_inline) {
        unread_ = {depth_, reason->name, {}, line_};
        return true;
    }
    if (aside_.depth == 0 && element != "main" && element != "article") {
        flush();
        aside_ = {depth_, reason->name, outline_.blocks.size()};
    }
    return false;
}

/// The body of a file of an EPUB may say what all of it is: "copyright-page".
bool HtmlReader::leave_out_typed(const Attributes& attributes) {
    const auto reason = unread_reason({{}, {}, {}, attributes.get("epub:type"), {}, false});
    if (reason) {
        unread_ = {depth_, reason->name, {}, line_};
    }
    return reason.has_value();
}

void HtmlReader::end_unread() {
    if (!unread_.reason.empty() && has_letter_or_digit(unread_.text)) {
        const std::string kind =
            unread_.reason == "figure" ? "captions of figures" : "elements of " + unread_.reason;
        outline_.omissions.push_back({kind, unread_.text, unread_.line});
    }
    unread_ = {};
}

/// A short text in the frame of a picture is its caption.
void HtmlReader::end_frame() {
    constexpr std::size_t max_caption = 300; // bytes
    flush();
    const Frame frame = std::exchange(frame_, {});
    const std::size_t begin = std::min(frame.begin, outline_.blocks.size());
    const auto first = outline_.blocks.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto is_heading = [](const Block& block) { return block.kind == Block::Kind::heading; };
    std::string text;
    std::for_each(first, outline_.blocks.end(),
                  [&text](const Block& block) { text += (text.empty() ? "" : " ") + block.text; });
    if (frame.has_picture && !text.empty() && text.size() <= max_caption &&
        std::none_of(first, outline_.blocks.end(), is_heading)) {
        outline_.omissions.push_back({"captions of figures", std::move(text), first->line});
        outline_.blocks.erase(first, outline_.blocks.end());
        link_blocks_ = 0;
    }
}

void HtmlReader::end(std::string_view element) {
    if (unread_.depth != 0) {
        if (unread_.depth == depth_) {
            end_unread();
        }
        --depth_;
        return;
    }
    const ElementKind kind = element_kind(element);
    close(element, kind == ElementKind::unread ? ElementKind::block : kind);
    if (frame_.depth == depth_) {
        end_frame();
    }
    if (aside_.depth == depth_) {
        flush();
        skipped_.take(outline_, aside_.begin, aside_.reason);
        link_blocks_ = 0;
        aside_ = {};
    }
    --depth_;
}

void HtmlReader::characters(std::string_view text) {
    if (in_title_ && unread_.depth == 0) {
        outline_.title += text;
        return;
    }
    if (unread_.depth != 0) {
        constexpr std::size_t enough = 100;
        if (!unread_.reason.empty() && unread_.text.size() < enough) {
            unread_.text += text;
        }
        return;
    }
    if (in_head_) {
        return;
    }
    if (in_preformatted_) {
        inline_.append(text, line_);
        return;
    }
    const std::string_view shown = page_numbers_.without_number(text);
    link_bytes_ += links_ > 0 ? count_letters(shown) : 0;
    inline_.append_wrapped(shown, line_, line_ends_);
}

Outline HtmlReader::finish() {
    flush();
    drop_last_links();
    skipped_.settle(outline_, name_);
    outline_.title = normalise_text(outline_.title);
    if (!share_title_.empty() && (outline_.title.empty() || names_only_site(outline_.title))) {
        outline_.title = std::move(share_title_);
    }
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
        if (attributes.get("property") == "og:title") { // the Open Graph protocol, https://ogp.me
            share_title_ = normalise_text(attributes.get("content"));
        }
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
    if (kind != ElementKind::inline_text && kind != ElementKind::line_break) {
        constexpr std::array<std::string_view, 5> texts = {"p", "li", "td", "dd", "dt"};
        container_ = element;
        in_text_ = std::find(texts.begin(), texts.end(), element) != texts.end();
    }
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
    links_ += element == "a" && attributes.has("href") ? 1 : 0;
    frame_.has_picture = frame_.has_picture || (element == "img" && frame_.depth != 0);
    begins_with_image_ = begins_with_image_ || (element == "img" && trimmed(inline_.text()).empty());
    open_custom(element);
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
        if (heading_ != 0 && parts_of_heading(inline_.text()).is_bare()) {
            inline_.append(" "); // "<span>1</span><span>The Sea</span>"
        }
        inline_.open_initial(element);
    }
}

/// Elements that only this page has, "<bio-text>", hold words of a sentence inside a paragraph, and are
/// blocks elsewhere.
void HtmlReader::open_custom(std::string_view element) {
    const bool in_text = heading_ != 0 || in_text_ || !trimmed(inline_.text()).empty();
    if (element.find('-') != std::string_view::npos && !in_text) {
        flush();
        custom_.push_back(depth_);
    }
}

/// A picture of one letter at the start of a block is a drop capital; other pictures are read with the
/// captions.
void HtmlReader::open_picture(std::string_view description) {
    const std::string_view letter = pictured_letter(description);
    if (trimmed(inline_.text()).empty() && !letter.empty()) {
        inline_.append_initial(letter, line_);
    } else if (captions_ && !description.empty()) {
        flush();
        inline_.append(description, line_);
        flush();
    }
}

void HtmlReader::close(std::string_view element, ElementKind kind) {
    in_text_ = in_text_ && (kind == ElementKind::inline_text || kind == ElementKind::line_break);
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
        links_ -= element == "a" && links_ > 0 ? 1 : 0;
        if (!custom_.empty() && custom_.back() == depth_) {
            custom_.pop_back();
            flush();
        }
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
    if (count > 0 && long_blocks * 3 < count && !everything_) {
        outline_.diagnostics.push_back({"a table is not read aloud", {name_, from->line}});
        outline_.blocks.erase(from, outline_.blocks.end());
        link_blocks_ = 0;
    }
}

void HtmlReader::flush_preformatted() {
    in_preformatted_ = false;
    Outline inner = read_plain_text(inline_.text(), name_);
    link_blocks_ = 0;
    std::move(inner.omissions.begin(), inner.omissions.end(), std::back_inserter(outline_.omissions));
    for (Block& block : inner.blocks) {
        block.line += inline_.line() - 1;
        outline_.blocks.push_back(std::move(block));
    }
    inline_.clear();
}

void HtmlReader::flush() {
    if (inline_.is_note()) {
        outline_.omissions.push_back({"notes", inline_.text(), inline_.line()});
    } else {
        add_text();
    }
    for (std::string& mark : inline_.take_removed_marks()) {
        outline_.omissions.push_back({"reference marks", std::move(mark), inline_.line()});
    }
    inline_.clear();
    page_numbers_.end_block();
    link_bytes_ = 0;
    begins_with_image_ = false;
}

/// "<div><img> Bell with her sister.</div>": a short text after a picture, in an element that is not a
/// paragraph or does not hold a sentence.
bool HtmlReader::is_caption() const {
    constexpr std::size_t max_length = 200;
    constexpr std::size_t max_phrase = 100;
    const std::string_view text = trimmed(inline_.text());
    if (!begins_with_image_ || inline_.is_picture_of_initial() || captions_ || heading_ != 0 ||
        text.size() > max_length) {
        return false;
    }
    const bool set_apart = inline_.is_emphasised(); // "<p><img><br><em>Bell in 1950.</em></p>"
    if (container_ == "p" && !set_apart) {
        return text.size() <= max_phrase &&
               std::string_view(".!?\"").find(text.back()) == std::string_view::npos;
    }
    constexpr std::array<std::string_view, 6> containers = {"div", "td", "th", "center", "li", "aside"};
    return set_apart || std::find(containers.begin(), containers.end(), container_) != containers.end();
}

bool HtmlReader::is_link() const {
    constexpr std::size_t max_length = 60;
    const std::string_view text = trimmed(inline_.text());
    return link_bytes_ > 0 && text.size() <= max_length && link_bytes_ >= count_letters(text);
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
        return;
    }
    if (page_numbers_.is_number(trimmed(inline_.text(), "[]{} "))) {
        outline_.omissions.push_back({"running heads and page numbers", inline_.text(), inline_.line()});
        return;
    }
    if (is_caption()) {
        outline_.omissions.push_back({"captions of figures", inline_.text(), inline_.line()});
        return;
    }
    const Block::Kind kind = lines.size() > 1 ? Block::Kind::line : kind_; // whoever breaks lines means them
    for (EmphasisedText& line : lines) {
        add_block({kind, 0, std::move(line.text), inline_.line(), std::move(line.emphases)}, is_link());
    }
}

/// Adds a block of text, unless it is a button or the like. Three links in a row before all else are
/// navigation.
void HtmlReader::add_block(Block block, bool is_link) {
    const bool may_be_label = block.kind == Block::Kind::paragraph || is_link;
    const std::string_view kind =
        furniture_kind(block.text, may_be_label ? FurniturePlace::page : FurniturePlace::anywhere);
    if (!kind.empty() && aside_.depth == 0) { // what is set aside is named as a whole
        outline_.omissions.push_back({std::string(kind), std::move(block.text), block.line});
        labels_ += is_link ? 1 : 0;
        return;
    }
    if (!is_link && link_blocks_ == outline_.blocks.size()) {
        drop_links(link_blocks_);
    }
    link_blocks_ = is_link ? link_blocks_ + 1 : 0;
    labels_ = is_link ? labels_ : 0;
    outline_.blocks.push_back(std::move(block));
}

/// Removes the last blocks, which consist of links, if there are so many that they are navigation.
void HtmlReader::drop_links(std::size_t count) {
    constexpr std::size_t min_links = 3;
    if (count == 0 || count + labels_ < min_links) {
        return;
    }
    const auto first = outline_.blocks.end() - static_cast<std::ptrdiff_t>(count);
    std::transform(first, outline_.blocks.end(), std::back_inserter(outline_.omissions),
                   [](Block& block) { return Omission{"navigation", std::move(block.text), block.line}; });
    outline_.blocks.erase(first, outline_.blocks.end());
    for (Anchor& anchor : outline_.anchors) {
        anchor.block = std::min(anchor.block, outline_.blocks.size());
    }
    link_blocks_ = 0;
}

/// Links at the end of the page are navigation, unless a heading or a colon announces them.
void HtmlReader::drop_last_links() {
    const std::size_t others = outline_.blocks.size() - link_blocks_;
    const bool announced = others > 0 && (outline_.blocks[others - 1].kind == Block::Kind::heading ||
                                          outline_.blocks[others - 1].text.ends_with(':'));
    if (others > 0 && !announced) {
        drop_links(link_blocks_);
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
    if (is_link_row(text)) {
        outline_.omissions.push_back({"navigation", std::move(text), inline_.line()});
    } else if (!text.empty()) {
        if (link_blocks_ == outline_.blocks.size()) {
            drop_links(link_blocks_);
        }
        link_blocks_ = 0;
        outline_.blocks.push_back({Block::Kind::heading, heading_, std::move(text), inline_.line()});
    }
}

} // namespace recital
