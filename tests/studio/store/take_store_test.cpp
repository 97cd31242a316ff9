// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/temporary_name.h"
#include "studio/store/take_store.h"
#include "support/scratch_folder.h"
#include "support/stored_entries.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace recital {
namespace {

using testing_support::ScratchFolder;
using testing_support::stored_entries;
using testing_support::StoredEntry;

Take some_take(std::uint64_t samples = 2048) {
    Take take;
    take.samples = samples;
    take.packets.sizes = {4};
    take.packets.bytes = "abcd";
    return take;
}

std::string take_file(const std::string& key, const Take& take) {
    return serialise_take(take, summarise(take, 1024), key);
}

void put(TakeStore& store, const std::string& key, const Take& take) {
    store.put(digest_of(key), take_file(key, take));
}

bool has(TakeStore& store, const std::string& key) {
    return store.find(digest_of(key)).has_value();
}

/// A cache that stores are opened on, one after the other or at once.
class TakeStoreTest : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path cache() const { return scratch_.path() / "some" / "cache"; }

    [[nodiscard]] TakeStore open(std::uint64_t max_bytes = std::uint64_t{1} << 30U) {
        TakeStore store = look(max_bytes);
        store.open_for_writing();
        return store;
    }

    /// A store that was not opened for writing.
    [[nodiscard]] TakeStore look(std::uint64_t max_bytes = std::uint64_t{1} << 30U) {
        return {cache(), max_bytes,
                [this](const Diagnostic& diagnostic) { warnings_.push_back(diagnostic.message); }};
    }

    [[nodiscard]] StoredEntry only_entry(EntryKind kind) const {
        const auto entries = stored_entries(cache(), kind);
        EXPECT_EQ(entries.size(), 1U);
        return entries.at(0);
    }

    [[nodiscard]] std::vector<PackFile> packs() const { return list_packs(packs_in(cache())); }

    ScratchFolder scratch_;
    std::vector<std::string> warnings_;
};

TEST_F(TakeStoreTest, FindsWhatWasPutUnderItsKey) {
    TakeStore store = open();
    EXPECT_FALSE(has(store, "one"));
    put(store, "one", some_take(1024));
    put(store, "two", some_take(4096));
    ASSERT_TRUE(has(store, "one"));
    EXPECT_EQ(store.find(digest_of("one"))->samples, 1024U);
    EXPECT_EQ(store.find(digest_of("two"))->samples, 4096U);
    EXPECT_FALSE(has(store, "three"));
    put(store, "one", some_take(3072));
    EXPECT_EQ(store.find(digest_of("one"))->samples, 3072U) << "the later one counts";
}

TEST_F(TakeStoreTest, KeepsTakesForLaterRuns) {
    {
        TakeStore store = open();
        put(store, "one", some_take(1024));
        store.finish();
        put(store, "two", some_take(1024));
    }
    TakeStore later = open();
    EXPECT_TRUE(has(later, "one"));
    EXPECT_TRUE(has(later, "two")) << "what is put after the end is finished with the object";
    put(later, "one", some_take(3072));
    later.finish();
    TakeStore last = look();
    EXPECT_EQ(last.find(digest_of("one"))->samples, 3072U) << "of two packs the later one counts";
}

TEST_F(TakeStoreTest, ShowsRunsWhatAnotherOneHasWrittenUntilThen) {
    TakeStore first = open();
    put(first, "one", some_take());
    TakeStore second = open();
    EXPECT_TRUE(has(second, "one")) << "of a pack that is not finished";
    put(second, "two", some_take());
    first.finish();
    second.finish();
    TakeStore third = open();
    EXPECT_TRUE(has(third, "one"));
    EXPECT_TRUE(has(third, "two"));
}

