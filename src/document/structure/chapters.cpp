// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/chapters.h"

#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/structure/heading.h"
#include "document/structure/heading_text.h"
#include "document/structure/rejoin.h"
#include "document/structure/titles.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr double minute = 60.0;
constexpr double shortest_text = minute;    ///< under which it is one chapter
constexpr double short_text = 15 * minute;  ///< up to which a paragraph is a chapter
constexpr double longest_aside = 1.5;       ///< a paragraph of a few words: "Nothing."
constexpr double min_chapter = 3 * minute;  ///< of paragraphs put together
constexpr double max_chapter = 8 * minute;  //
constexpr double overlong = 45 * minute;    ///< a chapter over it is parted
constexpr double part_length = 30 * minute; ///< into parts of about so much
constexpr double deeper_from = 30 * minute; ///< chapters of this length on average call for deeper headings
constexpr double deeper_until = 2 * minute; ///< unless those would be this short
constexpr int deepest_level = 6;

double time_of(const Section& section) {
    std::size_t characters = 0;
    for (const Paragraph& paragraph : section.paragraphs) {
        characters += paragraph.text.size();
    }
    return speaking_time(characters);
}

double time_of(const Outline& outline) {
    std::size_t characters = 0;
    for (const Block& block : outline.blocks) {
        characters += is_heading(block) ? 0 : block.text.size();
    }
    return speaking_time(characters);
}

Paragraph paragraph_of(const Block& block) {
    if (is_heading(block)) {
        return {heading_title(block.text), block.line, 0, {}, true};
    }
    return {block.text, block.line, 0, block.emphases};
}

/// More words of the opening, until it differs from the titles before it.
std::string distinct_opening(const std::string& paragraph, UniqueTitles& titles) {
    constexpr std::size_t max_words = 9;
    for (std::size_t words = 2; words <= max_words; ++words) {
        const std::string title = opening_phrase(paragraph, words);
        if (!titles.is_taken(title)) {
            return titles.claim(title);
        }
    }
    return titles.claim(opening_phrase(paragraph));
}

void title_from_openings(std::vector<Section>& sections, const std::string& language) {
    UniqueTitles titles;
    for (Section& section : sections) {
        section.line = section.paragraphs.front().line;
        section.title = &section == &sections.front()
                            ? titles.claim(StructureWords::known().opening(language))
                            : distinct_opening(section.paragraphs.front().text, titles);
    }
}

/// Whether a paragraph may be the first of a chapter: not one that continues another, a note without a stop,
/// or a single sentence as short as a title.
bool opens_chapter(std::string_view text) {
    constexpr std::size_t max_note = 100; // bytes
    constexpr std::size_t max_title = 70;
    constexpr std::size_t marks = 2; // around or after a title
    const auto first = text.find_first_not_of("([-* ");
    std::string_view begin = text.substr(std::min(first, text.size()));
    for (const std::string_view dash : {"\u2013 ", "\u2014 ", "\u2022 "}) {
        begin.remove_prefix(begin.starts_with(dash) ? dash.size() : 0);
    }
    if (starts_lower(begin) || (text.size() < max_note && !ends_sentence(text))) {
        return false;
    }
    return text.size() > max_title || opening_phrase(text).size() + marks < text.size();
}

/// Chapters of running text: a paragraph each, or of some minutes each where the text is long. A paragraph
/// of a few words belongs to the chapter before it, or to the next if it is the first.
std::vector<Section> from_paragraphs(const Outline& outline, bool may_be_one, double min_seconds) {
    const double time = time_of(outline);
    const bool is_one = may_be_one && time < shortest_text;
    const bool one_each = !is_one && time < short_text;
    const double few_words = may_be_one ? std::min(longest_aside, min_seconds) : 0.0;
    std::vector<Section> sections;
    double length = 0.0;
    for (const Block& block : outline.blocks) {
        const double more = speaking_time(block.text.size());
        // Verse and lists belong to the paragraph before them, a heading to the one behind it.
        const bool may_begin =
            block.kind == Block::Kind::paragraph && (!may_be_one || opens_chapter(block.text));
        const bool begins = one_each
                                ? length >= few_words && more >= few_words
                                : length + more > max_chapter || length >= (min_chapter + max_chapter) / 2;
        if (sections.empty() || (may_begin && begins && !is_one)) {
            sections.emplace_back();
            length = 0.0;
        }
        length += more;
        sections.back().paragraphs.push_back(paragraph_of(block));
    }
    title_from_openings(sections, outline.language);
    return sections;
}

/// Chapters that headings down to one level would give.
struct LevelCensus {
    std::size_t chapters = 0; ///< with text of their own
    double mean = 0.0;        ///< seconds
};

