// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/book.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace recital {

std::uint64_t BookChapter::samples() const {
    return std::accumulate(takes.begin(), takes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const BookTake& take) { return sum + take.samples; });
}

std::uint64_t Book::samples() const {
    return std::accumulate(
        chapters.begin(), chapters.end(), std::uint64_t{0},
        [](std::uint64_t sum, const BookChapter& chapter) { return sum + chapter.samples(); });
}

std::vector<std::uint64_t> Book::marked_starts() const {
    std::vector<std::uint64_t> starts;
    std::uint64_t start = 0;
    for (const BookChapter& chapter : chapters) {
        starts.push_back(start);
        start += chapter.samples();
    }
    starts.resize(format.traits().marked_chapters(starts));
    return starts;
}

Book chapter_alone(const Book& book, std::size_t chapter) {
    Book alone{book.format, book.tags,  {book.chapters[chapter]}, book.loudness, book.chapter_cover,
               {},          book.origin};
    alone.tags.title = book.chapters[chapter].title;
    alone.tags.album = book.tags.title;
    alone.tags.track = chapter + 1;
    alone.tags.tracks = book.chapters.size();
    return alone;
}

void drop_front(Packets& packets, std::size_t count) {
    const auto end = packets.sizes.begin() + static_cast<std::ptrdiff_t>(count);
    packets.bytes.erase(0, std::accumulate(packets.sizes.begin(), end, std::size_t{0}));
    packets.sizes.erase(packets.sizes.begin(), end);
}

std::string_view application_name() {
    return "recital " RECITAL_VERSION;
}

bool is_recital_name(std::string_view application) {
    return application.starts_with("recital ");
}

} // namespace recital
