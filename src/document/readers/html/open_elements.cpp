// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/open_elements.h"

#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

constexpr std::size_t max_bytes = 4096; ///< of all tags

bool is_container(std::string_view name) {
    constexpr std::array<std::string_view, 17> names = {
        "table",      "figure",  "figcaption", "div",  "section", "article", "aside",  "nav", "footer",
        "blockquote", "details", "form",       "menu", "dialog",  "ul",      "header", "ol"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether the content of the element is not markup.
bool is_raw(std::string_view name) {
    return name == "script" || name == "style" || name == "textarea";
}

/// The end of the tag that begins at `at`, after its ">"; signs in quotation marks do not end it.
std::size_t end_of_tag(std::string_view markup, std::size_t at) {
    char quote = '\0';
    for (; at < markup.size(); ++at) {
        const char sign = markup[at];
        if (quote == '\0' && sign == '>') {
            return at + 1;
        }
        quote = quote == sign ? '\0' : (quote == '\0' && (sign == '"' || sign == '\'') ? sign : quote);
    }
    return markup.size();
}

} // namespace

bool holds_picture(std::string_view markup) {
    constexpr std::array<std::string_view, 6> tags = {"<img",   "<iframe", "<video",
                                                      "<audio", "<object", "<embed"};
    return std::any_of(tags.begin(), tags.end(),
                       [markup](std::string_view tag) { return markup.find(tag) != npos; });
}

void OpenElements::add(std::string_view markup) {
    for (auto at = markup.find('<'); at != npos; at = markup.find('<', at)) {
        at = take_tag(markup, at);
    }
}

/// Returns where the tag or comment at `at` ends.
std::size_t OpenElements::take_tag(std::string_view markup, std::size_t at) {
    if (markup.substr(at).starts_with("<!--")) {
        return std::min(markup.find("-->", at), markup.size());
    }
    const bool closes = markup.substr(at + 1, 1) == "/";
    const std::size_t begin = at + (closes ? 2 : 1);
    const std::size_t end = std::min(markup.find_first_of(" \t\r\n/>", begin), markup.size());
    const std::string name = fold_case(markup.substr(std::min(begin, markup.size()), end - begin));
    if (!is_container(name) && !is_raw(name)) {
        return at + 1;
    }
    const std::size_t after = end_of_tag(markup, end);
    if (is_raw(name)) {
        return closes ? after : std::min(markup.find("</" + name, after), markup.size());
    }
    if (closes) {
        close(name);
    } else {
        open(name, markup.substr(at, after - at));
    }
    return after;
}

void OpenElements::open(std::string name, std::string_view tag) {
    if (bytes_ + tag.size() > max_bytes || !tag.ends_with('>')) {
        return;
    }
    std::string line(tag);
    std::replace_if(line.begin(), line.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
    bytes_ += line.size();
    elements_.push_back({std::move(name), std::move(line)});
}

void OpenElements::close(std::string_view name) {
    const auto found = std::find_if(elements_.rbegin(), elements_.rend(),
                                    [name](const Element& element) { return element.name == name; });
    if (found == elements_.rend()) {
        return;
    }
    while (elements_.back().name != name) {
        bytes_ -= elements_.back().tag.size();
        elements_.pop_back();
    }
    bytes_ -= elements_.back().tag.size();
    elements_.pop_back();
}

std::string OpenElements::start_tags() const {
    std::string tags;
    for (const Element& element : elements_) {
        tags += element.tag;
    }
    return tags;
}

} // namespace recital
