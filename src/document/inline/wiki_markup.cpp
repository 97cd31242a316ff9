// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/wiki_markup.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/inline/link_leftovers.h"
#include "document/inline/wiki_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recital {

namespace {

constexpr int max_nesting = 8;

/// The position after the `close` that belongs to the `open` at `begin`; npos if there is none within
/// `max_length` bytes.
std::size_t after_pair(std::string_view text, std::size_t begin, std::string_view open,
                       std::string_view close, std::size_t max_length) {
    const std::string_view reach = text.substr(0, std::min(text.size(), begin + max_length));
    int depth = 0;
    for (std::size_t at = begin; at < reach.size();) {
        if (reach.substr(at).starts_with(close)) {
            at += close.size();
            if (--depth == 0) {
                return at;
            }
        } else if (reach.substr(at).starts_with(open)) {
            at += open.size();
            ++depth;
        } else {
            ++at;
        }
    }
    return npos;
}

/// The parts between the "|" that are not inside of links and templates.
std::vector<std::string_view> parts_of(std::string_view inside) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        const std::string_view two = inside.substr(at, 2);
        if (two == "[[" || two == "{{") {
            ++depth;
            ++at;
        } else if (two == "]]" || two == "}}") {
            --depth;
            ++at;
        } else if (inside[at] == '|' && depth == 0) {
            parts.push_back(inside.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.push_back(inside.substr(begin));
    return parts;
}

bool is_address(std::string_view target) {
    return target.starts_with("http://") || target.starts_with("https://") || target.starts_with("//") ||
           target.starts_with("mailto:") || target.starts_with("ftp://") || target.starts_with("www.");
}

/// "ida@example.org"
bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    const auto dot = text.rfind('.');
    return at != npos && at > 0 && dot != npos && dot > at + 1 && dot + 2 < text.size() &&
           text.find('@', at + 1) == npos && text.find_first_of("=\"'<>/") == npos;
}

/// What is between the parentheses of "[label](...)": an address, a path, an anchor, with or without a title.
bool is_link_target(std::string_view target) {
    target = trimmed(target, " <>");
    const std::string_view place = target.substr(0, target.find(' '));
    const std::string_view title = trimmed(target.substr(place.size()), " ");
    if (place.empty() || (!title.empty() && title.front() != '"' && title.front() != '\'')) {
        return false;
    }
    const auto dot = place.rfind('.');
    const std::string_view extension = dot == npos ? std::string_view() : place.substr(dot + 1);
    const bool file = dot != npos && dot > 0 && extension.size() >= 2 && extension.size() <= 5 &&
                      extension.find_first_of("0123456789") != 0;
    return is_address(place) || place.front() == '#' || place.front() == '/' || place.starts_with("./") ||
           file || place.find("://") != npos;
}

/// Reads one text from its begin to its end; what it leaves out keeps its line breaks.
class WikiMarkup {
public:
    WikiMarkup(std::string_view text, int depth, std::vector<Omission>& omissions)
        : text_(text), depth_(depth), omissions_(omissions),
          is_wiki_(text.find("[[") != npos || text.find("{{") != npos || text.find("'''") != npos ||
                   text.starts_with("==") || text.find("\n==") != npos) {}