/// The process ends without any destructor: its pack has no index and a temporary name.
TEST_F(TakeStoreTest, LosesNoWholeTakeOfAKilledRun) {
    {
        TakeStore store = open();
        put(store, "one", some_take());
        put(store, "two", some_take());
        const auto unfinished = list_unfinished_packs(packs_in(cache()));
        ASSERT_EQ(unfinished.size(), 1U);
        const std::string bytes = read_file(unfinished[0]);
        for (const std::size_t lost : {0U, 1U, 100U}) {
            const auto killed = packs_in(cache()) / make_temporary_name(".recital-");
            std::ofstream(killed, std::ios::binary) << bytes.substr(0, bytes.size() - lost);
            put(store, "three", some_take()); // keeps the first one's pack apart
        }
        store.forget(digest_of("one"));
        std::filesystem::remove(unfinished[0]);
    }
    for (const PackFile& pack : packs()) {
        std::filesystem::remove(pack.path); // only what the killed ones left counts
    }
    TakeStore next = open();
    EXPECT_TRUE(has(next, "one"));
    EXPECT_TRUE(has(next, "two"));
    EXPECT_TRUE(list_unfinished_packs(packs_in(cache())).empty()) << "they are finished";
    EXPECT_EQ(packs().size(), 3U);
}

TEST_F(TakeStoreTest, RemovesAPackOfAKilledRunThatHoldsNothing) {
    (void)open();
    const auto killed = packs_in(cache()) / make_temporary_name(".recital-");
    std::ofstream(killed, std::ios::binary) << pack_magic << "half a head";
    (void)open();
    EXPECT_FALSE(std::filesystem::exists(killed));
    EXPECT_TRUE(packs().empty());
}

TEST_F(TakeStoreTest, IsPrivate) {
    (void)open();
    EXPECT_EQ(std::filesystem::status(cache()).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(TakeStoreTest, RefusesAFolderThatEverybodyMayWriteTo) {
    (void)open();
    ASSERT_EQ(::chmod(cache().c_str(), 0777), 0);
    try {
        (void)open();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::output);
        EXPECT_NE(std::string(error.what()).find("chmod o-w"), std::string::npos) << error.what();
    }
}

TEST_F(TakeStoreTest, DoesNotFindWhatIsDamaged) {
    {
        TakeStore store = open();
        put(store, "one", some_take());
    }
    only_entry(EntryKind::take).damage();
    TakeStore store = open();
    EXPECT_TRUE(store.find_summary(digest_of("one")).has_value()) << "only its sound is damaged";
    EXPECT_FALSE(has(store, "one"));
    store.forget(digest_of("one"));
    EXPECT_FALSE(store.find_summary(digest_of("one")).has_value());
    put(store, "one", some_take());
    EXPECT_TRUE(has(store, "one"));
    store.finish();
    TakeStore later = open();
    EXPECT_TRUE(has(later, "one")) << "the intact one is in the later pack";
}

/// Whatever happens to a pack, the store answers with a whole take or with none.
TEST_F(TakeStoreTest, SurvivesAnyDamageOfAPack) {
    {
        TakeStore store = open();
        put(store, "one", some_take(1024));
        put(store, "two", some_take(4096));
    }
    ASSERT_EQ(packs().size(), 1U);
    const std::filesystem::path path = packs()[0].path;
    const std::string intact = read_file(path);
    std::size_t found = 0;
    const auto check = [&](const std::string& content) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
        TakeStore store = look();
        for (const auto& [key, samples] : {std::pair("one", 1024U), std::pair("two", 4096U)}) {
            if (const auto take = store.find(digest_of(key))) {
                EXPECT_EQ(take->samples, samples);
                EXPECT_EQ(take->packets.bytes, "abcd");
                ++found;
            }
        }
    };
    for (std::size_t place = 0; place < intact.size(); ++place) {
        std::string changed = intact;
        changed[place] = static_cast<char>(changed[place] ^ 0x10);
        check(changed);
        check(intact.substr(0, place));
    }
    EXPECT_GT(found, intact.size()) << "most of them can still be read";
}

/// A pipe under the name of a pack used to be waited for, for ever.
TEST_F(TakeStoreTest, DoesNotWaitForAPipe) {
    {
        TakeStore store = open();
        put(store, "one", some_take());
    }
    const auto path = packs().at(0).path;
    std::filesystem::remove(path);
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    TakeStore store = open();
    EXPECT_FALSE(has(store, "one"));
}

TEST_F(TakeStoreTest, SummarisesATakeWithoutReadingItsSound) {
    TakeStore store = open();
    EXPECT_FALSE(store.find_summary(digest_of("one")).has_value());
    put(store, "one", some_take(1024));
    ASSERT_TRUE(store.find_summary(digest_of("one")).has_value());
    EXPECT_EQ(store.find_summary(digest_of("one"))->samples, 1024U);
    EXPECT_FALSE(store.find_summary(digest_of("two")).has_value());
}

