// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>

namespace recital {

/// What the job says of how texts are read and of tags and covers, as text: options only, no content of
/// files.
[[nodiscard]] std::string describe_text_options(const Job& job);

/// Digests of everything but the sources that shapes a book: how they are read, the program's data, lexicons,
/// tags, cover and text options. Where the book goes, and what is written beside it, is not part of it.
class SettingsDigest {
public:
    /// `data` is the folder `data/` of the program. The job outlives this object.
    SettingsDigest(const Job& job, const std::filesystem::path& data);

    /// Of a book made from these files, with the lexicons beside them.
    [[nodiscard]] std::string of(std::span<const std::filesystem::path> sources);

private:
    const std::string& lexicons_beside(const std::filesystem::path& source);

    std::string job_;                                       ///< digest of what all books share
    std::map<std::filesystem::path, std::string> lexicons_; ///< digests by folder
};

/// Adds the voice and the format to such a digest.
[[nodiscard]] std::string settings_digest_in(const std::string& digest, const Voice& voice,
                                             const FormatSettings& format);

} // namespace recital
