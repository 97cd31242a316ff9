// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/xiph/vorbis_comments.h"

#include "container/book/lyrics.h"
#include "container/book/record.h"
#include "container/book/tag_field.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace recital {

namespace {

constexpr std::array text_fields = {
    TagField{"TITLE", &BookTags::title},
    TagField{"ALBUM", &BookTags::album},
    TagField{"ARTIST", &BookTags::artist},
    TagField{"ALBUMARTIST", &BookTags::album_artist},
    TagField{"COMPOSER", &BookTags::composer},
    TagField{"NARRATOR", &BookTags::composer}, // not PERFORMER, which mediainfo shows in the author's place
    TagField{"GENRE", &BookTags::genre},
    TagField{"DATE", &BookTags::date},
    TagField{"DESCRIPTION", &BookTags::description},
    TagField{"COMMENT", &BookTags::description},
    TagField{"PUBLISHER", &BookTags::publisher},
    TagField{"COPYRIGHT", &BookTags::rights},
    TagField{"LANGUAGE", &BookTags::language},
    TagField{"BIRTHNAME", &BookTags::birth_name},
};

/// 3723.456 s as "01:02:03.456".
std::string chapter_time(std::uint64_t sample, int rate) {
    const auto hertz = static_cast<std::uint64_t>(rate);
    const std::uint64_t thousandths = (sample * 1000 + hertz / 2) / hertz;
    const std::uint64_t seconds = thousandths / 1000;
    return fmt::format("{:02}:{:02}:{:02}.{:03}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                       thousandths % 1000);
}

} // namespace

std::vector<std::string> vorbis_comments(const Book& book, const Cover& picture) {
    std::vector<std::string> comments;
    const auto add = [&comments](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            comments.push_back(fmt::format("{}={}", name, value));
        }
    };
    const BookTags& tags = book.tags;
    for (const TagField& field : text_fields) {
        add(field.name, tags.*field.value);
    }
    add("ENCODER", application_name());
    if (tags.track != 0) {
        add("TRACKNUMBER", std::to_string(tags.track));
        add("TRACKTOTAL", std::to_string(tags.tracks));
    }
    for (const auto& [name, value] : tags.others) {
        add(name, value);
    }
    add(record_tag, book_record(book));
    const std::vector<std::uint64_t> starts = book.marked_starts();
    for (std::size_t n = 0; n < starts.size(); ++n) {
        add(fmt::format("CHAPTER{:03}", n + 1), chapter_time(starts[n], book.format.sample_rate));
        add(fmt::format("CHAPTER{:03}NAME", n + 1), book.chapters[n].title);
    }
    add("METADATA_BLOCK_PICTURE", picture.empty() ? std::string() : picture_comment(picture));
    add("LYRICS", lyrics(book)); // last: mediainfo 23.04 shows nothing behind the first 256 KiB or so
    return comments;
}

} // namespace recital