LevelCensus census_of(const Outline& outline, int level) {
    LevelCensus census;
    bool headed = false;
    bool counted = false;
    for (const Block& block : outline.blocks) {
        if (is_heading(block) && block.level <= level) {
            headed = true;
            counted = false;
        } else if (headed && !counted) {
            ++census.chapters;
            counted = true;
        }
    }
    census.mean = census.chapters == 0 ? 0.0 : time_of(outline) / static_cast<double>(census.chapters);
    return census;
}

/// The level whose headings begin chapters: the highest that gives more than one, or a deeper one where those
/// are very long.
int choose_level(const Outline& outline) {
    int chosen = 0;
    for (int level = 1; level <= deepest_level; ++level) {
        const LevelCensus census = census_of(outline, level);
        if (census.chapters < 2 || (chosen != 0 && census.mean < deeper_until)) {
            continue;
        }
        if (chosen == 0 || census_of(outline, chosen).mean > deeper_from) {
            chosen = level;
        }
    }
    return chosen == 0 ? deepest_level : chosen;
}

/// Which numbers the headings of an outline have: "I." before "II." is a number and no initial.
class HeadingNumbers {
public:
    explicit HeadingNumbers(const Outline& outline) {
        for (const Block& block : outline.blocks) {
            const int number = is_heading(block) ? parts_of_heading(block.text).number : 0;
            if (number > 0) {
                numbers_.insert(number);
            }
        }
    }

    /// The title as it is spoken: a roman number of one letter, which could be an initial, is written in
    /// digits.
    [[nodiscard]] std::string spoken(const std::string& title) const {
        const HeadingParts parts = parts_of_heading(title);
        const bool ambiguous = parts.numeral == "I" || parts.numeral == "V" || parts.numeral == "X";
        const bool counts = numbers_.contains(parts.number - 1) || numbers_.contains(parts.number + 1);
        if (!ambiguous || !counts || !parts.division.empty() || !title.starts_with(parts.numeral)) {
            return title;
        }
        return std::to_string(parts.number) + title.substr(parts.numeral.size());
    }

private:
    std::set<int> numbers_;
};

/// Takes blocks one after the other and opens a section at each heading of the level.
class SectionBuilder {
public:
    SectionBuilder(int level, const Outline& outline)
        : level_(level), language_(outline.language), numbers_(outline) {}

    void take(const Block& block) {
        if (is_heading(block) && block.level <= level_) {
            take_heading(block);
            return;
        }
        if (sections_.empty() || open_heading_) {
            begin_section(block);
        }
        sections_.back().paragraphs.push_back(paragraph_of(block));
        if (is_heading(block)) {
            std::string& text = sections_.back().paragraphs.back().text;
            text = numbers_.spoken(text);
        }
    }

    std::vector<Section> sections() && { return std::move(sections_); }

private:
    void take_heading(const Block& block) {
        std::string title = heading_title(block.text);
        // "Part One" has no text of its own but that of the chapters in it.
        const bool opens_part =
            open_heading_ && heading_level_ <= block.level && is_bare_division(heading_text_);
        part_ = opens_part ? heading_title_ : (block.level <= part_level_ ? std::string() : part_);
        part_level_ = opens_part ? heading_level_ : part_level_;
        heading_text_ = block.text;
        heading_title_ = std::move(title);
        heading_level_ = block.level;
        heading_line_ = block.line;
        open_heading_ = true;
    }

    void begin_section(const Block& block) {
        Section section;
        section.line = open_heading_ ? heading_line_ : block.line;
        if (open_heading_) {
            section.heading = part_.empty() ? heading_title_ : part_ + ": " + heading_title_;
        }
        section.title = open_heading_ ? section.heading : StructureWords::known().opening(language_);
        section.heading = numbers_.spoken(section.heading);
        open_heading_ = false;
        sections_.push_back(std::move(section));
    }

    int level_;
    const std::string& language_;
    HeadingNumbers numbers_;
    std::vector<Section> sections_;
    std::string heading_text_;
    std::string heading_title_;
    int heading_level_ = 0;
    std::size_t heading_line_ = 0;
    bool open_heading_ = false;
    std::string part_;
    int part_level_ = 0;
};

/// Puts a section behind another, its heading where it stands.
void append_section(Section& to, Section& from) {
    if (!from.heading.empty()) {
        to.paragraphs.push_back({from.heading, from.line, from.source, {}, true});
    }
    std::move(from.paragraphs.begin(), from.paragraphs.end(), std::back_inserter(to.paragraphs));
}

/// What a chapter is called that was several: by all of their names where a player's list has room for them,
/// else by the first and the last, between which the others are sought. `names`: at least one.
std::string title_of_several(const std::vector<std::string>& names) {
    constexpr std::size_t max_code_points = 70;
    std::string all = fmt::format("{}", fmt::join(names, " \u2013 "));
    if (names.size() <= 2 || count_code_points(all) <= max_code_points) {
        return all;
    }
    return fmt::format("{} \u2013 \u2026 \u2013 {}", names.front(), names.back());
}

/// Puts chapters that are over before one has noticed them together with the next, the last one with the one
/// before.
class FragmentJoiner {
public:
    explicit FragmentJoiner(double min_seconds) : min_seconds_(min_seconds) {}

