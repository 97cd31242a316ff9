// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.h"
#include "document/readers/office/list_number.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// The list styles of an OpenDocument text (OpenDocument 1.3 Part 3, 16.30) and the counters of its lists.
class OdtLists {
public:
    static constexpr std::size_t max_levels = 10;

    /// Enters the list styles of `office:styles` or `office:automatic-styles`, and the outline style, whose
    /// name is `outline`.
    void add(const XmlElement& styles);

    /// Begins a list of that style, whose numbers start again unless it goes on with those of the last list
    /// of the style.
    void begin(const std::string& style, bool goes_on);
    /// The next item of a list of that style counts from here.
    void set_next(const std::string& style, std::size_t level, int number);
    /// Counts the next item at `level`, from 0, and returns its label: "2.", "a)"; empty for bullets and
    /// unknown styles.
    [[nodiscard]] std::string next_label(const std::string& style, std::size_t level);

    static constexpr const char* outline = "outline style";

private:
    struct Level {
        int start = 1;
        NumberForm form = NumberForm::none;
        std::string prefix;
        std::string suffix;
        std::size_t shown_levels = 1;
    };
    using Levels = std::array<Level, max_levels>;
    using Counters = std::array<std::optional<int>, max_levels>;

    void add_style(const XmlElement& style, const std::string& name);

    std::map<std::string, Levels> styles_;
    std::map<std::string, Counters> counters_;
};

} // namespace recital
