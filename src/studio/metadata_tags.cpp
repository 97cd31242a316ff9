// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/metadata_tags.h"

#include "base/error.h"
#include "base/unicode.h"
#include "container/book_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace recital {

namespace {

struct KnownTag {
    std::string_view name;
    std::string BookTags::*field;
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
        throw Error(ErrorKind::usage,
                    fmt::format("--metadata {} is not possible: the names of tags are of ASCII's letters, "
                                "digits, signs and spaces",
                                argument));
    }
    if (is_own(fold_case(name))) {
        throw Error(ErrorKind::usage,
                    fmt::format("--metadata {} is not possible: recital writes {} itself", argument, name));
    }
    if (!is_utf8(argument) || argument.find('\0') != std::string_view::npos) {
        throw Error(ErrorKind::usage, fmt::format("--metadata {}: the value is not in UTF-8", name));
    }
    const KnownTag* const known = find_known(name);
    tags[known == nullptr ? name : std::string(known->name)] = argument.substr(equals + 1);
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
