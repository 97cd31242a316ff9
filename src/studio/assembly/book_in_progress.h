// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "studio/assembly/covers.h"
#include "studio/job/report.h"
#include "studio/planning/plan_record.h"
#include "studio/takes/request.h"
#include "text/script/script.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// What is known of the take that a passage needs in one format. A book of eighty hours has tens of
/// thousands.
struct SlotTake {
    TakeId id = {};
    TakeSummary take = {};    ///< once it is there
    bool is_rendered = false; ///< by this run, or, planned, to be rendered; otherwise it was stored before
};

/// A book in the making: its takes in order, and what is known of the book when they are all there. Each
/// passage has a slot for its take in each format; what can be made of the passage again is not kept.
class BookInProgress {
public:
    /// `formats`: at least one; the plan has an output for each. `contexts` has one for each of them, too,
    /// which differ in their codecs alone and outlive this object.
    BookInProgress(BookPlan plan, Script script, BookTags tags, std::span<const FormatSettings> formats,
                   std::span<const TakeContext> contexts);

    [[nodiscard]] const BookPlan& plan() const { return plan_; }
    /// Another run took the book's name. `outputs` has one for each format.
    void move_to(BookHome home, std::vector<std::filesystem::path> outputs) {
        plan_.home = std::move(home);
        plan_.outputs = std::move(outputs);
    }
    [[nodiscard]] std::size_t slots() const { return passages_.size(); }
    /// The passage of a slot. Without sentences it is a pause, at the head of the book or of what is left
    /// out.
    [[nodiscard]] const Passage& passage(std::size_t slot) const { return passages_[slot]; }
    /// What is to be rendered for a slot.
    [[nodiscard]] TakeRequest request(std::size_t slot) const;
    /// Gives the takes that a slot needs their ids. Returns their keys, one for each format.
    std::vector<std::string> name_takes(std::size_t slot); // NOLINT(modernize-use-nodiscard)
    /// Of the take that a slot needs in a format. Takes have to be named before.
    [[nodiscard]] const TakeId& id(std::size_t slot, std::size_t format) const {
        return slot_take(slot, format).id;
    }
    [[nodiscard]] std::size_t chapters() const { return chapters_.size(); }
    [[nodiscard]] const std::string& chapter_title(std::size_t chapter) const {
        return chapters_[chapter].title;
    }
    /// True if the title is a heading of the source; otherwise it was made from the text.
    [[nodiscard]] bool has_heading(std::size_t chapter) const { return chapters_[chapter].has_heading; }
    /// The slots [first, second) of a chapter.
    [[nodiscard]] std::pair<std::size_t, std::size_t> chapter_slots(std::size_t chapter) const {
        return {chapters_[chapter].first_slot, chapter_end(chapter)};
    }
    [[nodiscard]] const BookTags& tags() const { return tags_; }

    /// Of the finished book; without it, it has none.
    void set_covers(BookCovers covers) { covers_ = std::move(covers); }

    [[nodiscard]] std::size_t formats() const { return editions_.size(); }
    [[nodiscard]] const FormatSettings& format(std::size_t number) const { return editions_[number].format; }

    /// Fills a slot in one format; `is_rendered` tells work of this run from a stored take.
    void deliver(std::size_t slot, std::size_t format, const TakeSummary& take, bool is_rendered);
    [[nodiscard]] bool is_delivered(std::size_t slot, std::size_t format) const;
    [[nodiscard]] bool is_complete() const;

    /// Empties a slot whose take turned out to be missing or damaged.
    void give_up(std::size_t slot, std::size_t format);

    /// Puts a short pause in the place of a passage that cannot be spoken, in all formats.
    /// Returns how many of its takes had been delivered.
    std::size_t leave_out(std::size_t slot); // NOLINT(modernize-use-nodiscard)
    [[nodiscard]] bool is_left_out(std::size_t slot) const {
        return slot > 0 && passages_[slot].sentences.empty();
    }

    /// Counts a take that would have to be rendered, or reused if the book has it already, with the length
    /// that it will probably have. Takes have to be named before.
    void estimate(std::size_t slot, std::size_t format);

    /// Bytes of the sentences as they are written.
    [[nodiscard]] std::size_t text_bytes() const;
    /// Whether the book carries its text as lyrics; it does not otherwise.
    void carry_text(bool carries) { carries_text_ = carries; }

    /// The finished book in one format. All its slots must be delivered.
    [[nodiscard]] Book book(std::size_t format) const;
    /// What is known of it; what only whoever writes the files knows is left to them.
    [[nodiscard]] BookReport report() const;

private:
    /// The book in one format.
    struct Edition {
        FormatSettings format = {};
        std::size_t delivered = 0; ///< takes
    };

    struct ChapterPlace {
        std::string title;
        bool has_heading = false;
        std::size_t first_slot = 0;
    };

    [[nodiscard]] const SlotTake& slot_take(std::size_t slot, std::size_t format) const {
        return takes_[slot * formats() + format];
    }
    [[nodiscard]] SlotTake& slot_take(std::size_t slot, std::size_t format) {
        return takes_[slot * formats() + format];
    }
    [[nodiscard]] const Voice& voice() const { return contexts_.front().voice; }
    [[nodiscard]] std::size_t chapter_end(std::size_t chapter) const; ///< one behind its last slot
    [[nodiscard]] std::string chapter_text(std::size_t chapter) const;
    [[nodiscard]] std::string timed_text(std::size_t chapter, std::size_t format) const;
    [[nodiscard]] FileReport file_report(std::size_t format) const;

    BookPlan plan_;
    BookTags tags_;
    BookCovers covers_;
    std::span<const TakeContext> contexts_;
    std::vector<Edition> editions_;
    std::vector<ChapterPlace> chapters_;
    std::vector<Passage> passages_;
    std::vector<SlotTake> takes_; ///< of the first passage in each format, of the second, ...
    std::vector<LeftOutReport> left_out_;
    std::set<TakeId> estimated_;
    bool carries_text_ = false;
};

} // namespace recital
