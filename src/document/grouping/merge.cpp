// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/merge.h"

#include "document/structure/titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace recital {

Document merge_documents(std::vector<Document> documents) {
    Document merged = std::move(documents.front());
    UniqueTitles titles;
    for (const Section& section : merged.sections) {
        (void)titles.claim(section.title);
    }
    for (std::size_t i = 1; i < documents.size(); ++i) {
        Document& document = documents[i];
        const std::size_t offset = merged.sources.size();
        const std::string part = document.title.empty() ? fmt::format("Part {}", i + 1) : document.title;
        for (Section& section : document.sections) {
            const bool opens = &section == &document.sections.front() && section.heading.empty();
            section.title = titles.claim(opens ? part : section.title);
            section.source += offset;
            for (Paragraph& paragraph : section.paragraphs) {
                paragraph.source += offset;
            }
            merged.sections.push_back(std::move(section));
        }
        for (StatedPronunciation& pronunciation : document.pronunciations) {
            pronunciation.source += offset;
            merged.pronunciations.push_back(std::move(pronunciation));
        }
        merged.birth_name = merged.birth_name.empty() ? document.birth_name : merged.birth_name;
        std::move(document.other_names.begin(), document.other_names.end(),
                  std::back_inserter(merged.other_names));
        std::move(document.sources.begin(), document.sources.end(), std::back_inserter(merged.sources));
        std::move(document.diagnostics.begin(), document.diagnostics.end(),
                  std::back_inserter(merged.diagnostics));
    }
    return merged;
}

} // namespace recital