TEST_F(TakeStoreTest, KeepsNotes) {
    TakeStore store = open();
    EXPECT_FALSE(store.find_note("gain").has_value());
    store.put_note("gain", "-3.25");
    EXPECT_EQ(store.find_note("gain"), "-3.25");
    EXPECT_FALSE(store.find_note("other").has_value());
    EXPECT_FALSE(has(store, "gain"));
}

/// A level note of zero bytes was read as a gain of 0 dB, which made every later book 6 LU too quiet.
TEST_F(TakeStoreTest, DoesNotFindDamagedNotes) {
    const std::string content = "-3.25 -20.10\n";
    {
        TakeStore store = open();
        store.put_note("gain", content);
    }
    const StoredEntry entry = only_entry(EntryKind::note);
    const std::string intact = entry.content();
    for (std::size_t place = 0; place < intact.size(); ++place) {
        entry.overwrite(std::string(1, static_cast<char>(intact[place] ^ 1)), place);
        EXPECT_EQ(look().find_note("gain"), std::nullopt) << "another bit in byte " << place;
        entry.overwrite(intact);
        ASSERT_EQ(look().find_note("gain"), content);
    }
    entry.overwrite(std::string(intact.size(), '\0'));
    TakeStore store = open();
    EXPECT_EQ(store.find_note("gain"), std::nullopt);
    store.put_note("gain", content);
    EXPECT_EQ(store.find_note("gain"), content) << "it is made again";
}

TEST_F(TakeStoreTest, KeepsSpeech) {
    {
        TakeStore store = open();
        EXPECT_FALSE(store.has_speech());
        store.put_speech(digest_of("hello"), "sound");
        EXPECT_EQ(store.find_speech(digest_of("hello")), "sound");
    }
    TakeStore later = look();
    EXPECT_TRUE(later.has_speech());
    EXPECT_EQ(later.find_speech(digest_of("hello")), "sound");
    EXPECT_EQ(later.find_speech(digest_of("goodbye")), std::nullopt);
}

/// Three short books used to leave nine files.
TEST_F(TakeStoreTest, HasFewFilesHoweverManyRunsFillIt) {
    constexpr unsigned runs = 60;
    for (unsigned run = 0; run < runs; ++run) {
        TakeStore store = open();
        put(store, std::to_string(run), some_take(1024 * (run + 1)));
        put(store, "again and again", some_take(1024 * (run + 1)));
        store.finish();
    }
    EXPECT_LE(packs().size(), 16U);
    TakeStore store = look();
    for (unsigned run = 0; run < runs; ++run) {
        const auto take = store.find(digest_of(std::to_string(run)));
        ASSERT_TRUE(take.has_value()) << run;
        EXPECT_EQ(take->samples, 1024U * (run + 1));
    }
    EXPECT_EQ(store.find(digest_of("again and again"))->samples, 1024U * runs) << "the latest one";
    EXPECT_TRUE(warnings_.empty());
}

void set_last_use(const std::filesystem::path& path, std::time_t seconds) {
    const std::array<timespec, 2> times = {{{seconds, 0}, {seconds, 0}}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);
}

TEST_F(TakeStoreTest, RemovesWhatWasNotUsedForTheLongestTime) {
    for (const char* key : {"one", "two", "three"}) {
        TakeStore store = open();
        put(store, key, some_take());
        store.finish();
    }
    const std::vector<PackFile> all = packs(); // the latest first
    ASSERT_EQ(all.size(), 3U);
    set_last_use(all[0].path, 2000);
    set_last_use(all[1].path, 1000); // "two"
    set_last_use(all[2].path, 3000);
    {
        TakeStore store = open(all[0].bytes + all[2].bytes);
        store.finish();
    }
    TakeStore store = look();
    EXPECT_TRUE(has(store, "one"));
    EXPECT_FALSE(has(store, "two"));
    EXPECT_TRUE(has(store, "three"));
}

TEST_F(TakeStoreTest, CountsReadingAsUse) {
    for (const char* key : {"one", "two"}) {
        TakeStore store = open();
        put(store, key, some_take());
        store.finish();
    }
    for (const PackFile& pack : packs()) {
        set_last_use(pack.path, 1000);
    }
    {
        TakeStore store = open();
        EXPECT_TRUE(has(store, "one"));
        store.finish();
    }
    {
        TakeStore store = open(packs()[0].bytes);
        store.finish();
    }
    TakeStore store = look();
    EXPECT_TRUE(has(store, "one"));
    EXPECT_FALSE(has(store, "two"));
}

