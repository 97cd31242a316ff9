// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/plan.h"
#include "studio/sharding/make_plan.h"
#include "support/scratch_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <utility>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAreArray;

class Recorder : public RunListener {
public:
    void on_warning(const Diagnostic& diagnostic) override { warnings.push_back(diagnostic.to_string()); }
    void on_progress(const RunProgress& /*unused*/) override {}
    void on_book(const BookReport& /*unused*/) override {}
    void on_failure(const FailureReport& failure) override { failed_lines.push_back(failure.line); }
    void on_skipped(const SkippedReport& skipped) override {
        warnings.push_back(skipped.source + ": " + skipped.reason);
    }

    std::vector<std::string> warnings;
    std::vector<std::size_t> failed_lines;
};

class PlanBooks : public testing::Test {
protected:
    void write(const std::string& name, const std::string& content) {
        const auto path = folder_.path() / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }

    /// Plans all files written so far.
    std::vector<PlanRecord> plan() { return plan(some_job()); }

    std::vector<PlanRecord> plan(const Job& job) {
        DocumentCache documents(SourceReader(job.reading, job.fields), job.document_budget);
        const Plan plan = plan_books(job, documents, recorder_);
        failures_ = plan.failures();
        std::vector<PlanRecord> books;
        for (std::size_t book = 0; book < plan.size(); ++book) {
            books.push_back(plan.record(book));
        }
        expect_the_same_from_a_file(job, books);
        return books;
    }

    /// A plan in a file, which is made with little memory, has the same books, the longest first; so has one
    /// that is made of parts.
    void expect_the_same_from_a_file(const Job& job, const std::vector<PlanRecord>& books) {
        const auto lines_of = [](const auto& records) {
            std::vector<std::string> lines;
            for (std::size_t n = 0; n < records.size(); ++n) {
                lines.push_back(to_line(record_of(records, n)));
            }
            std::sort(lines.begin(), lines.end());
            return lines;
        };
        Recorder ignored;
        const testing_support::ScratchFolder folder;
        const PlanReport whole = make_plan(job, folder.path() / "whole", {}, ignored);
        EXPECT_EQ(lines_of(PlanFile(whole.file)), lines_of(books));
        if (!job.ids.empty()) {
            return;
        }
        constexpr std::uint64_t count = 3;
        std::vector<std::filesystem::path> parts;
        for (std::uint64_t number = count; number > 0; --number) { // in any order
            parts.push_back(folder.path() / std::to_string(number));
            (void)make_part(job, {number, count}, parts.back(), {}, ignored);
        }
        const PlanReport merged = merge_parts(job, parts, folder.path() / "merged", ignored);
        EXPECT_EQ(read_file(merged.file), read_file(whole.file));
        EXPECT_EQ(merged.failed, whole.failed);
    }

    static PlanRecord record_of(const PlanFile& plan, std::size_t book) { return plan.record(book); }
    static PlanRecord record_of(const std::vector<PlanRecord>& books, std::size_t book) {
        return books[book];
    }

    [[nodiscard]] Job some_job() const {
        Job job;
        job.inputs = {folder_.path()};
        job.output = "out";
        job.dry_run = true;
        return job;
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] Recorder& recorder() { return recorder_; }
    [[nodiscard]] std::size_t failures() const { return failures_; }

private:
    testing_support::ScratchFolder folder_;
    Recorder recorder_;
    std::size_t failures_ = 0;
};

std::vector<std::string> stems(const std::vector<PlanRecord>& books) {
    std::vector<std::string> stems;
    stems.reserve(books.size());
    for (const PlanRecord& book : books) {
        stems.push_back(book.stems.front().string());
    }
    return stems;
}

// Hindi, Tamil and Thai write vowels as marks; names that differ by them alone had one id.
TEST_F(PlanBooks, IdsTellNamesApartByTheirVowelSigns) {
    const auto id_of = [this](const std::string& name) {
        write("a.md", "---\nmusician: " + name + "\n---\n\nA life in one sentence.\n");
        return plan().at(0).id;
    };
    EXPECT_EQ(id_of("रवि शंकर"), "रवि-शंकर");
    EXPECT_EQ(id_of("रवी शंकर"), "रवी-शंकर");
    EXPECT_EQ(id_of("ชื่อ"), "ชื่อ");
    EXPECT_EQ(id_of("Bekzat Sa\u0301nchez Pérez"), "bekzat-sánchez-pérez");
    EXPECT_EQ(id_of("Bekzat P\u030Aetrenko"), "bekzat-p-etrenko") << "as it always was";
}

