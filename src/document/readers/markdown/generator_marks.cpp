// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/markdown/generator_marks.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <utility>

namespace recital {

namespace {

constexpr std::size_t max_tag = 2000; ///< bytes

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) {
        return is_ascii_lower(byte) || is_ascii_upper(byte) || is_ascii_digit(byte) || byte == '-' ||
               byte == '_';
    });
}

/// Cuts the first attribute off: up to a blank that is not in quotation marks.
std::string_view cut_attribute(std::string_view& list) {
    char quote = '\0';
    std::size_t end = 0;
    for (; end < list.size(); ++end) {
        const char byte = list[end];
        if (quote == '\0' && (byte == ' ' || byte == '\t')) {
            break;
        }
        quote = quote == byte ? '\0' : (quote == '\0' && (byte == '"' || byte == '\'') ? byte : quote);
    }
    const std::string_view attribute = list.substr(0, end);
    list = trimmed(list.substr(end), " \t");
    return attribute;
}

/// Whether the text is a list of attributes: ".wide #early width="300"". `words`: whether it may consist of
/// words alone, which refer to a list elsewhere.
bool is_attribute_list(std::string_view list, bool words) {
    list = trimmed(list, " \t:");
    bool has_any = words;
    while (!list.empty()) {
        const std::string_view attribute = cut_attribute(list);
        const auto equals = attribute.find('=');
        const bool is_name = attribute.front() == '.' || attribute.front() == '#';
        const bool is_pair = equals != npos && is_word(attribute.substr(0, equals));
        if (!is_pair && !is_word(attribute.substr(is_name ? 1 : 0)) &&
            !(is_name && attribute.find('.', 1) != npos)) {
            return false;
        }
        has_any = has_any || is_name || is_pair;
        if (!is_name && !is_pair && !words) {
            return false;
        }
    }
    return has_any;
}

/// Whether the line begins with the mark of an item: "* TOC", "1. Contents".
bool is_item(std::string_view line) {
    line = trimmed(line, " \t");
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view mark = line.substr(digits, 2);
    return digits > 0 ? mark == ". " || mark == ") " : mark == "* " || mark == "- " || mark == "+ ";
}

/// Passes over a text once and copies what remains of it.
class GeneratorMarks {
public:
    GeneratorMarks(std::string_view text, std::size_t lines_before, std::vector<Omission>& omissions)
        : text_(text), line_(lines_before + 1), omissions_(omissions) {}

