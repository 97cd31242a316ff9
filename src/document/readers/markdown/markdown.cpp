// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/markdown.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/emphasis.h"
#include "document/inline/line_end.h"
#include "document/inline/markup.h"
#include "document/inline/superscript.h"
#include "document/readers/markdown/dialects.h"
#include "document/readers/markdown/front_matter.h"
#include "document/readers/markdown/limits.h"
#include "document/structure/broken_lines.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
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
    MarkdownReader(std::string_view text, std::size_t lines_before, const std::string& name, Outline& outline)
        : source_(text), line_ends_(text), line_(lines_before + 1), name_(name), outline_(outline) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_H:
            heading_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            text_.clear();
            break;
        case MD_BLOCK_LI:
            flush();
            ++items_;
            break;
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
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
            flush();
            heading_ = 0;
            break;
        case MD_BLOCK_P:
            flush();
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
        case MD_BLOCK_HTML:
            --unread_;
            break;
        default:
            break;
        }
    }

    void enter_span(MD_SPANTYPE type) {
        unread_ += static_cast<int>(is_unread(type));
        opens_struck_ = type == MD_SPAN_DEL;
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
        if (unread_ > 0) {
            return;
        }
        if (text_.empty()) {
            text_line_ = line_;
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

    /// Tags of emphasis and of raised text are the only ones in running text that mean something.
    void take_tag(std::string_view tag) {
        const bool closes = tag.starts_with("</");
        std::string_view name = tag.substr(std::min<std::size_t>(tag.size(), closes ? 2 : 1));
        name = name.substr(0, name.find_first_of(" \t\n/>"));
        if (fold_case(name) == "sup") {
            take_superscript_tag(closes);
            return;
        }
        if (!is_emphasis_element(fold_case(name))) {
            return;
        }
        closes ? emphasis_.close(text_.size()) : emphasis_.open(text_.size());
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
        const std::string text = std::exchange(text_, {});
        superscript_start_ = std::string::npos;
        const std::string marked = without_references(emphasis_.marked(text));
        emphasis_.clear();
        wraps_ = false;
        // "[^1]: ..." is the body of a footnote.
        if (text.starts_with("[^") && text.find("]:") != std::string::npos) {
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
        }
    }

    std::string_view source_;
    LineEnds line_ends_;
    std::size_t counted_ = 0; ///< bytes of the source whose lines are counted
    std::size_t line_;
    const std::string& name_;
    Outline& outline_;
    std::string text_;
    EmphasisLog emphasis_;
    std::size_t text_line_ = 0;
    std::size_t link_start_ = 0;
    std::size_t superscript_start_ = std::string::npos; ///< of what an open "<sup>" holds
    int heading_ = 0;
    int items_ = 0;
    int unread_ = 0;
    bool opens_struck_ = false; ///< a span between tildes has just begun
    bool wraps_ = false;        ///< the text ends with a hyphen at the end of a line
    bool lowered_ = false;      ///< and is what stands low
};

MarkdownReader& reader_of(void* user) {
    return *static_cast<MarkdownReader*>(user);
}

} // namespace

Outline read_markdown(std::string_view text, const std::string& name) {
    Outline outline;
    std::size_t lines = 0;
    const std::string body = in_common_markdown(take_front_matter(text, name, outline, lines));
    check_markdown_limits(body, name, lines);
    MarkdownReader reader(body, lines, name, outline);
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS |
                   MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_WIKILINKS;
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
    return outline;
}

} // namespace recital
