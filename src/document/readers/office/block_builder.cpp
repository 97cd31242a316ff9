// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/block_builder.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/structure/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_bold_heading = 80; ///< bytes
constexpr std::size_t max_heading = 400;     ///< bytes; longer ones are text in the style of a heading
constexpr int title_level = 1;

/// Whether the label is a word with a number ("Chapter 1"), so that the text after it is the title.
bool names_something(std::string_view label) {
    std::size_t letters = 0;
    for (std::size_t position = 0; position < label.size();) {
        letters += is_letter(next_code_point(label, position)) ? 1U : 0U;
    }
    constexpr std::size_t shortest_word = 3;
    return letters >= shortest_word && label.find(' ') != std::string_view::npos;
}

void put_before(std::string_view label, EmphasisedText& line) {
    const std::string prefix = fmt::format("{} ", label);
    line.text.insert(0, prefix);
    for (TextRange& range : line.emphases) {
        range.begin += prefix.size();
        range.end += prefix.size();
    }
}

bool ends_sentence(std::string_view text) {
    constexpr std::string_view ends = ".!?:;,\u2026";
    return text.empty() || ends.find(text.back()) != std::string_view::npos;
}

} // namespace

void BlockBuilder::add_text(std::string_view text, const TextLook& look) {
    set_look(look);
    std::string joined(text);
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    text_.append(joined, paragraph_);
    const auto visible = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char sign) {
        return std::string_view(" \t\r\n\u00A0").find(sign) == std::string_view::npos;
    }));
    letters_ += visible;
    bold_letters_ += look.is_bold ? visible : 0;
}

void BlockBuilder::set_look(const TextLook& look) {
    if (look_.is_superscript && !look.is_superscript) {
        text_.close_mark("sup", false);
    }
    if (look.is_emphasised && !look_.is_emphasised) {
        text_.open_emphasis();
    } else if (!look.is_emphasised && look_.is_emphasised) {
        text_.close_emphasis();
    }
    if (look.is_superscript && !look_.is_superscript) {
        text_.open_mark("sup", "");
    }
    look_ = look;
}

void BlockBuilder::end_paragraph(const ParagraphForm& form) {
    set_look({});
    if (!form.is_unread && !trimmed(text_.text()).empty()) {
        add_block(form);
    }
    text_.clear();
    letters_ = 0;
    bold_letters_ = 0;
}

void BlockBuilder::add_block(const ParagraphForm& form) {
    std::vector<EmphasisedText> lines = text_.lines();
    if (lines.empty()) {
        return;
    }
    const bool in_table = !tables_.empty();
    const bool is_heading = (form.heading != 0 || form.is_title) && text_.text().size() <= max_heading;
    if (is_heading && !in_table) {
        add_heading(form, std::move(lines));
        return;
    }
    if (!form.label.empty()) {
        put_before(form.label, lines.front());
    }
    const bool is_bold_line = letters_ > 0 && bold_letters_ == letters_ && lines.size() == 1 &&
                              !form.is_item && lines.front().text.size() <= max_bold_heading &&
                              !ends_sentence(lines.front().text);
    const Block::Kind kind = form.is_item || lines.size() > 1 ? Block::Kind::line : Block::Kind::paragraph;
    for (EmphasisedText& line : lines) {
        outline_.blocks.push_back({kind, 0, std::move(line.text), text_.line(), std::move(line.emphases)});
        outline_.blocks.back().is_item = form.is_item && form.label.empty() && lines.size() == 1;
        shapes_.push_back({is_bold_line && !in_table, in_table});
    }
}

void BlockBuilder::add_heading(const ParagraphForm& form, std::vector<EmphasisedText> lines) {
    std::string text;
    for (const EmphasisedText& line : lines) {
        text += text.empty() ? "" : "\n";
        text += line.text;
    }
    if (!form.label.empty()) {
        text = fmt::format("{}{}{}", form.label, names_something(form.label) ? "\n" : " ", text);
    }
    if (form.is_title && !has_heading_) {
        add_title(text);
        return;
    }
    has_heading_ = true;
    outline_.blocks.push_back(
        {Block::Kind::heading, form.is_title ? title_level : form.heading, std::move(text), text_.line()});
    shapes_.push_back({});
}

/// A title may go over several paragraphs.
void BlockBuilder::add_title(const std::string& text) {
    const bool goes_on =
        has_title_ && !outline_.blocks.empty() && outline_.blocks.back().kind == Block::Kind::heading;
    if (goes_on) {
        outline_.blocks.back().text += "\n" + text;
        return;
    }
    has_title_ = true;
    outline_.blocks.push_back({Block::Kind::heading, title_level, text, text_.line()});
    shapes_.push_back({});
}

void BlockBuilder::end_table() {
    if (tables_.empty()) {
        return;
    }
    const std::size_t begin = tables_.back();
    tables_.pop_back();
    if (drop_table(outline_, begin, name_)) {
        shapes_.resize(outline_.blocks.size());
    }
}

/// In documents without styles, headings are lines in bold type: several of them, each before running text.
void BlockBuilder::promote_bold_lines() {
    if (has_heading_) {
        return;
    }
    std::vector<std::size_t> headings;
    for (std::size_t n = 0; n + 1 < outline_.blocks.size(); ++n) {
        const Block& next = outline_.blocks[n + 1];
        if (shapes_[n].is_bold_line && !shapes_[n + 1].is_bold_line && next.kind == Block::Kind::paragraph &&
            next.text.size() > outline_.blocks[n].text.size()) {
            headings.push_back(n);
        }
    }
    constexpr std::size_t min_headings = 2;
    if (headings.size() < min_headings) {
        return;
    }
    for (const std::size_t n : headings) {
        outline_.blocks[n].kind = Block::Kind::heading;
        outline_.blocks[n].level = title_level;
        outline_.blocks[n].emphases.clear();
    }
}

/// Below the title of the whole text.
void BlockBuilder::lower_headings() {
    bool is_first = true;
    for (Block& block : outline_.blocks) {
        if (block.kind != Block::Kind::heading) {
            continue;
        }
        block.level += is_first ? 0 : 1;
        is_first = false;
    }
}

Outline BlockBuilder::finish() {
    end_paragraph({});
    const auto first_heading =
        std::find_if(outline_.blocks.begin(), outline_.blocks.end(),
                     [](const Block& block) { return block.kind == Block::Kind::heading; });
    if (has_title_ && first_heading != outline_.blocks.end()) {
        outline_.title = first_heading->text;
        std::replace(outline_.title.begin(), outline_.title.end(), '\n', ' ');
    }
    promote_bold_lines();
    if (has_title_) {
        lower_headings();
    }
    return std::move(outline_);
}

} // namespace recital
