// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/odt_lists.h"

#include "base/strings.h"
#include "document/readers/office/list_number.h"

#include <algorithm>
#include <cstdlib>

namespace recital {

namespace {

NumberForm odt_number_form(std::string_view format) {
    if (format.empty()) {
        return NumberForm::none;
    }
    switch (format.front()) {
    case 'I':
        return NumberForm::upper_roman;
    case 'i':
        return NumberForm::lower_roman;
    case 'A':
        return NumberForm::upper_letter;
    case 'a':
        return NumberForm::lower_letter;
    default:
        return NumberForm::decimal;
    }
}

} // namespace

void OdtLists::add(const XmlElement& styles) {
    for (const XmlElement& element : styles.children()) {
        if (element.name() == "list-style") {
            add_style(element, element.attribute("name"));
        } else if (element.name() == "outline-style") {
            add_style(element, outline);
        }
    }
}

void OdtLists::add_style(const XmlElement& style, const std::string& name) {
    Levels& levels = styles_[name];
    for (const XmlElement& element : style.children()) {
        const auto number = static_cast<std::size_t>(number_in_list(element.attribute("level"), 0));
        const std::string_view kind = element.name();
        if (number == 0 || number > max_levels ||
            (kind != "list-level-style-number" && kind != "outline-level-style")) {
            continue;
        }
        Level& level = levels.at(number - 1);
        level.form = odt_number_form(element.attribute("num-format"));
        level.prefix = element.attribute("num-prefix");
        level.suffix = element.attribute("num-suffix");
        level.start = number_in_list(element.attribute("start-value"), 1);
        level.shown_levels = static_cast<std::size_t>(number_in_list(element.attribute("display-levels"), 1));
    }
}

void OdtLists::begin(const std::string& style, bool goes_on) {
    if (!goes_on) {
        counters_[style] = {};
    }
}

void OdtLists::set_next(const std::string& style, std::size_t level, int number) {
    if (level < max_levels) {
        counters_[style].at(level) = number - 1;
    }
}

std::string OdtLists::next_label(const std::string& style, std::size_t level) {
    const auto found = styles_.find(style);
    if (found == styles_.end() || level >= max_levels) {
        return {};
    }
    const Level& own = found->second.at(level);
    Counters& counters = counters_[style];
    counters.at(level) = counters.at(level).value_or(own.start - 1) + 1;
    std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), std::nullopt);
    if (own.form == NumberForm::none) {
        return {};
    }
    std::string numbers;
    const std::size_t first = level + 1 - std::clamp<std::size_t>(own.shown_levels, 1, level + 1);
    for (std::size_t n = first; n <= level; ++n) {
        const Level& shown = found->second.at(n);
        const std::string number = list_number(counters.at(n).value_or(shown.start), shown.form);
        numbers += numbers.empty() || number.empty() ? number : "." + number;
    }
    return std::string(trimmed(own.prefix + numbers + own.suffix));
}

} // namespace recital
