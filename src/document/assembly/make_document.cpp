// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/assembly/make_document.h"

#include "base/error.h"
#include "base/visible_text.h"
#include "document/assembly/nonsense.h"
#include "document/assembly/omissions.h"
#include "document/furniture/furniture.h"
#include "document/furniture/prose.h"
#include "document/furniture/service_links.h"
#include "document/inline/arrows.h"
#include "document/inline/markup.h"
#include "document/inline/normalise.h"
#include "document/inline/signs.h"
#include "document/inline/spacing.h"
#include "document/inline/unspeakable.h"
#include "document/inline/wiki_markup.h"
#include "document/language/detection.h"
#include "document/marks/reference_marks.h"
#include "document/marks/stated_pronunciations.h"
#include "document/structure/chapters.h"
#include "document/structure/heading_sequence.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"
#include "document/structure/running_lists.h"
#include "document/structure/speakers.h"
#include "document/structure/versions.h"
#include "document/subject/boilerplate.h"
#include "document/subject/subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// "## ::" is none: a heading of signs alone names nothing.
void drop_empty_headings(std::vector<Block>& blocks) {
    std::erase_if(blocks, [](const Block& block) {
        return block.kind == Block::Kind::heading && !has_letter_or_digit(block.text) &&
               heading_title(block.text).empty();
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

/// Whether there is a word to hear outside of headings: tables of numbers, rows of signs and the like are not
/// text.
bool holds_word(const std::vector<Section>& sections) {
    return std::any_of(sections.begin(), sections.end(), [](const Section& section) {
        return std::any_of(
            section.paragraphs.begin(), section.paragraphs.end(),
            [](const Paragraph& paragraph) { return !paragraph.heading && has_word(paragraph.text); });
    });
}

/// Links and templates of wikis that are in a page or a Markdown text. Their emphasis is lost.
void drop_wiki_markup(Outline& outline) {
    for (Block& block : outline.blocks) {
        if (block.text.find("[[") != std::string::npos || block.text.find("{{") != std::string::npos) {
            block.text = normalise_text(without_wiki_markup(block.text, outline.omissions));
            block.emphases.clear();
        }
    }
    std::erase_if(outline.blocks, [](const Block& block) { return block.text.empty(); });
}

/// Says of what kind the text is that is read because nothing else would be left.
void report_kept(Outline& outline, const std::string& kinds, const std::string& name) {
    if (!kinds.empty()) {
        outline.diagnostics.push_back(
            {fmt::format("{} are read, because they are all of the text", kinds), {name, 0}});
    }
}

/// Removes what is in the blocks and is not part of the text.
void drop_surroundings(Outline& outline, const std::string& name) {
    drop_wiki_markup(outline);
    std::vector<Omission> marks = drop_reference_marks(outline.blocks);
    std::move(marks.begin(), marks.end(), std::back_inserter(outline.omissions));
    report_kept(outline, keep_prose(outline, drop_furniture), name);
    report_kept(outline, keep_prose(outline, drop_service_links), name);
}

void settle_spacing(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (const std::vector<Edit> edits = spacing_edits(block.text); !edits.empty()) {
            apply_edits(block.text, edits, block.emphases);
        }
    }
}

void replace_arrows(std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (const std::vector<Edit> edits = arrow_edits(block.text); !edits.empty()) {
            apply_edits(block.text, edits, block.emphases);
        }
    }
    std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
}

/// Makes the blocks what is read aloud: without surroundings, with whole headings and sentences.
void settle_blocks(Outline& outline, const std::string& name) {
    drop_unspeakable(outline.blocks, name, outline.diagnostics);
    drop_surroundings(outline, name);
    replace_arrows(outline.blocks);
    settle_spacing(outline.blocks);
    drop_empty_headings(outline.blocks);
    attach_closing_punctuation(outline.blocks);
    settle_headings(outline.blocks);
    set_speaker_case(outline.blocks);
    choose_version(outline);
    const EmptyHeadings empty(outline.blocks);
    report_kept(outline, strip_boilerplate(outline), name);
    join_running_lists(outline.blocks);
    join_cut_paragraphs(outline.blocks);
    empty.keep_as_text(outline);
    set_title_case(outline.blocks);
}

Diagnostic notice_of_joined(std::size_t chapters, double min_seconds, const std::string& name) {
    return {fmt::format("{} that would take less than {:g} seconds to speak {} joined with the next: see "
                        "--min-chapter",
                        chapters == 1 ? "a chapter" : fmt::format("{} chapters", chapters), min_seconds,
                        chapters == 1 ? "was" : "were"),
            {name, 0}};
}

/// Warns of a text that repeats itself. Throws an `input` error if it is data.
void check_sense(Outline& outline, const std::vector<Section>& sections, const ReadOptions& options,
                 const std::string& name) {
    const Doubts doubts = options.any_text ? Doubts() : doubts_about(sections);
    if (!doubts.data.empty()) {
        throw Error(ErrorKind::input,
                    doubts.data + ", so it is hardly a biography: give a file that contains its text, or "
                                  "--any-text to read this all the same",
                    {name, 0});
    }
    if (!doubts.repetition.empty()) {
        outline.diagnostics.push_back({doubts.repetition + ": is it the text of a biography?", {name, 0}});
    }
}

/// Plans the chapters of a document. Throws an `input` error if nothing is to be spoken.
void take_sections(Document& document, Outline& outline, const ReadOptions& options,
                   const std::string& name) {
    const ChapterPlan& plan = options.chapters;
    PlannedChapters chapters = plan_chapters(outline, plan);
    document.sections = std::move(chapters.sections);
    if (chapters.joined > 0) {
        document.notices.push_back(notice_of_joined(chapters.joined, plan.min_seconds, name));
    }
    if (!holds_word(document.sections)) {
        throw Error(ErrorKind::input,
                    "the file contains nothing to speak: give a file that contains the text of the biography",
                    {name, 0});
    }
    check_sense(outline, document.sections, options, name);
}

/// Throws an `input` error if nothing says whom the text is about.
void take_subject(Document& document, Outline& outline, const std::string& musician,
                  const std::string& name) {
    static_cast<Subject&>(document) = find_subject(outline, name, musician);
    static_cast<Metadata&>(document) = std::move(static_cast<Metadata&>(outline));
    for (std::string* line :
         {&document.musician, &document.title, &document.author, &document.description, &document.rights}) {
        // A field of a record may hold anything; players and playlists show lines.
        *line = normalise_text(without_references(std::move(*line)));
    }
    if (!names_somebody(document.musician)) {
        throw Error(
            ErrorKind::input,
            "nothing says whom the text is about: name the file after the musician, or give --musician",
            {name, 0});
    }
}

} // namespace

Document make_document(Outline outline, const std::string& name, const ReadOptions& options) {
    for (std::string* const line : {&outline.title, &outline.musician}) {
        *line = without_unspeakable(without_references(std::move(*line)));
    }
    std::vector<StatedPronunciation> pronunciations = stated_pronunciations(outline.blocks);
    settle_blocks(outline, name);
    if (options.language.empty()) {
        correct_declared_language(outline, name);
    } else {
        outline.language = options.language;
    }
    decide_language(outline, name);
    join_drop_capitals(outline.blocks, outline.language);
    Document document;
    take_sections(document, outline, options, name);
    take_subject(document, outline, options.musician, name);
    document.sources = {name};
    document.pronunciations = std::move(pronunciations);
    document.diagnostics = std::move(outline.diagnostics);
    std::vector<Diagnostic> omitted = describe_omissions(outline.omissions, name);
    std::move(omitted.begin(), omitted.end(), std::back_inserter(document.diagnostics));
    return document;
}

} // namespace recital
