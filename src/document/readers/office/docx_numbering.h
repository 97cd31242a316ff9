// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.h"
#include "document/readers/office/docx_styles.h"
#include "document/readers/office/list_number.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// The lists of a document of Word (ECMA-376 Part 1, 17.9), which counts their items.
class DocxNumbering {
public:
    DocxNumbering() = default;
    /// Of the part `numbering.xml`.
    DocxNumbering(const XmlDocument& document, const DocxStyles& styles);

    /// Counts the next item of the list `id` (w:numId) at `level`, from 0, and returns its label as Word
    /// shows it: "2.", "Chapter 1"; empty for bullets and unknown lists.
    [[nodiscard]] std::string next_label(const std::string& id, std::size_t level);
    /// The level of the list that belongs to a paragraph style; 0 if none does.
    [[nodiscard]] std::size_t level_of_style(const std::string& id, const std::string& style) const;
    /// Whether there is such a list.
    [[nodiscard]] bool has(const std::string& id) const { return lists_.contains(id); }

private:
    static constexpr std::size_t max_levels = 9;

    struct Level {
        int start = 1;
        NumberForm form = NumberForm::none;
        std::string text; ///< "%1." with the numbers of the levels
        std::string style;
        bool is_legal = false; ///< all numbers are decimal
    };
    using Levels = std::array<Level, max_levels>;

    struct List {
        std::string definition;
        std::map<std::size_t, Level> levels; ///< those that differ from the definition's
        std::map<std::size_t, int> starts;   ///< likewise
        bool is_started = false;
    };

    /// Lists of one definition count together.
    using Counters = std::array<std::optional<int>, max_levels>;

    [[nodiscard]] static Level read_level(const XmlElement& element);
    void read_definition(const XmlElement& element, const DocxStyles& styles);
    void read_list(const XmlElement& element);
    [[nodiscard]] const Level* find_level(const List& list, std::size_t level) const;
    void start(List& list, Counters& counters);

    std::map<std::string, Levels> definitions_;
    std::map<std::string, std::string> links_; ///< definition -> list that it stands for
    std::map<std::string, List> lists_;
    std::map<std::string, Counters> counters_; ///< by definition
};

} // namespace recital
