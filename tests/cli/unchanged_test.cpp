// SPDX-License-Identifier: GPL-3.0-or-later
// What a run that finds its inputs unchanged leaves and reports is what a full run would have.
#include "cli/workshop.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <functional>
#include <map>
#include <ostream>
#include <thread>

namespace recital {
namespace {

namespace fs = std::filesystem;
using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string table = "id,name,text\nq1,Ilan Roth,Ilan Roth was a composer. He wrote songs.\n"
                          "q2,Mara Vell,Mara Vell was a pianist. She lived in Kraków.\n";
const std::string voice = "description = \"slow\"\nlanguage = \"en-US\"\n[engine]\nvoice = \"gmw/en-US\"\n"
                          "words_per_minute = 150\n";
/// The smallest pictures: 1 x 1 pixel, red and blue.
const std::string red = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x02\0\0\0\x90wS\xde"
                                    "\0\0\0\x0cIDATx\x9c"
                                    "c\xf8\xcf\xc0\0\0\3\1\1\0\xc9\xfe\x92\xef"
                                    "\0\0\0\0IEND\xae"
                                    "B`\x82",
                                    69);

std::map<std::string, std::string> contents_below(const fs::path& folder) {
    std::map<std::string, std::string> contents;
    for (const std::string& file : Workshop::files_below(folder)) {
        contents[file] = content_of(folder / file);
    }
    return contents;
}

/// Puts other bytes of the same number at the end of a file, and its time of modification back.
void forge(const fs::path& file) {
    struct ::stat status{};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    std::string content = content_of(file);
    content.at(content.size() - 3) ^= 1;
    std::fstream(file, std::ios::binary | std::ios::in | std::ios::out) << content;
    const timespec times[] = {status.st_atim, status.st_mtim};
    ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
}

using Arguments = std::vector<std::string>;

/// What happens between two runs.
struct Change {
    const char* name;
    std::size_t kept; ///< books that the second run does not make again
    std::function<void(const Workshop&)> make;
    Arguments added = {}; ///< to the arguments of the second run
};

std::ostream& operator<<(std::ostream& out, const Change& change) {
    return out << change.name;
}

fs::path book(const Workshop& workshop, const std::string& name) {
    return workshop.books() / name;
}

fs::path record(const Workshop& workshop) {
    for (const std::string& file : Workshop::files_below(workshop.cache())) {
        if (file.ends_with(".run")) {
            return workshop.cache() / file;
        }
    }
    return {};
}

/// Removes the one file of Petrenko's book whose name ends like that.
void remove_ending(const Workshop& workshop, const std::string& end) {
    int removed = 0;
    for (const std::string& file : Workshop::files_below(workshop.books())) {
        if (file.starts_with("Bekzat Petrenko") && file.ends_with(end)) {
            removed += fs::remove(workshop.books() / file) ? 1 : 0;
        }
    }
    EXPECT_EQ(removed, 1);
}

const std::vector<Change> changes = {
    {"nothing", 4, [](const Workshop&) {}},
    {"new_times", 4,
     [](const Workshop& w) {
         fs::last_write_time(w.path("in/petrenko.txt"), fs::file_time_type::clock::now());
     }},
    {"old_times", 4,
     [](const Workshop& w) {
         fs::last_write_time(w.path("in/petrenko.txt"),
                             fs::file_time_type::clock::now() - std::chrono::hours(99));
     }},
    {"permissions", 4,
     [](const Workshop& w) { fs::permissions(w.path("in/petrenko.txt"), fs::perms::owner_read); }},
    {"same_text_again", 4, [](const Workshop& w) { w.write("in/petrenko.txt", petrenko); }},
    {"hidden_file", 4, [](const Workshop& w) { w.write("in/.notes.txt", "Not read."); }},
    {"foreign_file_beside_books", 4, [](const Workshop& w) { w.write("books/cover.jpg", "mine"); }},
    {"foreign_book_beside_books", 4, [](const Workshop& w) { w.write("books/Bekzat.m4b", "mine"); }},
    {"takes_removed", 4,
     [](const Workshop& w) {
         for (const std::string& file : Workshop::files_below(w.cache())) {
             if (!file.starts_with("runs")) {
                 fs::remove(w.cache() / file);
             }
         }
     }},
    {"more_workers", 4, [](const Workshop&) {}, {"--jobs", "3"}},

    {"edited_text", 3,
     [](const Workshop& w) { w.write("in/petrenko.txt", petrenko + "\nHe died in Paris.\n"); }},
    {"forged_text", 3, [](const Workshop& w) { forge(w.path("in/petrenko.txt")); }},
    {"removed_text", 3, [](const Workshop& w) { fs::remove(w.path("in/petrenko.txt")); }},
    {"renamed_text", 3,
     [](const Workshop& w) { fs::rename(w.path("in/petrenko.txt"), w.path("in/other.txt")); }},
    {"renamed_folder", 3,
     [](const Workshop& w) {
         fs::create_directory(w.path("in/folder"));
         fs::rename(w.path("in/petrenko.txt"), w.path("in/folder/petrenko.txt"));
     }},
    {"added_text", 4, [](const Workshop& w) { w.write("in/new.txt", "Ana Ruiz was a singer. She sang.\n"); }},
    {"added_part", 3,
     [](const Workshop& w) {
         w.write("in/more.txt", "# Bekzat Petrenko\n\nBekzat Petrenko was a pianist of Moscow.\n");
     }},
    {"added_file_that_is_skipped", 4, [](const Workshop& w) { w.write("in/scan.pdf", "%PDF-1.4\n"); }},
    {"removed_row", 3, [](const Workshop& w) { w.write("in/table.csv", table.substr(0, table.find("q2"))); }},
    {"exchanged_texts", 2,
     [](const Workshop& w) {
         fs::rename(w.path("in/petrenko.txt"), w.path("in/x"));
         fs::rename(w.path("in/baktybekova.txt"), w.path("in/petrenko.txt"));
         fs::rename(w.path("in/x"), w.path("in/baktybekova.txt"));
     }},

    {"lexicon_beside_texts", 0, [](const Workshop& w) { w.write("in/lexicon.tsv", "Moscow\t/mɒskva/\n"); }},
    {"lexicon_of_the_job", 0, [](const Workshop& w) { w.write("names.tsv", "Petrenko\t/pɛt/\n"); }},
    {"lexicon_of_the_job_forged", 0, [](const Workshop& w) { forge(w.path("names.tsv")); }},
    {"voice_file", 0, [](const Workshop& w) { w.write("slow.toml", voice + "pitch = 40\n"); }},
    {"cover_beside_texts", 0, [](const Workshop& w) { w.write("in/cover.png", red); }},
    {"cover_of_one_text", 0, [](const Workshop& w) { w.write("in/Petrenko.PNG", red); }},

    {"deleted_book", 3, [](const Workshop& w) { fs::remove(book(w, "Bekzat Petrenko.m4b")); }},
    {"renamed_book", 3,
     [](const Workshop& w) { fs::rename(book(w, "Bekzat Petrenko.m4b"), book(w, "Bekzat.m4b")); }},
    {"forged_book", 3, [](const Workshop& w) { forge(book(w, "Bekzat Petrenko.m4b")); }},
    {"deleted_subtitles", 3, [](const Workshop& w) { fs::remove(book(w, "Bekzat Petrenko.vtt")); }},
    {"forged_subtitles", 3, [](const Workshop& w) { forge(book(w, "Bekzat Petrenko.vtt")); }},
    {"deleted_playlist", 3, [](const Workshop& w) { remove_ending(w, ".m3u8"); }},
    {"deleted_chapter", 3, [](const Workshop& w) { remove_ending(w, "01 Introduction.m4b"); }},
    {"deleted_folder", 0, [](const Workshop& w) { fs::remove_all(w.books()); }},

    {"another_rate", 0, [](const Workshop&) {}, {"--speed", "1.25"}},
    {"another_tag", 0, [](const Workshop&) {}, {"--metadata", "genre=Radio"}},
    {"another_format", 0, [](const Workshop&) {}, {"--format", "mp3"}},
    {"another_template", 0, [](const Workshop&) {}, {"--output-template", "{title}/{title}"}},
    {"one_id", 0, [](const Workshop&) {}, {"--id", "q1"}},

    {"damaged_record", 0, [](const Workshop& w) { forge(record(w)); }},
    {"cut_record", 0, [](const Workshop& w) { fs::resize_file(record(w), 500); }},
    {"empty_record", 0, [](const Workshop& w) { fs::resize_file(record(w), 0); }},
    {"foreign_record", 0,
     [](const Workshop& w) { std::ofstream(record(w), std::ios::binary) << "recital run 9\n"; }},
    {"no_record", 0, [](const Workshop& w) { fs::remove(record(w)); }},
    {"folder_for_record", 0,
     [](const Workshop& w) {
         const fs::path path = record(w);
         fs::remove(path);
         fs::create_directory(path);
     }},
};

class Unchanged : public testing::TestWithParam<Change> {
protected:
    Unchanged() {
        workshop_.write("in/petrenko.txt", petrenko);
        workshop_.write("in/baktybekova.txt", baktybekova);
        workshop_.write("in/table.csv", table);
        workshop_.write("in/picture.svg", "<svg/>");
        workshop_.write("names.tsv", "Moscow\t/mɒskoʊ/\n");
        workshop_.write("slow.toml", voice);
    }

