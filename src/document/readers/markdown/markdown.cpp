// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/markdown.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "document/furniture/prose.h"
#include "document/inline/emphasis.h"
#include "document/inline/line_end.h"
#include "document/inline/markup.h"
#include "document/inline/superscript.h"
#include "document/readers/html/elements.h"
#include "document/readers/html/html.h"
#include "document/readers/html/open_elements.h"
#include "document/readers/markdown/dialects.h"
#include "document/readers/markdown/front_matter.h"
#include "document/readers/markdown/generator_marks.h"
#include "document/readers/markdown/limits.h"
#include "document/structure/broken_lines.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// "&eacute;", "&#233;", "&#xE9;" as a character; the entity as it is written where there is no such.
std::string decoded_entity(std::string_view entity) {
    const std::string_view name = entity.substr(1, entity.size() - 2);
    std::string text;
    if (name.starts_with('#')) {
        const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        std::uint32_t value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
        append_utf8(text, value == 0 ? U'\uFFFD' : char32_t{value});
        return text;
    }
    const std::string key(name);
    const htmlEntityDesc* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
    if (found == nullptr) {
        return std::string(entity);
    }
    append_utf8(text, char32_t{found->value});
    return text;
}

/// Turns the events of the parser into blocks.
class MarkdownReader {
public:
    MarkdownReader(std::string_view text, std::size_t lines_before, const std::string& name, HtmlScope scope,
                   Outline& outline)
        : source_(text), line_ends_(text), line_(lines_before + 1), name_(name), scope_(scope),
          outline_(outline) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_H:
            heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            is_marked_heading_ = true;
            text_.clear();
            break;
        case MD_BLOCK_LI:
            flush();
            ++items_;
            break;
        case MD_BLOCK_CODE:
            flush();
            is_code_ = true;
            break;
        case MD_BLOCK_HTML:
            flush();
            is_html_ = true;
            break;
        case MD_BLOCK_TABLE:
            flush();
            ++unread_;
            break;
        default:
            break;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        switch (type) {
        case MD_BLOCK_H:
        case MD_BLOCK_P:
            flush();
            heading_ = 0;
            is_marked_heading_ = false;
            break;
        case MD_BLOCK_LI:
            flush();
            --items_;
            break;
        case MD_BLOCK_TABLE:
            outline_.diagnostics.push_back({"a table is not read aloud", {name_, line_}});
            --unread_;
            break;
        case MD_BLOCK_CODE:
            omit("code", std::exchange(text_, {}));
            is_code_ = false;
            break;
        case MD_BLOCK_HTML:
            is_html_ = false;
            add_html(std::exchange(text_, {}));
            break;
        default:
            break;
        }
    }

    void enter_span(MD_SPANTYPE type) {
        unread_ += static_cast<int>(is_unread(type));
        opens_struck_ = type == MD_SPAN_DEL;
        struck_spans_ += opens_struck_ ? 1 : 0;
        link_start_ = type == MD_SPAN_A ? text_.size() : link_start_;
        if (is_emphasis(type)) {
            emphasis_.open(text_.size());
        }
    }

    void leave_span(MD_SPANTYPE type) {
        if (type == MD_SPAN_DEL && lowered_) {
            lowered_ = false;
        } else {
            unread_ -= static_cast<int>(is_unread(type));
        }
        if (type == MD_SPAN_IMG && !outline_.blocks.empty()) {
            outline_.blocks.back().is_before_picture = true;
        }
        if (type == MD_SPAN_DEL) {
            --struck_spans_;
            omit("struck text", std::exchange(struck_, {}));
        }
        // "[^1]" is a link for the parser where a line "[^1]: ..." stands somewhere.
        if (type == MD_SPAN_A && link_start_ < text_.size() && text_[link_start_] == '^') {
            text_.resize(link_start_);
            emphasis_.cut(link_start_);
        }
        if (is_emphasis(type)) {
            emphasis_.close(text_.size());
        }
    }

    void take_text(MD_TEXTTYPE type, std::string_view text) {
        count_lines_to(text);
        if (opens_struck_ && is_lowered(text)) {
            lowered_ = true;
            --unread_;
        }
        opens_struck_ = false;
        if (type == MD_TEXT_HTML && !is_html_ && take_struck_tag(text)) {
            return;
        }
        if (unread_ > 0) {
            struck_ += struck_spans_ + struck_tags_ > 0 ? text : std::string_view();
            return;
        }
        if (text_.empty()) {
            text_line_ = line_;
        }
        if (is_html_ || is_code_) {
            text_ += text;
            return;
        }
        if (wraps_) {
            continue_line(text);
            return;
        }
        switch (type) {
        case MD_TEXT_BR:
            text_ += '\n';
            break;
        case MD_TEXT_SOFTBR:
            wraps_ = dividing_hyphen(text_) > 0;
            text_ += wraps_ ? "" : " ";
            break;
        case MD_TEXT_ENTITY:
            text_ += decoded_entity(text);
            break;
        case MD_TEXT_HTML:
            take_tag(text);
            break;
        case MD_TEXT_NULLCHAR:
            break;
        default:
            text_ += with_superscripts(text);
        }
    }

