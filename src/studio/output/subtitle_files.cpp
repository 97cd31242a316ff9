// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/subtitle_files.h"

#include "base/file.h"
#include "container/sidecar/subtitle_writer.h"
#include "studio/output/word_times.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <span>
#include <utility>

namespace recital {

namespace {

/// The subtitles of one file in all kinds, written side by side.
class SubtitleSet {
public:
    SubtitleSet(std::span<const std::filesystem::path> paths, const SubtitleHead& head) {
        for (const std::filesystem::path& path : paths) {
            const std::string extension = path.extension().string().substr(1);
            const auto kinds = subtitle_kinds();
            files_.emplace_back(path, *std::find(kinds.begin(), kinds.end(), extension));
            files_.back().out.write(files_.back().writer.head(head));
        }
    }

    void add(const SubtitleSentence& sentence) {
        for (File& file : files_) {
            file.out.write(file.writer.sentence(sentence));
        }
    }

    void commit() {
        for (File& file : files_) {
            file.out.write(file.writer.end());
            file.out.flush();
            file.temporary.commit();
        }
    }

private:
    struct File {
        File(const std::filesystem::path& path, std::string_view kind)
            : temporary(std::filesystem::absolute(path)),
              out(temporary.descriptor(), temporary.path().string()), writer(kind) {}

        TemporaryFile temporary;
        FileWriter out;
        SubtitleWriter writer;
    };

    std::deque<File> files_; // which do not move
};

/// A sentence whose words are timed, `end` being when it ceases to be heard.
SubtitleSentence make_sentence(const std::vector<TimedWord>& words, double end) {
    SubtitleSentence sentence;
    sentence.whole.start = words.front().start;
    sentence.whole.end = end;
    for (const TimedWord& word : words) {
        sentence.whole.text += (word.spaced ? " " : "") + word.text;
        if (word.said) {
            sentence.whole.words.push_back({word.start, word.end, word.text});
        }
    }
    sentence.cues = lay_out_cues(words, end);
    return sentence;
}

/// Adds the sentences of a passage, the take of which begins at `start` seconds.
void add_passage(SubtitleSet& set, const Passage& passage, const Take& take, int rate, double start) {
    auto word = take.words.begin();
    for (std::size_t n = 0; n < passage.sentences.size() && n < take.sentences.size(); ++n) {
        const auto first = word;
        word = std::find_if(word, take.words.end(), [n](const WordTime& time) { return time.sentence != n; });
        const auto words =
            time_words(passage.sentences[n], std::span(first, word), take.sentences[n], rate, start);
        if (!words.empty() && words.back().end > words.front().start) {
            set.add(make_sentence(words, words.back().end));
        }
    }
}

/// Writes the subtitles of the slots [first, last) as those of a file of their own.
void write_set(const BookInProgress& book_in_progress, std::size_t format, const TakeLoader& load,
               std::span<const std::filesystem::path> paths, const SubtitleHead& head,
               std::pair<std::size_t, std::size_t> slots) {
    SubtitleSet set(paths, head);
    const int rate = book_in_progress.format(format).sample_rate;
    std::uint64_t start = 0;
    for (std::size_t n = slots.first; n < slots.second; ++n) {
        const TakeSlot& slot = book_in_progress.slots()[n];
        const BookTake& take = slot.takes[format];
        if (!slot.passage.sentences.empty()) {
            add_passage(set, slot.passage, load(take), rate, static_cast<double>(start) / rate);
        }
        start += take.samples;
    }
    set.commit();
}

} // namespace

void write_subtitles(const BookInProgress& book_in_progress, std::size_t format, const TakeLoader& load,
                     const FileReport& report) {
    const auto seconds = [&report](std::uint64_t samples) {
        return static_cast<double>(samples) / report.rate;
    };
    const BookTags& tags = book_in_progress.tags();
    SubtitleHead head{tags.title, tags.artist, tags.language, report.seconds(), {}};
    std::transform(report.chapters.begin(), report.chapters.end(), std::back_inserter(head.chapters),
                   [&](const ChapterReport& chapter) {
                       return ChapterMark{chapter.title, seconds(chapter.first_sample)};
                   });
    if (!report.subtitles.empty()) {
        write_set(book_in_progress, format, load, report.subtitles, head,
                  {0, book_in_progress.slots().size()});
    }
    for (std::size_t n = 0; n < report.chapter_subtitles.size(); ++n) {
        const ChapterReport& chapter = report.chapters[n];
        const SubtitleHead alone{chapter.title,
                                 tags.artist,
                                 tags.language,
                                 seconds(chapter.last_sample - chapter.first_sample),
                                 {{chapter.title, 0}}};
        write_set(book_in_progress, format, load, report.chapter_subtitles[n], alone,
                  book_in_progress.chapter_slots(n));
    }
}

} // namespace recital
