// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/markup.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/emphasis.h"
#include "document/inline/superscript.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace recital {

namespace {

/// Elements inside a line; their tags are removed without a replacement.
constexpr std::array<std::string_view, 34> phrase_elements = {
    "a",      "abbr",   "acronym", "b",   "bdi",  "bdo",  "big",  "cite", "code", "data", "del",   "dfn",
    "em",     "font",   "i",       "ins", "kbd",  "mark", "nobr", "q",    "s",    "samp", "small", "span",
    "strike", "strong", "sub",     "sup", "time", "tt",   "u",    "var",  "wbr",  "ruby"};

/// Elements that separate the text before them from the text after them.
constexpr std::array<std::string_view, 46> block_elements = {
    "address", "article", "aside", "blockquote", "body",   "br",      "caption", "center", "dd",    "details",
    "div",     "dl",      "dt",    "figcaption", "figure", "footer",  "h1",      "h2",     "h3",    "h4",
    "h5",      "h6",      "head",  "header",     "hr",     "html",    "img",     "li",     "link",  "main",
    "meta",    "nav",     "ol",    "p",          "pre",    "section", "summary", "table",  "tbody", "td",
    "th",      "thead",   "title", "tr",         "ul",     "tfoot"};

bool is_ascii_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

struct Tag {
    std::string name; ///< empty for what is no tag
    std::size_t end = 0;
    bool closes = false;
    bool parts = false; ///< is between words, not inside a line
    bool bare = false;  ///< without attributes
};

/// The tag that begins at `start`, the position of "<".
Tag tag_at(std::string_view text, std::size_t start) {
    constexpr std::size_t max_length = 2000;
    Tag tag;
    std::size_t at = start + 1;
    tag.closes = at < text.size() && text[at] == '/';
    at += static_cast<std::size_t>(tag.closes);
    const std::size_t name = at;
    while (at < text.size() && at - name < 12 && (is_ascii_letter(text[at]) || is_ascii_digit(text[at]))) {
        ++at;
    }
    const auto end = text.substr(0, std::min(text.size(), start + max_length)).find_first_of("<>", at);
    if (at == name || end == std::string_view::npos || text[end] == '<') {
        return {};
    }
    std::string_view attributes = text.substr(at, end - at);
    if (!attributes.empty() &&
        std::string_view(" \t\n/").find(attributes.front()) == std::string_view::npos) {
        return {};
    }
    tag.bare = attributes.find_first_not_of(" \t\n/") == std::string_view::npos;
    if (!tag.bare && attributes.find('=') == std::string_view::npos) {
        return {};
    }
    std::string folded = fold_case(text.substr(name, at - name));
    tag.parts = std::find(block_elements.begin(), block_elements.end(), folded) != block_elements.end();
    if (!tag.parts &&
        std::find(phrase_elements.begin(), phrase_elements.end(), folded) == phrase_elements.end()) {
        return {};
    }
    tag.name = std::move(folded);
    tag.end = end + 1;
    return tag;
}

/// The last closing tag of each one-letter element in a text, found on first use.
class LastClosingTags {
public:
    explicit LastClosingTags(std::string_view text) : text_(text) {}

    [[nodiscard]] bool follows(std::size_t position, char element) {
        if (!searched_) {
            search();
        }
        return last_.at(static_cast<std::size_t>(element - 'a')) > position;
    }

private:
    void search() {
        searched_ = true;
        for (auto at = text_.find("</"); at != std::string_view::npos; at = text_.find("</", at + 2)) {
            const std::string element = fold_case(text_.substr(at + 2, 1));
            if (!element.empty() && is_ascii_letter(element.front()) && text_.substr(at + 3, 1) == ">") {
                last_.at(static_cast<std::size_t>(element.front() - 'a')) = at + 1;
            }
        }
    }