private:
    static bool is_emphasis(MD_SPANTYPE type) { return type == MD_SPAN_EM || type == MD_SPAN_STRONG; }
    static bool is_unread(MD_SPANTYPE type) { return type == MD_SPAN_IMG || type == MD_SPAN_DEL; }

    /// "H~2~O": between single tildes, glued to a word, is what stands low, not what is struck out.
    [[nodiscard]] bool is_lowered(std::string_view text) const {
        constexpr std::size_t max_length = 4;
        const std::less<> before;
        const char* const begin = source_.data();
        if (text.size() > max_length || source_.size() < 2 || before(text.data(), begin + 2) ||
            !before(text.data(), begin + source_.size())) {
            return false;
        }
        const char* const at = text.data(); // inside the source
        return *(at - 1) == '~' && *(at - 2) != '~' && *(at - 2) != ' ';
    }

    /// What stands between "<sup>" and "</sup>" is a power, or the mark of a note.
    void take_superscript_tag(bool closes) {
        if (!closes) {
            superscript_start_ = text_.size();
        } else if (superscript_start_ < text_.size()) {
            const std::string superscript = text_.substr(superscript_start_);
            text_.resize(superscript_start_);
            emphasis_.cut(superscript_start_);
            text_ += read_superscript(text_, superscript);
            superscript_start_ = std::string::npos;
        }
    }

    static std::string name_of_tag(std::string_view tag) {
        std::string_view name = tag.substr(std::min<std::size_t>(tag.size(), tag.starts_with("</") ? 2 : 1));
        return fold_case(name.substr(0, name.find_first_of(" \t\n/>")));
    }

    /// "<s>": what it holds is not read. Returns whether the tag is one of these.
    bool take_struck_tag(std::string_view tag) {
        const std::string name = name_of_tag(tag);
        if (name != "s" && name != "strike" && name != "del") {
            return false;
        }
        const bool closes = tag.starts_with("</");
        unread_ += closes ? 0 : 1;
        struck_tags_ += closes ? 0 : 1;
        if (closes) {
            end_struck_tag();
        }
        return true;
    }

    void end_struck_tag() {
        if (struck_tags_ > 0) {
            --struck_tags_;
            --unread_;
            omit("struck text", std::exchange(struck_, {}));
        }
    }

    /// Tags of emphasis, of raised text and of line breaks are the only ones in running text that mean
    /// something.
    void take_tag(std::string_view tag) {
        const bool closes = tag.starts_with("</");
        const std::string name = name_of_tag(tag);
        if (name == "sup") {
            take_superscript_tag(closes);
        } else if (name == "br") {
            text_ += '\n';
        } else if (element_kind(name) == ElementKind::heading && !is_marked_heading_) {
            flush(); // md4c takes such a line for a paragraph
            heading_ = closes ? 0 : name[1] - '0';
        } else if (is_emphasis_element(name)) {
            closes ? emphasis_.close(text_.size()) : emphasis_.open(text_.size());
        }
    }

    void omit(const char* kind, std::string text) {
        if (has_letter_or_digit(text)) {
            outline_.omissions.push_back({kind, std::move(text), text_line_});
        }
    }

    /// Markup is read inside the elements that markup before it left open.
    void add_html(const std::string& markup) {
        const std::string open = open_elements_.start_tags();
        open_elements_.add(markup);
        Outline part = read_html_part(open + markup, name_, std::max<std::size_t>(text_line_, 1), scope_);
        const auto append = [](auto& from, auto& to) {
            std::move(from.begin(), from.end(), std::back_inserter(to));
        };
        if (!outline_.blocks.empty() && holds_picture(markup)) {
            outline_.blocks.back().is_before_picture = true;
        }
        append(part.blocks, outline_.blocks);
        append(part.omissions, outline_.omissions);
        append(part.diagnostics, outline_.diagnostics);
    }

    /// The text after a hyphen at the end of a line.
    void continue_line(std::string_view text) {
        wraps_ = false;
        const std::string piece = with_superscripts(text);
        std::string joined = text_;
        line_ends_.append(joined, piece);
        emphasis_.cut(std::min(joined.size() - piece.size(), text_.size()));
        text_ = std::move(joined);
    }

    /// The parser hands on pieces of its input, in order.
    void count_lines_to(std::string_view text) {
        const std::less<> before;
        const char* const begin = source_.data();
        const bool inside =
            !text.empty() && !before(text.data(), begin) && before(text.data(), begin + source_.size());
        const std::size_t at = inside ? static_cast<std::size_t>(text.data() - begin) : counted_;
        if (at > counted_) {
            const std::string_view passed = source_.substr(counted_, at - counted_);
            line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
            counted_ = at;
        }
    }

    void flush() {
        while (struck_tags_ > 0) {
            end_struck_tag();
        }
        const std::string text = std::exchange(text_, {});
        superscript_start_ = std::string::npos;
        const std::string marked = without_references(emphasis_.marked(text));
        emphasis_.clear();
        wraps_ = false;
        // "[^1]: ..." is the body of a footnote.
        if (text.starts_with("[^") && text.find("]:") != std::string::npos) {
            omit("notes", text);
            return;
        }
        std::vector<EmphasisedText> lines;
        for (std::string_view rest = marked; !rest.empty();) {
            const std::string_view line = cut_front(rest, '\n');
            if (EmphasisedText normalised = normalise_block(line); !normalised.text.empty()) {
                lines.push_back(std::move(normalised));
            }
        }
        lines = heading_ > 0 ? std::move(lines) : joined_lines(std::move(lines), line_ends_);
        const bool stands_for_itself = items_ > 0 || lines.size() > 1;
        const Block::Kind kind = heading_ > 0        ? Block::Kind::heading
                                 : stands_for_itself ? Block::Kind::line
                                                     : Block::Kind::paragraph;
        for (EmphasisedText& line : lines) {
            outline_.blocks.push_back(
                {kind, heading_, std::move(line.text), text_line_, std::move(line.emphases)});
            outline_.blocks.back().is_item = items_ > 0 && heading_ == 0 && lines.size() == 1;
        }
    }

    std::string_view source_;
    LineEnds line_ends_;
    std::size_t counted_ = 0; ///< bytes of the source whose lines are counted
    std::size_t line_;
    const std::string& name_;
    HtmlScope scope_;
    Outline& outline_;
    OpenElements open_elements_;
    std::string struck_; ///< what is not read of the open span
    int struck_spans_ = 0;
    int struck_tags_ = 0; ///< open tags of struck text
    bool is_html_ = false;
    bool is_code_ = false;
    std::string text_;
    EmphasisLog emphasis_;
    std::size_t text_line_ = 0;
    std::size_t link_start_ = 0;
    std::size_t superscript_start_ = std::string::npos; ///< of what an open "<sup>" holds
    int heading_ = 0;
    bool is_marked_heading_ = false; ///< it is one of Markdown, not of HTML
    int items_ = 0;
    int unread_ = 0;
    bool opens_struck_ = false; ///< a span between tildes has just begun
    bool wraps_ = false;        ///< the text ends with a hyphen at the end of a line
    bool lowered_ = false;      ///< and is what stands low
};

