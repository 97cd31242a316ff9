// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file.h"
#include "studio/sharding/plan_file.h"
#include "support/scratch_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace recital {
namespace {

using testing::HasSubstr;

PlanRecord some_record(std::size_t number) {
    PlanRecord record;
    record.id = fmt::format("id-{}", number);
    record.musician = std::string(number % 50, 'x'); // lines of many lengths
    record.seconds = 1.5;
    record.sources = {{"/a.jsonl", number, number + 1, digest_of(record.id)}};
    record.stems = {record.id};
    return record;
}

class PlanInAFile : public testing::Test {
protected:
    PlanSummary write(std::size_t books) {
        PlanFileWriter writer(path(), {"--format=mp3", "--cover=\xff"});
        for (std::size_t book = 0; book < books; ++book) {
            writer.add(some_record(book));
        }
        return writer.finish();
    }

    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "plan"; }

    /// Why a file with this content is no plan.
    std::string refusal_of(const std::string& content) {
        std::ofstream(path(), std::ios::binary) << content;
        try {
            const PlanFile plan(path());
            for (std::size_t book = 0; book < plan.size(); ++book) {
                (void)plan.record(book);
            }
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            return error.what();
        }
        return "accepted";
    }

private:
    testing_support::ScratchFolder folder_;
};

/// Around the number of places that one line of the index has.
TEST_F(PlanInAFile, HasEveryRecordAtItsNumber) {
    for (const std::size_t books : {0U, 1U, 2U, 511U, 512U, 513U, 1024U, 1300U}) {
        const PlanSummary written = write(books);
        const PlanFile plan(path());
        ASSERT_EQ(plan.size(), books);
        EXPECT_DOUBLE_EQ(plan.summary().seconds, 1.5 * static_cast<double>(books));
        EXPECT_EQ(plan.summary().content, written.content);
        EXPECT_THAT(plan.summary().arguments, testing::ElementsAre("--format=mp3", "--cover=\xff"));
        for (std::size_t book = books; book > 0; --book) {
            ASSERT_EQ(plan.record(book - 1), some_record(book - 1)) << books;
        }
    }
}

TEST_F(PlanInAFile, IsRefusedIfItIsCutOff) {
    (void)write(4);
    const std::string whole = read_file(path());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        ASSERT_NE(refusal_of(whole.substr(0, size)), "accepted") << size;
    }
    EXPECT_EQ(refusal_of(whole), "accepted");
}

TEST_F(PlanInAFile, IsRefusedIfAByteWasChanged) {
    (void)write(4);
    const std::string whole = read_file(path());
    for (std::size_t place = 0; place < whole.size(); ++place) {
        if (place == whole.find("recital_plan_index") - 2) {
            place += 22; // what an index line begins with
        }
        const bool is_index =
            place > whole.find("recital_plan_index") && place < whole.find("recital_plan_end");
        if (is_index && (whole[place] < '0' || whole[place] > '9')) {
            continue; // between its numbers nothing is read
        }
        std::string changed = whole;
        changed[place] = changed[place] == '3' ? '4' : '3';
        ASSERT_NE(refusal_of(changed), "accepted") << place;
    }
}

TEST_F(PlanInAFile, OfAnotherVersionIsNamed) {
    (void)write(1);
    std::string content = read_file(path());
    content.replace(content.find(R"({"recital_plan_end":1)"), 21, R"({"recital_plan_end":2)");
    EXPECT_THAT(refusal_of(content), HasSubstr("another version"));
}

TEST_F(PlanInAFile, IsNoOtherFile) {
    EXPECT_THAT(refusal_of("{\"name\": \"Ilan Roth\"}\n"), HasSubstr("this is no complete plan"));
    EXPECT_THAT(refusal_of(std::string(100000, '[') + "\n"), HasSubstr("this is no complete plan"));
}

} // namespace
} // namespace recital
