// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/docx_numbering.h"

#include "base/strings.h"
#include "document/readers/office/list_number.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace recital {

namespace {

NumberForm docx_number_form(const std::string& name) {
    static const std::map<std::string, NumberForm> forms = {{"none", NumberForm::none},
                                                            {"bullet", NumberForm::none},
                                                            {"decimalZero", NumberForm::decimal_zero},
                                                            {"upperRoman", NumberForm::upper_roman},
                                                            {"lowerRoman", NumberForm::lower_roman},
                                                            {"upperLetter", NumberForm::upper_letter},
                                                            {"lowerLetter", NumberForm::lower_letter}};
    const auto found = forms.find(name);
    return found == forms.end() ? NumberForm::decimal : found->second; // words and other scripts
}

} // namespace

DocxNumbering::DocxNumbering(const XmlDocument& document, const DocxStyles& styles) {
    for (const XmlElement& element : document.root().children()) {
        if (element.name() == "abstractNum") {
            read_definition(element, styles);
        } else if (element.name() == "num") {
            read_list(element);
        }
    }
    for (auto& [id, list] : lists_) {
        if (const auto link = links_.find(list.definition); link != links_.end()) {
            const auto target = lists_.find(link->second);
            list.definition = target == lists_.end() ? list.definition : target->second.definition;
        }
    }
}

DocxNumbering::Level DocxNumbering::read_level(const XmlElement& element) {
    Level level;
    level.form = NumberForm::decimal;
    for (const XmlElement& property : element.children()) {
        const std::string value = property.attribute("val");
        if (property.name() == "start") {
            level.start = number_in_list(value, 1);
        } else if (property.name() == "numFmt") {
            level.form = docx_number_form(value);
        } else if (property.name() == "lvlText") {
            level.text = value;
        } else if (property.name() == "pStyle") {
            level.style = value;
        } else if (property.name() == "isLgl") {
            level.is_legal = value != "0" && value != "false";
        }
    }
    // The text of a bullet is a sign of some font.
    const std::optional<XmlElement> format = child_of(element, "numFmt");
    if (format && format->attribute("val") == "bullet") {
        level.text.clear();
    }
    return level;
}

void DocxNumbering::read_definition(const XmlElement& element, const DocxStyles& styles) {
    const std::string id = element.attribute("abstractNumId");
    Levels& levels = definitions_[id];
    for (const XmlElement& child : element.children()) {
        if (child.name() == "lvl") {
            const auto level = static_cast<std::size_t>(number_in_list(child.attribute("ilvl"), max_levels));
            if (level < max_levels) {
                levels.at(level) = read_level(child);
            }
        } else if (child.name() == "numStyleLink") {
            links_[id] = styles.list_of(child.attribute("val"));
        }
    }
}

void DocxNumbering::read_list(const XmlElement& element) {
    List list;
    for (const XmlElement& child : element.children()) {
        if (child.name() == "abstractNumId") {
            list.definition = child.attribute("val");
        } else if (child.name() == "lvlOverride") {
            const auto level = static_cast<std::size_t>(number_in_list(child.attribute("ilvl"), 0));
            for (const XmlElement& change : child.children()) {
                if (change.name() == "startOverride") {
                    list.starts[level] = number_in_list(change.attribute("val"), 1);
                } else if (change.name() == "lvl") {
                    list.levels[level] = read_level(change);
                }
            }
        }
    }
    lists_.emplace(element.attribute("numId"), std::move(list));
}

const DocxNumbering::Level* DocxNumbering::find_level(const List& list, std::size_t level) const {
    if (const auto own = list.levels.find(level); own != list.levels.end()) {
        return &own->second;
    }
    const auto definition = definitions_.find(list.definition);
    return definition == definitions_.end() || level >= max_levels ? nullptr : &definition->second.at(level);
}

std::size_t DocxNumbering::level_of_style(const std::string& id, const std::string& style) const {
    const auto list = lists_.find(id);
    for (std::size_t level = 0; list != lists_.end() && level < max_levels; ++level) {
        const Level* const found = find_level(list->second, level);
        if (found != nullptr && found->style == style) {
            return level;
        }
    }
    return 0;
}

/// A list that states where it begins does not go on with the numbers of others.
void DocxNumbering::start(List& list, Counters& counters) {
    if (std::exchange(list.is_started, true)) {
        return;
    }
    for (const auto& [level, number] : list.starts) {
        if (level < max_levels) {
            counters.at(level) = number - 1;
        }
    }
}

std::string DocxNumbering::next_label(const std::string& id, std::size_t level) {
    const auto list = lists_.find(id);
    const Level* const own = list == lists_.end() ? nullptr : find_level(list->second, level);
    if (own == nullptr) {
        return {};
    }
    Counters& counters = counters_[list->second.definition];
    start(list->second, counters);
    counters.at(level) = counters.at(level).value_or(own->start - 1) + 1;
    std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), std::nullopt);
    std::string label;
    for (std::size_t n = 0; n < own->text.size(); ++n) {
        const char digit = n + 1 < own->text.size() ? own->text[n + 1] : '\0';
        if (own->text[n] != '%' || digit < '1' || digit > '9') {
            label += own->text[n];
            continue;
        }
        ++n;
        const auto shown = static_cast<std::size_t>(digit - '1');
        const Level* const other = find_level(list->second, shown);
        const NumberForm form = own->is_legal ? NumberForm::decimal : other->form;
        label += list_number(counters.at(shown).value_or(other->start), form);
    }
    return std::string(trimmed(label));
}

} // namespace recital