TEST_F(TakeStoreTest, KeepsWhatAnotherRunIsUsing) {
    {
        TakeStore store = open();
        put(store, "one", some_take());
    }
    TakeStore reader = look();
    EXPECT_TRUE(has(reader, "one"));
    EXPECT_EQ(prune_cache(cache(), 0), 0U);
    EXPECT_TRUE(has(reader, "one"));
}

/// A cache that somebody deletes during a run costs that run nothing.
TEST_F(TakeStoreTest, SurvivesTheRemovalOfItsFolder) {
    TakeStore store = open();
    put(store, "one", some_take());
    std::filesystem::remove_all(cache());
    put(store, "two", some_take());
    EXPECT_TRUE(has(store, "one"));
    EXPECT_TRUE(has(store, "two"));
    store.finish();
    EXPECT_EQ(warnings_.size(), 1U);
    put(store, "three", some_take());
    EXPECT_TRUE(has(store, "three"));
}

TEST_F(TakeStoreTest, RemovesTheFilesOfEarlierVersions) {
    const std::string name = digest_of("one").hex();
    const auto folder = cache() / name.substr(0, 2);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / (name + ".take")) << "RECITAL TAKE 2";
    std::ofstream(folder / (name + ".note")) << "RECITAL NOTE 1";
    std::filesystem::create_directories(cache() / "ff");
    std::ofstream(cache() / "ff" / "mine.txt") << "somebody's own";
    (void)open();
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_TRUE(std::filesystem::exists(cache() / "ff" / "mine.txt"));
}

TEST_F(TakeStoreTest, IsNotBackedUp) {
    (void)open();
    EXPECT_TRUE(
        read_file(cache() / "CACHEDIR.TAG").starts_with("Signature: 8a477f597d28d172789f06886806bc55"));
}

TEST_F(TakeStoreTest, IsClearedWithoutATrace) {
    {
        TakeStore store = open();
        put(store, "one", some_take());
    }
    EXPECT_GT(clear_cache(cache()), 0U);
    EXPECT_FALSE(std::filesystem::exists(cache()));
    EXPECT_EQ(clear_cache(cache()), 0U) << "of no folder";
}

TEST_F(TakeStoreTest, IsClearedOfItsOwnFilesOnly) {
    (void)open();
    std::ofstream(cache() / "mine.txt") << "somebody's own";
    EXPECT_EQ(clear_cache(cache()), 0U);
    EXPECT_TRUE(std::filesystem::exists(cache() / "mine.txt"));
}

TEST_F(TakeStoreTest, SweepsWhatKilledRunsLeft) {
    (void)open();
    const auto leftover = cache() / make_temporary_name(".recital-");
    std::ofstream(leftover) << "half a file";
    (void)open();
    EXPECT_FALSE(std::filesystem::exists(leftover));
}

TEST_F(TakeStoreTest, MakesNoFolderBeforeItIsOpened) {
    TakeStore store = look();
    EXPECT_FALSE(has(store, "one"));
    EXPECT_FALSE(std::filesystem::exists(cache()));
}

TEST(TakeStore, NamesAFolderThatCannotBeMade) {
    const ScratchFolder scratch;
    std::ofstream(scratch.path() / "file") << "not a folder";
    for (const auto& folder : {scratch.path() / "file", scratch.path() / "file" / "below"}) {
        try {
            TakeStore(folder, 1, [](const Diagnostic&) {}).open_for_writing();
            FAIL() << folder;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::output);
            EXPECT_EQ(error.place().file, folder.string());
        }
    }
}

TEST(TakeStore, LeavesNothingWhenItIsTemporary) {
    const ScratchFolder scratch;
    ::setenv("TMPDIR", scratch.path().c_str(), 1);
    TakeStore store = TakeStore::temporary();
    store.open_for_writing();
    put(store, "one", some_take());
    EXPECT_TRUE(has(store, "one"));
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path())) << "not even while it is used";
    ::unsetenv("TMPDIR");
}

} // namespace
} // namespace recital
