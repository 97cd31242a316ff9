// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/hash.h"
#include "studio/job/job.h"
#include "studio/state/run_inputs.h"
#include "studio/state/watched_files.h"

#include <filesystem>

namespace recital {

/// What a run reads, as it is when this object is made: texts, the files beside them, and the program's own
/// knowledge.
class RunSources {
public:
    /// Reads all of it but texts that are files of their own: of those it takes the stamps, and `set_content`
    /// tells it what the run read.
    explicit RunSources(const Job& job);

    /// What the run read in a text that is a file of its own.
    void set_content(const std::filesystem::path& text, const Digest& content);

    /// True if the job would read the same texts now.
    [[nodiscard]] bool are_texts_still(const RunInputs& now, Comparison comparison) const;
    /// True if everything else that it would read is the same.
    [[nodiscard]] bool is_rest_still(const RunInputs& now, Comparison comparison) const;

    void put(ByteWriter& out) const;
    /// Throws MalformedBytes.
    [[nodiscard]] static RunSources take(ByteReader& in);

private:
    RunSources() = default;
    explicit RunSources(const RunInputs& inputs);

    Digest gathered_ = {};
    WatchedFiles texts_;
    WatchedFiles side_files_;
    WatchedSet knowledge_;
};

} // namespace recital
