// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/boilerplate.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/furniture/prose.h"
#include "document/language/detection.h"
#include "document/language/structure_words.h"
#include "document/structure/contents_list.h"
#include "document/structure/heading_text.h"
#include "document/subject/opening_statement.h"
#include "document/subject/person_name.h"
#include "document/subject/title_names.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <string_view>

namespace recital {

namespace {

using Blocks = std::vector<Block>;

/// "*** START OF THIS PROJECT GUTENBERG EBOOK ...": the line that parts a header or a licence from the book.
bool is_gutenberg_mark(const Block& block, std::string_view which) {
    return block.text.size() < 300 && block.text.find(which) != std::string::npos &&
           block.text.find("PROJECT GUTENBERG") != std::string::npos;
}

/// The value after "Title: ", if the block begins so.
std::string_view labelled(const Block& block, std::string_view label) {
    return std::string_view(block.text).starts_with(label) ? std::string_view(block.text).substr(label.size())
                                                           : std::string_view();
}

/// The header is more reliable than the title of a web page.
void take_header(Outline& outline, const Block& block) {
    const auto take = [](std::string& field, std::string_view value) {
        if (!value.empty()) {
            field = value;
        }
    };
    take(outline.title, labelled(block, "Title: "));
    take(outline.author, labelled(block, "Author: "));
    take(outline.language, language_tag(labelled(block, "Language: ")));
}

bool is_credit(const Block& block) {
    const std::string folded = fold_case(block.text.substr(0, 80));
    const auto& credits = StructureWords::known().credits;
    return std::any_of(credits.begin(), credits.end(),
                       [&folded](const std::string& credit) { return folded.starts_with(credit); });
}

void strip_gutenberg(Outline& outline) {
    Blocks& blocks = outline.blocks;
    const auto start = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
        return is_gutenberg_mark(block, "START OF TH");
    });
    if (start == blocks.end()) {
        return;
    }
    std::for_each(blocks.begin(), start, [&outline](const Block& block) { take_header(outline, block); });
    blocks.erase(blocks.begin(), std::next(start));
    const auto end = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
        return is_gutenberg_mark(block, "END OF TH") || block.text.starts_with("End of Project Gutenberg") ||
               block.text.starts_with("End of the Project Gutenberg");
    });
    blocks.erase(end, blocks.end());
    while (!blocks.empty() && is_credit(blocks.front())) {
        blocks.erase(blocks.begin());
    }
}

/// "Hale, Harps of the Valley, p. 4.", "Ibid.", "https://...": a note that names its source.
bool is_citation(std::string_view text) {
    constexpr std::size_t max_length = 300;
    if (text.size() > max_length) {
        return false;
    }
    if (text.find("://") != std::string_view::npos) {
        return true;
    }
    const std::string folded = " " + fold_case(text);
    const auto& citations = StructureWords::known().citations;
    return std::any_of(citations.begin(), citations.end(), [&folded](const std::string& word) {
        const auto at = folded.find(" " + word);
        const auto next = at + 1 + word.size();
        const bool goes_on =
            at != std::string::npos && next < folded.size() && folded[next] >= 'a' && folded[next] <= 'z';
        return at != std::string::npos && !goes_on;
    });
}

/// Whether all blocks of a section are those of a list, or citations.
bool holds_notes(Blocks::const_iterator begin, Blocks::const_iterator end) {
    constexpr std::size_t max_item = 300;
    return begin != end && std::all_of(begin, end, [](const Block& block) {
               return (block.kind == Block::Kind::line && block.text.size() <= max_item) ||
                      is_citation(block.text);
           });
}

/// Whether the blocks of a section are notes with the letters of the alphabet in order: "a. Some say 1901."
bool holds_lettered_notes(Blocks::const_iterator begin, Blocks::const_iterator end) {
    char letter = 'a';
    return begin != end && std::all_of(begin, end, [&letter](const Block& block) {
               const std::string_view text = block.text;
               const bool fits = text.size() > 3 && (text[0] == letter || text[0] == letter - 'a' + 'A') &&
                                 (text[1] == '.' || text[1] == ')') && text[2] == ' ';
               ++letter;
               return fits;
           });
}

/// "Notes" before a list of them or before citations, not before prose.
bool heads_notes(const Blocks& blocks, const Block& block) {
    constexpr std::size_t max_length = 60; // bytes
    const auto heading = blocks.begin() + (&block - blocks.data());
    const auto next = std::next(heading);
    if (block.text.size() > max_length ||
        !StructureWords::known().unread.contains(fold_case(trimmed(block.text, " .:")) + " #")) {
        return false;
    }
    if (next == blocks.end() || is_heading(*next)) { // its notes were left out because of their marks
        return true;
    }
    const auto end = std::find_if(next, blocks.end(), is_heading);
    return std::string_view("0123456789[^*(").find(next->text.front()) != std::string_view::npos ||
           holds_notes(next, end) || holds_lettered_notes(next, end);
}