    [[nodiscard]] Outcome run(const Arguments& added = {}) const {
        Arguments arguments = {"in",        "--subtitles", "vtt",     "--split-chapters",
                               "--lexicon", "names.tsv",   "--voice", "slow.toml"};
        arguments.insert(arguments.end(), added.begin(), added.end());
        return workshop_.render(std::move(arguments));
    }

    static std::size_t unchanged_books(const Outcome& outcome) {
        return json_lines(outcome.out).back()["done"]["unchanged"];
    }

    /// What was reported, without what may differ: times, and which takes had to be rendered.
    static std::vector<Json> report_of(const Outcome& outcome) {
        std::vector<Json> lines = json_lines(outcome.out);
        lines.back()["done"].erase("seconds");
        lines.back()["done"].erase("unchanged");
        for (Json& line : lines) {
            if (line.contains("book")) {
                for (Json& file : line["book"]["files"]) {
                    file.erase("takes");
                }
            }
        }
        std::sort(lines.begin(), lines.end()); // books are reported when they are finished
        return lines;
    }

    Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(AfterAChange, Unchanged, testing::ValuesIn(changes),
                         [](const auto& change) { return change.param.name; });

TEST_P(Unchanged, LeavesAndReportsWhatAFullRunDoes) {
    const Change& change = GetParam();
    const auto path = [this](const char* name) { return workshop_.path(name); };
    ASSERT_EQ(run().exit_code, 0);
    const Outcome repeated = run();
    ASSERT_EQ(unchanged_books(repeated), 4U) << repeated.err;
    change.make(workshop_);

    fs::create_directories(workshop_.books());
    fs::copy(workshop_.books(), path("saved-books"), fs::copy_options::recursive);
    fs::copy(workshop_.cache(), path("saved-cache"), fs::copy_options::recursive);
    const Outcome outcome = run(change.added);
    const auto books = contents_below(workshop_.books());
    EXPECT_EQ(unchanged_books(outcome), change.kept) << outcome.err;

    fs::remove_all(workshop_.books());
    fs::remove_all(workshop_.cache());
    fs::rename(path("saved-books"), workshop_.books());
    fs::rename(path("saved-cache"), workshop_.cache());
    fs::remove_all(record(workshop_));
    const Outcome full = run(change.added);
    EXPECT_EQ(unchanged_books(full), 0);
    EXPECT_EQ(outcome.exit_code, full.exit_code);
    EXPECT_EQ(report_of(outcome), report_of(full));
    EXPECT_TRUE(books == contents_below(workshop_.books()));
}

class UnchangedRun : public Unchanged {};

INSTANTIATE_TEST_SUITE_P(OfOneKind, UnchangedRun, testing::Values(changes.front()),
                         [](const auto& change) { return change.param.name; });

/// Not even a time changes in any folder that belongs to the run.
TEST_P(UnchangedRun, WritesNothing) {
    ASSERT_EQ(run().exit_code, 0);
    const auto times_below = [](const fs::path& folder) {
        std::map<std::string, std::pair<std::int64_t, ino_t>> times;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            struct ::stat status{};
            EXPECT_EQ(::stat(entry.path().c_str(), &status), 0);
            times[entry.path()] = {status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec,
                                   status.st_ino};
        }
        return times;
    };
    const auto before = times_below(workshop_.path("."));
    const Outcome outcome = run();
    EXPECT_EQ(unchanged_books(outcome), 4U);
    EXPECT_THAT(outcome.err, HasSubstr("4 books unchanged"));
    EXPECT_TRUE(before == times_below(workshop_.path(".")));
}

TEST_P(UnchangedRun, IsReportedLikeAFullOne) {
    const Outcome first = run();
    const Outcome second = run();
    ASSERT_EQ(unchanged_books(second), 4U);
    EXPECT_EQ(report_of(first), report_of(second));
    for (const Json& line : json_lines(second.out)) {
        if (line.contains("book")) {
            const Json& takes = line["book"]["files"][0]["takes"];
            EXPECT_EQ(takes["rendered"], 0);
            EXPECT_GT(takes["reused"], 0);
        }
    }
}

/// Times and sizes cannot show what a file system or a tool hides.
TEST_P(UnchangedRun, ComparesContentIfAsked) {
    ASSERT_EQ(run().exit_code, 0);
    EXPECT_EQ(unchanged_books(run({"--check-content"})), 4U);
    workshop_.write("in/petrenko.txt", petrenko + "More.\n");
    EXPECT_EQ(unchanged_books(run({"--check-content"})), 3U);
}

/// What failed is tried again, the other books are kept.
TEST_P(UnchangedRun, IsNotAssumedAfterAFailure) {
    workshop_.write("in/empty.txt", "");
    const Outcome first = run();
    ASSERT_EQ(first.exit_code, 1);
    const Outcome again = run();
    EXPECT_EQ(again.exit_code, 1);
    EXPECT_EQ(unchanged_books(again), 4U);
    EXPECT_EQ(report_of(first), report_of(again));
    workshop_.write("in/empty.txt", "Ana Ruiz was a singer. She sang.\n");
    EXPECT_EQ(unchanged_books(run()), 4U);
    EXPECT_EQ(unchanged_books(run()), 5U);
}

/// A row that moves within its table is still the same; columns that change their names are not.
TEST_P(UnchangedRun, KnowsRowsByTheirContent) {
    const auto run_table = [&](const std::string& content) {
        workshop_.write("rows.csv", content);
        const Outcome outcome = workshop_.render({"rows.csv"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
        EXPECT_THAT(outcome.out, HasSubstr("rows.csv:"));
        return unchanged_books(outcome);
    };
    const std::string header = "name,text,bio\n";
    const std::string ilan = "Ilan Roth,Ilan Roth was a composer.,Ilan Roth was a singer.\n";
    const std::string mara = "Mara Vell,Mara Vell was a pianist.,Mara Vell was a dancer.\n";
    EXPECT_EQ(run_table(header + ilan + mara), 0U);
    EXPECT_EQ(run_table(header + ilan + mara), 2U);
    EXPECT_EQ(run_table(header + "Ana Ruiz,Ana Ruiz was a singer.,\n" + mara + ilan), 2U);
    EXPECT_EQ(run_table(header + "Ana Ruiz,Ana Ruiz was a dancer.,\n" + mara + ilan), 2U);
    EXPECT_EQ(run_table("name,bio,text\n" + mara + ilan), 0U);
    EXPECT_EQ(run_table("name,bio,text\n" + mara + ilan), 2U);
}

/// A run that is stopped keeps what it has finished for the next one.
TEST_P(UnchangedRun, KeepsTheBooksOfAStoppedRun) {
    workshop_.write("many/a.txt", petrenko);
    workshop_.write("many/b.txt", baktybekova);
    workshop_.write("many/c.txt", "# Ana Ruiz\n\n" + long_biography());
    Program program({RECITAL_PROGRAM, "render", "many", "-o", workshop_.books().string(), "--cache",
                     workshop_.cache().string(), "--jobs", "1"});
    workshop_.prepare(program);
    program.start();
    while (!fs::exists(book(workshop_, "Valentin Baktybekova.m4b"))) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    program.send(SIGTERM);
    ASSERT_EQ(program.wait().exit_code, 75);
    const Outcome outcome = workshop_.render({"many"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(unchanged_books(outcome), 2U);
}

TEST_P(UnchangedRun, RepeatsWarningsAndSkippedFiles) {
    workshop_.write("in/german.txt",
                    "Clara Wieck war eine Pianistin. Sie wurde in Leipzig geboren. Später lebte "
                    "sie in Berlin und gab viele Konzerte für ihre Freunde.\n");
    const Outcome first = run();
    const Outcome second = run();
    ASSERT_EQ(unchanged_books(second), 5U);
    EXPECT_THAT(second.err, HasSubstr("the text is in German"));
    EXPECT_THAT(second.err, HasSubstr("picture.svg"));
    EXPECT_EQ(report_of(first), report_of(second));
}

/// It says so once more as long as they are there, though it is not part of the record.
TEST_P(UnchangedRun, NamesBooksThatNothingMakesAnyMore) {
    ASSERT_EQ(run().exit_code, 0);
    fs::remove(workshop_.path("in/petrenko.txt"));
    EXPECT_THAT(run().err, HasSubstr("no longer make it: Bekzat Petrenko"));
    const Outcome unchanged = run();
    EXPECT_EQ(unchanged_books(unchanged), 3U);
    EXPECT_THAT(unchanged.err, HasSubstr("no longer make it: Bekzat Petrenko"));
    fs::remove(book(workshop_, "Bekzat Petrenko.m4b"));
    const Outcome last = run();
    EXPECT_EQ(unchanged_books(last), 3U);
    EXPECT_THAT(last.err, testing::Not(HasSubstr("no longer make it")));
}

/// A book with a name that it got because another had its own: what it is called depends on the folder.
TEST_P(UnchangedRun, WatchesTheBooksThatDecideAName) {
    workshop_.write("elder/w.txt",
                    "John Williams (8 February 1932 – 1 May 2020) was a composer. He wrote marches.\n");
    workshop_.write("younger/w.txt",
                    "John Williams (24 April 1941 – 3 June 2021) was a guitarist. He played.\n");
    ASSERT_EQ(workshop_.render({"elder"}).exit_code, 0);
    ASSERT_EQ(workshop_.render({"younger"}).exit_code, 0);
    EXPECT_EQ(unchanged_books(workshop_.render({"younger"})), 1U);
    EXPECT_EQ(unchanged_books(workshop_.render({"elder"})), 1U);
    ASSERT_EQ(workshop_.render({"elder", "--speed", "1.2"}).exit_code, 0);
    EXPECT_EQ(unchanged_books(workshop_.render({"younger"})), 0U);
    EXPECT_EQ(unchanged_books(workshop_.render({"younger"})), 1U);
}

TEST_P(UnchangedRun, IsNotRecordedWithoutACacheOrOfAPipe) {
    const Arguments from_pipe = {"render", "-", "-o", "book.m4b", "--cache", "cache", "--json"};
    ASSERT_EQ(workshop_.recital(from_pipe, petrenko).exit_code, 0);
    EXPECT_EQ(unchanged_books(workshop_.recital(from_pipe, petrenko)), 0U);
    const Arguments without_cache = {"render", "in", "-o", "books", "--no-cache", "--json"};
    ASSERT_EQ(workshop_.recital(without_cache).exit_code, 0);
    EXPECT_EQ(unchanged_books(workshop_.recital(without_cache)), 0U);
    EXPECT_TRUE(record(workshop_).empty());
}

/// Without subtitles, which would be one file for both formats.
TEST_P(UnchangedRun, KeepsARecordForEachSetOfOptions) {
    for (int round = 0; round < 2; ++round) {
        for (const char* format : {"m4b", "mp3"}) {
            const Outcome outcome = workshop_.render({"in", "--format", format});
            EXPECT_EQ(unchanged_books(outcome), round == 0 ? 0U : 4U) << format;
        }
    }
}

/// The program's own tables and voices decide books, too.
TEST_P(UnchangedRun, WatchesTheProgramsOwnData) {
    const fs::path resources = workshop_.path("resources");
    fs::create_directory(resources);
    const fs::path source = RECITAL_SOURCE_DIR;
    fs::copy(source / "data", resources / "data", fs::copy_options::recursive);
    fs::copy(source / "voices", resources / "voices", fs::copy_options::recursive);
    const auto run_with_resources = [&] {
        Program program({RECITAL_PROGRAM, "render", "in", "-o", workshop_.books().string(), "--cache",
                         workshop_.cache().string(), "--json"});
        workshop_.prepare(program);
        return unchanged_books(program.with_environment("RECITAL_RESOURCES", resources.string()).run());
    };
    EXPECT_EQ(run_with_resources(), 0U);
    EXPECT_EQ(run_with_resources(), 4U);
    fs::last_write_time(resources / "voices" / "narrator.toml", fs::file_time_type::clock::now());
    EXPECT_EQ(run_with_resources(), 4U);
    std::ofstream(resources / "voices" / "narrator.toml", std::ios::app) << "\n";
    EXPECT_EQ(run_with_resources(), 0U);
    EXPECT_EQ(run_with_resources(), 4U);
    std::ofstream(resources / "voices" / "new.toml") << voice;
    EXPECT_EQ(run_with_resources(), 0U);
}

} // namespace
} // namespace recital
