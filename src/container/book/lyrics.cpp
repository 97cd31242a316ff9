// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/lyrics.h"

namespace recital {

std::string lyrics(const Book& book) {
    std::string text;
    for (const BookChapter& chapter : book.chapters) {
        text += text.empty() || chapter.text.empty() ? "" : "\n\n";
        text += chapter.text;
        if (text.size() > max_lyrics_bytes) {
            return {};
        }
    }
    return text;
}

} // namespace recital
