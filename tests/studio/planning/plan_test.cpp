// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/grouping/merge.h"
#include "studio/planning/plan.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

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

    /// Plans all files written so far and opens every book.
    std::vector<BookPlan> plan() {
        Job job;
        job.inputs = {folder_.path()};
        job.output = "out";
        job.dry_run = true;
        Plan plan = plan_books(job, recorder_);
        failures_ = plan.failures();
        SourceReader reader(job.reading, job.fields);
        std::vector<BookPlan> books;
        for (std::size_t book = 0; book < plan.size(); ++book) {
            std::vector<Document> documents;
            for (const SourceRef& source : plan.sources(book)) {
                documents.push_back(reader.read(source));
            }
            books.push_back(plan.open(book, merge_documents(std::move(documents))));
        }
        return books;
    }

    [[nodiscard]] const Recorder& recorder() const { return recorder_; }
    [[nodiscard]] std::size_t failures() const { return failures_; }

private:
    testing_support::ScratchFolder folder_;
    Recorder recorder_;
    std::size_t failures_ = 0;
};

std::vector<std::string> outputs(const std::vector<BookPlan>& books) {
    std::vector<std::string> paths;
    paths.reserve(books.size());
    for (const BookPlan& book : books) {
        paths.push_back(book.outputs.front().filename().string());
    }
    return paths;
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
    const std::vector<BookPlan> books = plan();
    EXPECT_THAT(outputs(books),
                ElementsAre("John Williams (a).m4b", "Clara Schumann.m4b", "John Williams (c).m4b",
                            "AC-DC.m4b", "AC-DC (2).m4b", "John Williams (a) (2).m4b"));
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
    const std::vector<BookPlan> books = plan();
    EXPECT_THAT(outputs(books), UnorderedElementsAreArray({"Clara Schumann.m4b", "Robert Schumann.m4b"}));
    for (const BookPlan& book : books) {
        EXPECT_EQ(book.sources.size(), 2U) << book.musician;
    }
}

} // namespace
} // namespace recital
