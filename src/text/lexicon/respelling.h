// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recital {

/// Reads respellings ("DVOR-zhahk"): syllables separated by hyphens, the stressed one in capitals. The
/// meaning of the letters is data (`data/phonemes/<language>_respelling.tsv`).
class RespellingTable {
public:
    RespellingTable() = default;
    /// Throws a `usage` error with file and line for a bad row.
    explicit RespellingTable(const std::filesystem::path& path);

    /// Translates a respelling of one or several words to IPA. Throws a `usage` error at `place` that names
    /// the syllable that cannot be read.
    [[nodiscard]] std::string to_ipa(std::string_view respelling, const SourcePlace& place) const;

private:
    /// A sound in a stressed syllable and in another.
    struct Sound {
        std::string stressed;
        std::string unstressed;
    };
    /// The sounds of letters, by their position in the syllable; empty if they cannot be there.
    struct Letters {
        Sound anywhere;
        Sound at_end;
        Sound before_vowel;
    };

    [[nodiscard]] std::string word(std::string_view respelled, const SourcePlace& place) const;
    [[nodiscard]] std::string syllable(std::string_view written, bool stressed,
                                       const SourcePlace& place) const;

    std::unordered_map<std::string, Letters> letters_;
    std::size_t max_length_ = 0; ///< letters of the longest row
};

} // namespace recital
