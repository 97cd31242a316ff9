// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/id3/id3.h"

#include "base/strings.h"
#include "container/book/language_code.h"
#include "container/book/lyrics.h"
#include "container/book/record.h"

#include <fmt/format.h>
#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/commentsframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/tableofcontentsframe.h>
#include <taglib/textidentificationframe.h>
#include <taglib/unsynchronizedlyricsframe.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace recital {

namespace {

namespace id3 = TagLib::ID3v2;

constexpr std::size_t max_entries = 255; // of a table of contents
constexpr unsigned int no_offset = 0xFFFFFFFF;

/// UTF-8 came with version 2.4 only.
TagLib::String::Type encoding_for(std::string_view text) {
    const bool is_ascii =
        std::all_of(text.begin(), text.end(), [](unsigned char byte) { return byte < 0x80; });
    return is_ascii ? TagLib::String::Latin1 : TagLib::String::UTF16;
}

TagLib::String to_string(std::string_view text) {
    return {std::string(text), TagLib::String::UTF8};
}

/// TagLib's tags and frames own what is added to them.
id3::Frame* text_frame(const char* id, std::string_view text) {
    auto* frame =
        new id3::TextIdentificationFrame(id, encoding_for(text)); // NOLINT(cppcoreguidelines-owning-memory)
    frame->setText(to_string(text));
    return frame;
}

void add_text(id3::Tag& tag, const char* id, std::string_view text) {
    if (!text.empty()) {
        tag.addFrame(text_frame(id, text));
    }
}

void add_description(id3::Tag& tag, const BookTags& tags) {
    if (tags.description.empty()) {
        return;
    }
    auto* comment =
        new id3::CommentsFrame(encoding_for(tags.description)); // NOLINT(cppcoreguidelines-owning-memory)
    comment->setLanguage(iso_639_2_code(tags.language).c_str());
    comment->setText(to_string(tags.description));
    tag.addFrame(comment);
}

void add_free_form(id3::Tag& tag, std::string_view name, std::string_view value) {
    if (value.empty()) {
        return;
    }
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory)
    auto* frame = new id3::UserTextIdentificationFrame(encoding_for(value));
    frame->setDescription(to_string(name));
    frame->setText(to_string(value));
    tag.addFrame(frame);
}

/// A calendar date as in ISO 8601, or only its year: the dates that version 2.3 can represent.
bool is_iso_date(std::string_view date) {
    const std::string_view shape = "dddd-dd-dd";
    const std::string_view day = date.substr(0, date.find('T'));
    return (day.size() == shape.size() || date.size() == 4) &&
           std::equal(day.begin(), day.end(), shape.begin(), [](char byte, char kind) {
               return kind == 'd' ? is_digits({&byte, 1}) : byte == kind;
           });
}

/// The first four digits in a date that stand by themselves; empty if there is none.
std::string_view year_in(std::string_view date) {
    constexpr std::size_t digits = 4;
    const auto belongs_to_word = [date](std::size_t at) {
        return at < date.size() &&
               (std::isalnum(static_cast<unsigned char>(date[at])) != 0 || (date[at] & 0x80) != 0);
    };
    for (std::size_t at = 0; at + digits <= date.size(); ++at) {
        if (is_digits(date.substr(at, digits)) && (at == 0 || !belongs_to_word(at - 1)) &&
            !belongs_to_word(at + digits)) {
            return date.substr(at, digits);
        }
    }
    return {};
}

/// Version 2.3 has four digits for the year and four for the day; TagLib derives both from version 2.4's
/// date. Any other date is stored in a separate field, in addition to its year.
void add_date(id3::Tag& tag, std::string_view date) {
    const bool is_complete = is_iso_date(date);
    add_text(tag, "TDRC", is_complete ? date : year_in(date));
    add_free_form(tag, "DATE", is_complete ? "" : date);
}