    std::string_view text_;
    bool searched_ = false;
    std::array<std::size_t, 26> last_{}; ///< its second byte; 0 for none
};

/// Without a later "</b>", "<b>" may be text, as in a formula.
bool is_doubtful(const Tag& tag, LastClosingTags& closing_tags) {
    return !tag.closes && !tag.parts && tag.bare && tag.name.size() == 1 &&
           !closing_tags.follows(tag.end, tag.name.front());
}

/// Appends what is read for superscript or subscript text; returns where it ends, 0 if it is ordinary text.
std::size_t take_superscript(std::string_view text, const Tag& tag, std::string& result) {
    constexpr std::size_t max_length = 8;
    if (tag.name != "sup" || tag.closes) {
        return 0;
    }
    const auto close = text.substr(0, std::min(text.size(), tag.end + max_length)).find("</", tag.end);
    if (close == std::string_view::npos) {
        return 0;
    }
    const Tag closing = tag_at(text, close);
    const std::string_view inside = text.substr(tag.end, close - tag.end);
    if (closing.name != "sup" || inside.find_first_not_of("[]0123456789") != std::string_view::npos) {
        return 0;
    }
    result += read_superscript(result, inside);
    return closing.end;
}

/// The code point of the character reference at `start`, the position of "&"; 0 if there is none. Sets `end`
/// to the position after its semicolon.
char32_t reference_at(std::string_view text, std::size_t start, std::size_t& end) {
    constexpr std::size_t max_length = 34;
    const auto semicolon = text.substr(start, max_length).find(';');
    if (semicolon == std::string_view::npos || semicolon < 2) {
        return 0;
    }
    end = start + semicolon + 1;
    const std::string name(text.substr(start + 1, semicolon - 1));
    if (name.front() != '#') {
        const htmlEntityDesc* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
        return entity == nullptr ? 0 : static_cast<char32_t>(entity->value);
    }
    const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const char* const first = name.data() + (hexadecimal ? 2 : 1);
    const char* const last = name.data() + name.size();
    std::uint32_t value = 0;
    const auto parsed = std::from_chars(first, last, value, hexadecimal ? 16 : 10);
    const bool valid = parsed.ec == std::errc() && parsed.ptr == last && first != last && value >= 0x20 &&
                       value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return valid ? static_cast<char32_t>(value) : 0;
}

/// The same for a reference that was escaped again ("&amp;#39;"): its start is a reference to "&".
char32_t escaped_reference_at(std::string_view text, std::size_t start, std::size_t& end) {
    constexpr std::string_view ampersand = "amp;";
    const char32_t found = reference_at(text, start, end);
    if (found != U'&') {
        return found;
    }
    std::size_t inner = end;
    while (text.substr(inner).starts_with(ampersand)) {
        inner += ampersand.size();
    }
    constexpr std::size_t max_length = 34;
    const std::string unescaped = "&" + std::string(text.substr(inner, max_length));
    std::size_t inner_end = 0;
    if (const char32_t c = reference_at(unescaped, 0, inner_end); c != 0) {
        end = inner + inner_end - 1;
        return c;
    }
    end = inner;
    return found;
}

} // namespace

std::string without_references(std::string text) {
    std::string result;
    std::size_t copied = 0;
    for (auto at = text.find('&'); at != std::string::npos; at = text.find('&', at)) {
        std::size_t end = 0;
        const char32_t c = escaped_reference_at(text, at, end);
        if (c == 0) {
            ++at;
            continue;
        }
        result.append(text, copied, at - copied);
        append_utf8(result, c);
        at = copied = end;
    }
    return copied == 0 ? std::move(text) : result.append(text, copied);
}

std::string without_inline_markup(std::string_view text, InlineEmphasis emphasis) {
    static constexpr ByteSet openers("<&");
    if (!openers.is_in(text)) {
        return std::string(text);
    }
    LastClosingTags closing_tags(text);
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = 0;
        if (text[i] == '<') {
            const Tag tag = tag_at(text, i);
            if (!tag.name.empty() && !is_doubtful(tag, closing_tags)) {
                const std::size_t superscript = take_superscript(text, tag, result);
                result += tag.parts ? " " : "";
                if (emphasis == InlineEmphasis::mark && is_emphasis_element(tag.name)) {
                    result += tag.closes ? emphasis_end : emphasis_begin;
                }
                i = superscript == 0 ? tag.end : superscript;
                continue;
            }
        } else if (text[i] == '&') {
            if (const char32_t c = escaped_reference_at(text, i, end); c != 0) {
                append_utf8(result, c);
                i = end;
                continue;
            }
        }
        result += text[i++];
    }
    return result;
}

bool begins_with_element(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '<') {
        return false;
    }
    if (text.substr(first).starts_with("<!--")) {
        const auto end = text.find("-->", first);
        return end != std::string_view::npos && begins_with_element(text.substr(end + 3));
    }
    const Tag tag = tag_at(text, first);
    return tag.parts && !tag.closes;
}

} // namespace recital
