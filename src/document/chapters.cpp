// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/chapters.h"

#include "document/heading_text.h"
#include "document/structure_words.h"
#include "document/titles.h"

#include <algorithm>

namespace recital {

namespace {

/// More words of the opening, until it differs from the titles before it.
std::string distinct_opening(const std::string& paragraph, UniqueTitles& titles) {
    constexpr std::size_t most_words = 9;
    for (std::size_t words = 2; words <= most_words; ++words) {
        const std::string title = opening_phrase(paragraph, words);
        if (!titles.is_taken(title)) {
            return titles.claim(title);
        }
    }
    return titles.claim(opening_phrase(paragraph));
}

std::vector<Section> one_a_paragraph(const Outline& outline) {
    std::vector<Section> sections;
    UniqueTitles titles;
    for (const Block& block : outline.blocks) {
        Section section;
        section.derived = true;
        section.line = block.line;
        section.title = sections.empty() ? titles.claim(StructureWords::english().opening)
                                         : distinct_opening(block.text, titles);
        section.paragraphs.push_back({block.text, block.line, 0});
        sections.push_back(std::move(section));
    }
    return sections;
}

std::vector<Section> one_a_heading(const Outline& outline) {
    std::vector<Section> sections;
    UniqueTitles titles;
    const Block* heading = nullptr;
    for (const Block& block : outline.blocks) {
        if (block.kind == Block::Kind::heading) {
            heading = &block;
            continue;
        }
        if (sections.empty() || heading != nullptr) {
            Section section;
            section.derived = heading == nullptr;
            section.line = heading == nullptr ? block.line : heading->line;
            section.title = titles.claim(heading == nullptr ? StructureWords::english().opening
                                                            : heading_title(heading->text));
            sections.push_back(std::move(section));
            heading = nullptr;
        }
        sections.back().paragraphs.push_back({block.text, block.line, 0});
    }
    return sections;
}

} // namespace

std::vector<Section> plan_chapters(const Outline& outline) {
    const bool has_headings =
        std::any_of(outline.blocks.begin(), outline.blocks.end(),
                    [](const Block& block) { return block.kind == Block::Kind::heading; });
    return has_headings ? one_a_heading(outline) : one_a_paragraph(outline);
}

} // namespace recital
