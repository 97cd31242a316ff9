// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/file_name.h"
#include "studio/output/book_files.h"
#include "studio/output/book_move.h"
#include "support/books_about.h"
#include "support/program.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <functional>
#include <thread>

namespace recital {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A file system that refuses what others refuse.
struct Refusals {
    const char* name;
    int flag;
    int link;
};

class LimitedCalls : public ClaimCalls {
public:
    explicit LimitedCalls(const Refusals& refusals) : refusals_(refusals) {}
    int rename_without_replacing(const std::filesystem::path& from,
                                 const std::filesystem::path& to) override {
        return refusals_.flag != 0 ? refusals_.flag : ClaimCalls::rename_without_replacing(from, to);
    }
    int link(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return refusals_.link != 0 ? refusals_.link : ClaimCalls::link(from, to);
    }

private:
    Refusals refusals_;
};

/// One run that makes books in the folder.
class OneRun {
public:
    OneRun(std::filesystem::path folder, std::vector<std::string> formats, ClaimCalls& calls)
        : folder_(std::move(folder)), calls_(calls) {
        for (const std::string& format : formats) {
            formats_.push_back(make_format_settings(format, 0, 0));
        }
        names_.emplace(formats_, true);
    }

    /// Looks for the book's names, as at the start of the work on it.
    void open(const BookOrigin& origin) {
        naming_.wanted = BookStems(all_formats().size(), folder_ / safe_file_name(origin.identity.musician));
        naming_.origin = origin;
        naming_.home = names_->find(naming_.wanted, origin);
    }

    /// Writes the book that was opened, in all formats.
    void write() {
        BookFiles files(
            *names_, naming_, overwrite,
            [this](const Diagnostic& notice) { notices.push_back(notice.to_string()); }, calls_);
        files.move_former();
        for (const FormatSettings& format : formats_) {
            MadeBook made = make_book(format, {"One"}, 1);
            made.book.origin = naming_.origin;
            TemporaryFile file(files.file(format.format));
            write_book(made.book, made.loader(), file);
            files.commit(file, format.format);
        }
    }

