// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/metadata_tags.h"

#include "base/error.h"
#include "base/unicode.h"
#include "base/visible_text.h"
#include "container/book/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace recital {

namespace {

struct KnownTag {
    std::string_view name;
    std::string BookTags::* field;
    std::string_view other_name; ///< empty where it has none
};

constexpr std::array known_tags = {
    KnownTag{"title", &BookTags::title, ""},
    KnownTag{"album", &BookTags::album, ""},
    KnownTag{"artist", &BookTags::artist, "author"},
    KnownTag{"album_artist", &BookTags::album_artist, "albumartist"},
    KnownTag{"composer", &BookTags::composer, "narrator"},
    KnownTag{"genre", &BookTags::genre, ""},
    KnownTag{"description", &BookTags::description, "comment"},
    KnownTag{"date", &BookTags::date, "year"},
    KnownTag{"publisher", &BookTags::publisher, ""},
    KnownTag{"copyright", &BookTags::rights, ""},
    KnownTag{"language", &BookTags::language, ""},
    KnownTag{"birthname", &BookTags::birth_name, "birth_name"},
};

/// What the writers put there themselves, folded.
bool is_own(const std::string& folded) {
    static const std::array own = {fold_case(record_tag),
                                   std::string("encoder"),
                                   std::string("tracknumber"),
                                   std::string("tracktotal"),
                                   std::string("metadata_block_picture"),
                                   std::string("performer")};
    constexpr std::string_view chapter = "chapter";
    const bool is_chapter =
        folded.starts_with(chapter) && folded.size() > chapter.size() && folded[chapter.size()] <= '9';
    return is_chapter || std::find(own.begin(), own.end(), folded) != own.end();
}

const KnownTag* find_known(std::string_view name) {
    const std::string folded = fold_case(name);
    const auto* found = std::find_if(known_tags.begin(), known_tags.end(), [&folded](const KnownTag& tag) {
        return folded == tag.name || (!tag.other_name.empty() && folded == tag.other_name);
    });
    return found == known_tags.end() ? nullptr : found;
}

/// Ogg Vorbis I format specification, "comment vector format": a name is of characters 0x20 to 0x7D.
bool is_possible(std::string_view name) {
    return std::all_of(name.begin(), name.end(),
                       [](char letter) { return letter >= ' ' && letter <= '}' && letter != '='; });
}

bool is_control(char32_t code_point) {
    constexpr char32_t first_printable = 0x20;
    constexpr char32_t first_after_ascii = 0x7F;
    constexpr char32_t last_control = 0x9F; // of Latin-1's upper half
    return code_point < first_printable || (code_point >= first_after_ascii && code_point <= last_control);
}

/// Control characters as a blank, several at once as one; none at either end. Line feeds stay where the tag
/// may have lines.
std::string without_controls(std::string_view value, bool has_lines) {
    std::string clean;
    std::size_t line_feeds = 0; // to be written in front of what follows, or a blank for want of them
    bool is_parted = false;
    for (std::size_t position = 0; position < value.size();) {
        const char32_t code_point = next_code_point(value, position);
        if (is_control(code_point)) {
            is_parted = true;
            line_feeds += has_lines && code_point == U'\n' ? 1 : 0;
            continue;
        }
        if (is_parted && !clean.empty()) {
            clean.append(std::max<std::size_t>(line_feeds, 1), line_feeds == 0 ? ' ' : '\n');
        }
        is_parted = false;
        line_feeds = 0;
        append_utf8(clean, code_point);
    }
    if (!is_visible(clean)) {
        clean.clear(); // players would show a book without a title
    }
    return clean;
}

} // namespace

std::vector<std::vector<std::string>> known_tag_names() {
    std::vector<std::vector<std::string>> names;
    for (const KnownTag& tag : known_tags) {
        names.push_back({std::string(tag.name)});
        if (!tag.other_name.empty()) {
            names.back().emplace_back(tag.other_name);
        }
    }
    return names;
}

void parse_given_tag(std::string_view argument, GivenTags& tags) {
    const auto equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    if (equals == std::string_view::npos || name.empty()) {
        throw Error(
            ErrorKind::usage,
            fmt::format("--metadata {} is not possible: give name=value, such as genre=Biography", argument));
    }
    if (!is_possible(name)) {
        throw Error(ErrorKind::usage, fmt::format("--metadata {} is not possible: names of tags consist of "
                                                  "ASCII letters, digits, signs and spaces",
                                                  argument));
    }
    if (is_own(fold_case(name))) {
        throw Error(ErrorKind::usage,
                    fmt::format("--metadata {} is not possible: recital writes {} itself", argument, name));
    }
    if (fold_case(name) == "lyrics") {
        throw Error(
            ErrorKind::usage,
            fmt::format(
                "--metadata {} is not possible: the lyrics are the text of the book; --no-lyrics omits them",
                argument));
    }
    if (!is_utf8(argument) || argument.find('\0') != std::string_view::npos) {
        throw Error(ErrorKind::usage, fmt::format("--metadata {}: the value is not in UTF-8", name));
    }
    const KnownTag* const known = find_known(name);
    std::erase_if(tags,
                  [folded = fold_case(name)](const auto& tag) { return fold_case(tag.first) == folded; });
    const bool has_lines = known != nullptr && known->field == &BookTags::description;
    tags[known == nullptr ? name : std::string(known->name)] =
        without_controls(argument.substr(equals + 1), has_lines);
}

void apply_given_tags(const GivenTags& given, BookTags& tags) {
    for (const auto& [name, value] : given) {
        if (const KnownTag* const known = find_known(name)) {
            tags.*known->field = value;
            if (value.empty()) {
                tags.left_out.push_back(name);
            }
        } else if (!value.empty()) {
            tags.others.emplace_back(name, value);
        }
    }
    if (given.contains("artist") && !given.contains("album_artist")) {
        tags.album_artist = tags.artist;
    }
    if (given.contains("title") && !given.contains("album")) {
        tags.album = tags.title;
    }
}

} // namespace recital
