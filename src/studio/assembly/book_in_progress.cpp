// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/book_in_progress.h"

#include "base/byte_order.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "studio/job/settings_digest.h"
#include "text/language/speech_length.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace recital {

namespace {

/// Leaves what tells people why a stretch is said so: nobody will ask.
void drop_explanations(PackedSentences& packed) {
    bool changes = false;
    for (const Sentence& sentence : packed) {
        changes = changes || !sentence.pronunciations.empty();
    }
    if (!changes) {
        return;
    }
    std::vector<Sentence> sentences;
    for (const Sentence& sentence : packed) {
        for (Pronunciation& pronunciation : sentences.emplace_back(sentence).pronunciations) {
            pronunciation.entry = {};
        }
    }
    packed = PackedSentences(sentences);
}

std::size_t count_passages(const Script& script) {
    return std::transform_reduce(script.chapters.begin(), script.chapters.end(), std::size_t{0},
                                 std::plus<>(),
                                 [](const Chapter& chapter) { return chapter.passages.size(); });
}

/// How long a request will probably be, in seconds.
double estimate_seconds(const TakeRequest& request, const Voice& voice) {
    std::size_t length = 0;
    for (const SpokenForm& sentence : request.sentences) {
        length += speech_length(sentence.text);
    }
    const double inner_pauses =
        request.sentences.empty() ? 0
                                  : static_cast<double>(request.sentences.size() - 1) * voice.pauses.sentence;
    return speaking_seconds(length, voice.engine.words_per_minute) + inner_pauses + request.closing_pause;
}

} // namespace

BookInProgress::BookInProgress(BookPlan plan, Script script, BookTags tags,
                               std::span<const FormatSettings> formats, std::span<const TakeContext> contexts)
    : plan_(std::move(plan)), tags_(std::move(tags)), contexts_(contexts) {
    for (const FormatSettings& format : formats) {
        editions_.push_back({format});
    }
    const std::size_t slots = 1 + count_passages(script);
    passages_.reserve(slots);
    for (Chapter& next : script.chapters) {
        Chapter chapter = std::move(next); // whose memory is free when its passages have moved
        chapters_.push_back({std::move(chapter.title), chapter.has_heading, passages_.size()});
        if (passages_.empty()) {
            passages_.emplace_back();
        }
        for (Passage& passage : chapter.passages) {
            drop_explanations(passage.sentences);
            passages_.push_back(std::move(passage));
        }
    }
    takes_.resize(slots * formats.size());
}

TakeRequest BookInProgress::request(std::size_t slot) const {
    const Passage& passage = passages_[slot];
    const PauseSettings& pauses = voice().pauses;
    return slot == 0 ? TakeRequest{Role::body, {}, pauses.head} : request_take(passage, pauses);
}

std::vector<std::string> BookInProgress::name_takes(std::size_t slot) {
    const TakeRequest wanted = request(slot);
    std::vector<std::string> keys;
    for (std::size_t format = 0; format < formats(); ++format) {
        keys.push_back(take_key(wanted, contexts_[format]));
        slot_take(slot, format).id = digest_of(keys.back());
    }
    return keys;
}

void BookInProgress::deliver(std::size_t slot, std::size_t format, const TakeSummary& take,
                             bool is_rendered) {
    SlotTake& filled = slot_take(slot, format);
    filled.take = take;
    filled.is_rendered = is_rendered;
    ++editions_[format].delivered;
}

bool BookInProgress::is_delivered(std::size_t slot, std::size_t format) const {
    return slot_take(slot, format).take.samples > 0; // there is no take of nothing
}

bool BookInProgress::is_complete() const {
    return std::all_of(editions_.begin(), editions_.end(),
                       [this](const Edition& edition) { return edition.delivered == slots(); });
}

void BookInProgress::give_up(std::size_t slot, std::size_t format) {
    slot_take(slot, format).take = {};
    --editions_[format].delivered;
}

std::size_t BookInProgress::leave_out(std::size_t slot) {
    std::size_t delivered = 0;
    for (std::size_t format = 0; format < formats(); ++format) {
        if (is_delivered(slot, format)) {
            give_up(slot, format);
            ++delivered;
        }
    }
    Passage& passage = passages_[slot];
    LeftOutReport report{plan_.sources[passage.source].path.string(), passage.sentences[0].line, {}};
    for (const Sentence& sentence : passage.sentences) {
        report.text += (report.text.empty() ? "" : " ") + sentence.source;
    }
    left_out_.push_back(std::move(report));
    passage.role = Role::body;
    passage.sentences = {};
    return delivered;
}

