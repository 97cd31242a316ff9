// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/script/script.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace recital {

/// What a narrator says beside the text.
struct Announcements {
    bool opening = true;        ///< whose biography it is, before the first chapter
    bool chapter_titles = true; ///< those that are headings of the source
    bool closing = true;        ///< that the book is at its end
};

/// The words of announcements in one language: `announcements.tsv` of its folder.
class AnnouncementPhrases {
public:
    /// Those of the tag's primary subtag below `folder`; a language without the file announces nothing.
    /// Throws an error with file and line for a bad entry.
    AnnouncementPhrases(const std::filesystem::path& folder, std::string_view language);

    /// What opens and closes a book about that musician; empty where the language has no words for it.
    [[nodiscard]] std::string opening(std::string_view musician) const;
    [[nodiscard]] std::string closing(std::string_view musician) const;

private:
    std::string opening_;
    std::string closing_;
};

/// What is said of these announcements in a book about that musician.
[[nodiscard]] SpokenAnnouncements spoken_announcements(const Announcements& announcements,
                                                       const AnnouncementPhrases& phrases,
                                                       std::string_view musician);

} // namespace recital
