// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/production.h"

#include "base/unicode.h"

#include <cmath>
#include <utility>

namespace recital {

namespace {

/// Characters of spoken text for each word of the engine's nominal rate, spaces and stops included
/// (measured).
constexpr double characters_per_word = 6.3;

TakeSlot make_slot(Passage passage, TakeRequest request, const TakeContext& context) {
    TakeSlot slot{std::move(passage), std::move(request), {}, false};
    slot.take.key = take_key(slot.request, context);
    return slot;
}

/// How long a request will probably be, in seconds.
double estimate_seconds(const TakeRequest& request, const Voice& voice) {
    double characters = 0;
    for (const SpokenForm& sentence : request.sentences) {
        characters += static_cast<double>(count_code_points(sentence.text));
    }
    const double inner_pauses =
        request.sentences.empty() ? 0
                                  : static_cast<double>(request.sentences.size() - 1) * voice.pauses.sentence;
    return characters / characters_per_word * 60 / voice.engine.words_per_minute + inner_pauses +
           request.closing_pause;
}

} // namespace

Production::Production(BookPlan plan, const Script& script, BookTags tags, const TakeContext& context)
    : plan_(std::move(plan)), tags_(std::move(tags)), voice_(context.voice), format_(context.format) {
    for (const Chapter& chapter : script.chapters) {
        chapter_titles_.push_back(chapter.title);
        chapter_first_slots_.push_back(slots_.size());
        if (slots_.empty()) {
            slots_.push_back(make_slot({}, TakeRequest{Role::body, {}, voice_.pauses.head}, context));
        }
        for (const Passage& passage : chapter.passages) {
            slots_.push_back(make_slot(passage, request_take(passage, voice_.pauses), context));
        }
    }
}

void Production::deliver(std::size_t slot, const Take& take, bool rendered) {
    TakeSlot& filled = slots_[slot];
    filled.take = make_book_take(std::move(filled.take.key), take, format_);
    filled.done = true;
    limiter_ += take.limiter;
    ++(rendered ? rendered_ : reused_);
}

void Production::estimate(std::size_t slot) {
    TakeSlot& estimated = slots_[slot];
    estimated.take.samples = static_cast<std::uint64_t>(
        std::llround(estimate_seconds(estimated.request, voice_) * format_.sample_rate));
    ++rendered_;
}

Book Production::book() const {
    Book book{format_, tags_, {}, voice_.loudness};
    for (std::size_t c = 0; c < chapter_titles_.size(); ++c) {
        BookChapter chapter{chapter_titles_[c], {}};
        const std::size_t end = c + 1 < chapter_titles_.size() ? chapter_first_slots_[c + 1] : slots_.size();
        for (std::size_t s = chapter_first_slots_[c]; s < end; ++s) {
            chapter.takes.push_back(slots_[s].take);
        }
        book.chapters.push_back(std::move(chapter));
    }
    return book;
}

BookReport Production::report() const {
    BookReport report;
    report.id = plan_.id;
    report.musician = plan_.musician;
    for (const auto& source : plan_.sources) {
        report.sources.push_back(source.to_string());
    }
    report.reason = plan_.reason;
    report.format = format_.traits().name;
    report.file = plan_.output;
    report.rate = format_.sample_rate;
    const Book finished = book();
    for (const BookChapter& chapter : finished.chapters) {
        const std::uint64_t first = report.samples;
        report.samples += chapter.samples();
        report.chapters.push_back({chapter.title, first, report.samples});
    }
    report.limiter = limiter_;
    report.takes_rendered = rendered_;
    report.takes_reused = reused_;
    return report;
}

} // namespace recital