TEST_F(PlanBooks, RowsOfADumpKeepTheirOrderAndNeverShareAFile) {
    write("d.jsonl", R"rows({"name":"John Williams","id":"a","text":"He composed."}
{"name":"Clara Schumann","id":"b","text":"She played."}
{"name":"John Williams","id":"c","text":"He played the guitar."}
{"name":"No Text","id":"d","text":""}
{"name":"AC/DC","id":"e","text":"They played."}
{"name":"AC:DC","id":"f","text":"They play."}
{"name":"Clara Schumann","id":"b","text":"She taught later."}
{"name":"John Williams (a)","id":"g","text":"He wrote."}
)rows");
    const std::vector<PlanRecord> books = plan();
    EXPECT_THAT(stems(books), ElementsAre("John Williams (a)", "Clara Schumann", "John Williams (c)", "AC-DC",
                                          "AC-DC (f)", "John Williams (a) (g)"));
    EXPECT_EQ(books.at(1).sources.size(), 2U);
    EXPECT_EQ(books.at(1).sources.at(1).line, 7U);
    EXPECT_THAT(books.at(1).reason, testing::HasSubstr("the same id"));
    EXPECT_EQ(failures(), 1U);
    EXPECT_THAT(recorder().failed_lines, ElementsAre(4U));
    EXPECT_THAT(recorder().warnings, testing::IsEmpty()); // ids tell people apart, nothing was guessed
}

TEST_F(PlanBooks, FilesAndRowsAboutOnePersonMeet) {
    write("a.jsonl", R"({"name":"Clara Schumann","id":"q1","text":"She played."})");
    write("b.txt", "Clara Schumann was a pianist who taught in Frankfurt.");
    write("Robert Schumann/1.txt", "He was born in Zwickau.");
    write("Robert Schumann/2.txt", "He died near Bonn.");
    const std::vector<PlanRecord> books = plan();
    EXPECT_THAT(stems(books), UnorderedElementsAreArray({"Clara Schumann", "Robert Schumann"}));
    for (const PlanRecord& book : books) {
        EXPECT_EQ(book.sources.size(), 2U) << book.musician;
    }
}

FormatSettings settings_of(Format format) {
    FormatSettings settings;
    settings.format = format;
    return settings;
}

const std::string clara = "Clara Schumann (1819 - 1896) was a pianist.\n\nShe taught in Frankfurt.\n";

TEST_F(PlanBooks, RecordsSayAllThatTheirBooksAreMadeFrom) {
    write("a.txt", clara);
    write("dump.jsonl", R"({"name":"Franz Liszt","id":"Q1","lang":"de","text":"Er war Pianist."}
{"name":"Franz Liszt","id":"Q2","text":"He was another man."}
)");
    const std::vector<PlanRecord> books = plan();
    ASSERT_EQ(books.size(), 3U);
    EXPECT_EQ(books[0].id, "clara-schumann");
    EXPECT_FALSE(books[0].is_id_declared);
    EXPECT_EQ(books[0].occupation, "pianist");
    EXPECT_EQ(books[0].musician, "Clara Schumann");
    EXPECT_EQ(books[0].name, "Clara Schumann");
    EXPECT_EQ(books[0].born, "1819");
    EXPECT_EQ(books[0].died, "1896");
    EXPECT_EQ(books[0].reason, "the subject of the first sentence");
    EXPECT_EQ(books[0].language, "en");
    EXPECT_GT(books[0].seconds, 3);
    EXPECT_THAT(books[0].sources, ElementsAre(SourceRef{path("a.txt"), 0, 0, digest_of(clara)}));
    EXPECT_EQ(books[1].id, "Q1");
    EXPECT_TRUE(books[1].is_id_declared);
    EXPECT_EQ(books[1].name, "Franz Liszt (Q1)");
    EXPECT_EQ(books[1].language, "de");
    EXPECT_EQ(books[2].sources.at(0).line, 2U);
    EXPECT_GT(books[2].sources.at(0).offset, 0U);
    for (const PlanRecord& book : books) {
        EXPECT_EQ(read_plan_record(to_line(book), {"a.plan", 1}), book);
    }
}

