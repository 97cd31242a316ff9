// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "container/codec/take.h"
#include "studio/store/growing_pack.h"
#include "studio/store/pack.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Finished takes on disk, each under the hash of its key, with kept speech and notes; readable by their
/// owner only. Many entries share a file (see docs/formats/pack.md). Several runs may use one folder: each
/// writes packs of its own, and sees those that were finished when it first looked something up.
class TakeStore {
public:
    using Warn = std::function<void(const Diagnostic&)>;

    /// A store in `folder`, kept for later runs; made by `open_for_writing`. When it is larger than
    /// `max_bytes`, packs that were not used for the longest time are removed. `warn` is told when nothing
    /// can be kept any more.
    TakeStore(std::filesystem::path folder, std::uint64_t max_bytes, Warn warn);

    /// A store for this run alone, gone with it.
    [[nodiscard]] static TakeStore temporary();

    TakeStore(TakeStore&&) = default;
    TakeStore& operator=(TakeStore&&) = delete;
    TakeStore(const TakeStore&) = delete;
    TakeStore& operator=(const TakeStore&) = delete;
    /// Finishes as `finish` does, without telling of failures.
    ~TakeStore();

    /// Makes the folder and finishes what killed runs left behind. Throws an `output` error where it cannot
    /// be written or is not private to this user.
    void open_for_writing();

    /// The take; nothing if it is not there or is damaged.
    [[nodiscard]] std::optional<Take> find(const TakeId& id);

    /// What a book has to know of the take, by one short read; nothing if it is not there or this part of it
    /// is damaged. Whether its sound is damaged is not looked at: that would take reading it.
    [[nodiscard]] std::optional<TakeSummary> find_summary(const TakeId& id);

    /// `take` is as `serialise_take` made it. Where the folder takes no more, it is kept for this run only.
    /// Throws an `output` error if that is not possible either.
    void put(const TakeId& id, std::string_view take);

    /// From now on there is no such take until it is put again: it is damaged.
    void forget(const TakeId& id);

    /// Kept speech, as `serialise_speech` made it; nothing if it is not there.
    [[nodiscard]] std::optional<std::string> find_speech(const Digest& id);
    /// As `put` does.
    void put_speech(const Digest& id, std::string_view speech);
    /// Whether any speech is kept.
    [[nodiscard]] bool has_speech();

    /// The content of the note of that key: other results that are worth keeping, such as a drawn cover.
    /// Nothing if there is none, or if it is damaged or cannot be read.
    [[nodiscard]] std::optional<std::string> find_note(const std::string& key);
    /// As `put` does.
    void put_note(const std::string& key, std::string_view content);

    /// Returns when all that was put is on the disk. Throws an `output` error.
    void sync();

    /// Counts the uses of the store. Packs that were used after `keep_used_since` are not removed, however
    /// large the store is: books in the making need them.
    [[nodiscard]] std::uint64_t uses() const { return uses_; }
    void keep_used_since(std::uint64_t uses) { kept_since_ = uses; }

    /// At the end of a run: gives the pack that was written its name, joins small packs, and removes what
    /// exceeds the size.
    void finish();

private:
    struct UsedPack {
        Pack pack;
        std::uint64_t used_at = 0; ///< of `uses_`
    };

    TakeStore() = default;

    void load();
    void add_pack(const std::filesystem::path& path);
    [[nodiscard]] std::optional<std::string> read(const EntryName& name, std::uint64_t max_bytes);
    void put(const EntryName& name, std::string_view content);
    void put_for_this_run(const EntryName& name, std::string_view content);
    void finish_growing();
    void limit_size();

    std::filesystem::path cache_;  ///< empty if the store is for this run only
    std::filesystem::path folder_; ///< of the packs
    std::uint64_t max_bytes_ = 0;
    Warn warn_;
    bool is_loaded_ = false;
    bool is_writable_ = false;
    std::vector<UsedPack> packs_; ///< the latest first
    std::unique_ptr<GrowingPack> growing_;
    std::unique_ptr<GrowingPack> for_this_run_; ///< nameless
    std::set<EntryName> forgotten_;
    std::uint64_t uses_ = 0;
    std::uint64_t kept_since_ = 0;
};

} // namespace recital
