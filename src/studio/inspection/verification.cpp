// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/inspection/verification.h"

#include "base/error.h"
#include "base/file.h"
#include "base/time_text.h"
#include "container/formats.h"
#include "container/reader/inspection.h"
#include "container/sidecar/publications.h"
#include "studio/output/subtitle_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace recital {

namespace {

constexpr double millisecond = 0.001;

using Faults = std::vector<std::string>;

/// How much there is to hear, against what the file says. Returns whether it is all there.
bool check_length(const Inspection& inspection, Faults& faults) {
    const BookInfo& info = inspection.info;
    const auto said = inspection.record ? std::optional(inspection.record->samples) : info.samples;
    const std::uint64_t tolerance = inspection.record ? 0 : info.samples_tolerance;
    const std::uint64_t heard = inspection.whole.sound.samples;
    if (heard == 0) {
        faults.emplace_back("none of its audio can be decoded");
        return false;
    }
    if (!said || (heard + tolerance >= *said && heard <= *said + tolerance)) {
        return true;
    }
    const double rate = info.rate;
    if (heard < *said) {
        const std::uint64_t missing = *said - heard;
        const double seconds = static_cast<double>(missing) / rate;
        faults.push_back(
            fmt::format("is cut off or damaged: {} of {} are missing",
                        seconds < millisecond ? "less than 0.001 s" : fmt::format("{:.3f} s", seconds),
                        time_text(static_cast<double>(*said) / rate)));
    } else {
        faults.push_back(fmt::format("contains {:.3f} s more audio than it declares",
                                     static_cast<double>(heard - *said) / rate));
    }
    return false;
}

void check_sound(const Inspection& inspection, Faults& faults) {
    const SoundDamage& damage = inspection.damage;
    if (!inspection.record_fault.empty()) {
        faults.push_back(inspection.record_fault);
    }
    if (damage.any()) {
        const std::uint64_t packets = damage.packets_cut + damage.packets_refused;
        const std::string first = time_text(*damage.first);
        faults.push_back(packets == 1 ? fmt::format("a packet of its audio is damaged, at {}", first)
                                      : fmt::format("{} packets of its audio are damaged, the first at {}",
                                                    packets, first));
    }
    const bool is_complete = check_length(inspection, faults);
    if (is_complete && inspection.record && inspection.checksum != inspection.record->checksum) {
        faults.emplace_back("its audio is not what was written: the checksum differs");
    }
}

void check_chapter_list(const ChapterList& list, double seconds, Faults& faults) {
    if (list.chapters.front().start >= millisecond) {
        faults.push_back(fmt::format("{}: the first chapter begins at {:.3f} s, not at the start", list.name,
                                     list.chapters.front().start));
    }
    double previous = -1;
    for (std::size_t n = 0; n < list.chapters.size(); ++n) {
        const ChapterMark& chapter = list.chapters[n];
        const auto fault = [&](std::string_view what) {
            faults.push_back(fmt::format("{}: chapter {} {}", list.name, n + 1, what));
        };
        if (chapter.title.empty()) {
            fault("has no title");
        }
        if (chapter.start <= previous) {
            fault("does not begin after the one before it");
        } else if (chapter.start >= seconds) {
            fault("begins after the end of the audio");
        }
        previous = chapter.start;
    }
}

/// Players differ in which list they show; all should be shown the same. Nero's cuts titles at 255 bytes.
void compare_chapter_lists(const ChapterList& one, const ChapterList& other, Faults& faults) {
    const auto differ = [&](const std::string& what) {
        faults.push_back(fmt::format("{} and {} differ: {}", one.name, other.name, what));
    };
    if (one.chapters.size() != other.chapters.size()) {
        return differ(fmt::format("{} chapters and {}", one.chapters.size(), other.chapters.size()));
    }
    constexpr std::size_t whole_title_bytes = 250;
    for (std::size_t n = 0; n < one.chapters.size(); ++n) {
        const ChapterMark& mark = one.chapters[n];
        const ChapterMark& same = other.chapters[n];
        if (!(std::abs(mark.start - same.start) <= millisecond)) {
            return differ(
                fmt::format("chapter {} begins at {:.3f} s and at {:.3f} s", n + 1, mark.start, same.start));
        }
        const bool is_same = same.title.size() < whole_title_bytes ? mark.title == same.title
                                                                   : mark.title.starts_with(same.title);
        if (!is_same) {
            return differ(
                fmt::format(R"(chapter {} is called "{}" and "{}")", n + 1, mark.title, same.title));
        }
    }
}

/// How many of the record's chapters the format can mark.
std::size_t chapters_to_show(const BookInfo& info, const BookRecord& record) {
    const auto formats = all_formats();
    const auto traits = std::find_if(formats.begin(), formats.end(), [&info](const AudioContainer& format) {
        return format.name == info.format;
    });
    if (traits == formats.end()) {
        return record.chapters.size();
    }
    // An older record does not say where the chapters begin.
    return record.starts.empty() ? std::min(record.chapters.size(), traits->max_chapters)
                                 : traits->marked_chapters(record.starts);
}

/// Where the chapters of a list do not begin where they were written to, the first one and how many more.
void compare_starts(const ChapterList& list, const BookInfo& info, const BookRecord& record, Faults& faults) {
    constexpr double rounding = 2 * millisecond; // ID3 and Vorbis comments count whole ones
    std::optional<std::size_t> first;
    std::size_t moved = 0;
    const auto written = [&](std::size_t n) { return static_cast<double>(record.starts[n]) / info.rate; };
    for (std::size_t n = 0; n < std::min(list.chapters.size(), record.starts.size()); ++n) {
        if (!(std::abs(list.chapters[n].start - written(n)) <= rounding)) {
            first = first.value_or(n);
            ++moved;
        }
    }
    if (first) {
        faults.push_back(
            fmt::format("{}: chapter {} begins at {:.3f} s and was written to begin at {:.3f} s{}", list.name,
                        *first + 1, list.chapters[*first].start, written(*first),
                        moved == 1 ? "" : fmt::format(", and {} more chapters differ", moved - 1)));
    }
}

void compare_with_record(const BookInfo& info, const BookRecord& record, Faults& faults) {
    const std::size_t wanted = chapters_to_show(info, record);
    if (info.chapters().size() != wanted) {
        faults.push_back(
            fmt::format("shows {} chapters and was written with {}", info.chapters().size(), wanted));
        return;
    }
    for (const ChapterList& list : info.chapter_lists) {
        compare_starts(list, info, record, faults);
    }
}

void check_chapters(const Inspection& inspection, Faults& faults) {
    const auto& lists = inspection.info.chapter_lists;
    for (const ChapterList& list : lists) {
        check_chapter_list(list, inspection.seconds(), faults);
    }
    for (std::size_t n = 1; n < lists.size(); ++n) {
        compare_chapter_lists(lists.front(), lists[n], faults);
    }
    if (inspection.record) {
        compare_with_record(inspection.info, *inspection.record, faults);
    }
}

/// The tags that a book of recital's has, by every name that the formats have for them; without those that it
/// was made without.
void check_tags(const BookInfo& info, const std::vector<std::string>& left_out, Faults& faults) {
    struct Wanted {
        const char* what;
        std::vector<const char*> names;
        bool in_wave; ///< whether a WAVE file has a place for it
    };
    static const std::array<Wanted, 4> wanted = {{{"title", {"title"}, true},
                                                  {"narrator", {"composer", "narrator", "performer"}, false},
                                                  {"genre", {"genre"}, true},
                                                  {"language", {"language"}, false}}};
    for (const Wanted& tag : wanted) {
        const bool is_left_out = std::any_of(tag.names.begin(), tag.names.end(), [&](const char* name) {
            return std::find(left_out.begin(), left_out.end(), name) != left_out.end();
        });
        if (is_left_out || (info.format == "wav" && !tag.in_wave)) {
            continue;
        }
        const bool is_there = std::any_of(tag.names.begin(), tag.names.end(),
                                          [&](const char* name) { return !info.tag(name).empty(); });
        if (!is_there) {
            faults.push_back(fmt::format("has no tag for the {}", tag.what));
        }
    }
}

/// Whether the loudness is what the book was mastered to. The RMS of all of it, pauses included, was set by
/// other pauses than a short book or one of many headings has; its gated loudness, which leaves them out,
/// then lies within 1.5 LU of the RMS that speech was brought to. Files too short to measure count as right.
bool has_target_level(const SoundMeasures& sound, const LoudnessSettings& target, double seconds) {
    constexpr double rms_tolerance = 1;
    constexpr double gating_block_seconds = 0.4; // ITU-R BS.1770: less has no loudness
    const double tolerance = loudness_tolerance(seconds);
    if (seconds < gating_block_seconds) {
        return true;
    }
    if (target.measure == "rms") {
        return std::abs(sound.rms - target.rms) <= rms_tolerance ||
               std::abs(sound.loudness - target.rms) <= tolerance + rms_tolerance / 2;
    }
    return std::abs(sound.loudness - target.integrated) <= tolerance;
}

void check_loudness(const Inspection& inspection, Faults& faults) {
    const SoundMeasures& sound = inspection.whole.sound;
    const LoudnessSettings& target = inspection.record->target;
    constexpr double gating_block = 0.4; // seconds (ITU-R BS.1770-4, 5.1): nothing shorter has a loudness
    if (inspection.seconds() >= gating_block && !has_target_level(sound, target, inspection.seconds())) {
        const bool by_rms = target.measure == "rms";
        faults.push_back(fmt::format("is at {:.1f} {} instead of {:.1f}", by_rms ? sound.rms : sound.loudness,
                                     by_rms ? "dB RMS" : "LUFS", by_rms ? target.rms : target.integrated));
    }
    if (!(sound.true_peak <= target.true_peak + peak_tolerance)) {
        faults.push_back(
            fmt::format("peaks at {:.1f} dBTP instead of {:.1f} at most", sound.true_peak, target.true_peak));
    }
}

/// What is wrong with the words of a cue, the first thing only; empty where nothing is.
std::string word_fault(const SubtitleCue& cue) {
    double free_from = cue.start;
    for (std::size_t n = 0; n < cue.words.size(); ++n) {
        const SubtitleWord& word = cue.words[n];
        const bool is_inside =
            word.start >= free_from - millisecond / 2 && word.end <= *cue.end + millisecond / 2;
        if (!is_inside || !(word.end >= word.start)) {
            return fmt::format("word {} (\"{}\") is outside its sentence or overlaps another word", n + 1,
                               word.text);
        }
        free_from = word.end;
    }
    return {};
}

/// What is wrong with the order of the cues, the first thing only; empty where nothing is.
std::string cue_fault(const std::vector<SubtitleCue>& cues, double seconds) {
    constexpr double rounding = 0.0101; // some formats count hundredths
    double free_from = 0;
    for (std::size_t n = 0; n < cues.size(); ++n) {
        const SubtitleCue& cue = cues[n];
        const double end = cue.end.value_or(cue.start);
        if (!(cue.start >= free_from - millisecond / 2)) {
            return fmt::format("cue {} begins before the one before it has ended", n + 1);
        }
        if (!(end >= cue.start)) {
            return fmt::format("cue {} ends before it begins", n + 1);
        }
        if (!(end <= seconds + rounding)) {
            return fmt::format("cue {} ends after the end of the audio", n + 1);
        }
        if (const std::string fault = word_fault(cue); !fault.empty()) {
            return fmt::format("cue {}: {}", n + 1, fault);
        }
        free_from = end;
    }
    return {};
}

void check_subtitles(const std::filesystem::path& file, const std::string& kind, double seconds,
                     Verification& verification) {
    const auto name = file.filename().string();
    try {
        const auto cues = parse_subtitles(read_file(file), kind);
        if (!cues) {
            return; // something else that has the same name
        }
        verification.subtitles.push_back(name);
        const std::string fault = cues->empty() ? "has no cues" : cue_fault(*cues, seconds);
        if (!fault.empty()) {
            verification.faults.push_back(fmt::format("{}: {}", name, fault));
        }
    } catch (const Error& error) {
        verification.faults.push_back(fmt::format("{}: {}", name, error.what()));
    }
}

void check_all_subtitles(const Inspection& inspection, Verification& verification) {
    for (const std::filesystem::path& beside : possible_subtitles(verification.file)) {
        std::error_code error;
        if (std::filesystem::is_regular_file(beside, error)) {
            check_subtitles(beside, beside.extension().string().substr(1), inspection.seconds(),
                            verification);
        }
    }
}

/// What recital noted is of no use then: it tells of the sound that it wrote.
std::string foreign_remark(const BookInfo& info) {
    if (info.record.empty()) {
        return "not made by recital";
    }
    const std::string writer = info.tag("encoder");
    return fmt::format("converted from a book of recital by {}",
                       writer.empty() ? "a program that does not name itself" : writer);
}

void check_all(const Inspection& inspection, Verification& verification) {
    check_sound(inspection, verification.faults);
    check_chapters(inspection, verification.faults);
    if (!inspection.info.is_written_by_recital()) {
        verification.remarks.push_back(foreign_remark(inspection.info));
    } else {
        check_tags(inspection.info,
                   inspection.record ? inspection.record->left_out : std::vector<std::string>(),
                   verification.faults);
    }
    if (inspection.record) {
        check_loudness(inspection, verification.faults);
    }
    check_all_subtitles(inspection, verification);
}

} // namespace

double loudness_tolerance(double seconds) noexcept {
    constexpr double of_long_books = 0.7;
    constexpr double of_shortest_books = 3.2; // half-way between the measured 1.9 and what must be found
    constexpr double long_seconds = 30;
    const double share = std::clamp(seconds / long_seconds, 0.0, 1.0);
    return of_shortest_books + (of_long_books - of_shortest_books) * share;
}

Verification verify_file(const std::filesystem::path& file, const std::function<void()>& before_block) {
    Verification verification;
    verification.file = file;
    try {
        const Inspection inspection = inspect_file(file, before_block);
        const SoundMeasures& sound = inspection.whole.sound;
        verification.summary = {inspection.info.format, inspection.chapters.size(), inspection.seconds(),
                                sound.loudness, sound.true_peak};
        check_all(inspection, verification);
    } catch (const Error& error) {
        verification.faults.emplace_back(error.what());
    }
    return verification;
}

} // namespace recital