/// Whether a short paragraph is a heading where a page has none: all of it is emphasised, or it is
/// "Sources:".
bool is_line_as_heading(const Block& block) {
    constexpr std::size_t max_length = 60; // bytes
    constexpr std::size_t outside = 1;     // a colon
    if (is_heading(block) || block.text.size() > max_length) {
        return false;
    }
    if (block.text.ends_with(':') && is_unread(block.text)) {
        return true;
    }
    return block.emphases.size() == 1 && block.emphases.front().begin == 0 &&
           block.emphases.front().end + outside >= block.text.size() && !block.text.ends_with('.');
}

/// The last of the names in the title of a text or, without one, in its first heading, folded.
std::string last_name_in_title(const Outline& outline) {
    std::string_view title = outline.title;
    if (title.empty() && !outline.blocks.empty() && is_heading(outline.blocks.front())) {
        title = outline.blocks.front().text;
    }
    return fold_case(title.substr(title.find_last_of(' ') + 1));
}

/// Whether a sentence of the paragraph is about the person: it has "he", "she" or the name.
bool is_about_person(const Block& block, const std::string& name, const StructureWords::Life& life) {
    const std::string folded = fold_case(block.text);
    const auto words = split(folded, ' ');
    return std::any_of(words.begin(), words.end(), [&](std::string_view text) {
        const std::string_view word = trimmed(text, ".,;:!?()\"'");
        return life.he.contains(word) || life.she.contains(word) || (!name.empty() && word == name);
    });
}

/// Finds the sections that are left out: those under headings that say so, up to the next heading of their
/// rank; those under lines in bold that say so, up to the next heading or such line. A box of links in the
/// middle of a text ends where the text goes on.
class UnreadSections {
public:
    explicit UnreadSections(Outline& outline)
        : outline_(outline), name_(last_name_in_title(outline)),
          life_(StructureWords::known().life(outline.language.empty() ? "en" : outline.language)) {}

    /// To be asked of every block in order.
    [[nodiscard]] bool hold(const Block& block) {
        constexpr int level_of_line = 7; // below all headings
        const bool is_notes = heads_notes(outline_.blocks, block);
        const bool is_line = is_line_as_heading(block) || (is_notes && block.kind == Block::Kind::paragraph);
        const int own = is_line ? level_of_line : block.level;
        if ((is_heading(block) || is_line) && (level_ == 0 || own <= level_)) {
            const bool is_left_out = is_unread(block.text) || is_notes;
            level_ = is_left_out ? own : 0;
            is_box_ = StructureWords::known().boxes.contains_folded(trimmed(block.text, " .:"));
            if (is_left_out) {
                outline_.omissions.push_back({"sections", block.text, block.line});
            }
        } else if (is_box_ && block.kind == Block::Kind::paragraph && has_sentence_end(block.text) &&
                   !is_citation(block.text) && is_about_person(block, name_, life_)) {
            level_ = 0;
        }
        return level_ != 0;
    }

private:
    Outline& outline_;
    std::string name_; ///< of the person
    const StructureWords::Life& life_;
    int level_ = 0; ///< of the heading that is left out; 0 outside
    bool is_box_ = false;
};

void strip_unread(Outline& outline) {
    UnreadSections sections(outline);
    std::erase_if(outline.blocks, [&sections](const Block& block) { return sections.hold(block); });
}

bool same_text(std::string_view left, std::string_view right) {
    return fold_case(left) == fold_case(right);
}

/// Whether the block begins the text itself: a division, a heading such as "Preface", a paragraph of some
/// length, or one that says who somebody was.
bool begins_text(const Block& block, const Outline& outline) {
    constexpr std::size_t prose = 250;
    if (is_heading(block)) {
        return names_division(std::string_view(block.text).substr(0, block.text.find('\n'))) &&
               !same_text(block.text, outline.title);
    }
    return block.kind == Block::Kind::paragraph &&
           (block.text.size() >= prose || !read_opening_statement(block.text, outline.language).name.empty());
}

/// The title page: from the start of the book to the start of the text, if it contains the title.
void strip_title_page(Outline& outline) {
    Blocks& blocks = outline.blocks;
    const auto text = std::find_if(blocks.begin(), blocks.end(),
                                   [&outline](const Block& block) { return begins_text(block, outline); });
    const auto title = std::find_if(blocks.begin(), text, [&outline](const Block& block) {
        return same_text(std::string_view(block.text).substr(0, block.text.find('\n')), outline.title);
    });
    if (outline.title.empty() || title == text || text == blocks.end()) {
        return;
    }
    // The heading that the text is under stays.
    auto from = text;
    while (from != std::next(title) && from != blocks.begin() && is_heading(*std::prev(from)) &&
           !same_text(std::prev(from)->text, outline.title) && !is_heading(*text)) {
        --from;
    }
    for (auto block = title; block != from; ++block) {
        const std::string folded = fold_case(block->text.substr(0, 3));
        if (outline.author.empty() && folded == "by ") {
            outline.author = heading_title(block->text.substr(3));
        }
    }
    blocks.erase(blocks.begin(), from);
}

