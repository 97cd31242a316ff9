// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/store/machine_notes.h"

#include "base/byte_stream.h"
#include "base/hash.h"

#include <cstddef>
#include <utility>

namespace recital {

MachineNotes::MachineNotes(const Job& job, TakeStore& store) : job_(job), store_(store) {}

/// Fonts belong to the installation of those jobs only that may draw covers.
std::string MachineNotes::note_key() const {
    return job_.cover ? "machine with fonts" : "machine";
}

std::string MachineNotes::of(const std::string& key, const std::function<std::string()>& measure) {
    load();
    const std::string digest = digest_of(key).hex();
    if (const auto known = values_.find(digest); known != values_.end()) {
        return known->second;
    }
    std::string value = measure();
    values_[digest] = value;
    has_new_ = true;
    return value;
}

void MachineNotes::load() {
    if (std::exchange(is_loaded_, true)) {
        return;
    }
    if (const auto note = store_.find_note(note_key())) {
        try {
            parse(*note);
        } catch (const MalformedBytes&) { // everything is measured again
            installation_.reset();
            values_.clear();
        }
    }
}

void MachineNotes::parse(const std::string& note) {
    ByteReader in(note);
    Installation installation = Installation::take(in);
    if (!installation.is_still(job_)) {
        return;
    }
    constexpr std::size_t min_value_bytes = 16;
    for (std::size_t values = in.count(min_value_bytes); values > 0; --values) {
        const std::string key(in.text());
        values_[key] = in.text();
    }
    in.expect_end();
    installation_ = std::move(installation);
}

void MachineNotes::save() {
    if (!std::exchange(has_new_, false)) {
        return;
    }
    installation_ = installation_ ? installation_->with_loaded(job_) : Installation(job_);
    ByteWriter note;
    installation_->put(note);
    note.number(values_.size());
    for (const auto& [key, value] : values_) {
        note.text(key);
        note.text(value);
    }
    store_.put_note(note_key(), note.take());
}

} // namespace recital
