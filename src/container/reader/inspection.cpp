// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/reader/inspection.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <utility>

namespace recital {

namespace {

/// Measures each chapter of audio that arrives in blocks.
class ChapterMeters {
public:
    ChapterMeters(std::vector<ChapterInspection>& chapters, int rate) : chapters_(chapters), rate_(rate) {}

    void add(std::span<const float> samples) {
        while (!samples.empty()) {
            if (next_ < chapters_.size() && chapters_[next_].first_sample <= position_) {
                open_next();
                continue;
            }
            const std::uint64_t room =
                next_ < chapters_.size() ? chapters_[next_].first_sample - position_ : samples.size();
            const auto part = samples.first(std::min<std::uint64_t>(room, samples.size()));
            if (meter_ != nullptr) {
                meter_->add(part);
            }
            position_ += part.size();
            samples = samples.subspan(part.size());
        }
    }

    void finish() {
        if (meter_ != nullptr) {
            chapters_[next_ - 1].sound = meter_->measures();
        }
    }

private:
    void open_next() {
        finish();
        meter_ = std::make_unique<SoundMeter>(rate_);
        ++next_;
    }

    std::vector<ChapterInspection>& chapters_;
    int rate_;
    std::size_t next_ = 0;
    std::uint64_t position_ = 0;
    std::unique_ptr<SoundMeter> meter_;
};

std::vector<ChapterInspection> chapters_of(const BookInfo& info) {
    std::vector<ChapterInspection> chapters;
    for (const ChapterMark& mark : info.chapters()) {
        ChapterInspection chapter;
        chapter.title = mark.title;
        constexpr double max_seconds = 1e9; // damaged files state any time
        const double start = std::clamp(mark.start, 0.0, max_seconds);
        chapter.first_sample = static_cast<std::uint64_t>(std::llround(start * info.rate));
        chapters.push_back(std::move(chapter));
    }
    std::stable_sort(chapters.begin(), chapters.end(),
                     [](const ChapterInspection& one, const ChapterInspection& other) {
                         return one.first_sample < other.first_sample;
                     });
    return chapters;
}

void add_record(Inspection& inspection) {
    if (inspection.info.record.empty() || !inspection.info.is_written_by_recital()) {
        return; // the record does not describe audio from another program
    }
    try {
        inspection.record = parse_book_record(inspection.info.record);
    } catch (const Error& error) {
        inspection.record_fault = error.what();
        return;
    }
    const auto& recorded = inspection.record->chapters;
    ChapterInspection& whole = inspection.whole;
    whole.words = 0;
    whole.limiter.emplace();
    for (std::size_t n = 0; n < recorded.size(); ++n) {
        *whole.words += recorded[n].words;
        *whole.limiter += recorded[n].limiter;
        if (recorded.size() == inspection.chapters.size()) {
            inspection.chapters[n].words = recorded[n].words;
            inspection.chapters[n].limiter = recorded[n].limiter;
        }
    }
}

} // namespace

std::optional<double> ChapterInspection::words_per_minute(int rate) const {
    if (!words || sound.samples == 0) {
        return std::nullopt;
    }
    return static_cast<double>(*words) * 60 * rate / static_cast<double>(sound.samples);
}

std::optional<double> ChapterInspection::limited_share() const {
    if (!limiter || sound.samples == 0) {
        return std::nullopt;
    }
    return static_cast<double>(limiter->samples_over_3_db) / static_cast<double>(sound.samples);
}

Inspection inspect_file(const std::filesystem::path& file, const std::function<void()>& before_block) {
    BookReader reader(file);
    Inspection inspection;
    inspection.file = file;
    inspection.info = reader.info();
    inspection.chapters = chapters_of(inspection.info);
    const int rate = inspection.info.rate;
    SoundMeter whole(rate);
    LoudnessCurve curve(rate);
    ChapterMeters chapters(inspection.chapters, rate);
    for (auto block = reader.read(); !block.empty(); block = reader.read()) {
        before_block();
        whole.add(block);
        chapters.add(block);
        curve.add(block, [&](double loudness) { inspection.loudness.add(loudness); });
        for (const float sample : block) {
            inspection.wave.add(static_cast<double>(sample));
        }
    }
    chapters.finish();
    inspection.whole.sound = whole.measures();
    inspection.damage = reader.damage();
    if (const auto checksum = reader.checksum()) {
        inspection.checksum = checksum->value();
    }
    add_record(inspection);
    return inspection;
}

} // namespace recital