/// "[Illustration: The organ]", "[Figure 2]", "[MIDI]".
bool opens_picture(const Block& block) {
    const std::string_view text = block.text;
    if (!text.starts_with('[')) {
        return false;
    }
    const std::string word = fold_case(text.substr(1, text.find_first_of(" :]0123456789") - 1));
    return StructureWords::known().figures.contains(word);
}

/// Removes placeholders for pictures and notes in brackets, also those that extend over several lines or
/// paragraphs.
void strip_pictures(Outline& outline) {
    Blocks& blocks = outline.blocks;
    constexpr std::ptrdiff_t max_blocks = 20;
    auto kept = blocks.begin();
    for (auto block = blocks.begin(); block != blocks.end();) {
        if (opens_picture(*block)) {
            const auto reach = blocks.end() - block > max_blocks ? block + max_blocks : blocks.end();
            const auto stop = std::find_if(std::next(block), reach, [](const Block& after) {
                return is_heading(after) || after.text.starts_with('[');
            });
            const auto close =
                std::find_if(block, stop, [](const Block& closing) { return closing.text.ends_with(']'); });
            if (close != stop) {
                outline.omissions.push_back({"placeholders and notes in brackets", block->text, block->line});
                block = std::next(close);
                continue;
            }
        }
        if (kept != block) {
            *kept = std::move(*block);
        }
        ++kept;
        ++block;
    }
    blocks.erase(kept, blocks.end());
}

/// "THE END", "[Finis]", "* * * END * * *": marks the end of the book and is not part of its text.
bool closes_book(const Block& block) {
    constexpr std::size_t max_length = 60;
    constexpr std::string_view around = " *-_=~.!?[]()\u2014\u2013";
    return block.text.size() <= max_length &&
           StructureWords::known().endings.contains_folded(trimmed(block.text, around));
}

/// Removes the end marker of the book, unless it is the only text.
void strip_ending(Blocks& blocks) {
    const auto is_text = [](const Block& block) { return !is_heading(block); };
    while (blocks.size() > 1 && closes_book(blocks.back()) &&
           std::any_of(blocks.begin(), std::prev(blocks.end()), is_text)) {
        blocks.pop_back();
    }
}

/// A title repeated as a half-title inside the book is not a heading.
void strip_half_titles(Outline& outline) {
    Blocks& blocks = outline.blocks;
    for (std::size_t i = 0; i + 1 < blocks.size();) {
        if (is_heading(blocks[i + 1]) && same_text(blocks[i].text, outline.title)) {
            blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
}

bool is_name_of_person(const std::string& heading) {
    return !person_named_by(is_all_capitals(heading) ? in_title_case(heading) : heading).empty();
}

/// Whether the first heading is a name with nothing below it but a chapter: "ANNA STONE", "CHAPTER I".
bool names_person_above_chapter(const Blocks& blocks) {
    return blocks.size() > 1 && is_heading(blocks[1]) &&
           is_name_of_person(heading_title(blocks.front().text)) &&
           !is_name_of_person(heading_title(blocks[1].text));
}

/// A heading before everything, above all others, is the title of the text and no chapter.
void take_title_heading(Outline& outline) {
    Blocks& blocks = outline.blocks;
    if (blocks.empty() || !is_heading(blocks.front()) || names_division(blocks.front().text)) {
        return;
    }
    const int level = blocks.front().level;
    const bool is_above = names_person_above_chapter(blocks) ||
                          std::none_of(std::next(blocks.begin()), blocks.end(), [level](const Block& block) {
                              return is_heading(block) && block.level <= level;
                          });
    const bool has_others = std::any_of(std::next(blocks.begin()), blocks.end(), is_heading);
    // The title of a web page is followed by the name of its site.
    const std::string heading = heading_title(blocks.front().text);
    const bool is_given = fold_case(outline.title).starts_with(fold_case(heading));
    // The only heading of a text may also be that of its only chapter.
    const bool is_title =
        (level == 1 && outline.title.empty()) || has_others || is_given || is_name_of_person(heading);
    if (is_above && is_title) {
        outline.heading = heading;
        if (outline.title.empty() || is_given) {
            outline.title = heading;
        }
        blocks.erase(blocks.begin());
    }
}

} // namespace

std::string strip_boilerplate(Outline& outline) {
    strip_gutenberg(outline);
    strip_pictures(outline);
    std::string kept = keep_prose(outline, strip_unread);
    drop_contents_lists(outline);
    strip_ending(outline.blocks);
    if (!outline.title.empty()) {
        strip_title_page(outline);
        strip_half_titles(outline);
    }
    take_title_heading(outline);
    return kept;
}

} // namespace recital