    std::string read() {
        static constexpr ByteSet beginnings("[!{<'_=");
        while (at_ < text_.size()) {
            const std::size_t next = beginnings.find_in(text_, at_);
            result_.append(text_, at_, next == npos ? npos : next - at_);
            at_ = next;
            if (next == npos) {
                break;
            }
            if (!take()) {
                result_ += text_[at_++];
            }
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    bool take() {
        switch (text_[at_]) {
        case '[':
            return take_edit_link() || take_linked_mark() || take_link() || take_external_link() ||
                   take_markdown_link(at_, false);
        case '!':
            return rest().starts_with("![") && take_markdown_link(at_ + 1, true);
        case '{':
            return take_table() || take_template();
        case '<':
            return take_comment() || take_address() || take_element();
        case '\'':
            return take_quotes();
        case '=':
            return take_heading();
        default:
            return take_switch();
        }
    }

    /// As `after_pair`; a text with many brackets that nobody closes is not searched for them for ever.
    std::size_t after(std::size_t begin, std::string_view open, std::string_view close,
                      std::size_t max_length) {
        constexpr std::size_t max_failures = 1000;
        const std::size_t end =
            failures_ < max_failures ? after_pair(text_, begin, open, close, max_length) : npos;
        failures_ += end == npos ? 1 : 0;
        return end;
    }

    /// Leaves out the text up to `end`.
    bool skip(std::size_t end, const char* kind) {
        const std::string_view skipped = text_.substr(at_, end - at_);
        if (kind != nullptr) {
            const std::string_view before = text_.substr(0, at_);
            const auto line = static_cast<std::size_t>(
                std::count(before.begin() + static_cast<std::ptrdiff_t>(counted_), before.end(), '\n'));
            line_ += line;
            counted_ = at_;
            omissions_.push_back({kind, std::string(trimmed(skipped)), line_});
        }
        const bool after_blank = result_.empty() || result_.back() == ' ' || result_.back() == '\n';
        result_.append(static_cast<std::size_t>(std::count(skipped.begin(), skipped.end(), '\n')), '\n');
        at_ = end;
        if (after_blank && rest().starts_with(' ')) {
            ++at_;
        }
        return true;
    }

    /// Puts a text that may hold markup itself in place of that up to `end`.
    bool replace(std::size_t end, std::string_view inside) {
        const std::string_view replaced = text_.substr(at_, end - at_);
        const std::string read =
            depth_ < max_nesting ? WikiMarkup(inside, depth_ + 1, omissions_).read() : std::string(inside);
        const auto lost =
            std::count(replaced.begin(), replaced.end(), '\n') - std::count(read.begin(), read.end(), '\n');
        result_ += read;
        result_.append(static_cast<std::size_t>(std::max<std::ptrdiff_t>(lost, 0)), '\n');
        at_ = end;
        return true;
    }

    /// "Early life[edit]": a line of a copied page that ends so is a heading.
    bool take_edit_link() {
        constexpr std::size_t max_heading = 80;
        if (!rest().starts_with("[edit")) {
            return false;
        }
        const std::string_view line = rest().substr(0, rest().find('\n'));
        const std::string link = fold_case(trimmed(line.substr(0, max_heading)));
        const auto begin = result_.find_last_of('\n') + 1; // 0 on the first line
        if ((link != "[edit]" && link != "[edit | edit source]" && link != "[edit source]") || depth_ > 0 ||
            begin == 0 || result_.size() == begin || result_.size() - begin > max_heading ||
            result_[begin] == '#') {
            return false;
        }
        result_.insert(begin, "## ");
        at_ += line.size();
        return true;
    }

    /// "[[2]](address)" and "[\\[2\\]](address)", a reference mark that is a link, and "[[2]]" at the end of
    /// a word, as "[2]".
    bool take_linked_mark() {
        constexpr std::size_t max_mark = 40;
        constexpr std::size_t max_target = 2000;
        const std::size_t open = rest().starts_with("[[") ? 2 : (rest().starts_with("[\\[") ? 3 : 0);
        const std::string_view closing = open == 3 ? "\\]]" : "]]";
        const auto close = open == 0 ? npos : rest().substr(0, max_mark).find(closing);
        if (close == npos || close == open) {
            return false;
        }
        const std::string_view inside = rest().substr(open, close - open);
        std::size_t end = at_ + close + closing.size();
        if (inside.find_first_of("[]|\n") != npos) {
            return false;
        }
        const std::size_t target = text_.substr(end, 1) == "(" ? after(end, "(", ")", max_target) : npos;
        const bool linked = target != npos && is_link_target(text_.substr(end + 1, target - end - 2));
        constexpr std::size_t max_digits = 3;
        const bool attached = at_ > 0 && std::string_view(" \n").find(text_[at_ - 1]) == npos &&
                              is_digits(inside) && inside.size() <= max_digits;
        if (!linked && !attached) {
            return false;
        }
        result_.append("[").append(inside).append("]");
        at_ = linked ? target : end;
        return true;
    }

    bool take_link() {
        constexpr std::size_t max_length = 4000;
        const std::size_t end = rest().starts_with("[[") ? after(at_, "[[", "]]", max_length) : npos;
        if (end == npos) {
            return false;
        }
        std::string_view inside = text_.substr(at_ + 2, end - at_ - 4);
        const auto colon = inside.substr(0, inside.find('|')).find(':');
        const std::string space = fold_case(trimmed(inside.substr(0, colon == npos ? 0 : colon), " "));
        const bool language = space.size() >= 2 && space.size() <= 3 && inside.find('|') == npos &&
                              space.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == npos;
        if (colon != npos && colon > 0 && (WikiWords::known().namespaces.contains(space) || language)) {
            return skip(end, "files and categories of a wiki");
        }
        inside.remove_prefix(inside.starts_with(':') ? 1 : 0);
        const auto parts = parts_of(inside);
        const std::string_view label = parts.size() > 1 && !trimmed(parts.back()).empty()
                                           ? parts.back()
                                           : parts.front().substr(0, parts.front().find(" ("));
        return replace(end, parts.size() > 1 ? label : parts.front());
    }

    /// "[https://example.org label]"
    bool take_external_link() {
        constexpr std::size_t max_length = 1000;
        if (!is_address(text_.substr(at_ + 1, 10))) {
            return false;
        }
        const auto close = text_.substr(0, at_ + max_length).find_first_of("]\n", at_);
        if (close == npos || text_[close] == '\n' || text_.substr(close + 1, 1) == "(") {
            return false;
        }
        const auto blank = text_.substr(0, close).find(' ', at_);
        return blank == npos ? skip(close + 1, "addresses of links")
                             : replace(close + 1, text_.substr(blank + 1, close - blank - 1));
    }

    /// "[label](address)", and "![description](picture)", which is not read.
    bool take_markdown_link(std::size_t open, bool picture) {
        constexpr std::size_t max_label = 500;
        constexpr std::size_t max_target = 2000;
        const std::size_t label_end = after(open, "[", "]", max_label);
        if (label_end == npos || text_.substr(label_end, 1) != "(") {
            return false;
        }
        const std::size_t end = after(label_end, "(", ")", max_target);
        if (end == npos || !is_link_target(text_.substr(label_end + 1, end - label_end - 2))) {
            return false;
        }
        return picture ? skip(end, "pictures") : replace(end, text_.substr(open + 1, label_end - open - 2));
    }

    /// "{| class=... |}", at the start of a line.
    bool take_table() {
        constexpr std::size_t max_length = 200'000;
        const bool begins_line = at_ == 0 || text_[at_ - 1] == '\n' || text_[at_ - 1] == ':';
        const std::size_t end =
            begins_line && rest().starts_with("{|") ? after(at_, "{|", "|}", max_length) : npos;
        return end != npos && skip(end, "tables");
    }

    bool take_template() {
        constexpr std::size_t max_length = 20'000;
        const std::size_t end = rest().starts_with("{{") ? after(at_, "{{", "}}", max_length) : npos;
        if (end == npos) {
            return false;
        }
        const auto parts = parts_of(text_.substr(at_ + 2, end - at_ - 4));
        const auto& templates = WikiWords::known().templates;
        const auto known = templates.find(fold_case(trimmed(parts.front())));
        if (known == templates.end()) {
            return skip(end, "templates of a wiki");
        }
        return replace(end, filled(known->second, parts));
    }

    /// The form of a template with its arguments: "circa $1".
    static std::string filled(std::string_view form, const std::vector<std::string_view>& parts) {
        std::vector<std::string_view> arguments;
        bool month_first = false;
        for (auto part = std::next(parts.begin()); part != parts.end(); ++part) {
            const auto equals = part->find('=');
            const bool named = equals != npos && part->substr(0, equals).find(' ') == npos &&
                               !is_digits(trimmed(part->substr(0, equals)));
            month_first = month_first || part->starts_with("mf=");
            if (!named) {
                arguments.push_back(trimmed(equals == npos ? *part : part->substr(equals + 1)));
            }
        }
        std::string text;
        for (std::size_t at = 0; at < form.size(); ++at) {
            if (form[at] != '$' || at + 1 == form.size()) {
                text += form[at];
                continue;
            }
            ++at;
            if (form[at] == 'D') {
                text += date_of_template(arguments, month_first);
                continue;
            }
            const std::size_t index =
                form[at] == 'L' ? arguments.size() - 1 : static_cast<std::size_t>(form[at] - '1');
            text += index < arguments.size() ? arguments[index] : std::string_view();
        }
        return text;
    }

    /// "<!-- x -->" and the malformed "<! --x-->"
    bool take_comment() {
        constexpr std::size_t max_length = 20'000;
        if (!rest().starts_with("<!")) {
            return false;
        }
        const std::string_view reach = text_.substr(0, std::min(text_.size(), at_ + max_length));
        const auto dashes = reach.find("-->", at_);
        const bool proper = rest().starts_with("<!--") || rest().starts_with("<! --");
        const auto close = proper ? dashes : npos;
        return close != npos && skip(close + 3, nullptr);
    }

    /// "<https://example.org>", "<ida@example.org>"
    bool take_address() {
        constexpr std::size_t max_length = 1000;
        const auto close = text_.substr(0, at_ + max_length).find_first_of("> \n", at_);
        if (close == npos || text_[close] != '>') {
            return false;
        }
        constexpr std::string_view scheme = "mailto:";
        std::string_view address = text_.substr(at_ + 1, close - at_ - 1);
        address.remove_prefix(address.starts_with(scheme) ? scheme.size() : 0);
        if (!is_address(address) && !is_mail_address(address)) {
            return false;
        }
        result_ += address;
        at_ = close + 1;
        return true;
    }

    /// "<ref name=x>...</ref>" and "<ref name=x />"
    bool take_element() {
        constexpr std::size_t max_name = 16;
        constexpr std::size_t max_tag = 300;
        constexpr std::size_t max_length = 20'000;
        const bool closes = rest().starts_with("</");
        const std::size_t begin = at_ + (closes ? 2 : 1);
        const auto name_end = text_.substr(0, begin + max_name).find_first_of(" />\n", begin);
        const auto tag_end = name_end == npos ? npos : text_.substr(0, at_ + max_tag).find('>', name_end);
        if (tag_end == npos) {
            return false;
        }
        const std::string name = fold_case(text_.substr(begin, name_end - begin));
        if (name == "nowiki" || name == "poem") {
            return skip(tag_end + 1, nullptr);
        }
        if (!WikiWords::known().elements.contains(name)) {
            return false;
        }
        if (closes || text_[tag_end - 1] == '/') {
            return skip(tag_end + 1, "references");
        }
        const std::string_view reach = text_.substr(0, std::min(text_.size(), tag_end + max_length));
        const auto close = reach.find("</" + name, tag_end);
        const auto end = close == npos ? npos : reach.find('>', close);
        return skip(end == npos ? tag_end + 1 : end + 1, "references");
    }

    /// "''italic''" and "'''bold'''" of a wiki.
    bool take_quotes() {
        const std::size_t count = std::min(rest().find_first_not_of('\''), rest().size());
        if (count < 2 || count == 4 || count > 5 || !is_wiki_) {
            result_.append(count, '\'');
            at_ += count;
            return true;
        }
        at_ += count;
        return true;
    }

    /// "== Early life ==" as "## Early life", in a text of several lines.
    bool take_heading() {
        constexpr std::size_t max_level = 6;
        if (at_ != 0 && text_[at_ - 1] != '\n') {
            return take_signs('=');
        }
        const std::string_view line = trimmed(rest().substr(0, rest().find('\n')));
        const std::size_t level = std::min(line.find_first_not_of('='), line.size());
        if (depth_ > 0 || level < 2 || level > max_level || line.size() <= 2 * level ||
            line.size() == text_.size() || line.find_last_not_of('=') != line.size() - level - 1) {
            return take_signs('=');
        }
        result_.append(level, '#');
        result_ += ' ';
        at_ = static_cast<std::size_t>(line.data() - text_.data()) + level;
        return replace(at_ + line.size() - 2 * level, trimmed(line.substr(level, line.size() - 2 * level))) &&
               skip(at_ + level, nullptr);
    }

    /// Keeps a row of the sign.
    bool take_signs(char sign) {
        const std::size_t end = std::min(text_.find_first_not_of(sign, at_), text_.size());
        result_.append(text_, at_, end - at_);
        at_ = end;
        return true;
    }

    /// "__TOC__"
    bool take_switch() {
        constexpr std::size_t max_length = 30;
        if (!rest().starts_with("__") || (!is_wiki_ && rest().substr(0, max_length).find("TOC__") == npos)) {
            return false;
        }
        const std::size_t end = text_.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at_ + 2);
        const bool is_switch = end != npos && end > at_ + 4 && end - at_ < max_length &&
                               text_.substr(end).starts_with("__") && text_.substr(end + 2, 1) != "_";
        return is_switch && skip(end + 2, nullptr);
    }

    std::string_view text_;
    int depth_;
    std::vector<Omission>& omissions_;
    bool is_wiki_;
    std::string result_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t failures_ = 0; ///< searches for a closing bracket without success
    std::size_t counted_ = 0;  ///< the position up to which `line_` counts
};

} // namespace

std::string without_wiki_markup(std::string_view text, std::vector<Omission>& omissions) {
    constexpr std::array<std::string_view, 11> signs = {"[edit", "[[", "{{",    "{|", "''", "<!",
                                                        "<r",    "](", "[http", "__", "=="};
    const bool plain = std::none_of(signs.begin(), signs.end(),
                                    [text](std::string_view sign) { return text.find(sign) != npos; }) &&
                       text.find('<') == npos;
    return without_link_leftovers(plain ? std::string(text) : WikiMarkup(text, 0, omissions).read(),
                                  omissions);
}

} // namespace recital
