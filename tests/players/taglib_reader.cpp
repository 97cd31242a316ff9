// SPDX-License-Identifier: GPL-3.0-or-later
// Prints as JSON what TagLib's own interface sees in a file: properties, duration, cover, and the chapters of
// ID3, which is the only format in which it knows chapters.
#include <nlohmann/json.hpp>
#include <taglib/attachedpictureframe.h>
#include <taglib/chapterframe.h>
#include <taglib/fileref.h>
#include <taglib/flacfile.h>
#include <taglib/id3v2tag.h>
#include <taglib/mp4file.h>
#include <taglib/mpegfile.h>
#include <taglib/opusfile.h>
#include <taglib/tpropertymap.h>
#include <taglib/wavfile.h>
#include <taglib/xiphcomment.h>

#include <algorithm>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

bool is_cover(const TagLib::ByteVector& data) {
    constexpr unsigned max_bytes = 300'000;
    return data.startsWith("\xFF\xD8\xFF") && data.endsWith("\xFF\xD9") && data.size() <= max_bytes;
}

bool has_cover(TagLib::ID3v2::Tag& tag) {
    return std::ranges::any_of(tag.frameListMap()["APIC"], [](const TagLib::ID3v2::Frame* frame) {
        const auto* picture = dynamic_cast<const TagLib::ID3v2::AttachedPictureFrame*>(frame);
        return picture != nullptr && is_cover(picture->picture());
    });
}

bool has_cover(const TagLib::List<TagLib::FLAC::Picture*>& pictures) {
    return !pictures.isEmpty() && is_cover(pictures.front()->data());
}

bool has_cover(TagLib::File& file) {
    if (auto* mpeg = dynamic_cast<TagLib::MPEG::File*>(&file)) {
        return has_cover(*mpeg->ID3v2Tag());
    }
    if (auto* wav = dynamic_cast<TagLib::RIFF::WAV::File*>(&file)) {
        return has_cover(*wav->ID3v2Tag());
    }
    if (auto* flac = dynamic_cast<TagLib::FLAC::File*>(&file)) {
        return has_cover(flac->pictureList());
    }
    if (auto* opus = dynamic_cast<TagLib::Ogg::Opus::File*>(&file)) {
        return has_cover(opus->tag()->pictureList());
    }
    auto* mp4 = dynamic_cast<TagLib::MP4::File*>(&file);
    if (mp4 == nullptr) {
        return false;
    }
    const auto covers = mp4->tag()->item("covr").toCoverArtList();
    return !covers.isEmpty() && is_cover(covers.front().data());
}

Json id3_chapters(TagLib::File& file) {
    Json chapters = Json::array();
    auto* mpeg = dynamic_cast<TagLib::MPEG::File*>(&file);
    if (mpeg == nullptr) {
        return chapters;
    }
    for (const TagLib::ID3v2::Frame* frame : mpeg->ID3v2Tag()->frameListMap()["CHAP"]) {
        const auto* chapter = dynamic_cast<const TagLib::ID3v2::ChapterFrame*>(frame);
        if (chapter != nullptr) {
            const auto titles = chapter->embeddedFrameList("TIT2");
            const std::string title = titles.isEmpty() ? "" : titles.front()->toString().to8Bit(true);
            chapters.push_back({{"title", title}, {"milliseconds", chapter->startTime()}});
        }
    }
    return chapters;
}

/// Throws std::runtime_error where TagLib cannot read the file.
Json seen_in(const char* path) {
    const TagLib::FileRef reference(path);
    if (reference.isNull() || reference.audioProperties() == nullptr) {
        throw std::runtime_error("TagLib cannot read it");
    }
    Json properties = Json::object();
    for (const auto& [name, values] : reference.file()->properties()) {
        properties[name.to8Bit(true)] = values.toString("\n").to8Bit(true);
    }
    return {{"properties", properties},
            {"milliseconds", reference.audioProperties()->lengthInMilliseconds()},
            {"cover", has_cover(*reference.file())},
            {"chapters", id3_chapters(*reference.file())}};
}

} // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "usage: taglib_reader FILE\n";
        return 2;
    }
    try {
        std::cout << seen_in(words[1]).dump() << '\n';
    } catch (const std::exception& error) {
        std::cerr << words[1] << ": " << error.what() << '\n';
        return 1;
    }
    return 0;
}
