// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/tags.h"

#include "container/book/language_code.h"
#include "container/book/record.h"
#include "container/book/tag_field.h"
#include "container/m4b/mp4_box.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

using mp4::Box;
using mp4::put;

constexpr std::uint32_t implicit = 0; // the item says how its bytes are to be read
constexpr std::uint32_t utf8_text = 1;
constexpr std::uint32_t jpeg_image = 13;
constexpr std::uint32_t signed_integer = 21;
constexpr std::size_t max_tracks = 0xFFFF;
constexpr std::uint8_t audiobook = 2; // of the media kinds that iTunes knows

/// Of the types that players share, most begin with the sign of copyright (251 in octal).
constexpr std::array text_fields = {
    TagField{"\251nam", &BookTags::title},
    TagField{"\251ART", &BookTags::artist},
    TagField{"aART", &BookTags::album_artist},
    TagField{"\251alb", &BookTags::album},
    TagField{"\251wrt", &BookTags::composer},
    TagField{"\251nrt", &BookTags::composer}, // narrator, as Audible has it
    TagField{"\251gen", &BookTags::genre},
    TagField{"\251day", &BookTags::date},
    TagField{"desc", &BookTags::description},
    TagField{"ldes", &BookTags::description},
    TagField{"\251cmt", &BookTags::description},
    TagField{"\251pub", &BookTags::publisher},
    TagField{"cprt", &BookTags::rights},
};

/// What Apple has no type for.
constexpr std::array free_form_fields = {
    TagField{"NARRATOR", &BookTags::composer},
    TagField{"PUBLISHER", &BookTags::publisher},
    TagField{"LANGUAGE", &BookTags::language},
    TagField{"BIRTHNAME", &BookTags::birth_name},
};

void put_item(std::string& out, std::string_view type, std::uint32_t data_type, std::string_view value) {
    const Box item(out, type);
    const Box data(out, "data");
    put(out, data_type);
    put(out, std::uint32_t{0}); // locale
    out += value;
}

void put_text(std::string& out, std::string_view type, std::string_view value) {
    if (!value.empty()) {
        put_item(out, type, utf8_text, value);
    }
}

/// As iTunes has it: two unused bytes, number, count, two unused bytes.
std::string track_number(const BookTags& tags) {
    std::string value(2, '\0');
    put(value, static_cast<std::uint16_t>(std::min(tags.track, max_tracks)));
    put(value, static_cast<std::uint16_t>(std::min(tags.tracks, max_tracks)));
    value.append(2, '\0');
    return value;
}

/// A tag that Apple has no type for, named by its owner and a name: as iTunes and taggers write them. Readers
/// look for tags of general use under iTunes as their owner.
void put_free_form(std::string& out, std::string_view owner, std::string_view name, std::string_view value) {
    if (value.empty()) {
        return;
    }
    const Box item(out, "----");
    {
        const Box mean(out, "mean", 0, 0);
        out += owner;
    }
    {
        const Box box(out, "name", 0, 0);
        out += name;
    }
    const Box data(out, "data");
    put(out, utf8_text);
    put(out, std::uint32_t{0}); // locale
    out += value;
}

} // namespace

void put_m4b_tags(std::string& out, const Book& book, std::string_view record, std::string_view lyrics) {
    const BookTags& tags = book.tags;
    const Box meta(out, "meta", 0, 0);
    {
        const Box hdlr(out, "hdlr", 0, 0);
        out.append(4, '\0');
        out += "mdirappl";
        out.append(9, '\0');
    }
    const Box ilst(out, "ilst");
    for (const TagField& field : text_fields) {
        put_text(out, field.name, tags.*field.value);
    }
    put_text(out, "\251too", application_name());
    if (tags.track != 0) {
        put_item(out, "trkn", implicit, track_number(tags));
        put_item(out, "pgap", signed_integer, "\x01"); // the tracks follow each other without a gap
    }
    put_item(out, "stik", signed_integer, std::string_view(reinterpret_cast<const char*>(&audiobook), 1));
    for (const TagField& field : free_form_fields) {
        put_free_form(out, "com.apple.iTunes", field.name, tags.*field.value);
    }
    for (const auto& [name, value] : tags.others) {
        put_free_form(out, "com.apple.iTunes", name, value);
    }
    put_free_form(out, record_owner, record_tag, record);
    if (!book.cover.empty()) {
        put_item(out, "covr", jpeg_image, book.cover.jpeg);
    }
    put_text(out, "\251lyr", lyrics);
}

std::uint16_t m4b_language_code(std::string_view language) {
    std::uint16_t packed = 0;
    for (const char letter : iso_639_2_code(language)) {
        packed = static_cast<std::uint16_t>((packed << 5U) | ((letter - 0x60) & 0x1F));
    }
    return packed;
}

} // namespace recital
