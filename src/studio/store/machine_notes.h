// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/state/installation.h"
#include "studio/store/take_store.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace recital {

/// What has been measured of this machine, such as how its libraries make a voice sound. It is kept in the
/// store, and found there as long as nothing of the installation changes.
class MachineNotes {
public:
    /// Reads nothing yet. Job and store must outlive the notes.
    MachineNotes(const Job& job, TakeStore& store);

    /// What was measured under that key; `measure` is called if nothing is known of it. Throws what it
    /// throws.
    [[nodiscard]] std::string of(const std::string& key, const std::function<std::string()>& measure);

    /// Keeps what is new for later runs. Throws an `engine` error if a library of the encoders is missing.
    void save();

    /// The installation that the notes belong to; nothing before they were read or saved.
    [[nodiscard]] const std::optional<Installation>& installation() const { return installation_; }

private:
    void load();
    void parse(const std::string& note);
    [[nodiscard]] std::string note_key() const;

    const Job& job_;
    TakeStore& store_;
    std::optional<Installation> installation_;
    std::map<std::string, std::string> values_; ///< under the digests of their keys
    bool is_loaded_ = false;
    bool has_new_ = false;
};

} // namespace recital
