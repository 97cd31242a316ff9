// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/reader.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/marks/glosses.h"
#include "document/readers/html/treatment.h"
#include "document/readers/plain_text/plain_text.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"
#include "document/subject/title_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace recital {

namespace {

/// Whether the element shows or plays something.
bool is_player(std::string_view element) {
    constexpr std::array<std::string_view, 6> names = {"iframe", "video", "audio", "object", "embed", "svg"};
    return std::find(names.begin(), names.end(), element) != names.end();
}

/// The bytes of letters and digits.
std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) >= 0x80 ||
               std::isalnum(static_cast<unsigned char>(byte)) != 0;
    }));
}

} // namespace

void HtmlReader::start(std::string_view element, const Attributes& attributes, std::size_t line) {
    line_ = line;
    ++depth_;
    if (unread_.depth != 0 && !resume(element)) {
        return;
    }
    head_.open(element, attributes, blocks_.outline());
    const std::string_view id =
        attributes.has("id") || element != "a" ? attributes.get("id") : attributes.get("name");
    const ElementKind kind = element_kind(element);
    if (leave_out(element, kind, attributes)) {
        return;
    }
    open(element, kind == ElementKind::unread ? ElementKind::block : kind, attributes);
    if (kind == ElementKind::block) {
        if (const HeadingMarks marks = heading_marks(element, attributes);
            marks.level > 0 || marks.is_centred) {
            marked_.push_back({depth_, marks});
        }
    }
    if (element == "a" || element == "span") {
        page_numbers_.open(id);
    } else if (kind == ElementKind::block) {
        page_numbers_.open_block(id, attributes.get("class"));
    }
    if (!id.empty()) {
        blocks_.outline().anchors.push_back({std::string(id), blocks_.size()});
    }
}

/// Begins to leave out or to set aside what an element holds, if it is not part of the text. Returns whether
/// its content is of no interest.
bool HtmlReader::leave_out(std::string_view element, ElementKind kind, const Attributes& attributes) {
    if (scope_.everything && may_hold_text(element, kind)) {
        return false;
    }
    Treatment treatment = treatment_of(element, kind, attributes, scope_.captions);
    switch (treatment.kind) {
    case Treatment::Kind::leave_out:
        if (is_player(element)) {
            mark_picture();
        }
        unread_ = {depth_, std::move(treatment.reason), {}, line_};
        return true;
    case Treatment::Kind::set_aside:
        if (aside_.depth == 0) {
            flush();
            aside_ = {depth_, std::move(treatment.reason), blocks_.size()};
        }
        break;
    case Treatment::Kind::figure:
        flush();
        figure_depth_ = figure_depth_ == 0 ? depth_ : figure_depth_;
        break;
    case Treatment::Kind::frame:
        if (frame_.depth == 0) {
            flush();
            frame_ = {depth_, false, blocks_.size()};
        }
        break;
    case Treatment::Kind::read:
        break;
    }
    return false;
}

/// A heading in a caption is read: "<div class='cover__caption'><h1>". Returns whether `element` is one.
bool HtmlReader::resume(std::string_view element) {
    const bool is_heading = element == "h1" || element == "h2";
    if (!is_heading || unread_.reason.find("caption") == std::string::npos) {
        return false;
    }
    paused_ = std::exchange(unread_, {});
    resumed_depth_ = depth_;
    return true;
}

void HtmlReader::mark_picture() {
    std::vector<Block>& blocks = blocks_.outline().blocks;
    if (!blocks.empty() && heading_ == 0) {
        blocks.back().is_before_picture = true;
    }
}

void HtmlReader::end_unread() {
    if (unread_.reason.ends_with("ipa") && has_phonetics(unread_.text)) {
        append_pronunciation(trimmed(unread_.text));
    } else if (!unread_.reason.empty() && has_letter_or_digit(unread_.text)) {
        const std::string kind =
            unread_.reason == "figure" ? "captions of figures" : "elements of " + unread_.reason;
        blocks_.omit(kind, unread_.text, unread_.line);
    }
    unread_ = {};
}

/// "<span class='IPA'>/ˈbeɪ/</span>": the text keeps it, in brackets, until pronunciations are taken from it.
void HtmlReader::append_pronunciation(std::string_view phonetics) {
    const bool bracketed = phonetics.find_first_of("[/") != std::string_view::npos;
    inline_.append(bracketed ? std::string(phonetics) : '[' + std::string(phonetics) + ']', unread_.line);
}

