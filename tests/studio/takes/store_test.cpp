// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/temporary_name.h"
#include "studio/takes/store.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace recital {
namespace {

using testing_support::ScratchFolder;

Take some_take(std::uint64_t samples = 2048) {
    Take take;
    take.samples = samples;
    take.packets.sizes = {4};
    take.packets.bytes = "abcd";
    return take;
}

void put(const TakeStore& store, const std::string& key, const Take& take) {
    const auto file = store.begin_take(digest_of(key));
    store.write_take(file->descriptor(), key, take, summarise(take, 1024));
    file->commit();
}

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    return files;
}

class TakeStoreTest : public testing::Test {
protected:
    TakeStoreTest() : store_(folder()) { store_.open_for_writing(); }

    [[nodiscard]] std::filesystem::path folder() const { return scratch_.path() / "some" / "cache"; }

    ScratchFolder scratch_;
    TakeStore store_;
};

TEST_F(TakeStoreTest, FindsWhatWasPutUnderItsKey) {
    EXPECT_FALSE(store_.find(digest_of("one")).has_value());
    put(store_, "one", some_take(1024));
    put(store_, "two", some_take(4096));
    ASSERT_TRUE(store_.find(digest_of("one")).has_value());
    EXPECT_EQ(store_.find(digest_of("one"))->samples, 1024U);
    EXPECT_EQ(store_.find(digest_of("two"))->samples, 4096U);
    EXPECT_FALSE(store_.find(digest_of("three")).has_value());
    put(store_, "one", some_take(3072));
    EXPECT_EQ(store_.find(digest_of("one"))->samples, 3072U);
}

TEST_F(TakeStoreTest, IsSharedByAllWhoOpenItsFolder) {
    const TakeStore other(folder());
    other.open_for_writing();
    put(other, "one", some_take());
    EXPECT_TRUE(store_.find(digest_of("one")).has_value());
    EXPECT_TRUE(TakeStore(folder()).find(digest_of("one")).has_value());
}

TEST_F(TakeStoreTest, IsPrivate) {
    EXPECT_EQ(std::filesystem::status(folder()).permissions(), std::filesystem::perms::owner_all);
}

TEST_F(TakeStoreTest, DoesNotFindWhatIsDamaged) {
    put(store_, "one", some_take());
    const auto files = files_of(folder());
    ASSERT_EQ(files.size(), 1U);
    const auto size = std::filesystem::file_size(files[0]);
    std::fstream(files[0], std::ios::in | std::ios::out | std::ios::binary)
        .seekp(static_cast<std::streamoff>(size - 1))
        .put('x');
    EXPECT_FALSE(store_.find(digest_of("one")).has_value());
    put(store_, "one", some_take());
    EXPECT_TRUE(store_.find(digest_of("one")).has_value());
    std::filesystem::resize_file(files[0], size / 2);
    EXPECT_FALSE(store_.find(digest_of("one")).has_value());
    std::filesystem::resize_file(files[0], 0);
    EXPECT_FALSE(store_.find(digest_of("one")).has_value());
}

TEST_F(TakeStoreTest, SummarisesATakeWithoutReadingItsSound) {
    EXPECT_FALSE(store_.find_summary(digest_of("one")).has_value());
    put(store_, "one", some_take(1024));
    ASSERT_TRUE(store_.find_summary(digest_of("one")).has_value());
    EXPECT_EQ(store_.find_summary(digest_of("one"))->samples, 1024U);
    EXPECT_FALSE(store_.find_summary(digest_of("two")).has_value());
    const auto files = files_of(folder());
    ASSERT_EQ(files.size(), 1U);
    std::filesystem::resize_file(files[0], take_head_bytes);
    EXPECT_TRUE(store_.find_summary(digest_of("one")).has_value());
    std::filesystem::resize_file(files[0], take_head_bytes - 1);
    EXPECT_FALSE(store_.find_summary(digest_of("one")).has_value());
}

/// A pipe under the name of a take used to be waited for, for ever.
TEST_F(TakeStoreTest, DoesNotWaitForAPipe) {
    put(store_, "one", some_take());
    const auto path = files_of(folder()).front();
    std::filesystem::remove(path);
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    EXPECT_FALSE(store_.find_summary(digest_of("one")).has_value());
}

TEST_F(TakeStoreTest, RemovesATake) {
    put(store_, "one", some_take());
    put(store_, "two", some_take());
    store_.remove(digest_of("one"));
    store_.remove(digest_of("three"));
    EXPECT_FALSE(store_.find(digest_of("one")).has_value());
    EXPECT_TRUE(store_.find(digest_of("two")).has_value());
}

TEST_F(TakeStoreTest, SweepsWhatKilledRunsLeft) {
    put(store_, "one", some_take());
    const auto leftover = folder() / make_temporary_name(".recital-");
    std::ofstream(leftover) << "half a take";
    TakeStore(folder()).open_for_writing();
    EXPECT_FALSE(std::filesystem::exists(leftover));
    EXPECT_TRUE(store_.find(digest_of("one")).has_value());
}

