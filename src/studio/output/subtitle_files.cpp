// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/subtitle_files.h"

#include "base/file.h"
#include "container/sidecar/publications.h"
#include "studio/assembly/book_text.h"
#include "studio/output/word_times.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace recital {

namespace {

/// Files with one text in several kinds, written side by side.
class PublicationSet {
public:
    PublicationSet(std::span<const std::filesystem::path> paths, const PublicationHead& head) {
        for (const std::filesystem::path& path : paths) {
            files_.emplace_back(path, *find_publication(path.extension().string().substr(1)));
        }
        write([&head](PublicationWriter& writer) { return writer.begin(head); });
    }

    /// `next` returns what a writer has to say next.
    template <typename Next>
    void write(const Next& next) {
        for (File& file : files_) {
            file.out.write(next(*file.writer));
        }
    }

    void commit() {
        write([](PublicationWriter& writer) { return writer.end(); });
        for (File& file : files_) {
            file.out.flush();
            file.temporary.commit();
        }
    }

private:
    struct File {
        File(const std::filesystem::path& path, const Publication& publication)
            : temporary(std::filesystem::absolute(path)),
              out(temporary.descriptor(), temporary.path().string()), writer(publication.make_writer()) {}

        TemporaryFile temporary;
        FileWriter out;
        std::unique_ptr<PublicationWriter> writer;
    };

    std::deque<File> files_; // which do not move
};

/// A sentence with the times of its words, if any of it is heard.
PublishedSentence make_sentence(const Sentence& sentence, const std::vector<TimedWord>& words) {
    PublishedSentence made{sentence.source, sentence.emphases};
    made.is_heard = !words.empty() && words.back().end > words.front().start;
    if (!made.is_heard) {
        return made;
    }
    const double end = words.back().end;
    made.whole.start = words.front().start;
    made.whole.end = end;
    for (const TimedWord& word : words) {
        made.whole.text += (word.spaced ? " " : "") + word.text;
        if (word.said) {
            made.whole.words.push_back({word.start, word.end, word.text});
        }
    }
    made.cues = lay_out_cues(words, end);
    return made;
}

/// Tells the writers of one sound's text what passes: of a whole book, or of a chapter.
class PublicationFiles {
public:
    PublicationFiles(const BookInProgress& book, std::size_t format,
                     std::span<const std::filesystem::path> paths, const PublicationHead& head)
        : text_(book), rate_(book.format(format).sample_rate), set_(paths, head) {}

    void begin_chapter(std::size_t chapter) {
        set_.write([&](PublicationWriter& writer) {
            return writer.begin_chapter(text_.title(chapter), text_.has_heading(chapter));
        });
    }

    void add(std::size_t slot, const Take& take) {
        if (!text_.sentences(slot).empty()) {
            const TextPlace place = text_.place_of(slot);
            if (place.is_first) {
                set_.write([&](PublicationWriter& writer) { return writer.begin_block(place.kind); });
            }
            add_sentences(text_.sentences(slot), take);
            if (place.is_last) {
                set_.write([](PublicationWriter& writer) { return writer.end_block(); });
            }
        }
        samples_ += take.samples;
    }

    void end_chapter() {
        set_.write([](PublicationWriter& writer) { return writer.end_chapter(); });
    }

    void commit() { set_.commit(); }

private:
    void add_sentences(const PackedSentences& sentences, const Take& take) {
        const double start = static_cast<double>(samples_) / rate_;
        auto word = take.words.begin();
        std::size_t n = 0;
        for (const Sentence& sentence : sentences) {
            if (n == take.sentences.size()) {
                break;
            }
            const auto first = word;
            word = std::find_if(word, take.words.end(),
                                [n](const WordTime& time) { return time.sentence != n; });
            const PublishedSentence made = make_sentence(
                sentence, time_words(sentence, std::span(first, word), take.sentences[n], rate_, start));
            set_.write([&made](PublicationWriter& writer) { return writer.sentence(made); });
            ++n;
        }
    }

    BookText text_;
    int rate_; ///< Hz
    PublicationSet set_;
    std::uint64_t samples_ = 0; ///< of the takes so far
};

class BookSubtitles : public TakeSink {
public:
    BookSubtitles(const BookInProgress& book_in_progress, std::size_t format, const FileReport& report)
        : files_(book_in_progress, format, report.subtitles, head(book_in_progress.tags(), report)) {}

    void begin_chapter(std::size_t chapter) override { files_.begin_chapter(chapter); }
    void add(std::size_t slot, const Take& take) override { files_.add(slot, take); }
    void end_chapter(std::size_t /*chapter*/) override { files_.end_chapter(); }
    void finish() override { files_.commit(); }

private:
    static PublicationHead head(const BookTags& tags, const FileReport& report) {
        PublicationHead head{tags.title, tags.artist, tags.language, report.seconds(), {}};
        for (const ChapterReport& chapter : report.chapters) {
            head.chapters.push_back({chapter.title, static_cast<double>(chapter.first_sample) / report.rate});
        }
        return head;
    }

    PublicationFiles files_;
};

class ChapterSubtitles : public TakeSink {
public:
    ChapterSubtitles(const BookInProgress& book_in_progress, std::size_t format, const FileReport& report)
        : book_(book_in_progress), format_(format), report_(report) {}

    void begin_chapter(std::size_t chapter) override {
        files_.emplace(book_, format_, report_.chapter_subtitles[chapter], head(report_.chapters[chapter]));
        files_->begin_chapter(chapter);
    }

    void add(std::size_t slot, const Take& take) override { files_->add(slot, take); }

    void end_chapter(std::size_t /*chapter*/) override {
        files_->end_chapter();
        files_->commit();
        files_.reset();
    }

    void finish() override {}

private:
    [[nodiscard]] PublicationHead head(const ChapterReport& chapter) const {
        const BookTags& tags = book_.tags();
        const auto samples = static_cast<double>(chapter.last_sample - chapter.first_sample);
        return {chapter.title, tags.artist, tags.language, samples / report_.rate, {{chapter.title, 0}}};
    }

    const BookInProgress& book_;
    std::size_t format_;
    const FileReport& report_;
    std::optional<PublicationFiles> files_; ///< of the chapter being written
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
