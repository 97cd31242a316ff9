// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/subtitle_files.h"

#include "base/file.h"
#include "container/sidecar/subtitle_writer.h"
#include "studio/output/word_times.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <span>

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

/// Gives a set the sentences of the slots that belong to its sound.
class SubtitleFiles {
public:
    SubtitleFiles(const BookInProgress& book_in_progress, std::size_t format,
                  std::span<const std::filesystem::path> paths, const SubtitleHead& head)
        : book_(book_in_progress), rate_(book_in_progress.format(format).sample_rate), set_(paths, head) {}

    void add(std::size_t slot, const Take& take) {
        add_passage(book_.slots()[slot].passage, take);
        samples_ += take.samples;
    }

    void commit() { set_.commit(); }

private:
    void add_passage(const Passage& passage, const Take& take) {
        const double start = static_cast<double>(samples_) / rate_;
        auto word = take.words.begin();
        for (std::size_t n = 0; n < passage.sentences.size() && n < take.sentences.size(); ++n) {
            const auto first = word;
            word = std::find_if(word, take.words.end(),
                                [n](const WordTime& time) { return time.sentence != n; });
            const auto words =
                time_words(passage.sentences[n], std::span(first, word), take.sentences[n], rate_, start);
            if (!words.empty() && words.back().end > words.front().start) {
                set_.add(make_sentence(words, words.back().end));
            }
        }
    }

    const BookInProgress& book_;
    int rate_; ///< Hz
    SubtitleSet set_;
    std::uint64_t samples_ = 0; ///< of the takes so far
};

class BookSubtitles : public TakeSink {
public:
    BookSubtitles(const BookInProgress& book_in_progress, std::size_t format, const FileReport& report)
        : files_(book_in_progress, format, report.subtitles, head(book_in_progress.tags(), report)) {}

    void add(std::size_t slot, const Take& take) override { files_.add(slot, take); }
    void finish() override { files_.commit(); }

private:
    static SubtitleHead head(const BookTags& tags, const FileReport& report) {
        SubtitleHead head{tags.title, tags.artist, tags.language, report.seconds(), {}};
        for (const ChapterReport& chapter : report.chapters) {
            head.chapters.push_back({chapter.title, static_cast<double>(chapter.first_sample) / report.rate});
        }
        return head;
    }

    SubtitleFiles files_;
};

class ChapterSubtitles : public TakeSink {
public:
    ChapterSubtitles(const BookInProgress& book_in_progress, std::size_t format, const FileReport& report)
        : book_(book_in_progress), format_(format), report_(report) {}

    void begin_chapter(std::size_t chapter) override {
        files_.emplace(book_, format_, report_.chapter_subtitles[chapter], head(report_.chapters[chapter]));
    }

    void add(std::size_t slot, const Take& take) override { files_->add(slot, take); }

    void end_chapter(std::size_t /*chapter*/) override {
        files_->commit();
        files_.reset();
    }

    void finish() override {}

private:
    [[nodiscard]] SubtitleHead head(const ChapterReport& chapter) const {
        const BookTags& tags = book_.tags();
        const auto samples = static_cast<double>(chapter.last_sample - chapter.first_sample);
        return {chapter.title, tags.artist, tags.language, samples / report_.rate, {{chapter.title, 0}}};
    }

    const BookInProgress& book_;
    std::size_t format_;
    const FileReport& report_;
    std::optional<SubtitleFiles> files_; ///< of the chapter being written
};

} // namespace

std::unique_ptr<TakeSink> subtitles_sink(const BookInProgress& book_in_progress, std::size_t format,
                                         const FileReport& report) {
    return std::make_unique<BookSubtitles>(book_in_progress, format, report);
}

std::unique_ptr<TakeSink> chapter_subtitles_sink(const BookInProgress& book_in_progress, std::size_t format,
                                                 const FileReport& report) {
    return std::make_unique<ChapterSubtitles>(book_in_progress, format, report);
}

} // namespace recital
