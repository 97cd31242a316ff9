// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/writer.h"

namespace recital {

void BookWriter::add(const Take& take) {
    const BookChapter& chapter = book_.chapters.at(chapter_);
    if (take_ == 0) {
        begin_chapter(chapter);
    }
    add_packets(spliced(book_, chapter.takes[take_], take));
    if (++take_ == chapter.takes.size()) {
        ++chapter_;
        take_ = 0;
    }
}

} // namespace recital
