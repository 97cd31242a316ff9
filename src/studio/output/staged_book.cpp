// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/staged_book.h"

#include "studio/output/chapter_files.h"
#include "studio/output/subtitle_files.h"
#include "studio/output/take_sink.h"
#include "studio/process/signals.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace recital {

namespace {

/// The file of the whole book.
class WholeBook : public TakeSink {
public:
    WholeBook(GrowingBookFile& file, FileReport& report) : file_(file), report_(report) {}

    void add(std::size_t /*slot*/, const Take& take) override { file_.add(take); }
    void finish() override { report_.bytes = file_.finish(); }

private:
    GrowingBookFile& file_;
    FileReport& report_;
};

/// The only place that reads the takes of a finished book. `load` brings the content of a take.
void pass_takes(const Book& book, const std::function<Take(const BookTake&)>& load,
                std::span<const std::unique_ptr<TakeSink>> sinks) {
    const auto each = [sinks](const auto& call) {
        for (const std::unique_ptr<TakeSink>& sink : sinks) {
            call(*sink);
        }
    };
    for (std::size_t chapter = 0; chapter < book.chapters.size(); ++chapter) {
        each([chapter](TakeSink& sink) { sink.begin_chapter(chapter); });
        for (const BookTake& entry : book.chapters[chapter].takes) {
            check_interrupted();
            const Take take = load(entry);
            each([&](TakeSink& sink) { sink.add(entry.number, take); });
        }
        each([chapter](TakeSink& sink) { sink.end_chapter(chapter); });
    }
    each([](TakeSink& sink) { sink.finish(); });
}

} // namespace

LostTake::LostTake()
    : Error(ErrorKind::output, "a stored take has vanished or is damaged: the folder of stored takes may be "
                               "full or failing (see --cache)") {}

StagedBook::StagedBook(const BookInProgress& book_in_progress, TakeStore& store, BookReport& report)
    : outdated_(report) {
    for (std::size_t format = 0; format < book_in_progress.formats(); ++format) {
        write(book_in_progress, format, store, report.files[format]);
    }
}

void StagedBook::write(const BookInProgress& book_in_progress, std::size_t format, TakeStore& store,
                       FileReport& report) {
    const Book book = book_in_progress.book(format);
    Edition& edition = editions_.emplace_back(Edition{book.format.format, StagedFiles(report), nullptr});
    edition.book = std::make_unique<GrowingBookFile>(book, report.file);
    std::vector<std::unique_ptr<TakeSink>> sinks;
    sinks.push_back(std::make_unique<WholeBook>(*edition.book, report));
    if (!report.chapter_files.empty()) {
        sinks.push_back(chapter_files_sink(book, edition.companions.report()));
    }
    if (!report.subtitles.empty()) {
        sinks.push_back(subtitles_sink(book_in_progress, format, edition.companions.report()));
    }
    if (!report.chapter_subtitles.empty()) {
        sinks.push_back(chapter_subtitles_sink(book_in_progress, format, edition.companions.report()));
    }
    const auto load = [&](const BookTake& take) {
        auto stored = store.find(book_in_progress.id(take.number, format));
        return stored ? std::move(*stored) : throw LostTake();
    };
    pass_takes(book, load, sinks);
}

bool StagedBook::has_companions() const {
    return std::any_of(editions_.begin(), editions_.end(),
                       [](const Edition& edition) { return !edition.companions.is_empty(); });
}

void StagedBook::sync() const {
    for (const Edition& edition : editions_) {
        edition.book->file().sync();
    }
}

void StagedBook::put_in_place(const CommitBook& commit, const BookReport& report) {
    for (std::size_t n = 0; n < editions_.size(); ++n) {
        commit(editions_[n].book->file(), editions_[n].format);
        editions_[n].companions.put_in_place(report.files[n]);
    }
    outdated_.remove();
}

} // namespace recital