void HtmlReader::end_frame() {
    flush();
    const Frame frame = std::exchange(frame_, {});
    if (frame.has_picture) {
        blocks_.drop_caption(frame.begin);
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
    while (!marked_.empty() && marked_.back().depth >= depth_) {
        marked_.pop_back();
    }
    if (resumed_depth_ == depth_) {
        resumed_depth_ = 0;
        unread_ = std::exchange(paused_, {});
    }
    if (figure_depth_ == depth_) {
        flush();
        figure_depth_ = 0;
    }
    if (frame_.depth == depth_) {
        end_frame();
    }
    if (aside_.depth == depth_) {
        flush();
        blocks_.set_aside(aside_.begin, aside_.reason);
        aside_ = {};
    }
    --depth_;
}

void HtmlReader::characters(std::string_view text) {
    if (head_.is_title_open() && unread_.depth == 0) {
        blocks_.outline().title += text;
        return;
    }
    if (unread_.depth != 0) {
        constexpr std::size_t enough = 200;
        if (!unread_.reason.empty() && unread_.text.size() < enough) {
            unread_.text += text;
        }
        return;
    }
    if (head_.is_open()) {
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
    Outline outline = blocks_.finish(scope_.is_part);
    if (!head_.share_title().empty() && (outline.title.empty() || names_only_site(outline.title))) {
        outline.title = head_.share_title();
    }
    return outline;
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
        blocks_.begin_table();
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
    if (element == "img") {
        mark_picture();
    }
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

/// A picture of one letter at the start of a block is a drop capital; other pictures are read with the
/// captions.
void HtmlReader::open_picture(std::string_view description) {
    const std::string_view letter = pictured_letter(description);
    if (trimmed(inline_.text()).empty() && !letter.empty()) {
        inline_.append_initial(letter, line_);
    } else if (scope_.captions && !description.empty()) {
        flush();
        inline_.append(description, line_);
        flush();
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
        blocks_.end_table(scope_.everything);
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
    head_.close(element);
}

void HtmlReader::flush_preformatted() {
    in_preformatted_ = false;
    Outline inner = read_plain_text(inline_.text(), name_);
    for (Omission& omission : inner.omissions) {
        blocks_.omit(std::move(omission.kind), std::move(omission.text), omission.line);
    }
    for (Block& block : inner.blocks) {
        block.line += inline_.line() - 1;
    }
    blocks_.add_preformatted(std::move(inner.blocks));
    inline_.clear();
}

void HtmlReader::flush() {
    if (inline_.is_note()) {
        blocks_.omit("notes", inline_.text(), inline_.line());
    } else {
        add_text();
    }
    for (std::string& mark : inline_.take_removed_marks()) {
        blocks_.omit("reference marks", std::move(mark), inline_.line());
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
    if (!begins_with_image_ || inline_.is_picture_of_initial() || scope_.captions || heading_ != 0 ||
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

/// A figure may hold paragraphs of the text. All else in it, and what is no sentence, belongs to the picture.
bool HtmlReader::is_caption_of_figure() const {
    constexpr std::size_t min_length = 20;
    constexpr std::size_t max_phrase = 100;
    if (figure_depth_ == 0) {
        return false;
    }
    const std::string_view text = trimmed(inline_.text());
    const bool is_paragraph = container_ == "p" || container_ == "blockquote";
    const bool ends = std::string_view(".!?\"").find(text.back()) != std::string_view::npos ||
                      text.ends_with("\u201D") || text.ends_with("\u3002");
    return !is_paragraph || text.size() < min_length || (!ends && text.size() <= max_phrase);
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
    initial_block_ = inline_.is_picture_of_initial() ? blocks_.size() : no_block;
    if (heading_ != 0) {
        add_heading();
        return;
    }
    if (page_numbers_.is_number(trimmed(inline_.text(), "[]{} "))) {
        blocks_.omit("running heads and page numbers", inline_.text(), inline_.line());
        return;
    }
    if (is_caption() || is_caption_of_figure()) {
        blocks_.omit("captions of figures", inline_.text(), inline_.line());
        return;
    }
    if (add_marked_heading()) {
        return;
    }
    std::vector<EmphasisedText> lines = inline_.running_lines(line_ends_);
    const Block::Kind kind = lines.size() > 1 ? Block::Kind::line : kind_; // whoever breaks lines means them
    for (EmphasisedText& line : lines) {
        Block block{kind, 0, std::move(line.text), inline_.line(), std::move(line.emphases), is_centred()};
        block.is_item = kind_ == Block::Kind::line && lines.size() == 1;
        blocks_.add(std::move(block), is_link(), aside_.depth != 0);
    }
}

/// An ornament of a letter may be a block of its own; the text after it repeats the letter or begins after
/// it.
void HtmlReader::drop_repeated_initial() {
    std::vector<Block>& blocks = blocks_.outline().blocks;
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

void HtmlReader::add_heading() {
    std::string text;
    for (const EmphasisedText& line : inline_.lines()) {
        text += text.empty() ? "" : "\n";
        text += line.text;
    }
    blocks_.add_heading(std::move(text), heading_, inline_.line());
}

/// Adds a short text as a heading if the class or role of an open element says that it is one.
bool HtmlReader::add_marked_heading() {
    constexpr std::size_t max_length = 120;
    const auto marked = std::find_if(marked_.rbegin(), marked_.rend(),
                                     [](const MarkedElement& element) { return element.marks.level > 0; });
    if (marked == marked_.rend() || inline_.text().size() > max_length) {
        return false;
    }
    const std::vector<EmphasisedText> lines = inline_.lines();
    if (lines.size() != 1) {
        return false;
    }
    const std::string& text = lines.front().text;
    const bool is_heading =
        has_shape_of_heading(text) || parts_of_heading(text).is_bare() || names_division(text);
    if (is_heading) {
        blocks_.add_heading(text, marked->marks.level, inline_.line());
    }
    return is_heading;
}

bool HtmlReader::is_centred() const {
    return std::any_of(marked_.begin(), marked_.end(),
                       [](const MarkedElement& element) { return element.marks.is_centred; });
}

} // namespace recital
