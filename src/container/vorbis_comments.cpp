// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/vorbis_comments.h"

#include "container/book_record.h"
#include "container/lyrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace recital {

namespace {

constexpr std::size_t most_chapters = 999;

/// 3723.456 s as "01:02:03.456".
std::string chapter_time(std::uint64_t sample, int rate) {
    const auto hertz = static_cast<std::uint64_t>(rate);
    const std::uint64_t thousandths = (sample * 1000 + hertz / 2) / hertz;
    const std::uint64_t seconds = thousandths / 1000;
    return fmt::format("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                       thousandths % 1000);
}

} // namespace

std::vector<std::string> vorbis_comments(const Book& book) {
    std::vector<std::string> comments;
    const auto add = [&comments](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            comments.push_back(fmt::format("{}={}", name, value));
        }
    };
    const BookTags& tags = book.tags;
    add("TITLE", tags.title);
    add("ALBUM", tags.album);
    add("ARTIST", tags.artist);
    add("ALBUMARTIST", tags.album_artist);
    add("COMPOSER", tags.composer);
    add("NARRATOR", tags.composer); // not PERFORMER, which mediainfo shows in the author's place
    add("GENRE", tags.genre);
    add("DATE", tags.date);
    add("DESCRIPTION", tags.description);
    add("COMMENT", tags.description);
    add("PUBLISHER", tags.publisher);
    add("COPYRIGHT", tags.rights);
    add("LANGUAGE", tags.language);
    add("ENCODER", tool_name());
    if (tags.track != 0) {
        add("TRACKNUMBER", std::to_string(tags.track));
        add("TRACKTOTAL", std::to_string(tags.tracks));
    }
    for (const auto& [name, value] : tags.others) {
        add(name, value);
    }
    add(record_tag, book_record(book));
    std::uint64_t start = 0;
    for (std::size_t n = 0; n < std::min(book.chapters.size(), most_chapters); ++n) {
        add(fmt::format("CHAPTER{:03}", n + 1), chapter_time(start, book.format.sample_rate));
        add(fmt::format("CHAPTER{:03}NAME", n + 1), book.chapters[n].title);
        start += book.chapters[n].samples();
    }
    add("LYRICS", lyrics(book));
    return comments;
}

} // namespace recital