    void take(Section&& section, bool is_last) {
        const bool is_fragment = is_short(section);
        if (!kept_.empty() && (previous_is_fragment_ || (is_fragment && is_last))) {
            joined_ += static_cast<std::size_t>(!section.heading.empty() && !names_.empty());
            add_name(section, is_fragment);
            append_section(kept_.back(), section);
            previous_is_fragment_ = is_fragment && is_short(kept_.back());
            return;
        }
        close();
        add_name(section, is_fragment);
        kept_.push_back(std::move(section));
        previous_is_fragment_ = is_fragment;
    }

    PlannedChapters chapters() && {
        close();
        return {std::move(kept_), joined_};
    }

private:
    /// An entry of a diary is looked for by its date, a chapter of a book by its number, however short it is.
    [[nodiscard]] bool is_short(const Section& section) const {
        return time_of(section) < min_seconds_ && !is_date(section.heading) &&
               parts_of_heading(section.heading).division.empty();
    }

    /// A few words in front of the first heading are no introduction that one would look for.
    void add_name(const Section& section, bool is_fragment) {
        if (!section.heading.empty() || !is_fragment) {
            names_.push_back(section.title);
        }
    }

    /// Names the last chapter, now that nothing is added to it.
    void close() {
        if (!names_.empty()) {
            kept_.back().title = title_of_several(names_);
        }
        names_.clear();
    }

    double min_seconds_;
    std::size_t joined_ = 0;
    std::vector<Section> kept_;
    std::vector<std::string> names_; ///< of what the last one was put together from
    bool previous_is_fragment_ = false;
};

PlannedChapters without_fragments(std::vector<Section> sections, double min_seconds) {
    FragmentJoiner joiner(min_seconds);
    for (Section& section : sections) {
        joiner.take(std::move(section), &section == &sections.back());
    }
    return std::move(joiner).chapters();
}

/// Parts a chapter that is too long to find one's place in, between paragraphs.
void append_parted(std::vector<Section>& parted, Section section) {
    const double length = time_of(section);
    if (length <= overlong) {
        parted.push_back(std::move(section));
        return;
    }
    const double target = length / std::ceil(length / part_length);
    double filled = 0.0;
    int number = 0;
    for (Paragraph& paragraph : section.paragraphs) {
        const double more = speaking_time(paragraph.text.size());
        if (number == 0 || filled + more / 2 > target) {
            Section part;
            part.title = fmt::format("{}, part {}", section.title, ++number);
            part.heading = number == 1 ? section.heading : std::string();
            part.line = number == 1 ? section.line : paragraph.line;
            parted.push_back(std::move(part));
            filled = 0.0;
        }
        filled += more;
        parted.back().paragraphs.push_back(std::move(paragraph));
    }
}

PlannedChapters from_headings(const Outline& outline, int level, double min_seconds) {
    SectionBuilder builder(level, outline);
    for (const Block& block : outline.blocks) {
        builder.take(block);
    }
    PlannedChapters chapters = without_fragments(std::move(builder).sections(), min_seconds);
    std::vector<Section> parted;
    for (Section& section : chapters.sections) {
        append_parted(parted, std::move(section));
    }
    UniqueTitles titles;
    for (Section& section : parted) {
        section.title = titles.claim(section.title);
    }
    return {std::move(parted), chapters.joined};
}

} // namespace

ChapterPlan parse_chapter_plan(std::string_view text) {
    if (text == "auto") {
        return {};
    }
    if (text == "paragraphs") {
        return {ChapterPlan::Source::paragraphs, 0};
    }
    if (text.size() == 2 && text[0] == 'h' && text[1] >= '1' && text[1] <= '6') {
        return {ChapterPlan::Source::level, text[1] - '0'};
    }
    throw Error(
        ErrorKind::usage,
        fmt::format("--chapters-from \"{}\" is not possible: give auto, paragraphs, or h1 to h6", text));
}

double speaking_time(std::size_t characters) {
    constexpr double characters_per_second = 155.0 * 6.0 / 60.0;
    return static_cast<double>(characters) / characters_per_second;
}

PlannedChapters plan_chapters(const Outline& outline, ChapterPlan plan) {
    const bool has_text = std::any_of(outline.blocks.begin(), outline.blocks.end(),
                                      [](const Block& block) { return !is_heading(block); });
    if (!has_text) {
        return {};
    }
    const bool has_headings = std::any_of(outline.blocks.begin(), outline.blocks.end(), is_heading);
    if (!has_headings || plan.source == ChapterPlan::Source::paragraphs) {
        return {from_paragraphs(outline, plan.source == ChapterPlan::Source::automatic, plan.min_seconds), 0};
    }
    return from_headings(outline,
                         plan.source == ChapterPlan::Source::level ? plan.level : choose_level(outline),
                         plan.min_seconds);
}

} // namespace recital