MarkdownReader& reader_of(void* user) {
    return *static_cast<MarkdownReader*>(user);
}

/// Adds the blocks of a text without front matter to an outline.
void parse(const std::string& body, std::size_t lines, const std::string& name, HtmlScope scope,
           Outline& outline) {
    MarkdownReader reader(body, lines, name, scope, outline);
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                   MD_FLAG_WIKILINKS; // to collapse white space would lose tabs
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        reader_of(user).enter_block(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        reader_of(user).leave_block(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
        reader_of(user).enter_span(type);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        reader_of(user).leave_span(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
        reader_of(user).take_text(type, {piece, size});
        return 0;
    };
    if (md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &reader) != 0) {
        throw Error(ErrorKind::input, "the Markdown cannot be read: the file is too large for the parser",
                    {name, 0});
    }
}

/// A text of which all is in elements that surround the text elsewhere is read with them.
Outline read(std::string_view text, const std::string& name, HtmlScope scope) {
    Outline outline;
    std::size_t lines = 0;
    const std::string_view rest = take_front_matter(text, name, outline, lines);
    const std::string body = in_common_markdown(without_generator_marks(rest, lines, outline.omissions));
    check_markdown_limits(body, name, lines);
    Outline all = outline;
    parse(body, lines, name, scope, outline);
    if (holds_sentence(outline.blocks) || body.find('<') == std::string::npos) {
        return outline;
    }
    scope.everything = true;
    parse(body, lines, name, scope, all);
    if (!holds_prose(all.blocks)) {
        return outline;
    }
    all.diagnostics.push_back(
        {kinds_left_out(outline) + " are read, because nothing else of the page is text", {name, 0}});
    return all;
}

} // namespace

Outline read_markdown(std::string_view text, const std::string& name) {
    return read(text, name, {});
}

Outline read_markdown_with_captions(std::string_view text, const std::string& name) {
    return read(text, name, {true, false, false});
}

} // namespace recital