void BookInProgress::estimate(std::size_t slot, std::size_t format) {
    const double seconds = estimate_seconds(request(slot), voice());
    TakeSummary take;
    take.samples = static_cast<std::uint64_t>(std::llround(seconds * editions_[format].format.sample_rate));
    deliver(slot, format, take, estimated_.insert(id(slot, format)).second);
}

Book BookInProgress::book(std::size_t format) const {
    Book book{editions_[format].format, tags_,       {}, voice().loudness, covers_.book,
              covers_.chapter,          plan_.origin};
    book.origin.settings = settings_digest_in(plan_.origin.settings, voice(), editions_[format].format);
    for (std::size_t c = 0; c < chapters_.size(); ++c) {
        BookChapter chapter{
            chapters_[c].title, {}, carries_text_ ? chapter_text(c) : std::string(), timed_text(c, format)};
        const std::size_t end = chapter_end(c);
        chapter.takes.reserve(end - chapters_[c].first_slot);
        for (std::size_t s = chapters_[c].first_slot; s < end; ++s) {
            chapter.takes.push_back({slot_take(s, format).take, s});
        }
        book.chapters.push_back(std::move(chapter));
    }
    return book;
}

/// As docs/formats/book-record.md defines it.
std::string BookInProgress::timed_text(std::size_t chapter, std::size_t format) const {
    Hasher hasher;
    for (std::size_t s = chapters_[chapter].first_slot; s < chapter_end(chapter); ++s) {
        const TakeSummary& take = slot_take(s, format).take;
        std::string head;
        put_little_endian(head, take.samples, sizeof take.samples);
        put_little_endian(head, take.times, sizeof take.times);
        hasher.update(head);
        for (const Sentence& sentence : passages_[s].sentences) {
            hasher.update(std::string_view(sentence.source.c_str(), sentence.source.size() + 1));
        }
    }
    return hasher.hex();
}

std::size_t BookInProgress::chapter_end(std::size_t chapter) const {
    return chapter + 1 < chapters_.size() ? chapters_[chapter + 1].first_slot : slots();
}

std::size_t BookInProgress::text_bytes() const {
    std::size_t bytes = 0;
    for (const Passage& passage : passages_) {
        for (const Sentence& sentence : passage.sentences) {
            bytes += sentence.source.size();
        }
    }
    return bytes;
}

std::string BookInProgress::chapter_text(std::size_t chapter) const {
    std::string text;
    for (std::size_t s = chapters_[chapter].first_slot; s < chapter_end(chapter); ++s) {
        const Passage& passage = passages_[s];
        for (const Sentence& sentence : passage.sentences) {
            text += sentence.source + ' ';
        }
        if (passage.sentences.empty() || passage.border == Border::sentence) {
            continue;
        }
        text.pop_back(); // the parts of a long sentence have their blanks
        text += passage.border == Border::clause ? "" : "\n\n";
    }
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

BookReport BookInProgress::report() const {
    BookReport report;
    report.id = plan_.id;
    report.musician = plan_.musician;
    report.birth_name = plan_.subject.birth_name;
    report.other_names = plan_.subject.other_names;
    report.candidates = plan_.subject.candidates;
    for (const auto& source : plan_.sources) {
        report.sources.push_back(source.to_string());
    }
    report.reason = plan_.reason;
    report.left_out = left_out_;
    for (std::size_t format = 0; format < editions_.size(); ++format) {
        report.files.push_back(file_report(format));
    }
    return report;
}

FileReport BookInProgress::file_report(std::size_t format) const {
    const Edition& edition = editions_[format];
    FileReport report;
    report.format = edition.format.traits().name;
    report.file = plan_.outputs[format];
    report.rate = edition.format.sample_rate;
    for (std::size_t c = 0; c < chapters_.size(); ++c) {
        const std::uint64_t first = report.samples;
        const std::size_t end = chapter_end(c);
        for (std::size_t s = chapters_[c].first_slot; s < end; ++s) {
            const SlotTake& slot = slot_take(s, format);
            report.samples += slot.take.samples;
            report.limiter += slot.take.limiter;
            ++(slot.is_rendered ? report.takes_rendered : report.takes_reused);
        }
        report.chapters.push_back({chapters_[c].title, first, report.samples});
    }
    return report;
}

} // namespace recital
