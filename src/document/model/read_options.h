// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace recital {

/// Where chapters come from.
struct ChapterPlan {
    enum class Source {
        automatic,  ///< from headings of the level that gives chapters of a sensible length, otherwise from
                    ///< paragraphs
        level,      ///< from headings down to `level`
        paragraphs, ///< from paragraphs, though there may be headings
    };
    Source source = Source::automatic;
    int level = 0;
    double min_seconds = 10.0; ///< chapters that take less time to speak are joined with the next one
};

/// What a person may specify about reading; by default everything is detected.
struct ReadOptions {
    std::string encoding;  ///< IANA name of the encoding, overrides detection
    std::string language;  ///< BCP 47 tag, overrides what the text declares and detection
    bool repair = true;    ///< whether mojibake is repaired
    std::string musician;  ///< whom the text is about, overrides detection
    ChapterPlan chapters;  ///< where chapters come from
    bool captions = false; ///< whether captions of figures are read
    bool any_text = false; ///< whether a text is read that makes no sense, see `doubts_about`
    bool as_typed = false; ///< whether a person typed the text: every line is a paragraph that is said
    /// The most that a row of a table, an EPUB or a document of a word processor may have, unpacked, in
    /// bytes; 0: what is usual for each.
    std::size_t max_text_bytes = 0;

    /// The limit for a kind of text whose usual one is given.
    [[nodiscard]] std::size_t text_limit(std::size_t usual_bytes) const {
        return max_text_bytes == 0 ? usual_bytes : max_text_bytes;
    }
};

} // namespace recital
