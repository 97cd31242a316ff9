// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/machine_notes.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace recital {
namespace {

using testing_support::ScratchFolder;

/// Runs on one cache, one after the other.
class MachineNotesTest : public testing::Test {
protected:
    /// What a run gets for the key, and whether it had to measure.
    struct Found {
        std::string value;
        bool is_measured = false;
        bool operator==(const Found&) const = default;
    };

    Found run(const std::string& key, const std::string& measured, bool saves = true) {
        TakeStore store(cache(), std::uint64_t{1} << 30U, [](const Diagnostic&) {});
        store.open_for_writing();
        MachineNotes notes(job_, store);
        Found found;
        found.value = notes.of(key, [&] {
            found.is_measured = true;
            return measured;
        });
        if (saves) {
            notes.save();
        }
        store.finish();
        return found;
    }

    [[nodiscard]] std::filesystem::path cache() const { return scratch_.path() / "cache"; }

    Job job_;

private:
    ScratchFolder scratch_;
};

TEST_F(MachineNotesTest, AreMeasuredOnceAsLongAsNothingIsInstalled) {
    EXPECT_EQ(run("design", "first"), (Found{"first", true}));
    EXPECT_EQ(run("design", "second"), (Found{"first", false}));
    EXPECT_EQ(run("voice", "third"), (Found{"third", true}));
    EXPECT_EQ(run("design", "fourth"), (Found{"first", false})); // the new one is kept beside it
}

TEST_F(MachineNotesTest, AreMeasuredAgainWhenTheInstallationChanges) {
    EXPECT_EQ(run("design", "first"), (Found{"first", true}));
    ::setenv("PANGO_LANGUAGE", "tr", 1); // one of the variables by which libraries find what shapes books
    const Found changed = run("design", "second");
    ::unsetenv("PANGO_LANGUAGE");
    EXPECT_EQ(changed, (Found{"second", true}));
    EXPECT_EQ(run("design", "third"), (Found{"third", true}));
}

TEST_F(MachineNotesTest, OfARunThatIsKilledAreNotKept) {
    EXPECT_EQ(run("design", "first", false), (Found{"first", true}));
    EXPECT_EQ(run("design", "second"), (Found{"second", true}));
}

TEST_F(MachineNotesTest, KnowWhatIsInstalled) {
    (void)run("design", "first");
    TakeStore store(cache(), std::uint64_t{1} << 30U, [](const Diagnostic&) {});
    MachineNotes notes(job_, store);
    EXPECT_FALSE(notes.installation());
    (void)notes.of("design", [] { return std::string("second"); });
    ASSERT_TRUE(notes.installation());
    EXPECT_TRUE(notes.installation()->is_still(job_));
}

} // namespace
} // namespace recital