TEST_F(TakeStoreTest, KeepsNotes) {
    EXPECT_FALSE(store_.find_note("gain").has_value());
    store_.put_note("gain", "-3.25");
    EXPECT_EQ(store_.find_note("gain"), "-3.25");
    EXPECT_FALSE(store_.find_note("other").has_value());
    EXPECT_FALSE(store_.find(digest_of("gain")).has_value());
}

/// A level note of zero bytes was read as a gain of 0 dB, which made every later book 6 LU too quiet.
TEST_F(TakeStoreTest, DoesNotFindDamagedNotes) {
    const std::string content = "-3.25 -20.10\n";
    store_.put_note("gain", content);
    const auto files = files_of(folder());
    ASSERT_EQ(files.size(), 1U);
    const std::string intact = read_file(files[0]);
    const auto find_in = [&](const std::string& file) {
        std::ofstream(files[0], std::ios::binary | std::ios::trunc) << file;
        return store_.find_note("gain");
    };
    ASSERT_EQ(find_in(intact), content);
    for (std::size_t size = 0; size < intact.size(); ++size) {
        EXPECT_EQ(find_in(intact.substr(0, size)), std::nullopt) << "cut to " << size << " bytes";
        std::string changed = intact;
        changed[size] = static_cast<char>(changed[size] ^ 1);
        EXPECT_EQ(find_in(changed), std::nullopt) << "another bit in byte " << size;
    }
    EXPECT_EQ(find_in(intact + "0"), std::nullopt);
    EXPECT_EQ(find_in(content), std::nullopt) << "the format of earlier versions";
    EXPECT_EQ(find_in(std::string(intact.size(), '\0')), std::nullopt);
    store_.put_note("gain", content);
    EXPECT_EQ(store_.find_note("gain"), content) << "it is made again";
}

TEST_F(TakeStoreTest, DoesNotFindTheNoteOfAnotherKey) {
    store_.put_note("gain", "-3.25");
    const auto own = files_of(folder())[0];
    store_.put_note("other", "-1.00");
    for (const auto& file : files_of(folder())) {
        if (file != own) {
            std::filesystem::copy_file(own, file, std::filesystem::copy_options::overwrite_existing);
        }
    }
    EXPECT_EQ(store_.find_note("gain"), "-3.25");
    EXPECT_EQ(store_.find_note("other"), std::nullopt);
}

TEST_F(TakeStoreTest, DoesNotFindANoteThatIsAFolder) {
    store_.put_note("gain", "-3.25");
    const auto file = files_of(folder())[0];
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);
    EXPECT_EQ(store_.find_note("gain"), std::nullopt);
}

TEST(TakeStore, MakesNoFolderBeforeItIsOpened) {
    const ScratchFolder scratch;
    const TakeStore store(scratch.path() / "cache");
    EXPECT_FALSE(store.find(digest_of("one")).has_value());
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "cache"));
}

TEST(TakeStore, NamesAFolderThatCannotBeMade) {
    const ScratchFolder scratch;
    std::ofstream(scratch.path() / "file") << "not a folder";
    for (const auto& folder : {scratch.path() / "file", scratch.path() / "file" / "below"}) {
        try {
            TakeStore(folder).open_for_writing();
            FAIL() << folder;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::output);
            EXPECT_EQ(error.place().file, folder.string());
        }
    }
}

TEST(TakeStore, SweepsTemporaryStoresOfKilledRuns) {
    const ScratchFolder scratch;
    ::setenv("TMPDIR", scratch.path().c_str(), 1);
    const auto leftover = scratch.path() / make_temporary_name("recital-takes-");
    std::filesystem::create_directories(leftover / "ab");
    std::filesystem::create_directories(scratch.path() / "recital-takes-backup");
    {
        const TakeStore living = TakeStore::temporary();
        const TakeStore next = TakeStore::temporary();
        put(next, "one", some_take());
        put(living, "one", some_take());
        EXPECT_TRUE(living.find(digest_of("one")) && next.find(digest_of("one")))
            << "the next one leaves the living one alone";
    }
    EXPECT_FALSE(std::filesystem::exists(leftover));
    EXPECT_TRUE(std::filesystem::exists(scratch.path() / "recital-takes-backup")) << "a person's own";
    ::unsetenv("TMPDIR");
}

TEST(TakeStore, LeavesNothingWhenItIsTemporary) {
    {
        const ScratchFolder scratch;
        ::setenv("TMPDIR", scratch.path().c_str(), 1);
        {
            TakeStore first = TakeStore::temporary();
            const TakeStore store = std::move(first);
            store.open_for_writing();
            put(store, "one", some_take());
            EXPECT_TRUE(store.find(digest_of("one")).has_value());
            EXPECT_EQ(files_of(scratch.path()).size(), 1U);
        }
        EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
        ::unsetenv("TMPDIR");
    }
}

} // namespace
} // namespace recital