TEST_F(PlanBooks, RecordsDoNotDependOnTheOrderInWhichTheyAreAskedFor) {
    write("d.jsonl", R"({"name":"AC/DC","id":"e","text":"They played."}
{"name":"AC:DC","id":"f","text":"They play."}
{"name":"Clara Schumann","id":"g","text":"She taught."}
)");
    const Job job = some_job();
    DocumentCache documents(SourceReader(job.reading, job.fields), job.document_budget);
    const Plan plan = plan_books(job, documents, recorder());
    ASSERT_EQ(plan.size(), 3U);
    EXPECT_EQ(plan.record(2).stems.front(), "Clara Schumann");
    EXPECT_EQ(plan.record(1).stems.front(), "AC-DC (f)");
    EXPECT_EQ(plan.record(1).stems.front(), "AC-DC (f)");
    EXPECT_EQ(plan.record(0).stems.front(), "AC-DC");
}

TEST_F(PlanBooks, FilesOfATemplateAreDecidedForEachFormat) {
    write("a.md", "---\nmusician: Clara Schumann\nauthor: Jane Doe\ndate: 2020-05-01\n---\n\nOne.\n");
    write("b.md", "---\nmusician: Franz Liszt\nauthor: Jane Doe\ndate: 2020-05-01\n---\n\nTwo.\n");
    Job job = some_job();
    job.formats = {settings_of(Format::m4b), settings_of(Format::flac)};
    job.output_template.emplace("{format}/{author}/{year}");
    const std::vector<PlanRecord> books = plan(job);
    ASSERT_EQ(books.size(), 2U);
    EXPECT_THAT(books[0].stems, ElementsAre("m4b/Jane Doe/2020", "flac/Jane Doe/2020"));
    const std::string suffix = books[1].stems[0].string().substr(std::string("m4b/Jane Doe/2020").size());
    EXPECT_THAT(suffix, testing::MatchesRegex(" \\([0-9a-f]{6}\\)"));
    EXPECT_THAT(books[1].stems, ElementsAre("m4b/Jane Doe/2020" + suffix, "flac/Jane Doe/2020" + suffix));
    EXPECT_THAT(output_paths(books[1], job), ElementsAre("out/m4b/Jane Doe/2020" + suffix + ".m4b",
                                                         "out/flac/Jane Doe/2020" + suffix + ".flac"));
}

// Grouping read the texts of one name a second time, and opening a book all of its texts.
TEST_F(PlanBooks, DoNotDependOnHowManyTextsStayInMemory) {
    std::string text = clara;
    for (int i = 0; i < 60; ++i) {
        text += " In " + std::to_string(1830 + i) + " she played sonata number " + std::to_string(i) + ".";
    }
    write("draft.txt", text);
    write("final.txt", text + " She died in Frankfurt.");
    write("john-1.txt", "John Williams (born 1932) is an American composer.");
    write("john-2.txt", "John Williams (born 1941) is an Australian guitarist.");
    write("Robert Schumann/1.txt", "He was born in Zwickau.");
    write("Robert Schumann/2.txt", "He died near Bonn.");
    write("d.jsonl", R"({"name":"Clara Schumann","text":"She played."}
{"name":"Clara Schumann","text":"She taught."}
)");
    const std::vector<PlanRecord> expected = plan();
    const std::vector<std::string> warnings = std::exchange(recorder().warnings, {});
    EXPECT_EQ(expected.size(), 4U);
    EXPECT_EQ(warnings.size(), 2U); // a near-copy and a namesake
    for (const std::size_t budget : {0U, 1000U, 3000U}) {
        Job job = some_job();
        job.document_budget = budget;
        EXPECT_EQ(plan(job), expected) << budget;
        EXPECT_EQ(std::exchange(recorder().warnings, {}), warnings) << budget;
    }
}

/// A pipe that holds a text: reading it a second time finds nothing.
class ReadOnce {
public:
    explicit ReadOnce(const std::string& content) {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe(ends.data()), 0);
        read_end_ = ends[0];
        EXPECT_EQ(::write(ends[1], content.data(), content.size()), static_cast<ssize_t>(content.size()));
        ::close(ends[1]);
    }
    ReadOnce(const ReadOnce&) = delete;
    ReadOnce& operator=(const ReadOnce&) = delete;
    ~ReadOnce() { ::close(read_end_); }

    [[nodiscard]] std::filesystem::path path() const { return "/dev/fd/" + std::to_string(read_end_); }