    std::string read() {
        while (at_ < text_.size()) {
            const bool begins_line = at_ == 0 || text_[at_ - 1] == '\n';
            if ((begins_line && take_line()) || (in_target_ && take_target()) ||
                (text_[at_] == '{' && take_mark())) {
                continue;
            }
            const bool opens_target = rest().starts_with("](");
            in_target_ = opens_target;
            depth_ = opens_target ? 1 : 0;
            copy(opens_target ? 2 : 1);
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    /// Up to `max_tag` bytes.
    [[nodiscard]] std::string_view rest_of_line() const {
        const std::string_view reach = rest().substr(0, max_tag);
        return reach.substr(0, reach.find('\n'));
    }

    void copy(std::size_t bytes) {
        const std::string_view copied = rest().substr(0, bytes);
        result_ += copied;
        line_ += static_cast<std::size_t>(std::count(copied.begin(), copied.end(), '\n'));
        at_ += copied.size();
    }

    /// Leaves out bytes, but for the ends of lines.
    void leave_out(std::size_t bytes) {
        const std::string_view left_out = rest().substr(0, bytes);
        const auto lines = std::count(left_out.begin(), left_out.end(), '\n');
        result_.append(static_cast<std::size_t>(lines), '\n');
        line_ += static_cast<std::size_t>(lines);
        at_ += left_out.size();
    }

    void omit(const char* kind, std::size_t bytes) {
        omissions_.push_back({kind, std::string(rest().substr(0, std::min(bytes, max_tag))), line_});
        leave_out(bytes);
    }

    /// A line that is an attribute list and nothing else, and "[hall]: {{ site.url }}/hall.html", after which
    /// the rest of the line is an address.
    bool take_line() {
        const std::string_view line = rest_of_line();
        const auto colon = line.find("]: ");
        in_target_ = line.starts_with('[') && colon != npos && line.find(']') == colon;
        depth_ = 0;
        if (in_target_) {
            copy(colon + 2);
            return true;
        }
        return take_list_line(line) || take_element_of_markdown(line);
    }

    /// "<div markdown="1">": what it holds is Markdown, so that the tag is not needed.
    bool take_element_of_markdown(std::string_view line) {
        const auto end = line.starts_with('<') ? line.find('>') : npos;
        const std::string_view tag = end == npos ? std::string_view() : line.substr(0, end + 1);
        constexpr std::string_view attribute = " markdown";
        const auto at = tag.find(attribute);
        if (at == npos) {
            return false;
        }
        std::string_view value = tag.substr(at + attribute.size());
        const bool has_value = value.starts_with('=');
        value = trimmed(value.substr(1, value.find_first_of(" >", 1) - 1), "\"'");
        const bool is_off = has_value && (value == "0" || value == "false");
        const bool is_name = has_value || std::string_view(" >").find(tag[at + attribute.size()]) != npos;
        if (is_off || !is_name) {
            return false;
        }
        leave_out(tag.size());
        return true;
    }

    bool take_list_line(std::string_view line) {
        const std::string_view list = trimmed(line, " \t\r");
        if (!list.starts_with("{:") || list.starts_with("{::") || !list.ends_with('}')) {
            return false;
        }
        std::string_view attributes = trimmed(list.substr(2, list.size() - 3), " \t:");
        if (!is_attribute_list(attributes, true)) {
            return false;
        }
        if (fold_case(cut_attribute(attributes)) == "toc") {
            drop_item_above();
        }
        leave_out(line.size());
        return true;
    }

    void drop_item_above() {
        if (!result_.ends_with('\n')) {
            return;
        }
        const auto end = result_.size() - 1;
        const auto before = end == 0 ? std::string::npos : result_.rfind('\n', end - 1);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        if (is_item(std::string_view(result_).substr(begin, end - begin))) {
            result_.erase(begin, end - begin);
        }
    }

    /// Inside the parentheses of a link: a template is one sign of the address.
    bool take_target() {
        const char byte = text_[at_];
        if (byte == '\n') {
            in_target_ = false;
            return false;
        }
        for (const auto& [open, close] : {std::pair("{{", "}}"), std::pair("{%", "%}")}) {
            const auto end = rest().starts_with(open) ? rest_of_line().find(close) : npos;
            if (end != npos) {
                result_ += '_';
                at_ += end + 2;
                return true;
            }
        }
        depth_ += byte == '(' ? 1 : 0;
        depth_ -= byte == ')' ? 1 : 0;
        in_target_ = byte != ')' || depth_ > 0;
        copy(1);
        return true;
    }

    bool take_mark() {
        const std::string_view begin = rest().substr(0, 3);
        if (begin.starts_with("{%")) {
            return take_tag();
        }
        if (begin == "{::" || begin == "{:/") {
            return take_extension();
        }
        return take_attributes();
    }

    /// "{% include a.html %}", "{%- comment -%} ... {%- endcomment -%}".
    bool take_tag() {
        const auto close = rest().substr(0, max_tag).find("%}");
        const std::string_view inside =
            close == npos ? std::string_view() : trimmed(rest().substr(2, close - 2), " -\t\n");
        const std::string_view word = inside.substr(0, inside.find_first_of(" \t\n"));
        if (!is_word(word)) {
            return false;
        }
        const std::size_t end = word == "comment" ? end_of_comment("endcomment", "%}") : 0;
        omit(end == 0 ? "tags of templates" : "comments", end == 0 ? close + 2 : end);
        return true;
    }

    /// "{::comment} ... {:/comment}", "{::nomarkdown}", "{:/}".
    bool take_extension() {
        const auto close = rest_of_line().find('}');
        const std::string_view inside =
            close == npos ? std::string_view() : trimmed(rest().substr(3, close - 3), " /");
        if (close == npos || (!inside.empty() && !is_word(inside.substr(0, inside.find(' '))))) {
            return false;
        }
        const std::size_t end = inside == "comment" && text_[at_ + 2] == ':' ? end_of_comment("{:/", "}") : 0;
        if (end == 0) {
            leave_out(close + 1);
        } else {
            omit("comments", end);
        }
        return true;
    }

    /// The length of a comment that begins here, up to `last` after `closing`; 0 if it does not end.
    std::size_t end_of_comment(std::string_view closing, std::string_view last) {
        const auto begin = has_open_comment_ ? npos : rest().find(closing);
        const auto end = begin == npos ? npos : rest().find(last, begin);
        has_open_comment_ = end == npos; // the text is not searched again
        return end == npos ? 0 : end + last.size();
    }

    /// "{: .wide}" after words, "{width=50%}" after a link or a picture.
    bool take_attributes() {
        const bool is_kramdown = rest().starts_with("{:");
        const bool after_link = result_.ends_with(')') || result_.ends_with(']');
        const auto close = is_kramdown || after_link ? rest_of_line().find('}') : npos;
        if (close == npos || !is_attribute_list(rest().substr(1, close - 1), false)) {
            return false;
        }
        leave_out(close + 1);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_;
    std::vector<Omission>& omissions_;
    std::string result_;
    bool in_target_ = false; ///< inside the address of a link
    int depth_ = 0;          ///< of the parentheses of that address
    bool has_open_comment_ = false;
};

} // namespace

std::string without_generator_marks(std::string_view text, std::size_t lines_before,
                                    std::vector<Omission>& omissions) {
    if (text.find('{') == npos && text.find(" markdown") == npos) {
        return std::string(text);
    }
    return GeneratorMarks(text, lines_before, omissions).read();
}

} // namespace recital
