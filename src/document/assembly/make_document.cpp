// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/assembly/make_document.h"

#include "base/error.h"
#include "document/inline/normalise.h"
#include "document/inline/signs.h"
#include "document/language/detection.h"
#include "document/structure/chapters.h"
#include "document/structure/heading_text.h"
#include "document/subject/boilerplate.h"
#include "document/subject/subject.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// "## ::" is none: a heading of signs alone names nothing.
void drop_empty_headings(std::vector<Block>& blocks) {
    std::erase_if(blocks, [](const Block& block) {
        return block.kind == Block::Kind::heading && heading_title(block.text).empty();
    });
}

/// Punctuation that closes a sentence belongs to it, also where a line was broken before it.
void attach_closing_punctuation(std::vector<Block>& blocks) {
    for (std::size_t i = 1; i < blocks.size(); ++i) {
        std::size_t before = i - 1;
        while (before > 0 && blocks[before].text.empty()) {
            --before;
        }
        if (blocks[i].kind == Block::Kind::heading || blocks[before].kind == Block::Kind::heading) {
            continue;
        }
        if (const std::size_t closing = closing_punctuation(blocks[i].text); closing > 0) {
            blocks[before].text += blocks[i].text.substr(0, closing);
            const auto rest = blocks[i].text.find_first_not_of(' ', closing);
            blocks[i].text.erase(0, rest);
            blocks[i].emphases.clear(); // they are counted from what was taken away
        }
    }
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
}

} // namespace

Document make_document(Outline outline, const std::string& name, const ReadOptions& options) {
    drop_empty_headings(outline.blocks);
    attach_closing_punctuation(outline.blocks);
    strip_boilerplate(outline);
    decide_language(outline, name);
    Document document;
    document.sections = plan_chapters(outline, options.chapters);
    if (document.sections.empty()) {
        throw Error(ErrorKind::input,
                    "the file holds nothing to speak: give a file that holds the biography's text",
                    {name, 0});
    }
    static_cast<Subject&>(document) = find_subject(outline, name, options.musician);
    static_cast<Metadata&>(document) = std::move(static_cast<Metadata&>(outline));
    for (std::string* line :
         {&document.musician, &document.title, &document.author, &document.description, &document.rights}) {
        *line =
            normalise_text(*line); // a field of a record may hold anything; players and playlists show lines
    }
    document.sources = {name};
    document.diagnostics = std::move(outline.diagnostics);
    return document;
}

} // namespace recital
