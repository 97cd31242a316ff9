// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/take_store.h"

#include "base/hash.h"
#include "studio/store/cache_folder.h"
#include "studio/store/note.h"
#include "studio/store/pack_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>

namespace recital {

TakeStore::TakeStore(std::filesystem::path folder, std::uint64_t max_bytes, Warn warn)
    : cache_(std::move(folder)), folder_(packs_in(cache_)), max_bytes_(max_bytes), warn_(std::move(warn)) {}

TakeStore TakeStore::temporary() {
    return {};
}

TakeStore::~TakeStore() {
    try {
        finish_growing();
    } catch (const std::exception&) { // the next run finishes what is there
    }
}

void TakeStore::open_for_writing() {
    if (folder_.empty()) {
        return;
    }
    open_cache_folder(cache_);
    finish_abandoned_packs(folder_);
    is_writable_ = true;
}

/// Not before something is looked for: a run without changes needs nothing of it.
void TakeStore::load() {
    if (std::exchange(is_loaded_, true) || folder_.empty()) {
        return;
    }
    for (const PackFile& file : list_packs(folder_)) {
        add_pack(file.path);
    }
    for (const std::filesystem::path& unfinished : list_unfinished_packs(folder_)) {
        add_pack(unfinished);
    }
}

void TakeStore::add_pack(const std::filesystem::path& path) {
    if (auto pack = Pack::open(path)) {
        packs_.push_back({std::move(*pack), 0});
    }
}

std::optional<std::string> TakeStore::read(const EntryName& name, std::uint64_t max_bytes) {
    if (forgotten_.contains(name)) {
        return std::nullopt;
    }
    for (const auto* pack : {growing_.get(), for_this_run_.get()}) {
        if (pack != nullptr && pack->has(name)) {
            return pack->read(name, max_bytes);
        }
    }
    load();
    for (UsedPack& used : packs_) {
        if (const auto place = used.pack.find(name)) {
            used.used_at = ++uses_;
            return used.pack.read(*place, max_bytes);
        }
    }
    return std::nullopt;
}

std::optional<Take> TakeStore::find(const TakeId& id) {
    auto content = read({EntryKind::take, id}, ~std::uint64_t{0});
    if (!content) {
        return std::nullopt;
    }
    try {
        return parse_take(std::move(*content), id);
    } catch (const Error&) {
        return std::nullopt; // it will be rendered again
    }
}

std::optional<TakeSummary> TakeStore::find_summary(const TakeId& id) {
    const auto head = read({EntryKind::take, id}, take_head_bytes);
    if (!head) {
        return std::nullopt;
    }
    try {
        return parse_take_head(*head, id);
    } catch (const Error&) {
        return std::nullopt;
    }
}

void TakeStore::put(const TakeId& id, std::string_view take) {
    put(EntryName{EntryKind::take, id}, take);
}

void TakeStore::forget(const TakeId& id) {
    forgotten_.insert({EntryKind::take, id});
}

std::optional<std::string> TakeStore::find_speech(const Digest& id) {
    return read({EntryKind::speech, id}, ~std::uint64_t{0});
}

void TakeStore::put_speech(const Digest& id, std::string_view speech) {
    put(EntryName{EntryKind::speech, id}, speech);
}

bool TakeStore::has_speech() {
    load();
    return std::any_of(packs_.begin(), packs_.end(),
                       [](const UsedPack& used) { return used.pack.has_kind(EntryKind::speech); });
}

std::optional<std::string> TakeStore::find_note(const std::string& key) {
    const auto content = read({EntryKind::note, digest_of(key)}, ~std::uint64_t{0});
    if (!content) {
        return std::nullopt;
    }
    try {
        return parse_note(*content, key);
    } catch (const Error&) {
        return std::nullopt; // it will be made again
    }
}

void TakeStore::put_note(const std::string& key, std::string_view content) {
    put(EntryName{EntryKind::note, digest_of(key)}, serialise_note(content, key));
}

void TakeStore::put(const EntryName& name, std::string_view content) {
    ++uses_;
    if (!is_writable_) {
        put_for_this_run(name, content);
        return;
    }
    try {
        if (!growing_) {
            growing_ = std::make_unique<GrowingPack>(folder_);
        }
        growing_->put(name, content);
        forgotten_.erase(name);
    } catch (const Error& error) {
        is_writable_ = false;
        warn_({fmt::format("{}: what is made from now on will not be kept for later runs", error.what()),
               {cache_.string(), 0}});
        put_for_this_run(name, content);
        return;
    }
    if (growing_->bytes() >= full_pack_bytes) {
        finish_growing();
        limit_size();
    }
}

void TakeStore::put_for_this_run(const EntryName& name, std::string_view content) {
    if (!for_this_run_) {
        for_this_run_ = std::make_unique<GrowingPack>(GrowingPack::nameless());
    }
    for_this_run_->put(name, content);
    forgotten_.erase(name);
}

void TakeStore::sync() {
    if (growing_) {
        growing_->sync();
    }
}

/// Its entries are found in the finished pack from now on.
void TakeStore::finish_growing() {
    if (!growing_) {
        return;
    }
    const std::unique_ptr<GrowingPack> finished = std::move(growing_);
    if (auto pack = Pack::open(finished->finish())) {
        packs_.insert(packs_.begin(), UsedPack{std::move(*pack), uses_});
    }
}

void TakeStore::limit_size() {
    for (UsedPack& used : packs_) {
        if (used.used_at < kept_since_) {
            used.pack.release();
        }
    }
    if (remove_oldest_packs(folder_, max_bytes_) > 0) {
        std::erase_if(packs_, [](const UsedPack& used) {
            std::error_code ignored;
            return !std::filesystem::exists(used.pack.path(), ignored);
        });
    }
}

void TakeStore::finish() {
    if (!is_writable_) {
        return;
    }
    try {
        finish_growing();
        keep_used_since(uses_ + 1);
        limit_size();
        (void)join_small_packs(folder_);
    } catch (const Error& error) {
        warn_({fmt::format("not everything could be kept for later runs: {}", error.what()),
               {cache_.string(), 0}});
    }
}

} // namespace recital