    std::vector<std::string> notices;
    bool overwrite = false;

private:
    std::filesystem::path folder_;
    ClaimCalls& calls_;
    std::vector<FormatSettings> formats_;
    std::optional<BookNames> names_;
    BookNaming naming_;
};

class BookFilesOnAFileSystem : public testing::TestWithParam<Refusals> {
protected:
    [[nodiscard]] OneRun run(const std::vector<std::string>& formats) {
        return {folder_.path(), formats, calls_};
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    /// All files, and about whom they are: born in that year.
    [[nodiscard]] std::vector<std::string> books() const {
        std::vector<std::string> books;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            const FileOwner owner = read_owner(entry.path());
            books.push_back(
                fmt::format("{}: {}", entry.path().filename().string(), owner.origin.identity.born));
        }
        std::sort(books.begin(), books.end());
        return books;
    }

private:
    ScratchFolder folder_;
    LimitedCalls calls_{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(FileSystems, BookFilesOnAFileSystem,
                         testing::Values(Refusals{"Complete", 0, 0}, Refusals{"WithoutTheFlag", EINVAL, 0},
                                         Refusals{"WithoutLinks", EINVAL, EPERM}),
                         [](const auto& instance) { return std::string(instance.param.name); });

const BookOrigin elder = about("John Williams", "1932");
const BookOrigin younger = about("John Williams", "1941");

TEST_P(BookFilesOnAFileSystem, KeepBothBooksOfTwoRunsThatSawTheNameFree) {
    OneRun first = run({"wav"});
    OneRun second = run({"wav"});
    first.open(elder);
    second.open(younger);
    first.write();
    second.write();
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–).wav: 1941", "John Williams.wav: 1932"));
    EXPECT_THAT(first.notices, IsEmpty());
    EXPECT_THAT(second.notices, ElementsAre(HasSubstr("John Williams (1941–)")));
}

TEST_P(BookFilesOnAFileSystem, KeepBothBooksOfTwoRunsInDifferentFormats) {
    OneRun first = run({"wav"});
    OneRun second = run({"flac"});
    first.open(elder);
    second.open(younger);
    first.write();
    second.write();
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–).flac: 1941", "John Williams.wav: 1932"));
}

TEST_P(BookFilesOnAFileSystem, MoveAllFormatsWhenTheSecondOneIsTaken) {
    OneRun first = run({"flac"});
    OneRun second = run({"wav", "flac"});
    second.open(younger);
    write_book_about(path("John Williams.flac"), elder);
    second.write();
    EXPECT_THAT(books(), ElementsAre("John Williams (1941–).flac: 1941", "John Williams (1941–).wav: 1941",
                                     "John Williams.flac: 1932"));
}

TEST_P(BookFilesOnAFileSystem, ReplaceTheBookOfTheSamePerson) {
    for (int n = 0; n < 2; ++n) {
        OneRun again = run({"wav"});
        again.open(elder);
        again.write();
        EXPECT_THAT(again.notices, IsEmpty());
    }
    EXPECT_THAT(books(), ElementsAre("John Williams.wav: 1932"));
}

TEST_P(BookFilesOnAFileSystem, ReplaceTheSameBookOfARunAtTheSameTime) {
    OneRun first = run({"wav"});
    OneRun second = run({"wav"});
    first.open(elder);
    second.open(elder);
    first.write();
    second.write();
    EXPECT_THAT(books(), ElementsAre("John Williams.wav: 1932"));
}

TEST_P(BookFilesOnAFileSystem, LeaveOneOfTwoTheBookThatDoesNotSayWhoseItIs) {
    write_book_about(path("John Williams.wav"), elder);
    age_record(path("John Williams.wav"));
    OneRun first = run({"wav"});
    OneRun second = run({"wav"});
    first.open(elder);
    second.open(younger);
    second.write();
    first.write();
    EXPECT_THAT(books(), ElementsAre("John Williams (1932–).wav: 1932", "John Williams.wav: 1941"));
}

TEST_P(BookFilesOnAFileSystem, NeverReplaceFilesOfOthersUnlessAsked) {
    OneRun late = run({"wav"});
    late.open(elder);
    std::ofstream(path("John Williams.wav")) << "a recording of my own";
    EXPECT_THROW(late.write(), Error);
    EXPECT_EQ(content_of(path("John Williams.wav")), "a recording of my own");
    late.overwrite = true;
    late.write();
    EXPECT_THAT(books(), ElementsAre("John Williams.wav: 1932"));
}

TEST_P(BookFilesOnAFileSystem, LoseNoBookOfManyRunsAtOnce) {
    constexpr int runs = 8;
    std::vector<std::thread> threads;
    for (int n = 0; n < runs; ++n) {
        threads.emplace_back([this, n] {
            OneRun one = run({n % 2 == 0 ? "wav" : "flac", n % 2 == 0 ? "flac" : "wav"});
            one.open(about("John Williams", std::to_string(1900 + n)));
            one.write();
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    std::map<std::string, int> files;
    for (const auto& entry : std::filesystem::directory_iterator(path(""))) {
        ++files[read_owner(entry.path()).origin.identity.born];
    }
    EXPECT_EQ(files.size(), static_cast<std::size_t>(runs));
    for (const auto& [born, count] : files) {
        EXPECT_EQ(count, 2) << born;
    }
}

TEST_P(BookFilesOnAFileSystem, RenameTheBookOfARenamedMusician) {
    const BookOrigin before = about("Bekzat Petrenko", "1901", "", "bp-01");
    const BookOrigin after = about("Bekzat Sánchez Pérez", "1901", "", "bp-01");
    OneRun first = run({"wav", "flac"});
    first.open(before);
    first.write();
    OneRun second = run({"wav"});
    second.open(after);
    second.write();
    EXPECT_THAT(books(), ElementsAre("Bekzat Sánchez Pérez.flac: 1901", "Bekzat Sánchez Pérez.wav: 1901"));
    EXPECT_THAT(second.notices, ElementsAre(HasSubstr("Bekzat Petrenko")));
}

class MoveBook : public BookFilesOnAFileSystem {};

INSTANTIATE_TEST_SUITE_P(FileSystems, MoveBook,
                         testing::Values(Refusals{"Complete", 0, 0}, Refusals{"WithoutLinks", EINVAL, EPERM}),
                         [](const auto& instance) { return std::string(instance.param.name); });

TEST_P(MoveBook, NeverReplacesAFile) {
    LimitedCalls calls(GetParam());
    write_book_about(path("Old.wav"), elder);
    write_book_about(path("New.wav"), younger);
    const auto left = move_book(BookStems(all_formats().size(), path("Old")),
                                BookStems(all_formats().size(), path("New")), elder, calls);
    EXPECT_THAT(left, ElementsAre(path("Old.wav")));
    EXPECT_THAT(books(), ElementsAre("New.wav: 1941", "Old.wav: 1932"));
}

TEST_P(MoveBook, LeavesFilesOfOthersAlone) {
    LimitedCalls calls(GetParam());
    write_book_about(path("Old.wav"), elder);
    std::ofstream(path("Old.mp3")) << "a recording of my own";
    std::ofstream(path("Old.vtt")) << "WEBVTT\n\nNOTE my own\n";
    std::filesystem::create_directory(path("Old"));
    std::ofstream(path("Old/notes.txt")) << "mine";
    EXPECT_THAT(move_book(BookStems(all_formats().size(), path("Old")),
                          BookStems(all_formats().size(), path("New")), elder, calls),
                IsEmpty());
    EXPECT_TRUE(std::filesystem::exists(path("New.wav")));
    EXPECT_TRUE(std::filesystem::exists(path("Old.mp3")));
    EXPECT_TRUE(std::filesystem::exists(path("Old.vtt")));
    EXPECT_TRUE(std::filesystem::exists(path("Old/notes.txt")));
}

} // namespace
} // namespace recital