void add_tags(id3::Tag& tag, const BookTags& tags) {
    add_text(tag, "TIT2", tags.title);
    add_text(tag, "TALB", tags.album);
    add_text(tag, "TPE1", tags.artist);
    add_text(tag, "TPE2", tags.album_artist);
    add_text(tag, "TCOM", tags.composer);
    add_text(tag, "TCON", tags.genre);
    add_date(tag, tags.date);
    add_text(tag, "TCOP", tags.rights);
    add_text(tag, "TPUB", tags.publisher);
    add_text(tag, "TSSE", application_name());
    if (!tags.language.empty()) {
        add_text(tag, "TLAN", iso_639_2_code(tags.language));
    }
    if (tags.track != 0) {
        add_text(tag, "TRCK", fmt::format("{}/{}", tags.track, tags.tracks));
    }
    add_description(tag, tags);
    add_free_form(tag, "NARRATOR", tags.composer);
    add_free_form(tag, "BIRTHNAME", tags.birth_name);
    for (const auto& [name, value] : tags.others) {
        add_free_form(tag, name, value);
    }
}

void add_cover(id3::Tag& tag, const Cover& cover) {
    if (cover.empty()) {
        return;
    }
    auto* frame = new id3::AttachedPictureFrame(); // NOLINT(cppcoreguidelines-owning-memory)
    frame->setMimeType(cover_media_type);
    frame->setType(id3::AttachedPictureFrame::FrontCover);
    frame->setPicture({cover.jpeg.data(), static_cast<unsigned int>(cover.jpeg.size())});
    tag.addFrame(frame);
}

void add_lyrics(id3::Tag& tag, const Book& book) {
    const std::string text = lyrics(book);
    if (text.empty()) {
        return;
    }
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory)
    auto* frame = new id3::UnsynchronizedLyricsFrame(encoding_for(text));
    frame->setLanguage(iso_639_2_code(book.tags.language).c_str());
    frame->setText(to_string(text));
    tag.addFrame(frame);
}

unsigned int milliseconds(std::uint64_t sample, int rate) {
    const auto hertz = static_cast<std::uint64_t>(rate);
    return static_cast<unsigned int>((sample * 1000 + hertz / 2) / hertz);
}

/// Adds the chapters and returns their names in the table of contents.
TagLib::ByteVectorList add_chapters(id3::Tag& tag, const Book& book) {
    TagLib::ByteVectorList elements;
    std::uint64_t start = 0;
    for (std::size_t n = 0; n < book.chapters.size(); ++n) {
        const std::uint64_t end = start + book.chapters[n].samples();
        const TagLib::ByteVector element(fmt::format("chp{}", n + 1).c_str());
        id3::FrameList title;
        title.append(text_frame("TIT2", book.chapters[n].title));
        // NOLINTNEXTLINE(cppcoreguidelines-owning-memory)
        tag.addFrame(new id3::ChapterFrame(element, milliseconds(start, book.format.sample_rate),
                                           milliseconds(end, book.format.sample_rate), no_offset, no_offset,
                                           title));
        elements.append(element);
        start = end;
    }
    return elements;
}

void add_table(id3::Tag& tag, const TagLib::ByteVector& name, const TagLib::ByteVectorList& entries,
               bool is_top) {
    auto* table = new id3::TableOfContentsFrame(name, entries); // NOLINT(cppcoreguidelines-owning-memory)
    table->setIsTopLevel(is_top);
    table->setIsOrdered(true);
    tag.addFrame(table);
}

/// One table if the chapters fit into it, otherwise a table of tables.
void add_contents(id3::Tag& tag, const TagLib::ByteVectorList& chapters) {
    TagLib::ByteVectorList parts;
    TagLib::ByteVectorList part;
    if (chapters.size() > max_entries) {
        for (const TagLib::ByteVector& chapter : chapters) {
            part.append(chapter);
            if (part.size() == max_entries || chapter == chapters.back()) {
                parts.append(TagLib::ByteVector(fmt::format("toc{}", parts.size() + 1).c_str()));
                add_table(tag, parts.back(), part, false);
                part = {};
            }
        }
    }
    add_table(tag, "toc", parts.isEmpty() ? chapters : parts, true);
}

std::string rendered(const id3::Tag& tag) {
    const TagLib::ByteVector bytes = tag.render(id3::v3);
    return {bytes.data(), bytes.size()};
}

} // namespace

std::string id3_tag(const Book& book) {
    id3::Tag tag;
    add_tags(tag, book.tags);
    add_free_form(tag, record_tag, book_record(book));
    add_lyrics(tag, book);
    add_contents(tag, add_chapters(tag, book));
    add_cover(tag, book.cover);
    return rendered(tag);
}

std::string id3_tag_without_chapters(const Book& book) {
    id3::Tag tag;
    add_tags(tag, book.tags);
    add_cover(tag, book.cover);
    return rendered(tag);
}

} // namespace recital
