// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/hash.h"
#include "studio/job/job.h"

#include <filesystem>
#include <vector>

namespace recital {

/// The files of the program's own knowledge: everything below `data/` and `voices/` that shapes books.
[[nodiscard]] std::vector<std::filesystem::path> knowledge_files();

/// What is installed on this machine and shapes books: the program, the libraries that it has loaded, the
/// engine's data, fonts, the processor. Known by stamps alone: its files are replaced as a whole, and reading
/// them would take longer than most runs.
class Installation {
public:
    Installation() = default;
    /// As it is now, with the libraries that are loaded in this process, and those of the encoders, which it
    /// loads. Throws an `engine` error if one is missing.
    explicit Installation(const Job& job);

    /// The same with the libraries that are loaded in this process by now beside those before.
    [[nodiscard]] Installation with_loaded(const Job& job) const;

    /// True if everything is as it was. Loads nothing.
    [[nodiscard]] bool is_still(const Job& job) const;

    void put(ByteWriter& out) const;
    /// Throws MalformedBytes.
    [[nodiscard]] static Installation take(ByteReader& in);

private:
    void add_loaded();
    [[nodiscard]] Digest current_digest(const Job& job) const;

    std::vector<std::filesystem::path> files_; ///< the program and its libraries
    std::filesystem::path engine_data_;
    Digest digest_ = {};
};

} // namespace recital
