// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/html/heading_marks.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/strings.h"
#include "base/unicode.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace recital {

namespace {

constexpr int max_level = 6;

/// The classes, from `data/document/heading_marks.tsv`.
struct MarkingClasses {
    std::map<std::string, int, std::less<>> headings; ///< with their levels
    std::set<std::string, std::less<>> centres;

    MarkingClasses() {
        for (const DataRow& row :
             read_data_table(resource_folder() / "data" / "document" / "heading_marks.tsv", 3, 2)) {
            const std::string level = row.cells.size() > 2 ? row.cells[2] : std::string();
            const bool is_level = level.size() == 1 && level[0] >= '1' && level[0] <= '0' + max_level;
            if (row.cells[0] == "heading" && is_level) {
                headings.emplace(row.cells[1], level[0] - '0');
            } else if (row.cells[0] == "centre" && level.empty()) {
                centres.insert(row.cells[1]);
            } else {
                throw Error(ErrorKind::usage,
                            "this is neither a heading with a level from 1 to 6 nor a centre", row.place);
            }
        }
    }

    static const MarkingClasses& instance() {
        static const MarkingClasses classes;
        return classes;
    }
};

bool centres_text(std::string_view style) {
    std::string folded = fold_case(style);
    std::erase(folded, ' ');
    return folded.find("text-align:center") != std::string::npos;
}

int level_of_role(const Attributes& attributes) {
    constexpr int usual = 2; // ARIA 1.2, role heading
    const std::string_view level = attributes.get("aria-level");
    const bool is_level = level.size() == 1 && level[0] >= '1' && level[0] <= '0' + max_level;
    return is_level ? level[0] - '0' : usual;
}

} // namespace

HeadingMarks heading_marks(std::string_view element, const Attributes& attributes) {
    HeadingMarks marks;
    marks.is_centred = element == "center" || fold_case(attributes.get("align")) == "center" ||
                       centres_text(attributes.get("style"));
    if (attributes.get("role") == "heading") {
        marks.level = level_of_role(attributes);
    }
    const MarkingClasses& known = MarkingClasses::instance();
    for (const std::string_view written : split(attributes.get("class"), ' ')) {
        const std::string name = fold_case(trimmed(written, "\t\n\r"));
        const auto heading = known.headings.find(name);
        marks.level = marks.level == 0 && heading != known.headings.end() ? heading->second : marks.level;
        marks.is_centred = marks.is_centred || known.centres.contains(name);
    }
    return marks;
}

} // namespace recital