private:
    int read_end_ = -1;
};

// Texts of one name were read three times: for the catalogue, for grouping and for the book.
TEST_F(PlanBooks, ReadsEachTextOnce) {
    const ReadOnce first(clara);
    const ReadOnce second("Clara Schumann was a pianist who wrote songs.\n");
    Job job = some_job();
    job.inputs = {first.path(), second.path()};
    DocumentCache documents(SourceReader(job.reading, job.fields), job.document_budget);
    const Plan plan = plan_books(job, documents, recorder());
    ASSERT_EQ(plan.size(), 1U);
    EXPECT_EQ(plan.failures(), 0U);
    const PlanRecord book = plan.record(0);
    ASSERT_EQ(book.sources.size(), 2U);
    for (const SourceRef& source : book.sources) {
        EXPECT_EQ(documents.take(source).musician, "Clara Schumann");
    }
}

TEST_F(PlanBooks, ReplaceNoFileThatIsNoPlan) {
    write("texts/a.txt", "Ilan Roth was a composer.\n");
    write("letter.txt", "Dear Ilan\n");
    Job job = some_job();
    job.inputs = {path("texts")};
    Recorder ignored;
    EXPECT_THROW((void)make_plan(job, path("letter.txt"), {}, ignored), Error);
    EXPECT_THROW((void)make_plan(job, path("texts"), {}, ignored), Error);
    EXPECT_THROW((void)make_part(job, {1, 2}, path("letter.txt"), {}, ignored), Error);
    EXPECT_EQ(read_file(path("letter.txt")), "Dear Ilan\n");
    for (int time = 0; time < 2; ++time) {
        EXPECT_EQ(make_plan(job, path("plan"), {}, ignored).summary.books, 1U);
        EXPECT_EQ(make_part(job, {1, 1}, path("part"), {}, ignored).texts, 1U);
    }
}

/// Few names, ids, years and folders, so that texts meet in every way. Looking for a namesake among clusters
/// that were put into others crashed.
TEST_F(PlanBooks, AreTheSameHoweverAPlanIsMade) {
    std::mt19937 random(1);
    const auto one_of = [&random](const std::vector<std::string>& choices) {
        return choices[random() % choices.size()];
    };
    const std::vector<std::string> names = {
        "Ana Lind", "ana lind", "Ana Lind (1901)", "Bo Lind", "Ana Lind (anna)", "Cleo de la Mer", "Notes"};
    const std::vector<std::string> sentences = {"{} (born 1901) was a pianist.",
                                                "{} (1901-1950) was a singer.",
                                                "{}, born Cleo Marie Mer, was a singer.",
                                                "{} played the lute every day.",
                                                "She was born in Riga.",
                                                "Nobody knows who wrote it."};
    for (int corpus = 0; corpus < 30; ++corpus) {
        std::string dump;
        for (int row = 0; row < 12; ++row) {
            const std::string name = one_of(names);
            std::string id;
            if (random() % 2 == 0) {
                id = fmt::format(R"("id":"{}",)", one_of({"a", "b", "anna", "1901"}));
            }
            dump += fmt::format("{{{}\"name\":\"{}\",\"text\":\"{} And so on {}.\"}}\n", id, name,
                                fmt::format(fmt::runtime(one_of(sentences)), name), random() % 5);
        }
        write(fmt::format("{}/rows.jsonl", corpus), dump);
        for (int file = 0; file < 8; ++file) {
            const std::string name = one_of(names);
            write(fmt::format("{}/{}/{}.txt", corpus,
                              one_of({"Ana Lind", "Bo Lind", "Eva Maria Noll", "misc"}),
                              one_of({"part 1", "part 2", "life", "Ana Lind", "bio"})),
                  fmt::format(fmt::runtime(one_of(sentences)), name) + "\n");
        }
        Job job = some_job();
        job.inputs = {path(std::to_string(corpus))};
        SCOPED_TRACE(corpus);
        EXPECT_GT(plan(job).size(), 3U);
    }
}

} // namespace
} // namespace recital
